"""Sizes that are fixed in the design and grow with the text."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from okrdesk.ui.theme import ThemeController


class _Growing(QObject):
    """Belongs to its widget, so that it goes with it."""

    def __init__(
        self, widget: QWidget, themes: ThemeController, width: int | None, height: int | None
    ) -> None:
        super().__init__(widget)
        self._widget, self._themes = widget, themes
        self._width, self._height = width, height
        themes.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        length = self._themes.theme.length
        if self._width is not None:
            self._widget.setFixedWidth(length(self._width))
        if self._height is not None:
            self._widget.setFixedHeight(length(self._height))


def grow(
    widget: QWidget,
    themes: ThemeController,
    *,
    width: int | None = None,
    height: int | None = None,
) -> None:
    """Fixes a width, a height or both, given in pixels at the text size of the design."""
    _Growing(widget, themes, width, height)
