"""The values of one KPI as a chart, over the zone of its target."""

from decimal import Decimal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from okrdesk.charts.kpi_band import KpiBand, KpiSource
from okrdesk.domain.cycles import fiscal_start
from okrdesk.domain.entities import Kpi
from okrdesk.domain.rounding import tidy
from okrdesk.domain.series.kpi import kpi_series
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.charts.card import ChartCard
from okrdesk.ui.charts.library import ChartLibrary
from okrdesk.ui.charts.words import ScreenCatalogue
from okrdesk.ui.kpis.words import value_words
from okrdesk.ui.look import Look

CHART = KpiBand()
FEWEST = 2
"""One value is no movement to be drawn."""


class KpiChart(QWidget):
    """Hidden until there are values enough."""

    def __init__(self, bridge: Bridge, look: Look) -> None:
        super().__init__()
        self._bridge = bridge
        self._catalogue = ScreenCatalogue()
        self.card = ChartCard(look, ChartLibrary())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)

    def show_kpi(self, kpi: Kpi) -> None:
        """Shows the last values of a KPI."""
        snapshot = self._bridge.snapshot
        series = kpi_series(snapshot, kpi.id, self._bridge.today, fiscal_start(snapshot))
        self.setVisible(len(series.values) >= FEWEST)
        if len(series.values) < FEWEST:
            return

        def number(value: float) -> str:
            return value_words(kpi, Decimal(str(tidy(value))))

        data = CHART.data(KpiSource(kpi.name, series, number), self._catalogue)
        self.card.show_chart(self.tr("Values and target"), "", CHART, data)
