"""A line of text that ends in … where there is no room for it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from okrdesk.ui.look import Look, TextLabel
from okrdesk.ui.theme import TextRole


class ElidedLabel(TextLabel):
    """Takes what room there is; its name for screen readers is the whole text."""

    words = ""
    """The whole text."""

    def __init__(self, look: Look, role: TextRole = TextRole.BODY, tone: str = "") -> None:
        super().__init__(look.themes, "", role, tone)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(1)

    def show_words(self, words: str) -> None:
        """Shows another text, as far as there is room."""
        self.words = words
        self.setAccessibleName(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _restyle(self) -> None:
        super()._restyle()
        self._fit()

    def _fit(self) -> None:
        end = Qt.TextElideMode.ElideRight
        self.setText(self.fontMetrics().elidedText(self.words, end, self.contentsRect().width()))
