"""The head of a panel: an icon, a large field, and what stands behind it."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole

HEIGHT, ROOM = 57, 28
"""The least height, and what is free above and below the letters together."""


class HeadField(QLineEdit):
    """A line without a frame; its large letters follow the text size."""

    def __init__(self, look: Look, name: str, example: str) -> None:
        super().__init__()
        self._look = look
        self.setProperty("look", "bare")
        self.setAccessibleName(name)
        self.setPlaceholderText(example)
        look.themes.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        font = self._look.themes.theme.font(TextRole.INSPECTOR_TITLE)
        font.setWeight(QFont.Weight.Normal)
        self.setFont(font)


class Head(QWidget):
    """The first line of a panel; it grows with the text."""

    def __init__(self, look: Look, icon: str, field: QLineEdit, *more: QWidget) -> None:
        super().__init__()
        self._field = field
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 18, 0)
        row.setSpacing(10)
        row.addWidget(look.icon(icon, 18))
        row.addWidget(field, 1)
        for part in more:
            row.addWidget(part)
        look.themes.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFixedHeight(max(HEIGHT, self._field.fontMetrics().height() + ROOM))
