"""What stands in place of the matrix while there is nothing to cross."""

from PySide6.QtCore import Signal

from okrdesk.ui.look import Look
from okrdesk.ui.widgets.empty_state import EmptyState


class NoMatrix(EmptyState):
    """``new_wanted`` asks for a KPI, ``all_wanted`` for what the page is not narrowed to."""

    new_wanted = Signal()
    all_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "grid-3x3")
        self.setProperty("look", "card")
        self._narrowed = False
        self.button = look.button("", self._go_on, "primary", "plus")
        self.offer(self.button)

    def show_way(self, *, narrowed: bool, free: bool) -> None:
        """Says what is missing."""
        self._narrowed = narrowed
        empty = self.tr("Needs one objective and one KPI.")
        self.title.setText(self.tr("Nothing matches these filters.") if narrowed else empty)
        self.button.setText(self.tr("Clear filters") if narrowed else self.tr("New KPI…"))
        self.button.setEnabled(narrowed or free)

    def _go_on(self) -> None:
        (self.all_wanted if self._narrowed else self.new_wanted).emit()
