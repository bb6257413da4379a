"""What floats above every screen, opened for the tests of the languages."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from okrdesk.ui.dialogs.templates import TemplateGallery
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.palette.palette import Palette
from okrdesk.ui.palette.quick_add import QuickAdd
from tests.ui.window.conftest import Find


def palette(desk: MainWindow, _find: Find) -> None:
    desk.action("palette").trigger()
    desk.findChildren(Palette)[0].field.setText("15")


def quick_add(desk: MainWindow, _find: Find) -> None:
    desk.action("quick_add").trigger()
    desk.findChildren(QuickAdd)[0].field.setText("15")


def templates(desk: MainWindow, _find: Find) -> QWidget | None:
    """Without one that is found: what templates hold is English in every language so far."""
    desk.action("templates").trigger()
    desk.findChildren(TemplateGallery)[0].search.setText("15151515")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return QApplication.activeModalWidget()


SCENES: tuple[Callable[[MainWindow, Find], QWidget | None], ...] = (palette, quick_add, templates)
