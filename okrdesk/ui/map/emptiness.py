"""What stands in place of the map while there is nothing to draw."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole


class NoMap(QWidget):
    """``wanted`` follows the one button: a first objective, or no filter any more."""

    wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.title = look.wrapped("", TextRole.SECTION)
        self.title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button = look.button("", self.wanted.emit, "primary")
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(14)
        column.addStretch(2)
        column.addWidget(look.icon("workflow", 32, "accent"), 0, middle)
        column.addWidget(self.title)
        column.addWidget(self.button, 0, middle)
        column.addStretch(3)

    def show_way(self, *, narrowed: bool, free: bool) -> None:
        """Says what is missing."""
        empty = self.tr("Objectives appear here by level, with lines showing what supports what.")
        self.title.setText(self.tr("Nothing matches these filters.") if narrowed else empty)
        self.button.setText(self.tr("Clear filters") if narrowed else self.tr("New objective"))
        self.button.setVisible(narrowed or free)
