"""The new value in a check-in: one input for each way of measuring."""

from decimal import Decimal
from typing import TypedDict

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from okrdesk.domain.entities import KeyResult
from okrdesk.domain.kpi_status import values_until
from okrdesk.domain.tables import KEY_RESULT, KPI, STEP, ZONE
from okrdesk.domain.words import Source
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.editors.amounts import current_text, read_amount, target_text
from okrdesk.ui.editors.fields import ChoiceField, NumberField
from okrdesk.ui.look import Look, frame
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import short_date, tr


class Reading(TypedDict, total=False):
    """What a check-in is told about the value, as the command takes it."""

    value: Decimal | int | None
    zone: int | None
    steps: list[int] | None


class ReadingInput(QWidget):
    """``changed`` follows every keystroke and click."""

    changed = Signal()

    def __init__(self, bridge: Bridge, key_result: int) -> None:
        super().__init__()
        self.bridge, self.key_result = bridge, key_result

    def reading(self) -> Reading:
        """What was entered; raises UserError when it cannot be understood."""
        return Reading()

    def show_error(self, sentence: str) -> None:
        """Marks the input."""

    def focus_input(self) -> None:
        """Puts the focus into the input."""


class AmountInput(ReadingInput):
    """A number, filled with the last one and selected: Enter confirms it, typing replaces it."""

    def __init__(self, bridge: Bridge, look: Look, key_result: int) -> None:
        super().__init__(bridge, key_result)
        self.field = NumberField(self.tr("New value"))
        self.field.setFont(look.themes.theme.font(TextRole.INSPECTOR_TITLE))
        self.field.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.field.setProperty("look", "large")
        self.field.setFixedWidth(150)
        self.field.lineEdit().setTextMargins(6, 0, 0, 0)
        self.field.show_text(current_text(bridge, key_result))
        self.field.lineEdit().textChanged.connect(lambda _text: self.changed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.field)
        row.addWidget(look.label(target_text(bridge, key_result), TextRole.BODY, "2"), 1)
        self.setFocusProxy(self.field)

    def reading(self) -> Reading:
        if not self.field.text().strip():
            return Reading(value=None)
        return Reading(value=read_amount(self.bridge, self.key_result, self.field.text()))

    def show_error(self, sentence: str) -> None:
        self.field.show_error(sentence)

    def focus_input(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()


class YesNoInput(ReadingInput):
    """Done or not."""

    def __init__(self, bridge: Bridge, look: Look, key_result: int) -> None:
        super().__init__(bridge, key_result)
        self._group = QButtonGroup(self)
        ground = frame("segmented")
        row = QHBoxLayout(ground)
        row.setContentsMargins(3, 3, 3, 3)
        current = bridge.scores.key_result(key_result).current
        for value, text in ((0, self.tr("Not yet")), (1, self.tr("Done"))):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.setCheckable(True)
            button.setChecked(current is not None and int(current) == value)
            self._group.addButton(button, value)
            row.addWidget(button)
        self._group.idClicked.connect(lambda _id: self.changed.emit())
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)
        outer.addStretch()

    def reading(self) -> Reading:
        chosen = self._group.checkedId()
        return Reading(value=None if chosen < 0 else chosen)

    def focus_input(self) -> None:
        (self._group.checkedButton() or self._group.button(1)).setFocus()


class StepsInput(ReadingInput):
    """Which steps are done; the number of a step ticks it."""

    def __init__(self, bridge: Bridge, look: Look, key_result: int) -> None:
        super().__init__(bridge, key_result)
        self._boxes: dict[int, QCheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        steps = bridge.snapshot.children(STEP, "key_result", key_result)
        for place, step in enumerate(steps, start=1):
            box = QCheckBox(_numbered(place, step.title).replace("&", "&&"))
            box.setChecked(step.done is not None)
            box.toggled.connect(lambda _on: self.changed.emit())
            self._boxes[step.id] = box
            column.addWidget(box)

    def reading(self) -> Reading:
        return Reading(steps=[step for step, box in self._boxes.items() if box.isChecked()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = _place_of(event)
        if 0 <= place < len(self._boxes):
            list(self._boxes.values())[place].toggle()
            return
        super().keyPressEvent(event)

    def focus_input(self) -> None:
        for box in list(self._boxes.values())[:1]:
            box.setFocus(Qt.FocusReason.OtherFocusReason)


class ZoneInput(ReadingInput):
    """The zone of a rubric that fits; its number or its first letters choose it."""

    def __init__(self, bridge: Bridge, look: Look, key_result: int) -> None:
        super().__init__(bridge, key_result)
        self._choice = ChoiceField(self.tr("Zone"))
        self._choice.setPlaceholderText(self.tr("Choose a zone"))
        zones = bridge.snapshot.children(ZONE, "key_result", key_result)
        for place, zone in enumerate(zones, start=1):
            self._choice.addItem(_numbered(place, zone.title), zone.id)
        self._choice.show_choice(bridge.scores.key_result(key_result).current)
        self._choice.currentIndexChanged.connect(lambda _index: self.changed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._choice, 1)

    def reading(self) -> Reading:
        zone = self._choice.currentData()
        return Reading(zone=zone if isinstance(zone, int) else None)

    def focus_input(self) -> None:
        self._choice.setFocus(Qt.FocusReason.OtherFocusReason)


def _numbered(place: int, title: str) -> str:
    """A step or zone with the number that is its key."""
    return f"{place}  {title}"


def _place_of(event: QKeyEvent) -> int:
    """Which one a digit means, from 0; −1 for another key."""
    return event.key() - Qt.Key.Key_1 if not event.modifiers() else -1


class FedInput(ReadingInput):
    """Nothing to enter: the value comes from a KPI or from supporting objectives."""

    def __init__(self, bridge: Bridge, look: Look, key_result: int) -> None:
        super().__init__(bridge, key_result)
        words = f"{current_text(bridge, key_result)} {target_text(bridge, key_result)}"
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(look.label(words.strip(), TextRole.SECTION))
        row.addWidget(look.wrapped(origin(bridge, key_result), tone="2"), 1)


def origin(bridge: Bridge, key_result: int) -> str:
    """Where the value of a fed key result comes from: "Comes from Net promoter score, 17 Aug"."""
    kpi = bridge.snapshot.get(KEY_RESULT, key_result).kpi
    if kpi is None:
        return tr("Comes from the supporting objectives")
    values = values_until(bridge.snapshot, kpi, bridge.today)
    name = bridge.snapshot.get(KPI, kpi).name
    if not values:
        return tr("Comes from {kpi}").format(kpi=name)
    return tr("Comes from {kpi}, {day}").format(kpi=name, day=short_date(values[-1].date))


_INPUTS: dict[str, type[YesNoInput | StepsInput | ZoneInput]] = {
    "yes_no": YesNoInput,
    "milestones": StepsInput,
    "rubric": ZoneInput,
}


def reading_input(bridge: Bridge, look: Look, key_result: int) -> ReadingInput:
    """The input that fits the key result's kind and source."""
    row: KeyResult = bridge.snapshot.get(KEY_RESULT, key_result)
    if row.source is not Source.CHECK_INS:
        return FedInput(bridge, look, key_result)
    kind = _INPUTS.get(row.kind)
    if kind is None:
        return AmountInput(bridge, look, key_result)
    return kind(bridge, look, key_result)
