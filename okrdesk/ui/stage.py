"""What fills the window: an open plan, or a page that needs none, first of all the start page."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from okrdesk.ui.bridge import Bridge
from okrdesk.ui.desk import Desk
from okrdesk.ui.navigator import Navigator, Visit
from okrdesk.ui.page import Page
from okrdesk.ui.page_stack import PageStack
from okrdesk.ui.plan_view import PlanView
from okrdesk.ui.screens import FIRST, PAGES, screen

START = "start"
"""The first page; it stands in no menu."""


def made_page(desk: Desk, page_id: str) -> Page:
    """Makes a page of the table or the first page; KeyError for another id."""
    if page_id != START:
        return screen(page_id).make(desk)
    from okrdesk.ui.start_screen import StartScreen

    return StartScreen(desk)


class Stage(QStackedWidget):
    """Goes from page to page, remembering the way. ``turned`` tells that another page is seen."""

    turned = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.view: PlanView | None = None
        self.alone = PageStack(partial(made_page, desk))
        self.addWidget(self.alone)
        self.navigator = Navigator(self._here, self._go, self)

    @property
    def page_id(self) -> str:
        """The id of the page that is seen; empty before the first."""
        return self._pages.shown

    def show_page(self, page_id: str) -> None:
        """Jumps to a page; one that needs a plan is passed over while none is open."""
        if self.view is None and not screen(page_id).at_bottom:
            return
        if page_id != self.page_id:
            self.navigator.leave()
        self._go(Visit(page_id))

    def show_start(self) -> None:
        """Shows the first page anew, and begins a new way."""
        self.navigator.forget()
        self.alone.shown = ""
        self._go(Visit(START))

    def show_plan(self, bridge: Bridge) -> PlanView:
        """Makes the regions of a plan that was opened."""
        make = partial(made_page, self._desk)
        view = self.view = PlanView(bridge, self._desk.look, PAGES, make)
        view.leaving.connect(self.navigator.leave)
        view.page_wanted.connect(self.show_page)
        self.navigator.forget()
        self.addWidget(view)
        view.show_page(FIRST)
        self.setCurrentWidget(view)
        return view

    def leave_plan(self) -> None:
        """Lets the regions of the plan go."""
        if self.view is not None:
            self.removeWidget(self.view)
            self.view.deleteLater()
            self.view = None
        self.navigator.forget()

    @property
    def _pages(self) -> PageStack:
        return self.alone if self.view is None else self.view.pages

    def _here(self) -> Visit:
        page = self._pages.page
        return Visit(self.page_id, None if page is None else page.state())

    def _go(self, visit: Visit) -> None:
        if self.view is None:
            page = self.alone.show_page(visit.page)
            self.setCurrentWidget(self.alone)
        else:
            page = self.view.show_page(visit.page)
        if visit.state is not None:
            page.restore(visit.state)
        self.turned.emit()
        page.focus()
