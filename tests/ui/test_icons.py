"""Icons of buttons: clear of the text, on the side where the line begins."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QApplication, QPushButton

from okrdesk.ui.icons import IconSet, clear_icon
from okrdesk.ui.theme import ThemeController


def inked(image: QImage) -> set[int]:
    """The columns in which anything is drawn."""
    rows = range(image.height())
    return {x for x in range(image.width()) if any(image.pixelColor(x, y).alpha() for y in rows)}


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_an_icon_stands_at_the_beginning_of_a_wide_box(qapp: QApplication, scale: float) -> None:
    icon = IconSet(ThemeController(qapp)).icon("plus")
    picture = icon.pixmap(QSize(20, 16), scale, QIcon.Mode.Normal, QIcon.State.Off).toImage()
    assert picture.width() == round(20 * scale)
    assert max(inked(picture)) < 16 * scale
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    picture = icon.pixmap(QSize(20, 16), scale, QIcon.Mode.Normal, QIcon.State.Off).toImage()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert min(inked(picture)) >= 4 * scale


@pytest.mark.parametrize("scale", [1.25, 1.5, 2.0])
def test_an_icon_has_the_pixels_of_the_screen(qapp: QApplication, scale: float) -> None:
    icon = IconSet(ThemeController(qapp)).icon("plus")
    picture = icon.pixmap(QSize(16, 16), scale, QIcon.Mode.Normal, QIcon.State.Off)
    assert (picture.width(), picture.devicePixelRatio()) == (16 * scale, scale)


def test_the_room_beside_it_grows_with_the_text(qapp: QApplication) -> None:
    themes, button = ThemeController(qapp), QPushButton("New")
    clear_icon(button, themes)
    small = button.iconSize()
    themes.set_text_percent(200)
    assert button.iconSize().width() > 1.9 * small.width() > 1.9 * small.height()
    themes.set_text_percent(100)
