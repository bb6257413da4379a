"""The weekly check-in."""

from collections.abc import Callable

from PySide6.QtGui import QPixmap

from devtools.screenshots.stage import open_sample, settle
from okrdesk.ui.check_in.page import CheckInPage
from okrdesk.ui.main_window import MainWindow


def check_in_page(window: MainWindow) -> QPixmap:
    """The queue with the card of a key result."""
    open_sample(window)
    window.show_page("check_in")
    settle()
    picture = window.grab()
    window.show_page("plan")
    return picture


def check_in_table(window: MainWindow) -> QPixmap:
    """All that is due at once, partly written, with a cell that cannot be read."""
    open_sample(window)
    window.show_page("check_in")
    page = window.findChild(CheckInPage)
    if page is None:
        raise LookupError("check_in")
    page.show_as_table(on=True)
    page.table.grid.paste("5\t4\tTwo banks are willing.\n12\nmany\n+62\t8\n=")
    settle()
    picture = window.grab()
    page.show_as_table(on=False)
    window.show_page("plan")
    return picture


SCENES: tuple[Callable[[MainWindow], QPixmap], ...] = (check_in_page, check_in_table)
