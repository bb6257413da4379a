"""The mission's own statements, the values, and what each cycle looks like when it went well."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from okrdesk.app import commands
from okrdesk.domain.entities import Cycle
from okrdesk.domain.tables import CYCLE, ORGANISATION, VALUE
from okrdesk.domain.words import Horizon
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.editors.fields import LineField, TextField
from okrdesk.ui.editors.page import Page
from okrdesk.ui.editors.tools import Tools
from okrdesk.ui.look import clear
from okrdesk.ui.theme import TextRole

_TOLD = (Horizon.LONG_TERM, Horizon.YEAR)

Text = Callable[[], str]


class TextsPage(Page):
    """A page of texts under headings, each written when it is left."""

    def __init__(self, tools: Tools, item: int) -> None:
        super().__init__(tools, item)
        self.column.setSpacing(6)
        self._fields: list[tuple[LineField | TextField, Text]] = []

    def refresh(self) -> None:
        for field, text in self._fields:
            field.show_text(text())

    def commit(self) -> None:
        for field, _ in list(self._fields):
            field.commit()

    def focus_first(self) -> None:
        for field, _ in self._fields[:1]:
            field.setFocus()

    def register(self, field: LineField | TextField, text: Text) -> None:
        """From now on the field shows this text of the plan."""
        field.setReadOnly(self.bridge.read_only)
        self._fields.append((field, text))

    def forget(self) -> None:
        """No field belongs to the page any more."""
        self._fields = []

    def add_heading(self, text: str) -> None:
        """A heading over what follows."""
        if self.column.count():
            self.column.addSpacing(8)
        self.column.addWidget(self.look.wrapped(text, TextRole.STRONG))


class MissionPage(TextsPage):
    """Why the organisation is there, and what the world looks like when it succeeds."""

    def __init__(self, tools: Tools, item: int) -> None:
        super().__init__(tools, item)
        self._add("mission", self.tr("Mission"), self.tr("What we are here for"))
        self._add("vision", self.tr("Vision"), self.tr("What will be so because of us"))

    def _add(self, name: str, heading: str, hint: str) -> None:
        self.add_heading(heading)
        field = TextField(heading, 2)
        field.setPlaceholderText(hint)
        field.committed.connect(
            lambda new: self.bridge.attempt(commands.set_organisation, **{name: new})
        )
        self.register(
            field, lambda: getattr(self.bridge.snapshot.get(ORGANISATION, self.item), name)
        )
        self.column.addWidget(field)


class ValuesPage(TextsPage):
    """The values, each a title and what it means."""

    def __init__(self, tools: Tools, item: int) -> None:
        super().__init__(tools, item)
        self._shown: list[int] = []
        self._values = QVBoxLayout()
        self._values.setSpacing(10)
        self.column.addLayout(self._values)
        if not self.bridge.read_only:
            row = QHBoxLayout()
            row.addWidget(self.look.button(self.tr("Add value"), self._new_value, "link", "plus"))
            row.addStretch()
            self.column.addLayout(row)

    def refresh(self) -> None:
        values = [value.id for value in self.bridge.snapshot.sorted_rows(VALUE)]
        if values != self._shown:
            self.forget()
            clear(self._values)
            self._shown = values
            for value in values:
                self._values.addWidget(self._value_row(value))
        super().refresh()

    def _new_value(self) -> None:
        self.bridge.attempt(commands.add_value, self.tr("New value"))
        self.refresh()
        for field, _ in self._fields[-2:-1]:
            field.setFocus()
            field.selectAll()

    def _value_row(self, value: int) -> QWidget:
        box = QWidget()
        name = LineField(self.tr("Value"))
        about = TextField(self.tr("What it means"), 2)
        about.setPlaceholderText(self.tr("What it means"))
        self._tie(name, value, "title")
        self._tie(about, value, "description")
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(name, 1)
        if not self.bridge.read_only:
            remove = self.look.tool_button(
                "x", self.tr("Remove this value"), lambda: self._remove(value)
            )
            top.addWidget(remove)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(about)
        return box

    def _tie(self, field: LineField | TextField, value: int, name: str) -> None:
        field.committed.connect(
            lambda new: self.bridge.attempt(commands.change_value, value, **{name: new})
        )
        self.register(field, lambda: getattr(self.bridge.snapshot.find(VALUE, value), name, ""))

    def _remove(self, value: int) -> None:
        self.bridge.attempt(commands.delete_row, VALUE, value)
        if self.bridge.snapshot.find(VALUE, value) is None:
            self.tools.told.emit(self.tr("Value deleted"))


class NarrativesPage(TextsPage):
    """For each year and each long-term cycle to come a text of what it looks like then."""

    def __init__(self, tools: Tools, item: int) -> None:
        super().__init__(tools, item)
        cycles = told_cycles(self.bridge)
        for cycle in cycles:
            self._add(cycle)
        if not cycles:
            self.column.addWidget(
                self.look.wrapped(
                    self.tr("Once there is a year or a long-term cycle, its story is told here."),
                    tone="3",
                )
            )

    def _add(self, cycle: Cycle) -> None:
        words = self.tr("What it looks like when {cycle} went well")
        self.add_heading(words.format(cycle=cycle.name))
        field = TextField(cycle.name, 4)
        field.committed.connect(
            lambda new: self.bridge.attempt(commands.change_cycle, cycle.id, narrative=new)
        )
        self.register(
            field, lambda: getattr(self.bridge.snapshot.find(CYCLE, cycle.id), "narrative", "")
        )
        self.column.addWidget(field)


def told_cycles(bridge: Bridge) -> list[Cycle]:
    """The years and long-term cycles that are not over yet, in order."""
    cycles = bridge.snapshot.sorted_rows(CYCLE)
    return [c for c in cycles if c.horizon in _TOLD and bridge.today <= c.end]
