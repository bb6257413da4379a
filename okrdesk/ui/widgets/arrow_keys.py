"""Lets the arrow keys move the focus among widgets that stand in rows."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

Rows = Sequence[Sequence[QWidget]]
_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ALONG = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class ArrowKeys(QObject):
    """Up and down go to the next row, left and right along it; a line of text keeps its own."""

    def __init__(self, parent: QObject, rows: Callable[[], Rows]) -> None:
        """``rows`` gives what stands there now, from the top and in the order of reading."""
        super().__init__(parent)
        self._rows = rows

    def follow(self, widget: QWidget) -> None:
        """Takes part in the movement."""
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Moves the focus where there is something in that direction."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, QWidget) or event.modifiers() not in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            return False
        key = Qt.Key(event.key())
        target = self._target(watched, key)
        if target is None:
            # At the end of a row Qt would go to whatever comes next in the window.
            return key in _DOWN | _ALONG and not isinstance(watched, QLineEdit)
        target.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _target(self, watched: QWidget, key: Qt.Key) -> QWidget | None:
        rows = [row for row in self._rows() if row]
        at = next((number for number, row in enumerate(rows) if watched in row), None)
        if at is None:
            return None
        if key in _DOWN and 0 <= at + _DOWN[key] < len(rows):
            return rows[at + _DOWN[key]][0]
        if key in _ALONG and not isinstance(watched, QLineEdit):
            step = -_ALONG[key] if watched.isRightToLeft() else _ALONG[key]
            place = rows[at].index(watched) + step
            return rows[at][place] if 0 <= place < len(rows[at]) else None
        return None
