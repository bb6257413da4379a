"""The dashboard."""

from collections.abc import Callable

from PySide6.QtGui import QPixmap

from devtools.screenshots.stage import open_sample, settle
from okrdesk.ui.main_window import MainWindow


def dashboard_page(window: MainWindow) -> QPixmap:
    """The numbers of the quarter, everyone's."""
    open_sample(window)
    window.show_page("dashboard")
    settle()
    picture = window.grab()
    window.show_page("plan")
    return picture


SCENES: tuple[Callable[[MainWindow], QPixmap], ...] = (dashboard_page,)
