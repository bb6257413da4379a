"""The sidebar: plan, pages, saved views, teams, and at the bottom what needs no plan."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from okrdesk.domain.entities import SavedView, Team
from okrdesk.domain.saved_views import MINE, STANDARD_VIEWS
from okrdesk.domain.tables import PERSON, SAVED_VIEW, TEAM
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.look import Look
from okrdesk.ui.narrowing import Narrowing, team_choice, view_choice
from okrdesk.ui.page import Entry
from okrdesk.ui.regions import SIDEBAR_WIDTH
from okrdesk.ui.sidebar.numbers import Numbers
from okrdesk.ui.sidebar.painting import Mark
from okrdesk.ui.sidebar.row import SidebarRow, Stop
from okrdesk.ui.sidebar.section import Section
from okrdesk.ui.sidebar.switcher import PlanSwitcher, plan_line, plan_name
from okrdesk.ui.translation import said
from okrdesk.ui.widgets.scrolled import scrolled

RAIL_WIDTH, NARROWEST, WIDEST = 52, 160, 420
MARGIN = 8
_MARKS = {
    "attention": Mark(status="at_risk"),
    "mine": Mark(icon="user"),
    "unaligned": Mark(icon="link"),
}
_OWN = Mark(icon="star")


class Sidebar(QFrame):
    """``page_wanted`` carries the id of a page, ``narrowed`` that of a view or team."""

    page_wanted = Signal(str)
    narrowed = Signal(str)

    def __init__(self, look: Look, entries: Sequence[Entry], narrowing: Narrowing | None) -> None:
        """Without a ``narrowing`` there is no plan yet."""
        super().__init__()
        self.setProperty("look", "sidebar")
        self.setAccessibleName(self.tr("Sidebar"))
        self._look, self._narrowing = look, narrowing
        self._listed: tuple[list[SavedView], list[Team], bool] | None = None
        self._rail = False
        self.switcher = PlanSwitcher(look)
        self._pages = Section(look)
        self._views = Section(look, self.tr("Saved views"))
        self._teams = Section(look, self.tr("Teams"))
        self._bottom = Section(look)
        self._numbers = Numbers(self._pages, self._views, self._teams, self)
        self._build()
        for section, at_bottom in ((self._pages, False), (self._bottom, True)):
            listed = [e for e in entries if e.at_bottom == at_bottom]
            section.show_rows([self._page_row(entry) for entry in listed])
        self._hear(self.switcher)
        self._stop_at(self._pages.rows[0])

    @property
    def sections(self) -> tuple[Section, ...]:
        """From the top: pages, saved views, teams, bottom."""
        return (self._pages, self._views, self._teams, self._bottom)

    def sizeHint(self) -> QSize:
        return QSize(RAIL_WIDTH if self._rail else SIDEBAR_WIDTH, 400)

    def show_plan(self, bridge: Bridge, cycle: int | None, me: int | None) -> None:
        """Shows the organisation, its views and its teams, with their numbers in the cycle."""
        snapshot = bridge.snapshot
        self.switcher.show_plan(plan_name(snapshot), plan_line(snapshot, bridge.today))
        views = snapshot.sorted_rows(SAVED_VIEW)
        teams = [team for team in snapshot.sorted_rows(TEAM) if team.active]
        people = snapshot.count(PERSON) > 0
        if (views, teams, people) != self._listed:
            self._listed = (views, teams, people)
            self._views.show_rows(self._view_rows(views, people=people))
            self._teams.show_rows(
                [
                    self._choice_row(team_choice(team.id), team.name, Mark(colour=team.colour))
                    for team in teams
                ]
            )
            self.set_rail(rail=self._rail)
            self._stop_at(self.stop)
        self.show_choice()
        self._numbers.count(bridge, cycle, me, [team.id for team in teams])

    def show_first(self, name: str) -> None:
        """Shows the name that the first plan will have, and the page that it begins with."""
        self.switcher.show_plan(name, self.tr("No objectives yet"))
        for section in (self._views, self._teams):
            section.show_rows([])
        self.show_page(self._pages.rows[0].id)

    def show_page(self, page_id: str) -> None:
        """Says which page is seen."""
        for row in (*self._pages.rows, *self._bottom.rows):
            row.set_shown(shown=row.id == page_id)

    def show_choice(self) -> None:
        """Says which view or team the pages are narrowed to."""
        for row in (*self._views.rows, *self._teams.rows):
            row.set_shown(shown=self._narrowing is not None and row.id == self._narrowing.choice)

    def set_rail(self, *, rail: bool) -> None:
        """Shrinks to icons with tooltips, or shows everything again."""
        self._rail = rail
        # A bar would take the icons half of their room; the wheel and the keys scroll all the same.
        policy = Qt.ScrollBarPolicy
        self._area.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if rail else policy.ScrollBarAsNeeded
        )
        self.switcher.set_rail(rail=rail)
        for section in self.sections:
            section.set_rail(rail=rail)
        grown = self._look.themes.theme.length
        narrow = max(RAIL_WIDTH, grown(RAIL_WIDTH))
        self.setMinimumWidth(narrow if rail else NARROWEST)
        self.setMaximumWidth(narrow if rail else max(WIDEST, grown(WIDEST)))
        self.updateGeometry()

    def percents(self) -> list[str]:
        """What it says of the teams, from the top."""
        return [row.state.figure for row in self._teams.rows]

    @property
    def stop(self) -> Stop:
        """The row that Tab comes to: where the focus was last, at first the first page."""
        strong = Qt.FocusPolicy.StrongFocus
        stops = [stop for stop in self._stops() if stop.focusPolicy() == strong]
        return stops[0] if stops else self._pages.rows[0]

    def focus(self) -> None:
        """Puts the focus onto that row."""
        self.stop.setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self) -> None:
        inner = QWidget()
        lists = QVBoxLayout(inner)
        lists.setContentsMargins(0, 0, 0, 0)
        lists.setSpacing(0)
        for section in (self._pages, self._views, self._teams):
            lists.addWidget(section)
        lists.addStretch()
        self._area = scrolled(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 7, MARGIN, 8)
        column.setSpacing(0)
        column.addWidget(self.switcher)
        column.addSpacing(7)
        column.addWidget(self._area, 1)
        column.addWidget(self._bottom)

    def _page_row(self, entry: Entry) -> SidebarRow:
        name = said(entry.title).replace("&", "")
        row = SidebarRow(self._look, entry.id, name, Mark(icon=entry.icon))
        if entry.at_bottom and entry.keys:
            key = QKeySequence(entry.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
            row.set_key(key if len(key) < 4 else "")
        row.clicked.connect(lambda: self.page_wanted.emit(entry.id))
        self._hear(row)
        return row

    def _view_rows(self, own: list[SavedView], *, people: bool) -> list[SidebarRow]:
        """The views of every plan, without "mine" where there is nobody, then a person's own."""
        views = [view for view in STANDARD_VIEWS if people or view is not MINE]
        rows = [self._choice_row(view.id, said(view.name), _MARKS[view.id]) for view in views]
        return rows + [self._choice_row(view_choice(view.id), view.name, _OWN) for view in own]

    def _choice_row(self, choice: str, name: str, mark: Mark) -> SidebarRow:
        row = SidebarRow(self._look, choice, name, mark)
        row.clicked.connect(lambda: self.narrowed.emit(choice))
        self._hear(row)
        return row

    def _hear(self, stop: Stop) -> None:
        stop.stepped.connect(lambda by: self._step(stop, by))
        stop.entered.connect(lambda: self._stop_at(stop))

    def _stops(self) -> list[Stop]:
        return [self.switcher, *(row for section in self.sections for row in section.rows)]

    def _step(self, stop: Stop, by: int) -> None:
        stops = self._stops()
        place = min(max(stops.index(stop) + by, 0), len(stops) - 1)
        stops[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _stop_at(self, current: Stop) -> None:
        """Lets Tab come to one row alone; the arrow keys find the others."""
        for stop in self._stops():
            policy = Qt.FocusPolicy
            stop.setFocusPolicy(policy.StrongFocus if stop is current else policy.ClickFocus)
        self._area.ensureWidgetVisible(current, 0, 8)
