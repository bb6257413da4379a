"""The undo toast: what just happened, and one way back (ux.md O3)."""

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractAnimation,
    QEvent,
    QObject,
    QPropertyAnimation,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsOpacityEffect,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)
from shiboken6 import isValid

from okrdesk.ui.theme import ThemeController
from okrdesk.ui.widgets.paint import antialiased
from okrdesk.ui.widgets.themed import ThemedWidget

SHOWN_FOR, FADE, MARGIN = 10_000, 120, 20


class Toast(ThemedWidget):
    """One message over a view; a newer message takes its place.

    Stays ten seconds, longer while the pointer or the focus is on it.
    """

    triggered = Signal()
    """The action was chosen."""
    turned = Signal()
    """It has appeared, or gone."""

    def __init__(
        self,
        themes: ThemeController,
        host: QWidget,
        *,
        at_left: bool = False,
    ) -> None:
        """Live at the bottom of `host`, in the middle or at the left."""
        super().__init__(themes, host)
        self._host = host
        self._at_left = at_left
        self._came_from: QWidget | None = None
        self._message = QLabel(self)
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._message.setProperty("tone", "toast")
        self._action, self._close = self._button(self._trigger), self._button(self.leave)
        self._close.setText("✕")
        self._close.setAccessibleName(self.tr("Close"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 5, 8, 5)
        layout.addWidget(self._message)
        layout.addSpacing(24)
        layout.addWidget(self._action)
        layout.addWidget(self._close)
        self.counting = QTimer(self, singleShot=True, interval=SHOWN_FOR)
        self.counting.timeout.connect(self.hide)
        self._opacity = QGraphicsOpacityEffect(self, opacity=1.0)
        self._opacity.setEnabled(False)
        self.setGraphicsEffect(self._opacity)
        self._fade = QPropertyAnimation(self._opacity, b"opacity", self)
        self._fade.finished.connect(self._faded)
        host.installEventFilter(self)
        self.hide()

    def show_message(self, text: str, action: str = "") -> None:
        """Show `text`, with a button for `action` if it is not empty, and announce it."""
        self._message.setText(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self.counting.start()
        self._fade_in()
        self.turned.emit()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def focus_action(self) -> None:
        """Move the focus to the action, or to the button that closes."""
        if self.isVisible():
            self._came_from = QApplication.focusWidget()
            button = self._action if self._action.isVisible() else self._close
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Go; the focus returns where it was if it is here."""
        focus, back = QApplication.focusWidget(), self._came_from
        self.hide()
        if focus in {self._action, self._close} and back is not None and isValid(back):
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the place when the view changes its size, and wait while focused."""
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._place()
        elif isinstance(event, QFocusEvent):
            self._wait(paused=event.gotFocus())
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while the pointer is here."""
        self._wait(paused=True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Count on when the pointer has left."""
        self._wait(paused=self._action.hasFocus() or self._close.hasFocus())
        super().leaveEvent(event)

    def hideEvent(self, event: QEvent) -> None:
        """Stop counting."""
        self.counting.stop()
        self._fade.stop()
        self.turned.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rounded ground."""
        del event
        painter = QPainter(self)
        with antialiased(painter):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour("toast"))
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        painter.end()

    def _button(self, chosen: Callable[[], object]) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("look", "toast")
        button.clicked.connect(chosen)
        button.installEventFilter(self)
        return button

    def _trigger(self) -> None:
        self.leave()
        self.triggered.emit()

    def _wait(self, *, paused: bool) -> None:
        if paused:
            self.counting.stop()
        elif self.isVisible():
            self.counting.start()

    def _place(self) -> None:
        room = max(0, self._host.width() - 2 * MARGIN)
        self._message.setWordWrap(False)
        self.adjustSize()
        if self.width() > room:
            self._message.setWordWrap(True)
            self.resize(room, self.heightForWidth(room))
        left = MARGIN if self._at_left else (self._host.width() - self.width()) // 2
        self.move(max(0, left), self._host.height() - self.height() - MARGIN)

    def _fade_in(self) -> None:
        if not self.theme.moves:
            return
        self._opacity.setEnabled(True)
        self._fade.stop()
        self._fade.setDuration(FADE)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.start(QAbstractAnimation.DeletionPolicy.KeepWhenStopped)

    def _faded(self) -> None:
        # The effect renders through a pixmap, which would blur text for as long as it is on.
        self._opacity.setEnabled(False)
