"""The head of the page: what it is, which way it is seen, what can be added."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from okrdesk.domain.kpi_overview import KpiLine
from okrdesk.domain.kpi_status import KpiStatus
from okrdesk.text import Message
from okrdesk.ui.kpis.period_model import Asked
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said
from okrdesk.ui.widgets.segments import Segments

LIST = "list"


class Head(QWidget):
    """``new_wanted`` asks for a new KPI, ``sets_wanted`` for the ready ones at a place."""

    new_wanted = Signal()
    sets_wanted = Signal(QPoint)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._count = look.wrapped("", tone="2")
        self.new = look.button(self.tr("New KPI…"), self.new_wanted.emit, "primary", "plus")
        self.sets = look.button(self.tr("Ready KPIs…"), self._want_sets, "", "library")
        self.form = Segments(self.tr("How the KPIs are shown"))
        self.form.add(self.tr("List"), LIST)
        self.form.add(self.tr("Values"), Asked.VALUES)
        self.form.add(self.tr("Targets"), Asked.TARGETS)
        self.form.show_choice(LIST)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 14, 20, 12)
        row.setSpacing(12)
        row.addWidget(look.label(self.tr("KPIs"), TextRole.VIEW_TITLE))
        row.addWidget(self._count, 1)
        row.addWidget(self.form)
        row.addWidget(self.sets)
        row.addWidget(self.new)

    def _want_sets(self) -> None:
        self.sets_wanted.emit(self.sets.mapToGlobal(self.sets.rect().bottomLeft()))

    def show_lines(self, lines: list[KpiLine]) -> None:
        """Shows how many are on target; the empty page offers a new one itself."""
        self.new.setVisible(bool(lines))
        states = [line.status for line in lines]
        words = said(Message("%n KPI(s)", count=len(lines)))
        text = self.tr("{kpis} · {on} on target, {near} near, {off} off target").format(
            kpis=words,
            on=states.count(KpiStatus.ON_TARGET),
            near=states.count(KpiStatus.NEAR),
            off=states.count(KpiStatus.OFF),
        )
        self._count.setText(text if lines else "")
