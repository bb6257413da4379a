"""A field that narrows what is listed below it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from okrdesk.ui.editors.fields import LineField


class SearchField(LineField):
    """Says what it searches; Esc empties it, and goes on to the window once it is empty."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setPlaceholderText(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            found = bool(self.text())
            self.setText("")
            self.setModified(False)
            if found:
                return
        super().keyPressEvent(event)
