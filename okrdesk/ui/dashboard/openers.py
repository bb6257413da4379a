"""What can be pressed inside a tile: a number, and a row with a mark in front of it."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QStyle

from okrdesk.ui.dashboard.wishes import Wish
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole, Theme
from okrdesk.ui.widgets.paint import antialiased, paint_shape

ROW, MARK, GAP = 24, 10, 8
"""Heights and widths of a row, in pixels of the design."""
INSET = 4
"""What a row is wider than what is written in it, on each side; its frame stands there."""
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
TARGET, FRAME = 26, 3
"""What is narrower is hard to hit; what an opener has around its words. In pixels."""


class Opener(QPushButton):
    """Words or a number; ``wanted`` carries what they open."""

    wanted = Signal(object)

    def __init__(self, look: Look, role: TextRole, style: str = "text") -> None:
        super().__init__()
        self._look, self._role = look, role
        self._wish: Wish | None = None
        self.setProperty("look", style)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)
        look.themes.changed.connect(self._restyle)
        self._restyle()

    def show_text(self, text: str, sentence: str, wish: Wish | None) -> None:
        """Shows a text; ``sentence`` is what a screen reader says."""
        self._wish = wish
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(sentence)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(TARGET, 0))

    def _open(self) -> None:
        if self._wish is not None:
            self.wanted.emit(self._wish)

    def _restyle(self) -> None:
        self.setFont(self._look.themes.theme.font(self._role))


class Line(NamedTuple):
    """What a row shows; ``sentence`` is what a screen reader says."""

    title: str
    sentence: str
    wish: Wish | None = None
    status: str = ""
    """A status whose shape stands in front; else ``icon``."""
    icon: str = ""
    number: str = ""
    """A number in bold."""
    aside: str = ""
    """What stands at the end."""


class Row(QAbstractButton):
    """A painted row; ``wanted`` carries what it opens."""

    wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self.line = look, Line("", "")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)
        look.themes.changed.connect(self.updateGeometry)

    def show_line(self, line: Line) -> None:
        """Shows something else; the same again paints nothing."""
        if line != self.line:
            self.line = line
            self.setAccessibleName(line.sentence)
            self.setToolTip(line.sentence)
            self.update()

    def sizeHint(self) -> QSize:
        theme = self._look.themes.theme
        return QSize(theme.length(160), theme.length(ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.themes.theme.length(80), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints mark, title, number and what stands at the end."""
        del event
        painter, theme = QPainter(self), self._look.themes.theme
        self._paint_ground(painter, theme)
        self._paint_mark(painter, theme)
        start = theme.length(MARK + GAP) if self.line.status or self.line.icon else 0
        room = self.rect().adjusted(INSET + start, 0, -INSET, 0)
        aside = theme.font(TextRole.SMALL)
        room = self._at_end(painter, room, self.line.aside, aside, "text-2")
        room = self._at_end(painter, room, self.line.number, theme.font(TextRole.STRONG), "text")
        painter.setFont(theme.font(TextRole.BODY))
        painter.setPen(theme.colour("text"))
        shown = painter.fontMetrics().elidedText(
            self.line.title, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(self._mirrored(room), self._side(_LEFT), shown)
        painter.end()

    def _at_end(self, painter: QPainter, room: QRect, text: str, font: QFont, ink: str) -> QRect:
        """Writes a text at the end; returns the room that is left before it."""
        if not text:
            return room
        theme = self._look.themes.theme
        painter.setFont(font)
        painter.setPen(theme.colour(ink))
        width = max(painter.fontMetrics().horizontalAdvance(text), theme.length(34)) + 1
        place = QRect(room.right() - width + 1, room.top(), width, room.height())
        painter.drawText(self._mirrored(place), self._side(_RIGHT), text)
        return room.adjusted(0, 0, -width - theme.length(GAP), 0)

    def _paint_mark(self, painter: QPainter, theme: Theme) -> None:
        size = theme.length(MARK)
        place = QRect(INSET, (self.height() - size) // 2, size, size)
        if self.line.status:
            paint_shape(painter, QRectF(self._mirrored(place)), theme, self.line.status)
        elif self.line.icon:
            grown = self._mirrored(place).adjusted(-1, -1, 2, 2)
            self._look.icons.icon(self.line.icon, "text-2").paint(painter, grown)

    def _paint_ground(self, painter: QPainter, theme: Theme) -> None:
        with antialiased(painter):
            painter.setPen(Qt.PenStyle.NoPen)
            if self.underMouse() and self.line.wish is not None:
                painter.setBrush(theme.colour("hover"))
                painter.drawRoundedRect(self.rect(), 4, 4)
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme.colour("focus"), 2))
                painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)

    def _side(self, side: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
        return QStyle.visualAlignment(self.layoutDirection(), side | Qt.AlignmentFlag.AlignVCenter)

    def _mirrored(self, place: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)

    def _open(self) -> None:
        if self.line.wish is not None:
            self.wanted.emit(self.line.wish)
