"""Charts as pure data, drawn by matplotlib without pyplot; one file a chart."""

from typing import Any

from okrdesk.charts.calibration import CalibrationChart
from okrdesk.charts.chart import Chart
from okrdesk.charts.confidence_spread import ConfidenceSpread
from okrdesk.charts.grade_histogram import GradeHistogram
from okrdesk.charts.heatmap import Heatmap
from okrdesk.charts.key_result_history import KeyResultHistory
from okrdesk.charts.kpi_band import KpiBand
from okrdesk.charts.progress import Progress
from okrdesk.charts.status_bar import StatusBar

CHARTS: tuple[Chart[Any], ...] = (
    Progress(),
    KeyResultHistory(),
    StatusBar(),
    Heatmap(),
    GradeHistogram(),
    KpiBand(),
    CalibrationChart(),
    ConfidenceSpread(),
)
"""All charts; a new one is a new file and one entry here."""
