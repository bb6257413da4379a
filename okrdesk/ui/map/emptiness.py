"""What stands in place of the map while there is nothing to draw."""

from PySide6.QtCore import Signal

from okrdesk.ui.look import Look
from okrdesk.ui.widgets.empty_state import EmptyState


class NoMap(EmptyState):
    """``wanted`` follows the one button: a first objective, or no filter any more."""

    wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "workflow")
        self.button = look.button("", self.wanted.emit, "primary")
        self.offer(self.button)

    def show_way(self, *, narrowed: bool, free: bool) -> None:
        """Says what is missing."""
        empty = self.tr("Objectives appear here by level, with lines showing what supports what.")
        self.title.setText(self.tr("Nothing matches these filters.") if narrowed else empty)
        self.button.setText(self.tr("Clear filters") if narrowed else self.tr("New objective"))
        self.button.setVisible(narrowed or free)
