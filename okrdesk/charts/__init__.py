"""Charts as pure data, drawn by matplotlib without pyplot; one file a chart."""

from typing import Any

from okrdesk.charts.chart import Chart
from okrdesk.charts.key_result_history import KeyResultHistory
from okrdesk.charts.progress import Progress

CHARTS: tuple[Chart[Any], ...] = (Progress(), KeyResultHistory())
"""All charts; a new one is a new file and one entry here."""
