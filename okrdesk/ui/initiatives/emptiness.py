"""What stands on the page while there are no initiatives."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole


class NoInitiatives(QWidget):
    """``wanted`` follows the one button."""

    wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._title = look.wrapped("", TextRole.VIEW_TITLE)
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button = look.button("", self.wanted.emit, "primary", "plus")
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(14)
        column.addStretch(2)
        column.addWidget(look.icon("list-checks", 32, "accent"), 0, middle)
        column.addWidget(self._title)
        column.addWidget(self.button, 0, middle)
        column.addStretch(3)

    def show_way(self, *, narrowed: bool, aimless: bool, free: bool) -> None:
        """Says what is missing; ``aimless``: there is nothing that could be moved."""
        self._title.setText(
            self.tr("Nothing matches these filters.")
            if narrowed
            else self.tr("What will you do to move a key result?")
        )
        words = self.tr("New objective") if aimless else self.tr("New initiative")
        self.button.setText(self.tr("Clear filters") if narrowed else words)
        self.button.setVisible(narrowed or free)
