"""A key as it is drawn beside what it does: its name in a small frame."""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from okrdesk.ui.theme import TextRole, Theme, ThemeController
from okrdesk.ui.widgets.paint import antialiased, snapped
from okrdesk.ui.widgets.themed import ThemedWidget

RADIUS, PADDING = 4.0, 6.0


def cap_size(keys: str, font: QFont) -> QSizeF:
    """The size that a key needs."""
    metrics = QFontMetricsF(font)
    width = metrics.horizontalAdvance(keys) + 2 * PADDING
    height = metrics.height() + 4
    return QSizeF(max(width, height), height)


def paint_cap(painter: QPainter, rect: QRectF, theme: Theme, keys: str, font: QFont) -> None:
    """Draws a key, its lower edge a little stronger."""
    with antialiased(painter):
        edge = snapped(painter, rect)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("border-strong" if theme.high_contrast else "border"))
        painter.drawRoundedRect(edge, RADIUS, RADIUS)
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(edge.adjusted(1, 1, -1, -2), RADIUS - 1, RADIUS - 1)
        painter.setFont(font)
        painter.setPen(QPen(theme.colour("text-2")))
        painter.drawText(edge.adjusted(0, 0, 0, -1), Qt.AlignmentFlag.AlignCenter, keys)


class KeyCap(ThemedWidget):
    """A key beside a word."""

    def __init__(self, themes: ThemeController, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._keys = keys
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return cap_size(self._keys, self.theme.font(TextRole.CAPTION)).toSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = self.theme.font(TextRole.CAPTION)
        paint_cap(painter, QRectF(self.rect()), self.theme, self._keys, font)
        painter.end()

    def _restyle(self) -> None:
        self.setFixedSize(self.sizeHint())
        super()._restyle()


def key_caps(themes: ThemeController, shortcut: QKeySequence) -> QWidget:
    """The keys of a shortcut side by side, as this system names them."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    text = shortcut.toString(QKeySequence.SequenceFormat.NativeText)
    for keys in text.split("+"):
        layout.addWidget(KeyCap(themes, keys))
    layout.addStretch()
    return row
