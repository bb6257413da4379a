"""Reads the sentence in the empty row while it is typed, and shows the reading beside it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from okrdesk.domain.sentences import Reading
from okrdesk.text import Message
from okrdesk.ui.look import Look
from okrdesk.ui.pages.reading_panel import ReadingPanel

WIDTH = 330
"""Of the panel at the normal text size, where the window has room for it."""
_MOST = 0.5
"""Of the editor's width."""


class LiveReading(QObject):
    """Stretches the editor of the row to its end, and puts the reading there.

    ``finished`` asks for the row to be written, ``refused`` carries why it cannot be.
    """

    finished = Signal()
    refused = Signal(object)

    def __init__(self, look: Look, editor: QLineEdit, read: Callable[[str], Reading]) -> None:
        super().__init__(editor)
        self._look, self._editor, self._read = look, editor, read
        self.panel = ReadingPanel(look, editor)
        self.panel.finished.connect(self.finish)
        self.panel.left.connect(self._return)
        self.panel.deserted.connect(lambda: QTimer.singleShot(0, self, self._finish_if_left))
        editor.textChanged.connect(self._show)
        editor.installEventFilter(self)
        self._show()
        self._place()
        self.panel.show()

    @property
    def reading(self) -> Reading:
        """What is read, with what a person has put right."""
        return self.panel.reading

    def finish(self) -> None:
        """Asks for the row to be written, if what stands in its fields can be kept."""
        problem: Message | None = self.panel.problem()
        if problem is None:
            self.finished.emit()
        else:
            self.refused.emit(problem)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tab opens the fields; the editor keeps the whole row."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if event.key() == Qt.Key.Key_Tab and not shift:
                self.panel.open()
                return True
        elif event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        self.panel.show_reading(self._read(self._editor.text()))
        self._editor.setAccessibleDescription(self.panel.words)

    def _return(self) -> None:
        self._editor.setFocus()
        self._editor.end(False)  # Qt's own name and order

    def _finish_if_left(self) -> None:
        """Leaving commits, as everywhere."""
        focus = QApplication.focusWidget()
        if focus is not self._editor and (focus is None or not self._editor.isAncestorOf(focus)):
            self.finish()

    def _place(self) -> None:
        """From where the title begins to the end of the row; the reading takes the far part."""
        row = self._editor.parentWidget()
        if row is None:
            return
        mirrored = self._editor.isRightToLeft()
        old = self._editor.geometry()
        whole = QRect(old)
        whole.setLeft(4 if mirrored else old.left())
        whole.setRight(old.right() if mirrored else row.width() - 5)
        if whole != old:
            self._editor.setGeometry(whole)
        wanted = round(WIDTH * self._look.themes.text_percent / 100)
        width = min(wanted, round(whole.width() * _MOST))
        left = 2 if mirrored else whole.width() - width - 2
        self.panel.setGeometry(left, 2, width, whole.height() - 4)
        self._editor.setTextMargins(width if mirrored else 0, 0, 0 if mirrored else width, 0)
