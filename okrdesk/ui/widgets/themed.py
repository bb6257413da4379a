"""What every painted widget shares: the theme, and repainting when it changes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from okrdesk.ui.theme import Theme, ThemeController


class ThemedWidget(QWidget):
    """A widget that paints itself with the theme in use."""

    def __init__(self, themes: ThemeController, parent: QWidget | None = None) -> None:
        """Follow the theme of `themes`."""
        super().__init__(parent)
        self._themes = themes
        themes.changed.connect(self._restyle)

    @property
    def theme(self) -> Theme:
        """Return the theme in use."""
        return self._themes.theme

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft
