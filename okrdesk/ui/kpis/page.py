"""The KPIs of a plan: the list, and the chosen one beside it."""

from functools import partial

from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from okrdesk.app import commands
from okrdesk.domain.kpi_overview import KpiLine
from okrdesk.domain.overview.kpis import meant
from okrdesk.domain.tables import KPI
from okrdesk.text import Message
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.desk import Desk
from okrdesk.ui.kpis.editor import KpiDialog
from okrdesk.ui.kpis.empty import NoKpis
from okrdesk.ui.kpis.head import LIST, Head
from okrdesk.ui.kpis.keys import bind
from okrdesk.ui.kpis.list_model import KpiListModel
from okrdesk.ui.kpis.list_view import KpiListView
from okrdesk.ui.kpis.period_model import Asked
from okrdesk.ui.kpis.period_view import PeriodView
from okrdesk.ui.kpis.ready_sets import ReadySets
from okrdesk.ui.kpis.recovery import recover
from okrdesk.ui.kpis.series import SeriesDialog
from okrdesk.ui.kpis.side import KpiSide
from okrdesk.ui.look import frame
from okrdesk.ui.plan_view import PlanView
from okrdesk.ui.translation import said

SIDE, NARROW_SIDE, WIDE = 380, 320, 1100
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
        self.periods = PeriodView(bridge, look)
        self.periods.told.connect(self.tell)
        self._lines: dict[int, KpiLine] = {}
        for part in (self.head, self.empty):
            part.new_wanted.connect(desk.action("new_kpi").trigger)
            part.new.setEnabled(not bridge.read_only)
        self.head.sets.setEnabled(not bridge.read_only)
        self.sets = ReadySets(bridge, self)
        self.sets.added.connect(self._added)
        self.head.sets_wanted.connect(self.sets.offer)
        self.head.form.chosen.connect(self.show_form)
        self.empty.common.setEnabled(not bridge.read_only)
        self.empty.common_wanted.connect(partial(self.sets.add, 0))
        self.empty.all_wanted.connect(partial(view.narrowing.choose, ""))
        self.empty.all_wanted.connect(self.focus)
        view.narrowing.changed.connect(self.refresh)
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
        self.side.links.feeding_wanted.connect(desk.action("feed_key_result").trigger)
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
        """Follows the plan, the chosen cycle, and the team or view it is narrowed to."""
        snapshot, here = self._bridge.snapshot, self.kpi
        narrowed = self._view.narrowing.narrowed
        lines = list(meant(self._bridge.scores, self._view.scope.cycle, narrowed).kpis)
        self._lines = {line.kpi.id: line for line in lines}
        self.model.show_lines(lines, snapshot)
        self.head.show_lines(lines)
        self.empty.setVisible(not lines)
        self.empty.show_way(narrowed=bool(narrowed.query))
        self.show_form(self.head.form.value)
        if lines and (self.kpi is None or self.kpi != here):
            self.list.go_to(here)
        self._show(self.kpi)

    def focus(self) -> None:
        """Puts the focus into the list."""
        part = self.list if self.head.form.value == LIST else self.periods.table
        if self._lines:
            part.setFocus()
        else:
            self.empty.focus()

    def go_to(self, kpi: int) -> None:
        """Puts the cursor on a KPI of the list; what it is narrowed to and hides it is left."""
        if kpi not in self._lines and self._bridge.snapshot.find(KPI, kpi) is not None:
            self._view.narrowing.choose("")
        self.show_form(LIST)
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

    def show_form(self, form: object) -> None:
        """Shows the list, or the values or the targets by period."""
        self.head.form.show_choice(form)
        self._both.setVisible(bool(self._lines) and form == LIST)
        self.periods.setVisible(bool(self._lines) and form != LIST)
        if isinstance(form, Asked):
            self.periods.show_lines(list(self._lines.values()), form)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _added(self, kpis: list[int]) -> None:
        if kpis:
            self._written(kpis[0])
        self.tell(said(Message("%n KPI(s) added", count=len(kpis))))

    def _show(self, kpi: object) -> None:
        line = self._lines.get(kpi) if isinstance(kpi, int) else None
        self.side.setVisible(line is not None)
        if line is not None:
            self.side.show_line(line)

    def _saved(self, words: str) -> None:
        self.tell(words)
        if self.side.isAncestorOf(QApplication.focusWidget() or self):
            self.list.setFocus()

    def tell(self, words: str) -> None:
        """Says what was done and can be undone."""
        self._desk.toast(words, undo=True)

    def _written(self, kpi: object) -> None:
        if isinstance(kpi, int):
            self.go_to(kpi)
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
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(card, 1)
        row.addWidget(self._side_card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        around = QVBoxLayout()
        around.setContentsMargins(20, 0, 20, 14)
        around.addWidget(self._both, 1)
        around.addWidget(self.periods, 1)
        self.periods.hide()
        column.addLayout(around, 1)
        column.addWidget(self.empty, 1)
