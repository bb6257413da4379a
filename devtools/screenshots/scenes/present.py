"""The presentation of the weekly meeting."""

from collections.abc import Callable

from PySide6.QtGui import QPixmap

from devtools.screenshots.stage import OBJECTIVE_TITLE, select, settle
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.present.window import PresentWindow


def present_plan(window: MainWindow) -> QPixmap:
    """The plan on one page."""
    return _page(window, "plan")


def present_attention(window: MainWindow) -> QPixmap:
    """What needs attention, and why."""
    return _page(window, "attention")


def _page(window: MainWindow, key: str) -> QPixmap:
    select(window, OBJECTIVE_TITLE)
    size = window.size()
    window.action("present").trigger()
    shown = window.findChild(PresentWindow)
    if not isinstance(shown, PresentWindow):
        raise TypeError("the presentation did not open")
    shown.showNormal()
    shown.resize(size)
    shown.jump(shown.keys.index(key))
    settle()
    picture = shown.grab()
    shown.close()
    settle()
    window.resize(size)
    return picture


SCENES: tuple[Callable[[MainWindow], QPixmap], ...] = (
    present_plan,
    present_attention,
)
