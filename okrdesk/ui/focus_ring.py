"""A frame around whatever has the keyboard, for those who asked to see it always."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from okrdesk.ui.theme import ThemeController
from okrdesk.ui.widgets.themed import ThemedWidget

THICK, OUTSIDE = 3, 2
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Destroy}


class FocusRing(ThemedWidget):
    """Lies over its window and lets every click through."""

    def __init__(self, themes: ThemeController, window: QWidget) -> None:
        super().__init__(themes, window)
        self._around: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def surround(self, widget: QWidget | None) -> None:
        """Goes around a widget, or nowhere."""
        if self._around is not None and isValid(self._around):
            self._around.removeEventFilter(self)
        self._around = widget
        if widget is not None:
            widget.installEventFilter(self)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays around the widget wherever it goes."""
        if event.type() in _MOVES:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.colour("focus"), THICK))
        half = THICK / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 6, 6)
        painter.end()

    def _place(self) -> None:
        around, window = self._around, self.parentWidget()
        if around is None or window is None or not isValid(around) or not around.isVisible():
            self.hide()
            return
        corner = around.mapTo(window, QPoint(0, 0))
        place = around.rect().translated(corner)
        self.setGeometry(place.adjusted(-OUTSIDE, -OUTSIDE, OUTSIDE, OUTSIDE))
        self.raise_()
        self.show()


class FocusRings(QObject):
    """Shows the frame in the window that has the keyboard, while the settings ask for it."""

    def __init__(self, application: QApplication, themes: ThemeController) -> None:
        super().__init__(themes)
        self._application, self._themes = application, themes
        self._ring: FocusRing | None = None
        application.focusChanged.connect(self._follow_focus)
        themes.changed.connect(self._follow_theme)
        self._follow_theme()

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._follow(new)

    def _follow_theme(self) -> None:
        self._follow(self._application.focusWidget())

    def _follow(self, widget: QWidget | None) -> None:
        if not self._themes.theme.show_focus or widget is None:
            self._let_go()
            return
        window = widget.window()
        if self._ring is None or self._ring.parentWidget() is not window:
            self._let_go()
            self._ring = FocusRing(self._themes, window)
            self._ring.destroyed.connect(self._forget)
        self._ring.surround(widget)

    def _let_go(self) -> None:
        if self._ring is not None:
            ring, self._ring = self._ring, None
            ring.destroyed.disconnect(self._forget)
            ring.surround(None)
            ring.deleteLater()

    def _forget(self) -> None:
        """The window went, and the ring with it."""
        self._ring = None
