"""The head of the page: what it is, which way it is seen, what can be added."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from okrdesk.domain.kpi_overview import KpiLine
from okrdesk.domain.kpi_status import KpiStatus
from okrdesk.text import Message
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said


class Head(QWidget):
    """``new_wanted`` asks for a new KPI, ``sets_wanted`` for the ready ones."""

    new_wanted = Signal()
    sets_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._count = look.label("", tone="2")
        self.new = look.button(self.tr("New KPI…"), self.new_wanted.emit, "primary", "plus")
        self.sets = look.button(self.tr("Ready KPIs…"), self.sets_wanted.emit, "", "library")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 14, 20, 12)
        row.setSpacing(12)
        row.addWidget(look.label(self.tr("KPIs"), TextRole.VIEW_TITLE))
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self.sets)
        row.addWidget(self.new)

    def show_lines(self, lines: list[KpiLine]) -> None:
        """Shows how many are on target."""
        states = [line.status for line in lines]
        words = said(Message("%n KPI(s)", count=len(lines)))
        text = self.tr("{kpis} · {on} on target, {near} near, {off} off target").format(
            kpis=words,
            on=states.count(KpiStatus.ON_TARGET),
            near=states.count(KpiStatus.NEAR),
            off=states.count(KpiStatus.OFF),
        )
        self._count.setText(text if lines else "")
