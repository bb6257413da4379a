"""The one window: menus, tool bar, a page, status bar."""

from functools import partial
from pathlib import Path

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QVBoxLayout, QWidget

from okrdesk.app.settings import THEME
from okrdesk.app.workspace import Update
from okrdesk.domain.errors import UserError
from okrdesk.ui import plan_actions, selection_actions
from okrdesk.ui.action_set import ActionSet
from okrdesk.ui.backup_news import BackupNews
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.draft_keeper import DraftKeeper
from okrdesk.ui.keeping.file_states import FileStates
from okrdesk.ui.keeping.opening import Opening
from okrdesk.ui.look import Look
from okrdesk.ui.notices import Notices, Way
from okrdesk.ui.own_words import OwnWords
from okrdesk.ui.pages.plan import PlanPage
from okrdesk.ui.plan_view import PlanView
from okrdesk.ui.screens import FIRST
from okrdesk.ui.session import Session
from okrdesk.ui.stage import Stage
from okrdesk.ui.status_bar import StatusBar
from okrdesk.ui.tasks import Tasks
from okrdesk.ui.theme import ThemeChoice
from okrdesk.ui.time_travel import TimeTravel
from okrdesk.ui.tool_bar import ToolBar
from okrdesk.ui.translation import said, tr
from okrdesk.ui.view_state import ViewState

SMALLEST = (1024, 640)
FIRST_SIZE = (1440, 900)


