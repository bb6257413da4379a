"""A region that lies over another at its end, and slides in and out."""

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QPoint, QPropertyAnimation, QRect, Qt
from PySide6.QtWidgets import QWidget

DURATION = 160
"""Milliseconds (ux.md 8.4)."""


class SlideOver(QObject):
    """Moves ``widget`` inside its parent.

    ``width`` tells how wide it is, ``moves`` whether anything may slide.
    """

    def __init__(
        self, widget: QWidget, width: Callable[[], int], moves: Callable[[], bool]
    ) -> None:
        super().__init__(widget)
        self._widget, self._width, self._moves = widget, width, moves
        self._leaving = False
        self._motion = QPropertyAnimation(widget, b"pos", self)
        self._motion.setDuration(DURATION)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.finished.connect(self._arrive)

    @property
    def shown(self) -> bool:
        """Whether it is to be seen, if only from the end of a movement on."""
        return not self._widget.isHidden() and not self._leaving

    def place(self) -> None:
        """Puts it where it belongs, at the end of the region below."""
        if self._motion.state() == QPropertyAnimation.State.Running:
            self._motion.stop()
            self._arrive()
        self._widget.setGeometry(self._home)
        self._widget.raise_()

    def set_shown(self, *, shown: bool) -> None:
        """Slides it in or out."""
        if shown == self.shown:
            return
        self._leaving = not shown
        home, away = self._home.topLeft(), self._away
        if shown:
            self._widget.setGeometry(self._home)
            self._widget.raise_()
            self._widget.show()
        if not self._moves() or not self._widget.isVisible():
            self._arrive()
            return
        self._motion.stop()
        self._motion.setStartValue(away if shown else home)
        self._motion.setEndValue(home if shown else away)
        self._motion.start()

    def _arrive(self) -> None:
        if self._leaving:
            self._leaving = False
            self._widget.hide()

    @property
    def _home(self) -> QRect:
        parent = self._widget.parentWidget()
        around = self._widget.rect() if parent is None else parent.rect()
        width = min(self._width(), around.width())
        left = 0 if self._is_mirrored else around.width() - width
        return QRect(left, around.top(), width, around.height())

    @property
    def _away(self) -> QPoint:
        home = self._home
        return home.topLeft() + QPoint(-home.width() if self._is_mirrored else home.width(), 0)

    @property
    def _is_mirrored(self) -> bool:
        return self._widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
