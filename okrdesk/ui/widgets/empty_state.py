"""What stands in the place of a page's content while there is none."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole

_MIDDLE = Qt.AlignmentFlag.AlignHCenter


class EmptyState(QFrame):
    """An icon, one line of what the place is for, and below it the ways on."""

    def __init__(self, look: Look, icon: str, line: str = "") -> None:
        super().__init__()
        self.title = look.wrapped(line, TextRole.SECTION)
        self.title.setAlignment(_MIDDLE)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(32, 24, 32, 24)
        self._column.setSpacing(12)
        self._column.addStretch(2)
        self._column.addWidget(look.icon(icon, 32, "accent"), 0, _MIDDLE)
        self._column.addWidget(self.title)
        self._column.addStretch(3)

    def offer(self, *ways: QWidget) -> None:
        """Adds buttons below, the main one first."""
        for way in ways:
            self._column.insertWidget(self._column.count() - 1, way, 0, _MIDDLE)
