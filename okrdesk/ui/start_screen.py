"""The first page as one of the pages of the frame."""

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from okrdesk.ui.desk import Desk
from okrdesk.ui.pages.start import StartPage, start_ways
from okrdesk.ui.regions import SIDEBAR_FROM
from okrdesk.ui.screens import FIRST, PAGES
from okrdesk.ui.shown_path import shown_path
from okrdesk.ui.sidebar import Sidebar
from okrdesk.ui.sidebar.switcher import fill_switcher
from okrdesk.ui.translation import tr


class StartScreen:
    """The first page, with the plans of this computer and what follows an answer."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._chosen: Path | None = None
        self._waiting = ""
        self.page = StartPage(desk.look, start_ways(desk.action))
        self._sidebar = made_sidebar(desk, self.focus)
        self._beside = StartRegions(self._sidebar, self.page)
        self.page.begun.connect(self._begin)
        self.page.place_wanted.connect(self._choose_place)
        self.page.recent_chosen.connect(desk.session.open)

    @property
    def widget(self) -> QWidget:
        """The page, with the sidebar beside it."""
        return self._beside

    def refresh(self) -> None:
        """Shows the recent plans and where a new one would be."""
        self.page.show_recent(self._desk.session.recent())
        self._show_place()

    def commit(self) -> None:
        """Nothing: what is typed here is no plan yet."""

    def focus(self) -> None:
        """Puts the caret into the field."""
        self.page.focus_entry()

    def state(self) -> None:
        """Nothing."""

    def restore(self, state: object) -> None:
        """Nothing."""

    @property
    def _path(self) -> Path:
        return self._chosen or self._desk.session.free_path(tr("My plan"))

    def _show_place(self) -> bool:
        """Says where the plan will be; tells whether it can be there."""
        path = self._path
        fit = writable(path.parent)
        self.page.show_place(shown_path(path), writable=fit)
        self._sidebar.show_first(path.stem)
        return fit

    def _choose_place(self) -> None:
        """Asks for a place, and goes on with what was begun."""
        from okrdesk.ui.dialogs import files

        title = tr("Choose where to keep your plan")
        path = files.ask_save(self._desk.widget, title, self._path)
        if path is None:
            return
        self._chosen, waiting, self._waiting = path, self._waiting, ""
        if self._show_place() and waiting:
            self._begin(waiting)
        else:
            self.focus()

    def _begin(self, title: str) -> None:
        """Makes the plan, and asks at once for the first key result."""
        if not self._show_place():
            self._waiting = title
            self.page.problem.button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        path, self._chosen = self._path, None
        objective = self._desk.session.begin(title, path)
        plan = self._desk.plan
        if objective is not None and plan is not None:
            self.page.entry.clear()
            plan.select(objective)
            plan.draft_key_result(objective)
            once = Qt.ConnectionType.SingleShotConnection
            plan.writing_ended.connect(lambda: self._say_saved(path), once)

    def _say_saved(self, path: Path) -> None:
        text = tr("Saved in {path}").format(path=shown_path(path))
        self._desk.toast(text)


class StartRegions(QWidget):
    """The sidebar and the first page; in a narrow window the sidebar shrinks to icons."""

    def __init__(self, sidebar: Sidebar, page: QWidget) -> None:
        super().__init__()
        self._sidebar = sidebar
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(sidebar)
        row.addWidget(page, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._sidebar.set_rail(rail=event.size().width() < SIDEBAR_FROM)


def made_sidebar(desk: Desk, first: Callable[[], object]) -> Sidebar:
    """The sidebar before there is a plan: only what can be used already stands in it.

    ``first`` goes to where a plan begins.
    """
    entries = [entry for entry in PAGES if entry.id == FIRST or entry.at_bottom]
    sidebar = Sidebar(desk.look, entries, None)
    menu = sidebar.switcher.menu
    menu.aboutToShow.connect(partial(fill_switcher, menu, desk.session, desk.action))
    sidebar.page_wanted.connect(lambda page: first() if page == FIRST else desk.show_page(page))
    return sidebar


def writable(folder: Path) -> bool:
    """Whether a file can be made in the folder; only trying tells for sure."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False
