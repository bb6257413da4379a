"""The fields of a check-in, to correct it; each one is written when it is left."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from okrdesk.app import commands
from okrdesk.domain.entities import CheckIn
from okrdesk.domain.errors import UserError
from okrdesk.domain.tables import CHECK_IN, KEY_RESULT, ZONE
from okrdesk.domain.words import Source
from okrdesk.ui.editors.amounts import read_amount
from okrdesk.ui.editors.dates import DayField
from okrdesk.ui.editors.fields import ChoiceField, LineField, TextField
from okrdesk.ui.editors.tools import Tools
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import number, said

STEPS = 10


class CheckInForm(QWidget):
    """Day, value, confidence and note. ``closed`` follows its button."""

    closed = Signal()

    def __init__(self, tools: Tools, check_in: int) -> None:
        super().__init__()
        self._tools, self._bridge, self._id = tools, tools.bridge, check_in
        self.day = DayField(self.tr("Day"))
        self.day.chosen.connect(lambda day: self._write("date", day, self.day))
        self.value = self._value_field()
        self.confidence = ChoiceField(self.tr("Confidence"))
        self.confidence.addItem("—", None)
        for step in range(1, STEPS + 1):
            self.confidence.addItem(number(step), step)
        self.confidence.chosen.connect(
            lambda chosen: self._write("confidence", chosen, self.confidence)
        )
        self.note = TextField(self.tr("Note"), 2)
        self.note.committed.connect(lambda text: self._write("note", text, self.note))
        self._error = tools.look.wrapped("", TextRole.SMALL, "risk")
        self._error.hide()
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Shows the check-in as it stands now."""
        row = self._row()
        self.day.show_day(row.date)
        self.confidence.show_choice(row.confidence)
        self.note.show_text(row.note)
        if isinstance(self.value, LineField):
            self.value.show_text("" if row.value is None else number(row.value))
        elif self.value is not None:
            key_result = self._bridge.snapshot.get(KEY_RESULT, row.key_result)
            yes_no = key_result.kind == "yes_no" and row.value is not None
            self.value.show_choice(int(row.value or 0) if yes_no else row.zone)

    def commit(self) -> None:
        """Writes what is being typed."""
        self.day.commit()
        self.note.commit()
        if isinstance(self.value, LineField):
            self.value.commit()

    def focus_first(self) -> None:
        """Puts the focus into the value, or the day where it has none of its own."""
        (self.value or self.day).setFocus()

    def _row(self) -> CheckIn:
        return self._bridge.snapshot.get(CHECK_IN, self._id)

    def _value_field(self) -> LineField | ChoiceField | None:
        row = self._bridge.snapshot.get(KEY_RESULT, self._row().key_result)
        if row.source is not Source.CHECK_INS or row.kind == "milestones":
            return None
        if row.kind not in {"yes_no", "rubric"}:
            line = LineField(self.tr("Value"))
            line.committed.connect(lambda text: self._write_amount(text, line))
            return line
        choice = ChoiceField(self.tr("Value"))
        if row.kind == "yes_no":
            choice.addItem(self.tr("No"), 0)
            choice.addItem(self.tr("Yes"), 1)
            choice.chosen.connect(lambda chosen: self._write("value", chosen, choice))
            return choice
        for zone in self._bridge.snapshot.children(ZONE, "key_result", row.id):
            choice.addItem(zone.title, zone.id)
        choice.chosen.connect(lambda chosen: self._write("zone", chosen, choice))
        return choice

    def _lay_out(self) -> None:
        look = self._tools.look
        grid = QGridLayout(self)
        grid.setContentsMargins(28, 4, 0, 4)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        fields = (
            [self.day, self.confidence]
            if self.value is None
            else [self.day, self.value, self.confidence]
        )
        for place, field in enumerate(fields):
            grid.addWidget(look.label(field.accessibleName(), TextRole.SMALL, "2"), 0, place)
            grid.addWidget(field, 1, place)
            grid.setColumnStretch(place, 1)
        grid.addWidget(self.note, 2, 0, 1, len(fields))
        grid.addWidget(self._error, 3, 0, 1, len(fields))
        done = look.button(self.tr("Done"), self.closed.emit, "quiet")
        grid.addWidget(done, 4, len(fields) - 1)

    def _write_amount(self, text: str, field: LineField) -> None:
        try:
            amount = read_amount(self._bridge, self._row().key_result, text)
        except UserError as error:
            self._tell(error, field)
            field.setModified(True)
            return
        self._write("value", amount, field)

    def _write(self, name: str, value: object, field: QWidget) -> None:
        try:
            self._bridge.run(commands.change_check_in, self._id, **{name: value})
        except UserError as error:
            self._tell(error, field)
            self.refresh()
            return
        self._error.hide()
        for shown in (self.day, self.value):
            if isinstance(shown, LineField):
                shown.show_error("")

    def _tell(self, error: UserError, field: QWidget) -> None:
        sentence = said(error.message)
        self._error.setText(sentence)
        self._error.show()
        if isinstance(field, LineField):
            field.show_error(sentence)
