"""The inspector's page for the mission: statements, values and what success looks like."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from okrdesk.app import commands
from okrdesk.domain.entities import Cycle, Value
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CYCLE, ORGANISATION, VALUE
from okrdesk.domain.words import Horizon
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.editors.fields import LineField, TextField
from okrdesk.ui.look import Look, clear
from okrdesk.ui.theme import TextRole

_TOLD = (Horizon.LONG_TERM, Horizon.YEAR)


class MissionEditor(QWidget):
    """Everything that the plan says before it counts."""

    chosen = Signal(object)
    key_result_wanted = Signal(object)
    status_wanted = Signal(object)

    def __init__(self, bridge: Bridge, look: Look, organisation: int) -> None:
        super().__init__()
        self._bridge, self._look, self.item = bridge, look, organisation
        self._fields: list[tuple[LineField | TextField, Callable[[Snapshot], str]]] = []
        self._values_shown: list[int] = []
        self._values = QVBoxLayout()
        self._values.setSpacing(6)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._add_statements()
        self._add_values()
        for cycle in self._told_cycles():
            self._add_narrative(cycle)
        self._column.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Shows what the plan holds."""
        snapshot = self._bridge.snapshot
        values = [value.id for value in snapshot.sorted_rows(VALUE)]
        if values != self._values_shown:
            self._build_values(values)
        for field, text in self._fields:
            field.show_text(text(snapshot))

    def commit(self) -> None:
        """Writes what is being typed."""
        for field, _ in list(self._fields):
            field.commit()

    def focus_value(self) -> None:
        """Puts the focus into the mission."""
        self._fields[1][0].setFocus()

    def _add_statements(self) -> None:
        self._title(self.tr("Organisation"))
        name = LineField(self.tr("Organisation"))
        self._add(name, "name", lambda s: s.get(ORGANISATION, self.item).name)
        self._title(self.tr("Mission"))
        mission = TextField(self.tr("Mission"), 2)
        self._add(mission, "mission", lambda s: s.get(ORGANISATION, self.item).mission)
        self._title(self.tr("Vision"))
        vision = TextField(self.tr("Vision"), 2)
        self._add(vision, "vision", lambda s: s.get(ORGANISATION, self.item).vision)

    def _add(
        self, field: LineField | TextField, name: str, text: Callable[[Snapshot], str]
    ) -> None:
        field.committed.connect(
            lambda new: self._bridge.attempt(commands.set_organisation, **{name: new})
        )
        self._register(field, text)
        self._column.addWidget(field)

    def _register(self, field: LineField | TextField, text: Callable[[Snapshot], str]) -> None:
        field.setReadOnly(self._bridge.read_only)
        self._fields.append((field, text))

    def _title(self, text: str) -> None:
        if self._column.count():
            self._column.addSpacing(8)
        self._column.addWidget(self._look.label(text, TextRole.STRONG))

    def _add_values(self) -> None:
        self._title(self.tr("Values"))
        self._column.addLayout(self._values)
        if not self._bridge.read_only:
            row = QHBoxLayout()
            row.addWidget(self._look.button(self.tr("Add value"), self._new_value, "link", "plus"))
            row.addStretch()
            self._column.addLayout(row)

    def _new_value(self) -> None:
        self._bridge.attempt(commands.add_value, self.tr("New value"))
        if self._values_shown:
            field = next(
                f for f, _ in self._fields if f.property("value") == self._values_shown[-1]
            )
            field.setFocus()
            field.selectAll()

    def _build_values(self, values: list[int]) -> None:
        self._fields = [pair for pair in self._fields if pair[0].property("value") is None]
        clear(self._values)
        self._values_shown = values
        for value in values:
            self._values.addWidget(self._value_row(value))

    def _value_row(self, value: int) -> QWidget:
        box = QWidget()
        name = LineField(self.tr("Value"))
        about = TextField(self.tr("What it means"), 2)
        about.setPlaceholderText(self.tr("What it means"))
        for field, column in ((name, "title"), (about, "description")):
            field.setProperty("value", value)
            field.committed.connect(
                lambda new, c=column: self._bridge.attempt(commands.change_value, value, **{c: new})
            )
            self._register(field, partial(_of_value, value, column))
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(name, 1)
        if not self._bridge.read_only:
            top.addWidget(self._remove_button(value))
        column_layout = QVBoxLayout(box)
        column_layout.setContentsMargins(0, 0, 0, 0)
        column_layout.setSpacing(4)
        column_layout.addLayout(top)
        column_layout.addWidget(about)
        return box

    def _remove_button(self, value: int) -> QWidget:
        return self._look.tool_button(
            "x",
            self.tr("Remove this value"),
            lambda: self._bridge.attempt(commands.delete_row, VALUE, value),
        )

    def _told_cycles(self) -> list[Cycle]:
        today = self._bridge.today
        cycles = self._bridge.snapshot.sorted_rows(CYCLE)
        return [c for c in cycles if c.horizon in _TOLD and c.start <= today <= c.end]

    def _add_narrative(self, cycle: Cycle) -> None:
        self._title(self.tr("What it looks like when {cycle} went well").format(cycle=cycle.name))
        field = TextField(cycle.name, 4)
        field.committed.connect(
            lambda new: self._bridge.attempt(commands.change_cycle, cycle.id, narrative=new)
        )
        self._register(field, lambda s: s.get(CYCLE, cycle.id).narrative)
        self._column.addWidget(field)


def _of_value(value: int, field: str, snapshot: Snapshot) -> str:
    row: Value | None = snapshot.find(VALUE, value)
    if row is None:
        return ""
    return row.title if field == "title" else row.description
