"""What fills the window: an open plan, or a page that needs none, first of all the start page."""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from okrdesk.app.settings import WEEKLY_JOURNAL
from okrdesk.domain.saved_views import MINE
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.desk import Desk
from okrdesk.ui.me import ask_me, me_in
from okrdesk.ui.navigator import Navigator, Visit, Ways
from okrdesk.ui.page import Page
from okrdesk.ui.page_stack import PageStack
from okrdesk.ui.plan_view import PlanView
from okrdesk.ui.screens import FIRST, PAGES, WEEKS, screen
from okrdesk.ui.sidebar.switcher import fill_switcher

START = "start"
"""The first page; it stands in no menu."""


def made_page(desk: Desk, page_id: str) -> Page:
    """Makes a page of the table or the first page; KeyError for another id."""
    if page_id != START:
        return screen(page_id).make(desk)
    from okrdesk.ui.start_screen import StartScreen

    return StartScreen(desk)


class Aside(NamedTuple):
    """The regions of today while the past is looked at, and where one can go back to in them."""

    view: PlanView | None
    ways: Ways


class Stage(QStackedWidget):
    """Goes from page to page, remembering the way. ``turned`` tells that another page is seen."""

    turned = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.view: PlanView | None = None
        self._aside: Aside | None = None
        self.alone = PageStack(partial(made_page, desk))
        self.addWidget(self.alone)
        self.navigator = Navigator(self._here, self._go, self)

    @property
    def page_id(self) -> str:
        """The id of the page that is seen; empty before the first."""
        return self._pages.shown

    @property
    def page_has_primary(self) -> bool:
        """Whether a primary button is seen on the page itself."""
        page = self._pages.page
        if page is None:
            return False
        buttons = page.widget.findChildren(QPushButton)
        return any(b.property("look") == "primary" and b.isVisible() for b in buttons)

    @property
    def regions(self) -> list[QWidget]:
        """The parts that F6 goes through: sidebar, page and inspector, or the page alone."""
        if self.view is None:
            return [self.alone]
        return [self.view.sidebar, self.view.main, self.view.inspector]

    def show_page(self, page_id: str) -> None:
        """Jumps to a page; one that needs a plan is passed over while none is open."""
        if self.view is None and not screen(page_id).at_bottom:
            return
        if page_id != self.page_id:
            self.navigator.leave()
        self._go(Visit(page_id, narrowing=self._narrowing))

    def show_start(self) -> None:
        """Shows the first page anew, and begins a new way."""
        self.navigator.forget()
        self.alone.shown = ""
        self._go(Visit(START))

    def make_anew(self) -> None:
        """Makes the pages that need no plan again, as when the language has changed."""
        visit = self._here()
        self.alone.forget()
        if self.view is None and visit.page:
            self._go(visit)

    def show_plan(self, bridge: Bridge) -> PlanView:
        """Makes the regions of a plan that was opened."""
        self.navigator.forget()
        return self._adopt(bridge)

    def show_past(self, bridge: Bridge) -> PlanView:
        """Makes the regions of the plan's past; those of today stay as they are, out of sight."""
        if self._aside is None:
            self._aside = Aside(self.view, self.navigator.set_aside())
        else:
            self._drop()
        return self._adopt(bridge)

    def show_today(self) -> None:
        """Shows the regions of today again, as they were left."""
        if self._aside is None:
            return
        self._drop()
        self.view, ways = self._aside
        self._aside = None
        self.navigator.bring_back(ways)
        if self.view is not None:
            self.setCurrentWidget(self.view)
            self.view.refresh()
            self.view.focus_page()
        self.turned.emit()

    def leave_plan(self) -> None:
        """Lets the regions of the plan go."""
        self.show_today()
        self._drop()
        self.navigator.forget()

    def _adopt(self, bridge: Bridge) -> PlanView:
        make = partial(made_page, self._desk)
        session = self._desk.session
        left_out = frozenset(() if session.settings.get(WEEKLY_JOURNAL) else (WEEKS,))
        view = self.view = PlanView(
            bridge, self._desk.look, PAGES, make, partial(me_in, session), left_out=left_out
        )
        view.leaving.connect(self.navigator.leave)
        view.page_wanted.connect(self.show_page)
        view.me_wanted.connect(self._ask_me)
        menu = view.sidebar.switcher.menu
        menu.aboutToShow.connect(partial(fill_switcher, menu, session, self._desk.action))
        self.addWidget(view)
        view.show_page(FIRST)
        self.setCurrentWidget(view)
        return view

    def _drop(self) -> None:
        if self.view is not None:
            self.removeWidget(self.view)
            self.view.deleteLater()
            self.view = None

    def _ask_me(self) -> None:
        """Asks beside the row that wants to know."""
        view = self.view
        if view is None:
            return
        asking = view.sidebar.stop

        def go_on() -> None:
            view.refresh()
            view.narrow(MINE.id)

        place = asking.mapToGlobal(asking.rect().bottomLeft())
        ask_me(view, self._desk.session, place, go_on)

    @property
    def _pages(self) -> PageStack:
        return self.alone if self.view is None else self.view.pages

    def _here(self) -> Visit:
        page = self._pages.page
        state = None if page is None else page.state()
        return Visit(self.page_id, state, self._narrowing)

    @property
    def _narrowing(self) -> str:
        return "" if self.view is None else self.view.narrowing.choice

    def _go(self, visit: Visit) -> None:
        if self.view is None:
            page = self.alone.show_page(visit.page)
            self.setCurrentWidget(self.alone)
        else:
            page = self.view.show_page(visit.page)
            self.view.narrowing.choose(visit.narrowing)
        if visit.state is not None:
            page.restore(visit.state)
        self.turned.emit()
        page.focus()
