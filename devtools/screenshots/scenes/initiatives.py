"""The initiatives."""

from collections.abc import Callable

from PySide6.QtGui import QPixmap

from devtools.screenshots.stage import open_sample, settle
from okrdesk.ui.initiatives.checklist import Checklist
from okrdesk.ui.main_window import MainWindow


def initiatives_page(window: MainWindow) -> QPixmap:
    """The checklist by objective, with one group of done ones open."""
    open_sample(window)
    window.show_page("initiatives")
    settle()
    for checklist in window.findChildren(Checklist):
        next(box for box in checklist.boxes.values() if box.fold.isVisible()).fold.click()
    settle()
    picture = window.grab()
    window.show_page("plan")
    return picture


SCENES: tuple[Callable[[MainWindow], QPixmap], ...] = (initiatives_page,)
