"""The card of a KPI whose value is due."""

from okrdesk.domain.kpi_overview import kpi_line
from okrdesk.domain.tables import KPI, PERSON, TEAM
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.check_in.card import CheckInCard, QueueCard
from okrdesk.ui.check_in.kpi_form import KpiForm
from okrdesk.ui.editors.status_shape import StatusShape
from okrdesk.ui.kpis.words import STATE_SHAPES, state_word, value_words
from okrdesk.ui.look import Look
from okrdesk.ui.translation import short_date


class KpiCard(QueueCard):
    """A KPI: what it was, and its form."""

    def __init__(self, bridge: Bridge, look: Look, kpi: int, place: str) -> None:
        super().__init__(bridge, look, kpi, KpiForm(bridge, look, kpi))
        line = kpi_line(bridge.snapshot, kpi, bridge.today)
        team = bridge.snapshot.find(TEAM, line.kpi.team)
        words = " · ".join(part for part in (team.name if team else "", self.tr("KPI")) if part)
        last = self.tr("no value yet")
        if line.last is not None:
            last = self.tr("{value}, {day}").format(
                value=value_words(line.kpi, line.last.value), day=short_date(line.last.date)
            )
        facts = self.facts(bridge.snapshot.find(PERSON, line.kpi.owner), last)
        if line.status is not None:
            shape = StatusShape(look)
            shape.show_status(STATE_SHAPES[line.status])
            facts.addWidget(shape)
            facts.addWidget(look.label(state_word(line.status), tone="2"))
        facts.addStretch()
        self.assemble(self.path("activity", words, place), line.kpi.name, facts)


def card_of(bridge: Bridge, look: Look, item: int, place: str) -> QueueCard:
    """The card that fits an item of the pass."""
    if bridge.snapshot.find(KPI, item) is not None:
        return KpiCard(bridge, look, item, place)
    return CheckInCard(bridge, look, item, place)
