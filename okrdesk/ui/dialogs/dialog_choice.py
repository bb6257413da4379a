"""A button that is one of several choices in a dialog, painted by its kind."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

from okrdesk.ui.look import Look


class DialogChoice(QAbstractButton):
    """It can be chosen, has the focus, and leaves Enter to the dialog."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.themes.changed.connect(self.update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter belongs to the dialog; a button would take it."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
            return
        super().keyPressEvent(event)
