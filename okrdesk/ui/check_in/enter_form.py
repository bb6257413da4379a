"""A form that one key saves: Enter, from every field; Shift+Enter breaks a line of the note."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from okrdesk.text import Message
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.editors.fields import TextField
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said

NOTE_LINES = 3
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class EnterForm(QWidget):
    """``saved`` follows once the answer is in the plan."""

    saved = Signal()

    def __init__(self, bridge: Bridge, look: Look) -> None:
        super().__init__()
        self.bridge, self.look = bridge, look
        self.saving = False
        """The plan changes because of this form, which goes as soon as it has."""
        self.note = TextField(self.tr("Note"), NOTE_LINES)
        self.note.setPlaceholderText(self.tr("What changed, and what would help"))
        self.note.installEventFilter(self)
        self.error = look.wrapped("", TextRole.SMALL, "risk")
        self.setEnabled(not bridge.read_only)

    def save(self) -> None:
        """Writes the answer, or says beside the value what is wrong with it."""
        # Not abstract by abc: a widget's metaclass is Qt's.
        raise NotImplementedError

    def focus_value(self) -> None:
        """Puts the focus where the value is entered."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.save()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the note saves; with Shift it breaks the line."""
        if watched is self.note and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if event.type() == QEvent.Type.KeyPress and event.key() in ENTER and plain:
                self.save()
                return True
        return super().eventFilter(watched, event)

    def show_error(self, message: Message | None) -> None:
        """Says a sentence below the value, or takes it back."""
        sentence = "" if message is None else said(message)
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    def set_low(self, low: bool) -> None:
        """Stands closer together, with one line for the note, where there is little height."""
        if (column := self.layout()) is not None:
            column.setSpacing(2 if low else 8)
        self.note.show_lines(1 if low else NOTE_LINES)

    def caption(self, name: str, more: str = "") -> QHBoxLayout:
        """The name of a field and what is to be known about it."""
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.look.label(name, TextRole.STRONG))
        row.addWidget(self.look.label(more, tone="2"))
        row.addStretch()
        return row
