"""The line above the tree: how the rows are arranged, and menus that leave only some of them."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from okrdesk.domain.filters import EVERYTHING, TAG, Query
from okrdesk.domain.people import has_several_people, is_solo
from okrdesk.domain.snapshot import Snapshot
from okrdesk.text import Message
from okrdesk.ui.look import Look
from okrdesk.ui.models.group_structure import Arrangement
from okrdesk.ui.pages import offers
from okrdesk.ui.pages.choices import Choice, ChoiceButton
from okrdesk.ui.translation import said
from okrdesk.ui.widgets.growing import grow
from okrdesk.ui.widgets.segments import Segments

HEIGHT, MARGIN, GAP = 46, 14, 8


class _Menu(NamedTuple):
    """A menu of the bar: the word of the query, its texts, its choices, when it is there."""

    word: str
    anything: Message
    several: Message
    choices: Callable[[Snapshot], Iterator[Choice]]
    there: Callable[[Snapshot], bool]
    icon: str = ""


_MENUS = (
    _Menu(
        "level",
        Message("All levels"),
        Message("%n (level|levels)"),
        offers.levels,
        lambda snapshot: not is_solo(snapshot),
        "list-filter",
    ),
    _Menu(
        "status",
        Message("Any status"),
        Message("%n (status|statuses)"),
        offers.statuses,
        lambda _: True,
    ),
    _Menu(
        "owner",
        Message("Any owner"),
        Message("%n (owner|owners)"),
        offers.owners,
        has_several_people,
    ),
    _Menu("team", Message("Any team"), Message("%n (team|teams)"), offers.teams, offers.has_teams),
    _Menu(TAG, Message("Any tag"), Message("%n (tag|tags)"), offers.tags, offers.has_tags),
)


class ViewBar(QWidget):
    """``arranged`` carries an ``Arrangement``, ``changed`` the query of the menus.

    ``search_wanted`` asks for the line to type into.
    """

    arranged = Signal(object)
    changed = Signal(object)
    search_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        grow(self, look.themes, height=HEIGHT)
        self.query = EVERYTHING
        self.segments = Segments(self.tr("Arrangement"))
        self.segments.chosen.connect(self.arranged)
        self._snapshot: Snapshot | None = None
        self._offered: list[Arrangement] = []
        self.menus = {menu.word: self._button(look, menu) for menu in _MENUS}
        self._more = QMenu(self)
        self.more = look.tool_button("ellipsis", self.tr("More filters"), self._show_more)
        self.search = look.tool_button(
            "search", self.tr("Search the plan"), self.search_wanted.emit
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 0, MARGIN, 0)
        row.setSpacing(GAP)
        row.addWidget(self.segments)
        row.addStretch()
        for widget in (*self.menus.values(), self.more, self.search):
            row.addWidget(widget)

    def show_plan(self, snapshot: Snapshot, arrangement: Arrangement) -> None:
        """Offers what there is to choose in this plan."""
        self._snapshot = snapshot
        self._offer_arrangements(snapshot)
        self.segments.show_choice(arrangement)
        self._fit()

    def show_query(self, query: Query) -> None:
        """Ticks what a query asks for."""
        self.query = query
        for word, button in self.menus.items():
            if button.values != query.values(word):
                button.show_values(query.values(word))
        self._fit()

    def names(self, word: str) -> dict[str, str]:
        """What the values of a word are called in its menu."""
        menu = next((menu for menu in _MENUS if menu.word == word), None)
        if menu is None or self._snapshot is None:
            return {}
        return {choice.value: choice.text for choice in menu.choices(self._snapshot)}

    def minimumSizeHint(self) -> QSize:
        """The arrangements and one button; the menus find room behind it."""
        width = self.segments.sizeHint().width() + self.more.sizeHint().width()
        return QSize(width + self.search.sizeHint().width() + 2 * (MARGIN + GAP), HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _button(self, look: Look, menu: _Menu) -> ChoiceButton:
        button = ChoiceButton(look, said(menu.anything), menu.several, menu.icon)
        button.offer(lambda: () if self._snapshot is None else menu.choices(self._snapshot))
        button.changed.connect(partial(self._choose, menu.word))
        return button

    def _choose(self, word: str, values: tuple[str, ...]) -> None:
        self.query = self.query.with_values(word, values)
        self._fit()
        self.changed.emit(self.query)

    def _offer_arrangements(self, snapshot: Snapshot) -> None:
        offered = [Arrangement.TREE, Arrangement.TEAM, Arrangement.OWNER, Arrangement.CYCLE]
        if not offers.has_teams(snapshot):
            offered.remove(Arrangement.TEAM)
        if not has_several_people(snapshot):
            offered.remove(Arrangement.OWNER)
        if offered != self._offered:
            self._offered = offered
            self.segments.clear()
            for arrangement in offered:
                self.segments.add(self._name(arrangement), arrangement)

    def _name(self, arrangement: Arrangement) -> str:
        return {
            Arrangement.TREE: self.tr("Tree"),
            Arrangement.TEAM: self.tr("By team"),
            Arrangement.OWNER: self.tr("By owner"),
            Arrangement.CYCLE: self.tr("By cycle"),
        }[arrangement]

    def _show_more(self) -> None:
        self._more.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _fit(self) -> None:
        """Shows the menus that find room, those in use first; the others go behind one button."""
        if self._snapshot is None:
            return
        there = [menu for menu in _MENUS if menu.there(self._snapshot)]
        room = self.width() - 2 * MARGIN - self.segments.sizeHint().width() - GAP
        room -= self.search.sizeHint().width() + GAP
        widths = [self.menus[menu.word].sizeHint().width() + GAP for menu in there]
        if sum(widths) > room:
            room -= self.more.sizeHint().width() + GAP
        shown: set[str] = set()
        for menu, width in zip(there, widths, strict=True):
            if width <= room:
                shown.add(menu.word)
                room -= width
            else:
                room = 0
        behind = [menu.word for menu in there if menu.word not in shown]
        for word, button in self.menus.items():
            button.setVisible(word in shown)
        self._more.clear()
        for word in behind:
            self._more.addMenu(self.menus[word].menu())
        self.more.setVisible(bool(behind))
