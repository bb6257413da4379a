"""The drawing, the cards and the key caps of the first page."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QKeySequence, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from okrdesk.ui.look import Look
from okrdesk.ui.rule import Rule
from okrdesk.ui.theme import TextRole
from okrdesk.ui.widgets.growing import grow
from okrdesk.ui.widgets.key_cap import key_caps
from okrdesk.ui.widgets.themed import ThemedWidget


class Mountain(ThemedWidget):
    """Two peaks, a flag on the higher one and the way up."""

    def sizeHint(self) -> QSize:
        return QSize(118, 76)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate((self.width() - 118) / 2, 0)
        accent = self.theme.colour("accent")
        painter.setPen(_pen(self.theme.colour("border"), 1.5))
        painter.drawLine(QPointF(0, 74), QPointF(118, 74))
        painter.setPen(_pen(accent, 2))
        painter.setBrush(self.theme.colour("accent-soft"))
        painter.drawPolygon(_points((9, 74), (46, 20), (66, 48), (78, 32), (110, 74)))
        painter.drawLine(QPointF(46, 2), QPointF(46, 20))
        painter.setBrush(accent)
        painter.drawPolygon(_points((46, 3), (64, 3), (58, 8), (64, 13), (46, 13)))
        self._draw_way(painter)
        painter.end()

    def _draw_way(self, painter: QPainter) -> None:
        green = self.theme.colour("ok-fill")
        pen = _pen(green, 2)
        pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawPolyline(_points((27, 61), (37, 46), (45, 34)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(green)
        for x, y in ((27, 61), (37, 46)):
            painter.drawEllipse(QPointF(x, y), 3.5, 3.5)


class Card(QAbstractButton):
    """A way to begin: icon, name, what it is, and its keys."""

    def __init__(self, look: Look, icon: str, title: str, text: str, keys: QKeySequence) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setMinimumSize(172, 150)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 14)
        layout.setSpacing(6)
        layout.addWidget(IconTile(look, icon))
        layout.addSpacing(6)
        layout.addWidget(look.label(title, TextRole.STRONG))
        layout.addWidget(look.wrapped(text, TextRole.SMALL, "2"))
        layout.addStretch()
        layout.addSpacing(6)
        self._keys, self._caps = QKeySequence(), QWidget()
        layout.addWidget(self._caps)
        self.show_keys(keys)

    def follow(self, action: QAction) -> None:
        """Shows the keys of an action, also after a person changed them."""
        self._action = action
        action.changed.connect(self._follow_action)

    def show_keys(self, keys: QKeySequence) -> None:
        """Shows other keys."""
        layout = self.layout()
        if keys != self._keys and layout is not None:
            caps, self._keys = key_caps(self._look.themes, keys), keys
            layout.replaceWidget(self._caps, caps)
            self._caps.deleteLater()
            self._caps = caps
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _follow_action(self) -> None:
        self.show_keys(self._action.shortcut())

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return QSize(190, max(164, 0 if layout is None else layout.heightForWidth(190)))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.themes.theme
        focused = self.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(_pen(theme.colour("focus" if focused else "border"), 2 if focused else 1))
        painter.setBrush(theme.colour("hover" if self.underMouse() else "surface"))
        inset = 1.0 if focused else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 10, 10)
        painter.end()


class Chip(QPushButton):
    """An example to begin with: an icon and a few words."""

    def __init__(self, look: Look, icon: str, text: str) -> None:
        super().__init__()
        self.setProperty("look", "pill")
        self.setAutoDefault(False)
        self.setAccessibleName(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(11, 0, 11, 0)
        row.setSpacing(7)
        row.addWidget(look.icon(icon))
        row.addWidget(look.label(text))
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        inside = super().sizeHint() if layout is None else layout.sizeHint()
        return QSize(inside.width(), max(30, inside.height() + 10))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class IconTile(ThemedWidget):
    """An icon on a soft square."""

    def __init__(self, look: Look, icon: str) -> None:
        super().__init__(look.themes)
        grow(self, look.themes, width=34, height=34)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(look.icon(icon, 18, "accent"), 0, Qt.AlignmentFlag.AlignCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("accent-soft"))
        painter.drawRoundedRect(self.rect(), 8, 8)
        painter.end()


def ruled(look: Look, text: str) -> QWidget:
    """A text between two lines."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(14)
    label: QLabel = look.label(text, TextRole.BODY, "3")
    for widget, stretch in ((Rule(look.themes), 1), (label, 0), (Rule(look.themes), 1)):
        layout.addWidget(widget, stretch)
    return row


def _pen(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _points(*points: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])
