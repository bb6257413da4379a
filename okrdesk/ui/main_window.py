"""The one window: menus, tool bar, a page, status bar."""

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from okrdesk.app.settings import THEME
from okrdesk.app.workspace import Update
from okrdesk.domain.errors import UserError
from okrdesk.text import Message
from okrdesk.ui.action_set import ActionSet
from okrdesk.ui.banners import show_banner
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.look import Look
from okrdesk.ui.pages.plan import PlanPage
from okrdesk.ui.plan_view import PlanView
from okrdesk.ui.session import Session
from okrdesk.ui.status_bar import StatusBar
from okrdesk.ui.tasks import Tasks
from okrdesk.ui.theme import ThemeChoice
from okrdesk.ui.tool_bar import ToolBar
from okrdesk.ui.translation import said, tr
from okrdesk.ui.view_state import ViewState

if TYPE_CHECKING:
    from okrdesk.ui.pages.start import StartPage
    from okrdesk.ui.widgets.toast import Toast

SMALLEST = (1024, 640)
FIRST = (1440, 900)


class MainWindow(QMainWindow):
    """The desk: everything an action may use of the window."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self.session, self.look = session, look
        self.tasks = Tasks(self)
        self.view: PlanView | None = None
        self._ending = False
        self._backup_problem: Message | None = None
        self._state = ViewState(session.settings)
        self.setMinimumSize(*SMALLEST)
        self.setWindowIcon(look.icons.application_icon())
        self.actions_ = ActionSet(self, self, look.icons)
        self._build()
        session.opened.connect(self._show_plan)
        session.closing.connect(self.commit)
        session.closed.connect(self._leave_plan)
        session.refused.connect(self._refuse)
        session.backed_up.connect(self._tell_backup)
        self.resize(*FIRST)
        self._state.restore_window(self)

    @property
    def bridge(self) -> Bridge | None:
        """The open plan, if one is open."""
        return self.session.bridge

    @property
    def plan(self) -> PlanPage | None:
        """The page with its tree, if a plan is open."""
        return None if self.view is None else self.view.page

    @property
    def widget(self) -> QWidget:
        """The window, as the parent of dialogs."""
        return self

    def choose_theme(self, choice: ThemeChoice) -> None:
        """Changes the look and remembers it."""
        self.look.themes.set_choice(choice)
        self.session.settings.set(THEME, choice.value)

    def toast(self, text: str, *, undo: bool = False) -> None:
        """Says what has happened, with an Undo button if wanted."""
        self._toast.show_message(text, self.tr("Undo") if undo else "")

    def say_problem(self, sentence: str, error: Exception) -> None:
        """Says what went wrong; a ``UserError`` speaks for itself."""
        text = said(error.message) if isinstance(error, UserError) else sentence
        self._toast.show_message(text)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Commits what is being typed, waits for long work, backs up."""
        self._state.remember_window(self)
        self.tasks.drain()
        self._ending = True
        self.session.close()
        self._ending = False
        super().closeEvent(event)

    def _build(self) -> None:
        self.actions_.fill(self.menuBar())
        self.bar = ToolBar(
            self.look, self.actions_.action("sidebar"), self.actions_.action("new_objective")
        )
        self._pages = QStackedWidget()
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._pages, 1)
        self.setCentralWidget(middle)
        self.status = StatusBar(self.look)
        self.setStatusBar(self.status)
        recent = self.actions_.menu("recent")
        recent.aboutToShow.connect(partial(fill_recent, recent, self.session))

    @cached_property
    def _toast(self) -> "Toast":
        from okrdesk.ui.widgets.toast import Toast

        toast = Toast(self.look.themes, self._pages)
        toast.triggered.connect(self.actions_.action("undo").trigger)
        return toast

    @cached_property
    def start_page(self) -> "StartPage":
        """The first page, made when it is first shown: most starts open a plan."""
        from okrdesk.ui.pages.start import StartPage, start_ways

        page = StartPage(self.look, start_ways(self.actions_.action))
        page.begun.connect(self._begin)
        page.recent_chosen.connect(self.session.open)
        self._pages.addWidget(page)
        return page

    def _begin(self, title: str) -> None:
        """Makes the plan, and asks at once for the first key result."""
        objective = self.session.begin(title)
        if objective is not None and self.plan is not None:
            self.plan.select(objective)
            self.plan.draft_key_result(objective)

    def _show_plan(self, bridge: Bridge) -> None:
        view = self.view = PlanView(bridge, self.look)
        self._pages.addWidget(view)
        self._pages.setCurrentWidget(view)
        bridge.updated.connect(self._follow)
        view.scope.changed.connect(self._follow)
        self.bar.cycle.chosen.connect(view.scope.choose)
        bridge.refused.connect(lambda message: self.toast(said(message)))
        view.page.selected.connect(lambda _item: self.actions_.refresh())
        view.inspector.check_in_wanted.connect(
            lambda _item: self.actions_.action("check_in").trigger()
        )
        view.page.menu_wanted.connect(lambda at: self.actions_.context_menu(self).popup(at))
        self.setWindowTitle(self.tr("{name} — OKR Desk").format(name=bridge.path.name))
        self._state.restore_plan(str(bridge.path), view)
        show_banner(view.banner, bridge, self.session)
        self._refresh_bars()
        view.page.focus_tree()

    def _leave_plan(self) -> None:
        if self.view is not None:
            self._pages.removeWidget(self.view)
            self.view.deleteLater()
            self.view = None
        if not self._ending:
            self.show_start()

    def show_start(self) -> None:
        """Goes to the first page."""
        self.setWindowTitle(self.tr("OKR Desk"))
        self.start_page.show_recent(self.session.recent())
        self.start_page.show_place(str(self.session.free_path(self.tr("My plan"))))
        self.start_page.entry.clear()
        self._pages.setCurrentWidget(self.start_page)
        self.start_page.focus_entry()
        self._refresh_bars()

    def commit(self) -> None:
        """Writes what is being typed, and remembers what was open."""
        if self.view is not None and self.bridge is not None:
            self.view.commit()
            self._state.remember_plan(str(self.bridge.path), self.view)

    def _follow(self, _update: Update | None = None) -> None:
        if self.view is not None:
            self.view.refresh()
        self._refresh_bars()

    def _refresh_bars(self) -> None:
        """Brings tool bar, status bar and actions in line with the plan."""
        cycle = None if self.view is None else self.view.scope.cycle
        self.bar.show_plan(self.bridge, cycle)
        self.status.show_plan(self.bridge, self.session, cycle)
        self.actions_.refresh()

    def _refuse(self, path: Path, error: UserError) -> None:
        from okrdesk.ui.dialogs.refused import refused_box

        refused_box(self, self.session, path, error).open()

    def _tell_backup(self, problem: Message | None) -> None:
        """A failure is told once; the next attempt comes by itself."""
        if problem is not None and problem != self._backup_problem:
            self.toast(said(problem))
        self._backup_problem = problem
        self._refresh_bars()


def fill_recent(menu: QMenu, session: Session) -> None:
    """Fills the menu with the plans opened last."""
    menu.clear()
    for path in session.recent():
        action = menu.addAction(path.stem.replace("&", "&&"))
        action.setToolTip(str(path))
        action.triggered.connect(lambda _=False, chosen=path: session.open(chosen))
    if menu.isEmpty():
        menu.addAction(tr("No plans yet")).setEnabled(False)
