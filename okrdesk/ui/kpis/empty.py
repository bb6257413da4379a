"""What stands in place of the list while there is no KPI."""

from PySide6.QtCore import Signal

from okrdesk.ui.look import Look
from okrdesk.ui.translation import tr
from okrdesk.ui.widgets.empty_state import EmptyState


class NoKpis(EmptyState):
    """``new_wanted`` asks for a first KPI, ``common_wanted`` for those that fit everybody."""

    new_wanted = Signal()
    common_wanted = Signal()

    def __init__(self, look: Look) -> None:
        words = tr("KPIs keep watch over what already runs, such as sales or staff turnover.")
        super().__init__(look, "activity", words)
        self.setProperty("look", "card")
        self.new = look.button(self.tr("New KPI…"), self.new_wanted.emit, "primary", "plus")
        self.common = look.button(self.tr("Add 6 common KPIs"), self.common_wanted.emit, "link")
        self.offer(self.new, self.common)
