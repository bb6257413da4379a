"""What a key result stands at, to be set: one editor for each way of measuring."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from okrdesk.app import commands
from okrdesk.domain.entities import KeyResult
from okrdesk.domain.errors import UserError
from okrdesk.domain.key_results import done_steps
from okrdesk.domain.readings import reading
from okrdesk.domain.tables import KEY_RESULT, KPI, STEP, ZONE
from okrdesk.domain.words import Source
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.editors.amounts import current_text, read_amount, target_text
from okrdesk.ui.editors.fields import ChoiceField, NumberField
from okrdesk.ui.look import Look, frame
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said


class ValueEditor(QWidget):
    """Sets the value of one key result; a finished edit is a check-in of today.

    ``finished`` follows a commit with Enter, so that the focus can go back to where it was.
    """

    finished = Signal()

    def __init__(
        self, bridge: Bridge, look: Look, key_result: int, *, compact: bool = False
    ) -> None:
        """``compact``: in a list, where there is no room for units and single steps."""
        super().__init__()
        self.bridge, self.look, self.key_result = bridge, look, key_result
        self.compact = compact
        self.error = look.label("", TextRole.SMALL, "risk")
        self.error.hide()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)

    def refresh(self) -> None:
        """Shows the value that the plan holds."""

    def commit(self) -> None:
        """Writes what is being typed."""

    def focus_value(self) -> None:
        """Puts the focus where the value is set."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def row(self) -> KeyResult:
        """The key result as the plan holds it."""
        return self.bridge.snapshot.get(KEY_RESULT, self.key_result)

    def show_error(self, sentence: str) -> None:
        """Says below the field what is wrong; an empty sentence takes it back."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))


class AmountEditor(ValueEditor):
    """A number: what it is now, of how much."""

    def __init__(
        self, bridge: Bridge, look: Look, key_result: int, *, compact: bool = False
    ) -> None:
        super().__init__(bridge, look, key_result, compact=compact)
        self.field = NumberField(self.tr("Value of {title}").format(title=self.row().title))
        self.field.setProperty("look", "compact" if compact else "")
        self.field.setReadOnly(bridge.read_only)
        self.field.committed.connect(self._write)
        self.field.restored.connect(lambda: self.show_error(""))
        self.field.lineEdit().textEdited.connect(lambda _text: self.show_error(""))
        self.field.lineEdit().returnPressed.connect(self._finish)
        self._of = look.label("", tone="2")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field)
        row.addWidget(self._of, 1)
        self.column.addLayout(row)
        self.column.addWidget(self.error)
        self.setFocusProxy(self.field)
        self.refresh()

    def refresh(self) -> None:
        self.field.show_text(current_text(self.bridge, self.key_result))
        self._of.setText(target_text(self.bridge, self.key_result, unit=not self.compact))

    def commit(self) -> None:
        self.field.commit()

    def focus_value(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def _write(self, text: str) -> None:
        try:
            amount = read_amount(self.bridge, self.key_result, text)
            self.bridge.run(commands.check_in, self.key_result, amount)
        except UserError as error:
            self.field.refuse(said(error.message))
            self.show_error(said(error.message))
        else:
            self.show_error("")

    def _finish(self) -> None:
        if self.error.isHidden():
            self.finished.emit()


class YesNoEditor(ValueEditor):
    """Done or not."""

    def __init__(
        self, bridge: Bridge, look: Look, key_result: int, *, compact: bool = False
    ) -> None:
        super().__init__(bridge, look, key_result, compact=compact)
        ground = frame("segmented")
        row = QHBoxLayout(ground)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        self._group = QButtonGroup(self)
        for value, text in ((0, self.tr("No")), (1, self.tr("Yes"))):
            button = QPushButton(text)
            button.setCheckable(True)
            button.setEnabled(not bridge.read_only)
            self._group.addButton(button, value)
            row.addWidget(button)
        self._group.idClicked.connect(self._write)
        self.column.addWidget(ground, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.error)
        self.refresh()

    def refresh(self) -> None:
        current = self.bridge.scores.key_result(self.key_result).current
        checked = None if current is None else self._group.button(int(current))
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(button is checked)
        self._group.setExclusive(True)

    def focus_value(self) -> None:
        (self._group.checkedButton() or self._group.button(1)).setFocus()

    def _write(self, value: int) -> None:
        self.bridge.attempt(commands.check_in, self.key_result, value)


class StepsEditor(ValueEditor):
    """The steps of a milestones key result, to be ticked."""

    def __init__(
        self, bridge: Bridge, look: Look, key_result: int, *, compact: bool = False
    ) -> None:
        super().__init__(bridge, look, key_result, compact=compact)
        self._boxes: dict[int, QCheckBox] = {}
        for step in bridge.snapshot.children(STEP, "key_result", key_result):
            box = QCheckBox(step.title)
            box.setEnabled(not bridge.read_only)
            box.clicked.connect(self._write)
            self._boxes[step.id] = box
            self.column.addWidget(box)
        self.column.addWidget(self.error)
        self.refresh()

    def refresh(self) -> None:
        for step_id, box in self._boxes.items():
            step = self.bridge.snapshot.find(STEP, step_id)
            box.setChecked(step is not None and step.done is not None)

    def focus_value(self) -> None:
        for box in list(self._boxes.values())[:1]:
            box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self) -> None:
        done = [step for step, box in self._boxes.items() if box.isChecked()]
        self.bridge.attempt(commands.check_in, self.key_result, steps=done)


class ZoneEditor(ValueEditor):
    """The zones of a rubric, to be chosen from."""

    def __init__(
        self, bridge: Bridge, look: Look, key_result: int, *, compact: bool = False
    ) -> None:
        super().__init__(bridge, look, key_result, compact=compact)
        self._choice = ChoiceField(self.tr("Zone"))
        self._choice.setPlaceholderText(self.tr("Choose a zone"))
        self._choice.setEnabled(not bridge.read_only)
        for zone in bridge.snapshot.children(ZONE, "key_result", key_result):
            self._choice.addItem(zone.title, zone.id)
        self._choice.chosen.connect(self._write)
        self.column.addWidget(self._choice)
        self.column.addWidget(self.error)
        self.refresh()

    def refresh(self) -> None:
        self._choice.show_choice(self.bridge.scores.key_result(self.key_result).current)

    def focus_value(self) -> None:
        self._choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self, zone: object) -> None:
        if isinstance(zone, int):
            self.bridge.attempt(commands.check_in, self.key_result, zone=zone)


class FedValue(ValueEditor):
    """A value that comes from elsewhere; it is only shown."""

    def __init__(
        self, bridge: Bridge, look: Look, key_result: int, *, compact: bool = False
    ) -> None:
        super().__init__(bridge, look, key_result, compact=compact)
        self._words = look.wrapped("", tone="2")
        self.column.addWidget(self._words)
        self.refresh()

    def refresh(self) -> None:
        kpi = self.bridge.snapshot.find(KPI, self.row().kpi)
        value = f"{current_text(self.bridge, self.key_result)} "
        value += target_text(self.bridge, self.key_result)
        source = (
            self.tr("The value comes from the supporting objectives.")
            if kpi is None
            else self.tr("Comes from {kpi}.").format(kpi=kpi.name)
        )
        self._words.setText(f"{value.strip()}\n{source}")


class StepsCount(ValueEditor):
    """How many steps are done; they are ticked on the key result's own page."""

    def __init__(
        self, bridge: Bridge, look: Look, key_result: int, *, compact: bool = False
    ) -> None:
        super().__init__(bridge, look, key_result, compact=compact)
        self._words = look.label("", tone="2")
        self.column.addWidget(self._words)
        self.refresh()

    def refresh(self) -> None:
        steps = self.bridge.snapshot.children(STEP, "key_result", self.key_result)
        row, today = self.row(), self.bridge.today
        done = len(done_steps(reading(self.bridge.snapshot, row.id, row, today)))
        text = self.tr("{done} of {all} steps")
        self._words.setText(text.format(done=done, all=len(steps)))


_EDITORS: dict[str, type[ValueEditor]] = {
    "yes_no": YesNoEditor,
    "milestones": StepsEditor,
    "rubric": ZoneEditor,
}


def value_editor(
    bridge: Bridge, look: Look, key_result: int, *, compact: bool = False
) -> ValueEditor:
    """The editor that fits the key result's kind and source."""
    row = bridge.snapshot.get(KEY_RESULT, key_result)
    if row.source is not Source.CHECK_INS:
        return FedValue(bridge, look, key_result, compact=compact)
    if compact and row.kind == "milestones":
        return StepsCount(bridge, look, key_result, compact=True)
    return _EDITORS.get(row.kind, AmountEditor)(bridge, look, key_result, compact=compact)
