"""How an objective goes: its progress week by week against what is expected."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from okrdesk.charts.progress import Progress, course_of
from okrdesk.domain.series.progress import objective_progress
from okrdesk.ui.charts.card import ChartCard
from okrdesk.ui.charts.words import ScreenCatalogue
from okrdesk.ui.editors.tools import Tools
from okrdesk.ui.translation import said

CHART = Progress()


class ObjectiveCourse(QWidget):
    """The chart of one objective; hidden where it has no days."""

    def __init__(self, tools: Tools, objective: int) -> None:
        super().__init__()
        self._bridge, self._objective = tools.bridge, objective
        self._catalogue = ScreenCatalogue()
        self.card = ChartCard(tools.look, tools.charts)
        self.card.copied.connect(tools.noted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)

    def refresh(self) -> None:
        """Shows the objective as it stands now."""
        bridge = self._bridge
        series = objective_progress(bridge.snapshot, self._objective, bridge.today)
        self.setVisible(series is not None)
        if series is not None:
            data = CHART.data(course_of(series), self._catalogue)
            self.card.show_chart(said(CHART.question), "", CHART, data)
