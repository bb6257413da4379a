"""What floats above every screen: the palette, quick add, templates."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap

from devtools.screenshots.stage import OBJECTIVE_TITLE, select, settle, with_dialog
from okrdesk.ui.dialogs.templates import TemplateGallery
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.palette.palette import Palette
from okrdesk.ui.palette.quick_add import QuickAdd


def palette(window: MainWindow) -> QPixmap:
    """The palette with an answer."""
    return _asked(window, "churn")


def palette_empty(window: MainWindow) -> QPixmap:
    """The palette before anything is typed."""
    return _asked(window, "")


def palette_wish(window: MainWindow) -> QPixmap:
    """What can be done to the selected item, in words."""
    return _asked(window, "set status be")


def palette_people(window: MainWindow) -> QPixmap:
    """People after the letter that asks for them."""
    return _asked(window, "@")


def quick_add(window: MainWindow) -> QPixmap:
    """A line that becomes a key result."""
    return _written(window, "Interview 50 top customers by phone @amara #care")


def quick_add_objective(window: MainWindow) -> QPixmap:
    """A line that becomes an objective, with a name that nobody has."""
    return _written(window, "Become a place to learn @nobody #digital > delight")


def templates(window: MainWindow) -> QPixmap:
    """The gallery, with two templates ticked."""
    select(window, OBJECTIVE_TITLE)
    return with_dialog(window, lambda: _open_gallery(window))


def templates_added(window: MainWindow) -> QPixmap:
    """Templates in the plan, as drafts."""
    select(window, OBJECTIVE_TITLE)
    _open_gallery(window)
    gallery = window.findChild(TemplateGallery)
    if isinstance(gallery, TemplateGallery):
        gallery.accept()
    settle()
    picture = window.grab()
    window.action("undo").trigger()
    return picture


def _open_gallery(window: MainWindow) -> None:
    window.action("templates").trigger()
    gallery = window.findChild(TemplateGallery)
    if isinstance(gallery, TemplateGallery):
        gallery.themes.setCurrentRow(8)
        for row in (0, 2):
            gallery.list.item(row).setCheckState(Qt.CheckState.Checked)


def _written(window: MainWindow, text: str) -> QPixmap:
    select(window, OBJECTIVE_TITLE)
    window.actions_.action("quick_add").trigger()
    found = window.findChild(QuickAdd)
    if not isinstance(found, QuickAdd):
        raise TypeError("quick add did not open")
    found.field.setText(text)
    settle()
    picture = window.grab()
    found.leave()
    return picture


def _asked(window: MainWindow, text: str) -> QPixmap:
    select(window, OBJECTIVE_TITLE)
    window.actions_.action("palette").trigger()
    found = window.findChild(Palette)
    if not isinstance(found, Palette):
        raise TypeError("the palette did not open")
    found.field.setText(text)
    settle()
    picture = window.grab()
    found.leave()
    return picture


SCENES: tuple[Callable[[MainWindow], QPixmap], ...] = (
    palette,
    palette_empty,
    palette_wish,
    palette_people,
    quick_add,
    quick_add_objective,
    templates,
    templates_added,
)
