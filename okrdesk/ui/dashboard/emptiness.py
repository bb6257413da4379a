"""What stands in the place of the tiles before the first check-in."""

from PySide6.QtCore import Signal

from okrdesk.ui.look import Look
from okrdesk.ui.translation import tr
from okrdesk.ui.widgets.empty_state import EmptyState


class NothingToSee(EmptyState):
    """``check_in_wanted`` and ``sample_wanted`` follow the two ways on."""

    check_in_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, look: Look) -> None:
        words = tr("The dashboard fills itself after your first check-in.")
        super().__init__(look, "layout-dashboard", words)
        self.go = look.button(self.tr("Check in"), self.check_in_wanted.emit, "", "circle-check")
        words = self.tr("Explore the sample plan")
        self._sample = look.button(words, self.sample_wanted.emit, "link")
        self.offer(self.go, self._sample)

    def focus(self) -> None:
        """Puts the focus on the first way on."""
        (self._sample if self.go.isHidden() else self.go).setFocus()
