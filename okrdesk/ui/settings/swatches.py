"""The five category colours to choose from."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from okrdesk.ui.look import Look
from okrdesk.ui.settings.words import COLOUR_WORDS
from okrdesk.ui.translation import said

SIDE = 26


class SwatchButton(QAbstractButton):
    """One colour; a ring tells that it is chosen, another one that it has the focus."""

    def __init__(self, look: Look, colour: int) -> None:
        super().__init__()
        self._look, self._colour = look, colour
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(said(COLOUR_WORDS[colour]))
        self.setToolTip(self.accessibleName())
        look.themes.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        side = self._look.themes.theme.length(SIDE)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.themes.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(f"cat{self._colour}"))
        rect = QRectF(self.rect())
        painter.drawRoundedRect(rect.adjusted(5, 5, -5, -5), 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.isChecked() or self.hasFocus():
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(theme.colour("focus" if self.hasFocus() else "text"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawRoundedRect(rect.adjusted(1.5, 1.5, -1.5, -1.5), 6, 6)
        painter.end()


class Swatches(QWidget):
    """``chosen`` carries the number of the colour that a person picked."""

    chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Colour"))
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for colour in COLOUR_WORDS:
            button = SwatchButton(look, colour)
            self._group.addButton(button, colour)
            row.addWidget(button)
        row.addStretch()
        self.setFocusProxy(self._group.button(1))

    def show_colour(self, colour: int) -> None:
        """Shows the colour in use."""
        button = self._group.button(colour)
        button.setChecked(True)
        self.setFocusProxy(button)
