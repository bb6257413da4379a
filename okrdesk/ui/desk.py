"""What an action may use of the window: the seam between the table of actions and the window."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from okrdesk.ui.bridge import Bridge
from okrdesk.ui.look import Look
from okrdesk.ui.navigator import Navigator
from okrdesk.ui.notices import Notices, Way
from okrdesk.ui.pages.plan import PlanPage
from okrdesk.ui.plan_view import PlanView
from okrdesk.ui.session import Session
from okrdesk.ui.tasks import Tasks
from okrdesk.ui.theme import ThemeChoice
from okrdesk.ui.time_travel import TimeTravel


class Desk(Protocol):
    """The main window as its actions see it."""

    @property
    def session(self) -> Session:
        """Opens, makes and closes plans."""

    @property
    def bridge(self) -> Bridge | None:
        """The open plan, or its past while that is looked at; None where no plan is open."""

    @property
    def view(self) -> PlanView | None:
        """Its sidebar, page and inspector."""

    @property
    def plan(self) -> PlanPage | None:
        """The page with its tree, while it is seen: nobody changes a selection that is hidden."""

    @property
    def look(self) -> Look:
        """Themes and icons."""

    @property
    def widget(self) -> QWidget:
        """The window, as the parent of dialogs."""

    @property
    def tasks(self) -> Tasks:
        """Long work."""

    @property
    def navigator(self) -> Navigator:
        """Back and forward."""

    @property
    def travel(self) -> TimeTravel:
        """To a past day and back."""

    @property
    def page_id(self) -> str:
        """The page that is seen, by its id in ``screens.PAGES``."""

    def show_page(self, page_id: str) -> None:
        """Jumps to a page; KeyError for an unknown id."""

    def show_start(self) -> None:
        """Goes to the first page, where a plan begins."""

    @property
    def action(self) -> Callable[[str], QAction]:
        """From the id of a row of the table to Qt's action; KeyError for another id."""

    @property
    def every_action(self) -> Callable[[], list[QAction]]:
        """All of Qt's actions in the order of the table.

        ``objectName`` is the id of the row, the properties ``menu`` and ``menu_id`` the name and
        the id of its menu.
        """

    @property
    def regions(self) -> list[QWidget]:
        """The parts of the window that F6 goes through, in order."""

    def choose_theme(self, choice: ThemeChoice) -> None:
        """Changes the look and remembers it."""

    @property
    def notices(self) -> Notices:
        """What has just happened."""

    def toast(self, text: str, *, undo: bool = False, way: Way | None = None) -> None:
        """Says what has happened, with an Undo button or another one if wanted."""

    def say_problem(self, sentence: str, error: Exception) -> None:
        """Says what went wrong; a ``UserError`` speaks for itself."""
