"""The title of an item, as large as it stands in the design and as many lines as it needs."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from okrdesk.ui.editors.fields import TextField
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole


class TitleField(TextField):
    """Enter or Tab commits, Esc restores; the frame is there only while it has the focus."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(name, 1)
        self._look = look
        self.setProperty("look", "title")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        look.themes.changed.connect(self._restyle)
        self._restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.commit()
        elif event.key() == Qt.Key.Key_Escape and self.document().isModified():
            self.restore()
        else:
            super().keyPressEvent(event)

    def _restyle(self) -> None:
        self.setFont(self._look.themes.theme.font(TextRole.INSPECTOR_TITLE))
        self.fit()

    def fit(self) -> None:
        """Gives the field the height of its text, whatever that is."""
        lines = max(1, round(self.document().size().height()))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 8)
