"""A button that shows keys, and takes new ones when it is pressed."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton

from okrdesk.ui.shortcuts import NATIVE

_ALONE = {
    Qt.Key.Key_Control,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_unknown,
}
_MOST_ASCII = 0x7F


class KeyButton(QPushButton):
    """``pressed_keys`` carries the combination, or None where Backspace took the keys away."""

    pressed_keys = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._keys: list[QKeySequence] = []
        self.listening = False
        self.setProperty("look", "keys")
        self.setAutoDefault(False)
        self.clicked.connect(self.listen)

    def show_keys(self, keys: list[QKeySequence]) -> None:
        """Shows keys as this system names them."""
        self._keys = keys
        self.listening = False
        shown = "   ".join(key.toString(NATIVE) for key in keys)
        self.setText(shown or self.tr("No keys"))
        self.setAccessibleName(
            self.tr("Keys of {name}: {keys}").format(name=self._name, keys=shown)
        )

    def listen(self) -> None:
        """Takes the next keys, whatever they do elsewhere."""
        self.listening = True
        self.setText(self.tr("Press the new keys"))
        self.setAccessibleName(
            self.tr("Press the new keys. Esc keeps the old ones, Backspace takes them away.")
        )
        self.setToolTip(self.accessibleName())

    def event(self, event: QEvent) -> bool:
        """While it listens, no key means anything else, not even Tab."""
        if self.listening and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._hear(event)
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stops listening."""
        super().focusOutEvent(event)
        if self.listening:
            self.show_keys(self._keys)

    def _hear(self, event: QKeyEvent) -> None:
        keys = combination(event)
        # A sign from an input method has no key of its own.
        if event.key() in _ALONE or keys.isEmpty():
            return
        self.show_keys(self._keys)
        if keys == QKeySequence(Qt.Key.Key_Escape):
            return
        self.pressed_keys.emit(None if keys == QKeySequence(Qt.Key.Key_Backspace) else keys)


def combination(event: QKeyEvent) -> QKeySequence:
    """The keys of an event; a sign that needs Shift to be typed is named without it."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = event.key()
    sign = key <= _MOST_ASCII and not chr(key).isalnum() and not chr(key).isspace()
    if sign:
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    return QKeySequence(int(modifiers.value) | key)
