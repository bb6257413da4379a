"""What stands in place of the list while there is no KPI to show."""

from PySide6.QtCore import Signal

from okrdesk.ui.look import Look
from okrdesk.ui.translation import tr
from okrdesk.ui.widgets.empty_state import EmptyState


class NoKpis(EmptyState):
    """``new_wanted`` asks for a first KPI, ``common_wanted`` for those that fit everybody.

    ``all_wanted`` asks for every KPI, where none is what the page is narrowed to.
    """

    new_wanted = Signal()
    common_wanted = Signal()
    all_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "activity")
        self.setProperty("look", "card")
        self.new = look.button(self.tr("New KPI…"), self.new_wanted.emit, "primary", "plus")
        self.common = look.button(self.tr("Add 6 common KPIs"), self.common_wanted.emit, "link")
        self.clear = look.button(self.tr("Clear filters"), self.all_wanted.emit, "primary")
        self.offer(self.new, self.common, self.clear)

    def show_way(self, *, narrowed: bool) -> None:
        """Says what is missing."""
        empty = tr("KPIs keep watch over what already runs, such as sales or staff turnover.")
        self.title.setText(self.tr("Nothing matches these filters.") if narrowed else empty)
        for way in (self.new, self.common):
            way.setVisible(not narrowed)
        self.clear.setVisible(narrowed)

    def focus(self) -> None:
        """Puts the focus on the main way on."""
        (self.clear if self.clear.isVisibleTo(self) else self.new).setFocus()
