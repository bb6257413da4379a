"""The frame of the window: what the sidebar leads to."""

from collections.abc import Callable
from datetime import date

from PySide6.QtGui import QPixmap

from devtools.screenshots.stage import OBJECTIVE_TITLE, select, settle, with_dialog, with_popup
from okrdesk.domain.saved_views import ATTENTION
from okrdesk.ui.main_window import MainWindow


def narrowed(window: MainWindow) -> QPixmap:
    """The plan narrowed to what needs attention."""
    select(window, OBJECTIVE_TITLE)
    if window.view is not None:
        window.view.narrow(ATTENTION.id)
        settle()
    picture = window.grab()
    if window.view is not None:
        window.view.narrowing.choose("")
    return picture


def switcher(window: MainWindow) -> QPixmap:
    """The menu of other plans."""
    select(window, OBJECTIVE_TITLE)
    if window.view is not None:
        window.view.sidebar.switcher.click()
    return with_popup(window)


def sidebar_focus(window: MainWindow) -> QPixmap:
    """The focus in the sidebar, with the inspector over a narrow window."""
    select(window, OBJECTIVE_TITLE)
    if window.view is not None:
        window.view.show_inspector(shown=True)
        window.view.sidebar.focus()
        settle()
    return window.grab()


def as_of_dialog(window: MainWindow) -> QPixmap:
    """The days that can be looked back to."""
    select(window, OBJECTIVE_TITLE)
    return with_dialog(window, window.action("as_of").trigger)


def as_of(window: MainWindow) -> QPixmap:
    """The plan as it stood on a day of July."""
    select(window, OBJECTIVE_TITLE)
    window.travel.go(date(2026, 7, 20))
    settle()
    picture = window.grab()
    window.travel.back()
    return picture


def since_meeting(window: MainWindow) -> QPixmap:
    """What changed in a week, item by item."""
    select(window, OBJECTIVE_TITLE)
    return with_dialog(window, window.action("since_meeting").trigger)


SCENES: tuple[Callable[[MainWindow], QPixmap], ...] = (
    narrowed,
    switcher,
    sidebar_focus,
    as_of_dialog,
    as_of,
    since_meeting,
)
