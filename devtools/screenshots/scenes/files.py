"""States of files."""

from collections.abc import Callable

from PySide6.QtGui import QPixmap

from devtools.screenshots.stage import open_sample, sample, settle, with_dialog
from okrdesk.ui.main_window import MainWindow


def read_only(window: MainWindow) -> QPixmap:
    """The banner of a plan that can only be read."""
    window.session.close()
    window.session.open(sample(window), write=False)
    settle()
    picture = window.grab()
    window.session.close()
    return picture


def refused(window: MainWindow) -> QPixmap:
    """A file that is no plan."""
    open_sample(window)
    path = sample(window).with_name("Notes.okrdesk")
    path.write_text("These are notes. " * 300)
    return with_dialog(window, lambda: window.session.open(path))


SCENES: tuple[Callable[[MainWindow], QPixmap], ...] = (
    read_only,
    refused,
)