class MainWindow(QMainWindow):
    """The desk: everything an action may use of the window."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self.session, self.look = session, look
        self.tasks = Tasks(self)
        self._ending = False
        self._state = ViewState(session.settings)
        look.themes.dress(self)
        self.setMinimumSize(*SMALLEST)
        self.setWindowIcon(look.icons.application_icon())
        self.actions_ = ActionSet(self, self, look.icons)
        self.action, self.every_action = self.actions_.action, self.actions_.every_action
        self._build()
        session.opened.connect(self._show_plan)
        self.file_states = FileStates(self)
        self.drafts = DraftKeeper(self)
        session.closing.connect(self.commit)
        session.closed.connect(self._leave_plan)
        session.me_changed.connect(self._follow)
        session.refused.connect(partial(_show_refusal, self))
        news = BackupNews(lambda problem: self.toast(said(problem)), self)
        session.backed_up.connect(news.hear)
        session.backed_up.connect(self._refresh_bars)
        self.resize(*FIRST_SIZE)
        self._state.restore_window(self)

    @property
    def bridge(self) -> Bridge | None:
        """The open plan, or its past while that is looked at."""
        return self.travel.bridge or self.session.bridge

    @property
    def view(self) -> PlanView | None:
        """The regions of the open plan."""
        return self.stage.view

    @property
    def plan(self) -> PlanPage | None:
        """The page with its tree, while it is the one that is seen."""
        return None if self.view is None or self.page_id != FIRST else self.view.page

    @property
    def widget(self) -> QWidget:
        """The window, as the parent of dialogs."""
        return self

    @property
    def page_id(self) -> str:
        """The page that is seen."""
        return self.stage.page_id

    def show_page(self, page_id: str) -> None:
        """Jumps to a page; KeyError for an unknown id."""
        self.stage.show_page(page_id)

    @property
    def regions(self) -> list[QWidget]:
        """Tool bar, the regions of the page, status bar."""
        return [self.bar, *self.stage.regions, self.status]

    def choose_theme(self, choice: ThemeChoice) -> None:
        """Changes the look and remembers it."""
        self.look.themes.set_choice(choice)
        self.session.settings.set(THEME, choice.value)

    def toast(self, text: str, *, undo: bool = False, way: Way | None = None) -> None:
        """Says what has happened, with an Undo button or another one if wanted."""
        if undo:
            way = Way(self.tr("Undo"), self.action("undo").trigger)
        self.notices.say(text, way, of_step=undo)

    def say_problem(self, sentence: str, error: Exception) -> None:
        """Says what went wrong; a ``UserError`` speaks for itself."""
        text = said(error.message) if isinstance(error, UserError) else sentence
        self.notices.say(text)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Commits what is being typed, waits for long work, backs up."""
        if self.opening.leave() or not self.file_states.committed():
            event.ignore()
            return
        self._state.remember_window(self)
        self.tasks.drain()
        self._ending = True
        self.session.close()
        self._ending = False
        super().closeEvent(event)

    def _build(self) -> None:
        self.actions_.fill(self.menuBar())
        self.bar = ToolBar(self.look, self.action)
        self.bar.cycle.chosen.connect(partial(_choose_cycle, self))
        self.stage = Stage(self)
        self.stage.turned.connect(self._refresh_bars)
        self.opening = Opening(self, self.stage)
        self.notices = Notices(self.look, self.stage)
        self.notices.turned.connect(self.actions_.refresh)
        self.travel = TimeTravel(self, self.session, self.stage, self.notices, self.every_action)
        self.travel.arrived.connect(self.wire)
        self.travel.turned.connect(self._follow)
        self._words = OwnWords(self, self.actions_.rename, self.stage.make_anew)
        self.stage.turned.connect(self._words.turned)
        self.navigator = self.stage.navigator
        self.navigator.changed.connect(self.actions_.refresh)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.stage, 1)
        self.setCentralWidget(middle)
        self.status = StatusBar(self.look, self.action("backups"))
        self.setStatusBar(self.status)
        recent = self.actions_.menu("recent")
        recent.aboutToShow.connect(partial(fill_recent, recent, self.session))

    def _show_plan(self, bridge: Bridge) -> None:
        self.notices.step_made()
        view = self.stage.show_plan(bridge)
        bridge.updated.connect(self._follow)
        self.wire(bridge, view)
        self._state.restore_plan(str(bridge.path), view)
        self._refresh_bars()
        view.page.focus_tree()

    def wire(self, bridge: Bridge, view: PlanView) -> None:
        """Hears what a plan's regions want of the window."""
        view.scope.changed.connect(self._follow)
        bridge.refused.connect(lambda message: self.toast(said(message)))
        view.page.selected.connect(lambda _item: self.actions_.refresh())
        view.page.selection.changed.connect(self.actions_.refresh)
        view.chosen_on_page.connect(self.actions_.refresh)
        tools = view.inspector.tools
        tools.check_in_wanted.connect(partial(plan_actions.check_in_on, self))
        tools.status_wanted.connect(partial(selection_actions.choose_status, self))
        tools.person_wanted.connect(partial(selection_actions.choose_person, self))
        tools.action_wanted.connect(lambda name: self.actions_.action(name).trigger())
        tools.told.connect(lambda text: self.toast(text, undo=True))
        tools.noted.connect(self.toast)
        view.page.menu_wanted.connect(lambda at: self.actions_.context_menu(self).popup(at))

    def _leave_plan(self) -> None:
        self.stage.leave_plan()
        if not self._ending:
            self.show_start()

    def show_start(self) -> None:
        """Goes to the first page."""
        self.stage.show_start()

    def commit(self) -> None:
        """Writes what is being typed, and remembers what was open."""
        if self.view is not None and self.bridge is not None:
            self.view.commit()
            self._state.remember_plan(str(self.bridge.path), self.view)

    def _follow(self, update: Update | None = None) -> None:
        if update is not None:
            self.notices.step_made()
        if self.view is not None:
            self.view.refresh()
        self._refresh_bars()

    def _refresh_bars(self) -> None:
        """Brings title, tool bar, status bar and actions in line with the plan."""
        title = self.tr("OKR Desk")
        if self.bridge is not None:
            title = self.tr("{name} — OKR Desk").format(name=self.bridge.path.name)
        self.setWindowTitle(title)
        cycle = None if self.view is None else self.view.scope.cycle
        self.bar.show_plan(self.bridge, cycle, self.travel.day)
        self.bar.new.show_primary(primary=not self.stage.page_has_primary)
        self.status.show_plan(self.bridge, self.session, cycle)
        self.actions_.refresh()


def _choose_cycle(window: MainWindow, choice: int) -> None:
    if window.view is not None:
        window.view.scope.choose(choice)


def _show_refusal(window: MainWindow, path: Path, error: UserError) -> None:
    from okrdesk.ui.keeping.refused import refused_box

    refused_box(window, path, error).open()


def fill_recent(menu: QMenu, session: Session) -> None:
    """Fills the menu with the plans opened last."""
    menu.clear()
    for path in session.recent():
        action = menu.addAction(path.stem.replace("&", "&&"))
        action.setToolTip(str(path))
        action.triggered.connect(lambda _=False, chosen=path: session.open(chosen))
    if menu.isEmpty():
        menu.addAction(tr("No plans yet")).setEnabled(False)
