"""The shape of a status, small; its word is the tooltip and the accessible name."""

from PySide6.QtGui import QPainter, QPaintEvent

from okrdesk.ui.look import Look
from okrdesk.ui.status_words import status_word
from okrdesk.ui.widgets.paint import paint_shape
from okrdesk.ui.widgets.themed import ThemedWidget

SIDE = 11


class StatusShape(ThemedWidget):
    """Shows one status of the domain; nothing without one."""

    def __init__(self, look: Look) -> None:
        super().__init__(look.themes)
        self._status: str | None = None
        self.setFixedSize(SIDE, SIDE)

    def show_status(self, status: str | None) -> None:
        """Shows another status."""
        self._status = status
        word = "" if status is None else status_word(status)
        self.setToolTip(word)
        self.setAccessibleName(word)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        inside = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        paint_shape(painter, inside, self.theme, self._status)
        painter.end()
