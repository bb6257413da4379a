"""The dashboard as one of the pages of the frame."""

from functools import partial

from PySide6.QtWidgets import QWidget

from okrdesk.domain.filters import Query
from okrdesk.ui.charts.library import ChartLibrary
from okrdesk.ui.dashboard.page import DashboardPage
from okrdesk.ui.dashboard.wishes import Item, Measure, Place, Search
from okrdesk.ui.desk import Desk
from okrdesk.ui.narrowing import team_choice


class DashboardScreen:
    """Follows the cycle and what every screen is narrowed to, and opens what is counted."""

    def __init__(self, desk: Desk) -> None:
        if desk.bridge is None or desk.view is None:
            raise LookupError("plan")
        self._desk, self._view = desk, desk.view
        self._page = DashboardPage(desk.bridge, desk.look, ChartLibrary())
        self._page.team_chosen.connect(self.choose_team)
        self._page.head.report_wanted.connect(desk.action("export_pdf").trigger)
        self._page.board.wanted.connect(self.open)
        self._page.board.copied.connect(desk.toast)
        self._page.nothing.check_in_wanted.connect(partial(desk.show_page, "check_in"))
        self._page.nothing.sample_wanted.connect(desk.action("sample_plan").trigger)
        self._view.narrowing.changed.connect(self._page_changed)

    @property
    def widget(self) -> QWidget:
        """The page."""
        return self._page

    def refresh(self) -> None:
        """Follows the plan."""
        self._page.show_plan(self._view.scope.cycle, self._view.narrowing.narrowed)

    def commit(self) -> None:
        """Nothing: nothing is typed here."""

    def focus(self) -> None:
        """Puts the focus on the tile that had it last."""
        self._page.focus()

    def state(self) -> object:
        """The tile that had the focus."""
        return self._page.place_of_focus()

    def restore(self, state: object) -> None:
        """Goes to the tile again."""
        if isinstance(state, int):
            self._page.focus_tile(state)

    def choose_team(self, team: object) -> None:
        """Narrows every screen to a team, or to nothing."""
        self._view.narrowing.choose(team_choice(team) if isinstance(team, int) else "")

    def open(self, wish: object) -> None:
        """Jumps to what a number counts; "back" returns."""
        match wish:
            case Search(query):
                self._search(query)
            case Item(item):
                self._view.go_to(item)
            case Measure(kpi):
                self._desk.show_page("kpis")
                if self._view.pages.page is not None:
                    self._view.pages.page.restore(kpi)
            case Place(page):
                self._desk.show_page(page)

    def _search(self, query: Query) -> None:
        self._desk.show_page("plan")
        asked = self._view.page.filter
        asked.field.show_text("")
        asked.choose(query)

    def _page_changed(self) -> None:
        if self._desk.page_id == "dashboard":
            self.refresh()
