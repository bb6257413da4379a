"""The weekly check-in."""

from collections.abc import Callable

from PySide6.QtGui import QPixmap

from devtools.screenshots.stage import open_sample, settle
from okrdesk.ui.main_window import MainWindow


def check_in_page(window: MainWindow) -> QPixmap:
    """The queue with the card of a key result."""
    open_sample(window)
    window.show_page("check_in")
    settle()
    picture = window.grab()
    window.show_page("plan")
    return picture


SCENES: tuple[Callable[[MainWindow], QPixmap], ...] = (check_in_page,)
