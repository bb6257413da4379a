"""D2: one cycle, new or known."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from okrdesk.app import commands
from okrdesk.app.plan_settings import WEEKDAYS
from okrdesk.app.proposals import next_period
from okrdesk.domain.cycles import DEFAULT_RHYTHM, usual_check_in_day
from okrdesk.domain.errors import UserError
from okrdesk.domain.tables import CYCLE
from okrdesk.domain.words import Horizon, Rhythm
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.editors.dates import read_day
from okrdesk.ui.editors.fields import ChoiceField, LineField, mark_invalid
from okrdesk.ui.look import Look
from okrdesk.ui.settings.words import HORIZON_WORDS, RHYTHM_WORDS
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said, short_date
from okrdesk.ui.widgets.on_screen import keep_on_screen

WIDTH = 440


class CycleDialog(QDialog):
    """Enter keeps the cycle; without ``cycle`` it is a new one, and its days are proposed."""

    def __init__(self, bridge: Bridge, look: Look, cycle: int | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("New cycle") if cycle is None else self.tr("Change cycle"))
        self.setMinimumWidth(WIDTH)
        self._bridge, self._look, self._cycle = bridge, look, cycle
        self.name = LineField(self.tr("Name"))
        self.horizon = _choice(self.tr("Level"), HORIZON_WORDS.items())
        self.start = LineField(self.tr("First day"))
        self.end = LineField(self.tr("Last day"))
        self.rhythm = _choice(self.tr("Check-ins"), RHYTHM_WORDS.items())
        self.day = _choice(self.tr("Check-in day"), WEEKDAYS)
        self.error = look.wrapped("", TextRole.SMALL, "risk")
        self.error.hide()
        self._build()
        keep_on_screen(self)
        self._fill()
        self.horizon.chosen.connect(self._propose)
        self.name.setFocus()
        self.name.selectAll()

    def accept(self) -> None:
        """Writes the cycle; says what is wrong with it beside its field."""
        fields: dict[str, Any] = {
            "name": self.name.text(),
            "horizon": self.horizon.currentData(),
            "rhythm": self.rhythm.currentData(),
            "check_in_day": self.day.currentData(),
        }
        try:
            fields["start"] = self._read("start", self.start)
            fields["end"] = self._read("end", self.end)
            if self._cycle is None:
                self._bridge.run(commands.create_cycle, **fields)
            else:
                self._bridge.run(commands.change_cycle, self._cycle, **fields)
        except UserError as error:
            self._show_error(error)
        else:
            super().accept()

    def delete(self) -> None:
        """Deletes the cycle, or says what still stands in it."""
        if self._cycle is None:
            return
        try:
            self._bridge.run(commands.delete_cycle, self._cycle)
        except UserError as error:
            self._show_error(error)
        else:
            super().accept()

    def _read(self, name: str, field: LineField) -> date:
        try:
            return read_day(field.text().strip())
        except UserError as error:
            raise UserError(error.message, field=name) from error

    def _show_error(self, error: UserError) -> None:
        sentence = said(error.message)
        fields = {"name": self.name, "start": self.start, "end": self.end}
        for name, field in fields.items():
            mark_invalid(field, sentence if name == error.field else "")
        if error.field in fields:
            fields[error.field].setFocus()
        self.error.setText(sentence)
        self.error.show()

    def _fill(self) -> None:
        snapshot = self._bridge.snapshot
        row = snapshot.find(CYCLE, self._cycle)
        if row is None:
            self.horizon.show_choice(Horizon.QUARTER)
            self.day.show_choice(usual_check_in_day(snapshot))
            self._propose(Horizon.QUARTER)
            return
        self.name.setText(row.name)
        self.horizon.show_choice(row.horizon)
        self.start.setText(short_date(row.start, year=True))
        self.end.setText(short_date(row.end, year=True))
        self.rhythm.show_choice(row.rhythm)
        self.day.show_choice(row.check_in_day)

    def _propose(self, horizon: object) -> None:
        """Fills in the next period of the level that has no cycle yet."""
        if self._cycle is not None:
            return
        wanted = Horizon(str(horizon))
        self.rhythm.show_choice(DEFAULT_RHYTHM.get(wanted, Rhythm.WEEKLY))
        period = next_period(self._bridge.snapshot, wanted, self._bridge.today)
        if period is not None:
            self.name.setText(period.name)
            self.start.setText(short_date(period.start, year=True))
            self.end.setText(short_date(period.end, year=True))

    def _build(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        fields = (self.name, self.horizon, self.start, self.end, self.rhythm, self.day)
        for field in fields:
            form.addRow(self._look.label(field.accessibleName()), field)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.error)
        column.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        roles = QDialogButtonBox.ButtonRole
        if self._cycle is not None:
            gone = box.addButton(self.tr("Delete cycle"), roles.ResetRole)
            gone.clicked.connect(self.delete)
        box.addButton(self.tr("Cancel"), roles.RejectRole)
        words = self.tr("Add cycle") if self._cycle is None else self.tr("Save cycle")
        box.addButton(words, roles.AcceptRole).setDefault(True)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box


def _choice(name: str, words: Any) -> ChoiceField:
    field = ChoiceField(name)
    for value, word in words:
        field.addItem(said(word), value)
    return field
