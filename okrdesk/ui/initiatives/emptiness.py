"""What stands on the page while there are no initiatives."""

from PySide6.QtCore import Signal

from okrdesk.ui.look import Look
from okrdesk.ui.widgets.empty_state import EmptyState


class NoInitiatives(EmptyState):
    """``wanted`` follows the one button."""

    wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "list-checks")
        self.button = look.button("", self.wanted.emit, "primary", "plus")
        self.offer(self.button)

    def show_way(self, *, narrowed: bool, aimless: bool, free: bool) -> None:
        """Says what is missing; ``aimless``: there is nothing that could be moved."""
        self.title.setText(
            self.tr("Nothing matches these filters.")
            if narrowed
            else self.tr("What will you do to move a key result?")
        )
        words = self.tr("New objective") if aimless else self.tr("New initiative")
        self.button.setText(self.tr("Clear filters") if narrowed else words)
        self.button.setVisible(narrowed or free)
