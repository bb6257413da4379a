"""The KPIs of a plan: the list, and the chosen one beside it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from okrdesk.app import commands
from okrdesk.domain.kpi_overview import KpiLine, kpi_lines
from okrdesk.domain.tables import KPI, ORGANISATION
from okrdesk.text import Message
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.desk import Desk
from okrdesk.ui.kpis.editor import KpiDialog
from okrdesk.ui.kpis.empty import NoKpis
from okrdesk.ui.kpis.head import Head
from okrdesk.ui.kpis.keys import bind
from okrdesk.ui.kpis.list_model import KpiListModel
from okrdesk.ui.kpis.list_view import KpiListView
from okrdesk.ui.kpis.recovery import recover
from okrdesk.ui.kpis.series import SeriesDialog
from okrdesk.ui.kpis.side import KpiSide
from okrdesk.ui.look import frame
from okrdesk.ui.plan_view import PlanView
from okrdesk.ui.translation import said

if TYPE_CHECKING:
    from okrdesk.app.kpi_templates import KpiSet

SIDE, NARROW_SIDE, WIDE = 364, 320, 1100
"""Widths of what stands beside the list, and of the page from which it has the larger one."""


class KpisPage(QWidget):
    """What is typed is written with Enter; the list follows the plan."""

    def __init__(self, desk: Desk, bridge: Bridge, view: PlanView) -> None:
        super().__init__()
        self._desk, self._bridge, self._view = desk, bridge, view
        look = desk.look
        self.head = Head(look)
        self.empty = NoKpis(look)
        self.model = KpiListModel(self)
        self.list = KpiListView(look, self.model)
        self.side = KpiSide(bridge, look, view.scope)
        self._lines: dict[int, KpiLine] = {}
        for part in (self.head, self.empty):
            part.new_wanted.connect(desk.action("new_kpi").trigger)
            part.new.setEnabled(not bridge.read_only)
        self.head.sets.setEnabled(not bridge.read_only)
        self.head.sets_wanted.connect(self.offer_sets)
        self.empty.common.setEnabled(not bridge.read_only)
        self.empty.common_wanted.connect(partial(self.add_set, 0))
        self.list.chosen.connect(self._show)
        self.list.entered.connect(self.side.entry.focus_value)
        self.side.change_wanted.connect(self.edit_this)
        self.side.delete_wanted.connect(self.delete)
        self.side.entry.saved.connect(self._saved)
        self.side.values.told.connect(self.tell)
        self.side.chart.card.copied.connect(desk.toast)
        self.side.links.told.connect(self.tell)
        self.side.links.chosen.connect(view.go_to)
        self.side.links.wanted.connect(desk.action("link_kpi").trigger)
        self.side.objective_wanted.connect(self.recover)
        self._build()
        bind(
            self,
            {
                "F2": (self.list, self.edit_this),
                "Del": (self.list, self.delete),
                "Ctrl+V": (self.list, self.paste),
            },
            {"Ctrl+L": desk.action("link_kpi").trigger},
        )

    @property
    def kpi(self) -> int | None:
        """The KPI under the cursor."""
        return self.list.kpi

    def refresh(self) -> None:
        """Follows the plan and the chosen cycle."""
        snapshot, here = self._bridge.snapshot, self.kpi
        lines = kpi_lines(snapshot, self._bridge.today, self._view.scope.cycle)
        self._lines = {line.kpi.id: line for line in lines}
        self.model.show_lines(lines, snapshot)
        self.head.show_lines(lines)
        self.empty.setVisible(not lines)
        self._both.setVisible(bool(lines))
        if lines and (self.kpi is None or self.kpi != here):
            self.list.go_to(here)
        self._show(self.kpi)

    def focus(self) -> None:
        """Puts the focus into the list."""
        (self.list if self._lines else self.empty.new).setFocus()

    def go_to(self, kpi: int) -> None:
        """Puts the cursor on a KPI."""
        self.list.go_to(kpi)

    def edit(self, kpi: int | None) -> None:
        """Opens the editor of a KPI, or of a new one."""
        if self._bridge.read_only:
            return
        dialog = KpiDialog(self._bridge, self._desk.look, kpi, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.written.connect(self._written)
        dialog.open()

    def edit_this(self) -> None:
        """Opens the editor of the KPI under the cursor."""
        if self.kpi is not None:
            self.edit(self.kpi)

    def delete(self) -> None:
        """Takes the KPI away with its values, unless a key result needs it."""
        kpi = self.kpi
        if kpi is None or self._bridge.read_only:
            return
        name, place = self._lines[kpi].kpi.name, self.list.currentIndex().row()
        self._bridge.attempt(commands.delete_item, kpi)
        if self._bridge.snapshot.find(KPI, kpi) is None:
            self.list.go_near(place)
            self.tell(self.tr("KPI “{name}” deleted").format(name=name))

    def paste(self) -> None:
        """Shows what a column of dates and values on the clipboard would do."""
        text = QGuiApplication.clipboard().text()
        if self.kpi is None or self._bridge.read_only or not text.strip():
            return
        dialog = SeriesDialog(self._bridge, self._desk.look, self.kpi, text, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.told.connect(self.tell)
        dialog.open()

    def recover(self) -> None:
        """Makes a draft that brings the KPI back, and goes to it."""
        if self.kpi is not None:
            recover(self._bridge, self._view, self.kpi, self.tell)

    def offer_sets(self) -> None:
        """Opens the menu of ready KPIs by industry."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, ready in enumerate(self._sets()):
            words = self.tr("{title}: {names}…").format(
                title=ready.title, names=", ".join(kpi["name"] for kpi in ready.kpis[:2])
            )
            menu.addAction(words, partial(self.add_set, place))
        below = self.head.sets.rect().bottomLeft()
        menu.popup(self.head.sets.mapToGlobal(below))

    def add_set(self, place: int) -> None:
        """Adds the KPIs of a set that are not there yet."""
        added = self._bridge.attempt(commands.add_kpis, self._sets()[place].kpis)
        if added:
            self.list.go_to(added[0])
            self.list.setFocus()
        self.tell(said(Message("%n KPI(s) added", count=len(added or ()))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _sets(self) -> "tuple[KpiSet, ...]":
        from okrdesk.app.kpi_templates import kpi_sets

        rows = self._bridge.snapshot.rows(ORGANISATION)
        return kpi_sets(next((row.currency for row in rows), "EUR"))

    def _show(self, kpi: object) -> None:
        line = self._lines.get(kpi) if isinstance(kpi, int) else None
        self.side.setVisible(line is not None)
        if line is not None:
            self.side.show_line(line)

    def _saved(self, words: str) -> None:
        self.tell(words)
        self.list.setFocus()

    def tell(self, words: str) -> None:
        """Says what was done and can be undone."""
        self._desk.toast(words, undo=True)

    def _written(self, kpi: object) -> None:
        if isinstance(kpi, int):
            self.list.go_to(kpi)
            self.list.setFocus()

    def _fit(self) -> None:
        length = self._desk.look.themes.theme.length
        width = length(SIDE if self.width() >= length(WIDE) else NARROW_SIDE)
        self._side_card.setFixedWidth(min(width, self.width() // 2))

    def _build(self) -> None:
        card, self._side_card = frame("card"), frame("card")
        for box, part in ((card, self.list), (self._side_card, self.side)):
            inside = QVBoxLayout(box)
            inside.setContentsMargins(1, 6, 1, 6)
            inside.addWidget(part)
        self._both = QWidget()
        row = QHBoxLayout(self._both)
        row.setContentsMargins(20, 0, 20, 14)
        row.setSpacing(14)
        row.addWidget(card, 1)
        row.addWidget(self._side_card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._both, 1)
        column.addWidget(self.empty, 1)
