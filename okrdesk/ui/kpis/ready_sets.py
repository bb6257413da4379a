"""Ready KPIs by industry, from a menu or from the empty page."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from okrdesk.app import commands
from okrdesk.domain.tables import ORGANISATION
from okrdesk.ui.bridge import Bridge

if TYPE_CHECKING:
    from okrdesk.app.kpi_templates import KpiSet


class ReadySets(QObject):
    """``added`` carries the ids of the KPIs that were not there yet."""

    added = Signal(object)

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._page = bridge, parent

    def offer(self, at: QPoint) -> None:
        """Opens the menu at a place of the screen."""
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, ready in enumerate(self._sets()):
            words = self.tr("{title}: {names}…").format(
                title=ready.title, names=", ".join(kpi["name"] for kpi in ready.kpis[:2])
            )
            menu.addAction(words, partial(self.add, place))
        menu.popup(at)

    def add(self, place: int) -> None:
        """Adds the KPIs of a set that are not there yet; the first set fits everybody."""
        kpis = self._sets()[place].kpis
        self.added.emit(self._bridge.attempt(commands.add_kpis, kpis) or [])

    def _sets(self) -> "tuple[KpiSet, ...]":
        from okrdesk.app.kpi_templates import kpi_sets

        rows = self._bridge.snapshot.rows(ORGANISATION)
        return kpi_sets(next((row.currency for row in rows), "EUR"))
