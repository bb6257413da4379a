"""A veil over the window, with one panel in front of it: the palette, and quick add."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, QPropertyAnimation, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsOpacityEffect, QWidget
from shiboken6 import isValid

from okrdesk.ui.look import Look
from okrdesk.ui.widgets.paint import antialiased

WIDTH, TOP, LEAST_TOP, MARGIN, RADIUS = 640, 88, 24, 24, 13
FADE = 120
"""Milliseconds (ux.md 8.4)."""
VEIL, SHADOW, DROP, DARKNESS = 0.24, 44, 14, 0.30


class Scrim(QWidget):
    """Covers its window and darkens it, until it is left.

    A click beside the panel leaves, and so does the focus when it goes elsewhere.
    """

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._shadow = QPixmap()
        self.panel = QFrame(self)
        self.panel.setProperty("look", "palette")
        self._opacity = QGraphicsOpacityEffect(self.panel, opacity=1.0)
        self._opacity.setEnabled(False)
        self.panel.setGraphicsEffect(self._opacity)
        self._fade = QPropertyAnimation(self._opacity, b"opacity", self)
        self._fade.setDuration(FADE)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.valueChanged.connect(self._faded)
        self._came_from: QWidget | None = None
        self._field: QWidget | None = None
        self._keys: Mapping[str, Callable[[], object]] = {}
        window.installEventFilter(self)
        look.themes.changed.connect(self._restyle)
        self.hide()

    def enter(self, field: QWidget) -> None:
        """Appears, with the focus in a field of the panel."""
        if not self.isVisible():
            self._came_from = QApplication.focusWidget()
            application().focusChanged.connect(self._focus_moved)
            self._fade_in()
        self.show()
        self.raise_()
        self.place()
        field.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self) -> None:
        """Goes; the focus returns where it was."""
        self._vanish()
        if self._came_from is not None and isValid(self._came_from):
            self._came_from.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fade_in(self) -> None:
        if self._look.themes.theme.moves:
            self._opacity.setEnabled(True)
            self._fade.start()

    def _faded(self, opacity: float) -> None:
        # The effect renders through a pixmap, which would blur text for as long as it is on.
        self._opacity.setEnabled(opacity < 1)
        self.update()

    def _restyle(self) -> None:
        if self.isVisible():
            self.place()

    def _vanish(self) -> None:
        if self.isVisible():
            application().focusChanged.disconnect(self._focus_moved)
            self._fade.stop()
            self._opacity.setEnabled(False)
            self.hide()

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and new.window() is self.window() and not self.isAncestorOf(new):
            self._vanish()

    def panel_height(self, width: int) -> int:
        """How high the panel wants to be with a width; asked whenever it is placed."""
        layout = self.panel.layout()
        return 0 if layout is None else layout.totalHeightForWidth(width)

    def room(self) -> int:
        """How high the panel may be."""
        return self.height() - self._top() - MARGIN

    def place(self) -> None:
        """Covers the window, and puts the panel in the middle of its upper part."""
        window = self.parentWidget()
        if window is not None:
            self.setGeometry(window.rect())
        wide = round(WIDTH * max(1.0, self._look.themes.text_percent / 100))
        width = min(wide, self.width() - 2 * MARGIN)
        height = min(self.panel_height(width), self.room())
        old = self.panel.geometry()
        new = QRect((self.width() - width) // 2, self._top(), width, height)
        if new != old:
            self.panel.setGeometry(new)
            self.update(_around(old.united(new)))

    def take_keys(self, field: QWidget, table: Mapping[str, Callable[[], object]]) -> None:
        """Lets keys that are pressed in a field of the panel do something here.

        They come before what they do in the field and in the window.
        """
        self._field, self._keys = field, table
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays as large as the window, and takes its keys."""
        if watched is self._field and isinstance(event, QKeyEvent):
            do = self._keys.get(QKeySequence(event.keyCombination()).toString())
            if do is not None and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if do is not None and event.type() == QEvent.Type.KeyPress:
                do()
                return True
        if watched is self.parent() and event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.leave()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = self._look.themes.theme.colour("scrim")
        painter.setOpacity(self._opacity.opacity() if self._opacity.isEnabled() else 1)
        colour.setAlphaF(VEIL)
        painter.fillRect(event.rect(), colour)
        self._paint_shadow(painter)
        painter.end()

    def _top(self) -> int:
        return TOP if self.height() >= 700 else LEAST_TOP

    def _paint_shadow(self, painter: QPainter) -> None:
        """Nine parts of one small picture, stretched around the panel."""
        if self._shadow.isNull():
            self._shadow = _shadow()
        outer, edge = QRectF(_around(self.panel.geometry())), 2.0 * SHADOW
        columns = _parts(outer.left(), outer.right(), edge)
        rows = _parts(outer.top(), outer.bottom(), edge)
        source = _parts(0.0, float(self._shadow.width()), edge)
        for (x, width), (sx, swidth) in zip(columns, source, strict=True):
            for (y, height), (sy, sheight) in zip(rows, source, strict=True):
                target = QRectF(x, y, width, height)
                painter.drawPixmap(target, self._shadow, QRectF(sx, sy, swidth, sheight))


def application() -> QApplication:
    """The application that runs."""
    found = QApplication.instance()
    if not isinstance(found, QApplication):
        raise TypeError("a window needs an application")
    return found


def _around(panel: QRect) -> QRect:
    """Where the shadow of a panel falls."""
    return panel.adjusted(-SHADOW, -SHADOW, SHADOW, SHADOW).translated(0, DROP)


def _parts(start: float, end: float, edge: float) -> tuple[tuple[float, float], ...]:
    """Beginning and length of the two ends and what is between."""
    return (start, edge), (start + edge, end - start - 2 * edge), (end - edge, edge)


def _shadow() -> QPixmap:
    """A soft square shadow, with a middle of two pixels."""
    side = 4 * SHADOW + 2
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    with antialiased(painter):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.GlobalColor.black)
        painter.setOpacity(DARKNESS / SHADOW * 1.6)
        for inset in range(0, 2 * SHADOW, 2):
            rect = QRectF(inset, inset, side - 2 * inset, side - 2 * inset)
            painter.drawRoundedRect(rect, 2 * SHADOW - inset, 2 * SHADOW - inset)
    painter.end()
    return picture
