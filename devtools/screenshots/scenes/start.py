"""The first page."""

from collections.abc import Callable

from PySide6.QtGui import QPixmap

from devtools.screenshots.stage import open_sample, settle
from okrdesk.ui.main_window import MainWindow


def start(window: MainWindow) -> QPixmap:
    """The first page."""
    window.session.close()
    settle()
    return window.grab()


def recent(window: MainWindow) -> QPixmap:
    """The first page with plans that were opened before."""
    open_sample(window)
    return start(window)


SCENES: tuple[Callable[[MainWindow], QPixmap], ...] = (
    start,
    recent,
)
