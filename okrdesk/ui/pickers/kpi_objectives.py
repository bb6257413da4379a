"""Which objective moves a KPI, and which key result takes its value: pickers of the others."""

from collections.abc import Callable
from functools import partial

from okrdesk.app import commands
from okrdesk.domain.cycles import in_scope
from okrdesk.domain.entities import Cycle, KeyResult, Objective
from okrdesk.domain.kpi_overview import links_of
from okrdesk.domain.tables import CYCLE, KEY_RESULT, KPI, OBJECTIVE
from okrdesk.domain.words import CycleState, KpiRule, KpiStrength
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.icons import LEVEL_ICONS
from okrdesk.ui.models.row_reader import symbol_of
from okrdesk.ui.palette.entries import Entry, Section
from okrdesk.ui.pickers.matching import Spans, found
from okrdesk.ui.pickers.picker import Ask, Offer, Picker
from okrdesk.ui.translation import tr

SHOWN = 60
"""So many are shown at most; letters bring the others."""
_STEPWISE = {"milestones", "yes_no", "baseline"}
"""Kinds that no number feeds."""
Told = Callable[[str], object]


def objective_picker(
    bridge: Bridge, ask: Ask, kpi: int, chosen: Cycle | None, told: Told
) -> Picker:
    """Links what is picked directly. ``chosen``: its objectives come first."""

    def offer(typed: str) -> Offer:
        rows = _free(bridge, kpi)
        near = [row for row in rows if in_scope(_cycle(bridge, row), chosen)]
        far = [row for row in rows if row not in near]
        sections = [
            Section(title, [entry(row, spans) for row, spans in _matching(typed, group)])
            for title, group in ((tr("In this cycle"), near), (tr("Other cycles"), far))
        ]
        none = tr("Every objective is linked to this KPI already.")
        return Offer(sections, tr("No objective fits.") if rows else none)

    def entry(row: Objective, spans: Spans) -> Entry:
        cycle = _cycle(bridge, row)
        made = Entry(
            LEVEL_ICONS[symbol_of(row, cycle)],
            row.title,
            partial(_link, bridge, kpi, row.id, told),
            spans,
            cycle.name if cycle else "",
        )
        return made.scored(bridge.scores.item(row.id))

    return Picker(ask, tr("Find an objective"), offer)


def key_result_picker(
    bridge: Bridge, ask: Ask, kpi: int, chosen: Cycle | None, told: Told
) -> Picker:
    """Lets what is picked take its value from the KPI. ``chosen``: only of this cycle."""

    def offer(typed: str) -> Offer:
        rows = [row for row in _countable(bridge, kpi) if in_scope(_cycle_of(bridge, row), chosen)]
        hits = found(typed, [(row.title, row) for row in rows])[:SHOWN]
        none = tr("No key result in this cycle can take its value from this KPI.")
        entries = [entry(row, spans) for row, spans in hits]
        return Offer([Section("", entries)], tr("No key result fits.") if rows else none)

    def entry(row: KeyResult, spans: Spans) -> Entry:
        above = bridge.snapshot.get(OBJECTIVE, row.objective).title
        run = partial(_feed, bridge, kpi, row.id, told)
        return Entry("gauge", row.title, run, spans, above).scored(bridge.scores.item(row.id))

    return Picker(ask, tr("Find a key result"), offer)


def _feed(bridge: Bridge, kpi: int, key_result: int, told: Told) -> None:
    bridge.attempt(commands.change_key_result, key_result, kpi=kpi)
    row = bridge.snapshot.get(KEY_RESULT, key_result)
    if row.kpi == kpi:
        name = bridge.snapshot.get(KPI, kpi).name
        told(tr("“{title}” takes its value from {kpi}").format(title=row.title, kpi=name))


def _countable(bridge: Bridge, kpi: int) -> list[KeyResult]:
    """The key results that the KPI can feed and does not yet."""
    snapshot = bridge.snapshot
    words = snapshot.get(KPI, kpi).rule is KpiRule.QUALITATIVE
    return [
        row
        for row in snapshot.sorted_rows(KEY_RESULT)
        if row.kpi is None and (row.kind == "rubric") is words and row.kind not in _STEPWISE
    ]


def _cycle_of(bridge: Bridge, row: KeyResult) -> Cycle | None:
    return _cycle(bridge, bridge.snapshot.get(OBJECTIVE, row.objective))


def _link(bridge: Bridge, kpi: int, objective: int, told: Told) -> None:
    bridge.attempt(commands.link_kpi, objective, kpi, KpiStrength.DIRECT)
    if objective in {link.objective for link in links_of(bridge.snapshot, kpi)}:
        words = tr("{kpi} linked to “{objective}”")
        snapshot = bridge.snapshot
        told(
            words.format(
                kpi=snapshot.get(KPI, kpi).name, objective=snapshot.get(OBJECTIVE, objective).title
            )
        )


def _free(bridge: Bridge, kpi: int) -> list[Objective]:
    linked = {link.objective for link in links_of(bridge.snapshot, kpi)}
    rows = bridge.snapshot.sorted_rows(OBJECTIVE)
    return [row for row in rows if row.id not in linked and _is_open(bridge, row)]


def _is_open(bridge: Bridge, row: Objective) -> bool:
    cycle = _cycle(bridge, row)
    return cycle is None or cycle.state is not CycleState.CLOSED


def _cycle(bridge: Bridge, row: Objective) -> Cycle | None:
    return bridge.snapshot.find(CYCLE, row.cycle)


def _matching(typed: str, rows: list[Objective]) -> list[tuple[Objective, Spans]]:
    return found(typed, [(row.title, row) for row in rows])[:SHOWN]
