"""A hairline between things."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent

from okrdesk.ui.theme import ThemeController
from okrdesk.ui.widgets.themed import ThemedWidget


class Rule(ThemedWidget):
    """A hairline."""

    def __init__(self, themes: ThemeController) -> None:
        super().__init__(themes)
        self.setFixedHeight(1)

    def sizeHint(self) -> QSize:
        return QSize(20, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle = self.height() // 2
        painter.fillRect(0, middle, self.width(), 1, self.theme.colour("border"))
        painter.end()
