"""The checklist of initiatives: written with Enter, ticked with Space; no task manager."""

from typing import NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from okrdesk.app import commands
from okrdesk.domain.filters import Facts, matching
from okrdesk.domain.initiative_list import ANYBODY, Grouping, Wanted, aims, initiative_groups
from okrdesk.domain.tables import CYCLE, INITIATIVE, KEY_RESULT, LINK, OBJECTIVE, PERSON
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.desk import Desk
from okrdesk.ui.initiatives.checklist import Checklist
from okrdesk.ui.initiatives.emptiness import NoInitiatives
from okrdesk.ui.initiatives.entry import Entry
from okrdesk.ui.initiatives.head import Head
from okrdesk.ui.plan_view import PlanView
from okrdesk.ui.widgets.scrolled import scrolled

SEEN = (INITIATIVE, OBJECTIVE, KEY_RESULT, PERSON, CYCLE, LINK)
"""Only an edit of these tables changes what the page shows."""


class PageState(NamedTuple):
    """How the list is grouped, and whose it is."""

    grouping: Grouping = Grouping.OBJECTIVE
    person: int | None = ANYBODY


class InitiativesPage(QWidget):
    """Head, the line to write in, and the groups; or one way to begin."""

    def __init__(self, desk: Desk, bridge: Bridge, view: PlanView) -> None:
        super().__init__()
        self._desk, self._bridge, self._view = desk, bridge, view
        self.state = PageState()
        self._shown: object = None
        look = desk.look
        self.head = Head(look)
        self.head.grouped.connect(lambda name: self._choose(grouping=Grouping(name)))
        self.head.whose_chosen.connect(lambda person: self._choose(person=person))
        self.entry = Entry(look)
        self.entry.written.connect(self._add)
        self.entry.aim_wanted.connect(desk.action("aim_initiative").trigger)
        self.empty = NoInitiatives(look)
        self.empty.wanted.connect(self._begin)
        self.list = Checklist(bridge, look)
        self.list.told.connect(lambda text: desk.toast(text, undo=True))
        self.list.chosen.connect(view.go_to)
        self.list.add_wanted.connect(self.write_for)
        view.narrowing.changed.connect(self.refresh)
        self._build()

    def refresh(self) -> None:
        """Shows the plan as it stands, where something of it differs from what is shown."""
        query, snapshot = self._view.narrowing.query, self._bridge.snapshot
        cycle = self._view.scope.cycle_id
        seen = (snapshot.state(*SEEN), query, cycle, self._bridge.today, self.state)
        if not query and seen == self._shown:
            return
        self._shown = seen
        items = None
        if query:
            facts = Facts(snapshot, self._bridge.scores, self._view.narrowing.me())
            items = frozenset(matching(query, facts, None, cycle))
        wanted = Wanted(cycle, self.state.person, items)
        groups = initiative_groups(snapshot, self.state.grouping, wanted)
        self.head.show_people(snapshot, self.state.grouping, self.state.person)
        self.head.show_groups(groups)
        self.list.show_groups(groups, self.state.grouping)
        self._show_entry(cycle)
        self._scroll.setVisible(bool(groups))
        self.empty.setVisible(not groups)
        self.empty.show_way(
            narrowed=bool(query) or self.state.person != ANYBODY,
            aimless=self.entry.item is None,
            free=not self._bridge.read_only,
        )

    def commit(self) -> None:
        """Writes what is being typed."""
        self.list.commit()
        self.entry.commit()

    def focus(self) -> None:
        """Puts the focus into the line for a new one, or onto what there is."""
        if self.entry.isVisibleTo(self):
            self.entry.field.setFocus()
        elif self.empty.button.isVisibleTo(self):
            self.empty.button.setFocus()
        else:
            self.list.focus_first()

    def show_state(self, state: PageState) -> None:
        """Groups and narrows the list so."""
        self.state = state
        self.refresh()

    def write_for(self, item: int) -> None:
        """Lets the next initiative be for an objective or key result."""
        self.entry.show_item(self._bridge.snapshot, item)
        self.entry.field.setFocus()

    def _choose(self, **fields: object) -> None:
        self.commit()
        self.show_state(self.state._replace(**fields))  # type: ignore[arg-type]  # its own fields

    def _add(self, text: str) -> None:
        person = self.state.person
        owner = person if person != ANYBODY else self._view.narrowing.me()
        self._bridge.attempt(commands.add_initiative, text, item=self.entry.item, owner=owner)

    def _show_entry(self, cycle: int | None) -> None:
        """Keeps what the next one is for, or begins with the first objective of the cycle."""
        snapshot = self._bridge.snapshot
        choices = [] if self._bridge.read_only else list(aims(snapshot, cycle))
        item = self.entry.item
        if item not in choices:
            rows = (snapshot.find(OBJECTIVE, choice) for choice in choices)
            here = (row.id for row in rows if row is not None and row.cycle == cycle)
            item = next(here, next(iter(choices), None))
        self.entry.show_item(snapshot, item)

    def _begin(self) -> None:
        if self._view.narrowing.choice or self.state.person != ANYBODY:
            self._view.narrowing.choose("")
            self._choose(person=ANYBODY)
        elif self.entry.item is None:
            self._desk.action("new_objective").trigger()
        else:
            self.entry.aim_wanted.emit()

    def _build(self) -> None:
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(20, 4, 20, 14)
        inside.addWidget(self.list)
        inside.addStretch(1)
        self._scroll = scrolled(content)
        line = QVBoxLayout()
        line.setContentsMargins(20, 0, 20, 10)
        line.addWidget(self.entry)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(line)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.empty, 1)
