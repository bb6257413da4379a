"""What the plan learns from itself: how sure it is, how bold it was, what confidence was worth."""

from typing import TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from okrdesk.charts.calibration import CalibrationChart, CalibrationSource
from okrdesk.charts.chart import Chart
from okrdesk.charts.confidence_spread import ConfidenceSpread
from okrdesk.charts.grade_histogram import GradeHistogram
from okrdesk.domain.calibration import forecasted, measured
from okrdesk.domain.cycles import current_cycle
from okrdesk.domain.driving import counts
from okrdesk.domain.series.counts import confidence_counts, grade_counts, key_results_of
from okrdesk.domain.tables import KEY_RESULT, OBJECTIVE
from okrdesk.ui.charts.card import ChartCard
from okrdesk.ui.charts.words import ScreenCatalogue
from okrdesk.ui.editors.page import Page
from okrdesk.ui.editors.tools import Tools
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said

D = TypeVar("D")


class LearningPage(Page):
    """Confidence of the running cycle; grades and calibration of all that was graded."""

    def __init__(self, tools: Tools, item: int) -> None:
        super().__init__(tools, item)
        self._catalogue = ScreenCatalogue()
        self.confidence, self.grades, self.calibration = (ToldChart(tools) for _ in range(3))
        for told in (self.confidence, self.grades, self.calibration):
            self.column.addWidget(told)

    def refresh(self) -> None:
        self._show_confidence()
        self._show_grades()
        self._show_calibration()

    def _show_confidence(self) -> None:
        snapshot, scores = self.bridge.snapshot, self.bridge.scores
        cycle = current_cycle(snapshot, self.bridge.today)
        objectives = () if cycle is None else snapshot.child_ids(OBJECTIVE, "cycle", cycle.id)
        found = confidence_counts(scores, key_results_of(snapshot, objectives))
        chart, name = ConfidenceSpread(), "" if cycle is None else cycle.name
        data = chart.data(found, self._catalogue)
        self.confidence.show_told(chart, data, name, drawn=any(found))

    def _show_grades(self) -> None:
        snapshot = self.bridge.snapshot
        found = grade_counts(snapshot, [row.id for row in snapshot.rows(KEY_RESULT) if counts(row)])
        chart = GradeHistogram()
        data = chart.data(found, self._catalogue)
        self.grades.show_told(chart, data, self.tr("All cycles"), drawn=any(found))

    def _show_calibration(self) -> None:
        pairs = forecasted(self.bridge.snapshot)
        source = CalibrationSource(measured(pairs), len(pairs))
        chart = CalibrationChart()
        data = chart.data(source, self._catalogue)
        drawn = source.found is not None
        self.calibration.show_told(chart, data, self.tr("All cycles"), drawn=drawn)


class ToldChart(QWidget):
    """A chart and what it says in words; only the words where there is nothing to draw yet."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self.card = ChartCard(tools.look, tools.charts)
        self.card.copied.connect(tools.noted)
        self._title = tools.look.wrapped("", TextRole.STRONG)
        self.words = tools.look.wrapped("", TextRole.SMALL, "2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.card)
        column.addWidget(self._title)
        column.addWidget(self.words)

    def show_told(self, chart: Chart[D], data: D, way: str, *, drawn: bool) -> None:
        """``way``: what stands at the right of the title."""
        self.card.setVisible(drawn)
        self._title.setVisible(not drawn)
        self._title.setText(said(chart.question))
        self.words.setText(said(chart.describe(data)))
        if drawn:
            self.card.show_chart(said(chart.question), way, chart, data)
