"""Which KPIs and objectives are meant where a page or a tile is narrowed to a team or a view."""

from typing import NamedTuple

from okrdesk.domain.entities import Cycle
from okrdesk.domain.filters import Facts, matching
from okrdesk.domain.kpi_overview import KpiLine, kpi_lines
from okrdesk.domain.overview.sight import NOTHING, Narrowed, Sight
from okrdesk.domain.scoring import Scores
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import KEY_RESULT, MEMBERSHIP, OBJECTIVE


class Meant(NamedTuple):
    """The objectives and KPIs that are asked for."""

    objectives: frozenset[int] | None
    """Those asked for, and those with a key result that is; None: every one."""
    kpis: tuple[KpiLine, ...]


def kpis_of(sight: Sight) -> tuple[KpiLine, ...]:
    """The KPIs that a dashboard shows: those that the page of KPIs shows, too."""
    return meant(sight.scores, sight.cycle, sight.narrowed).kpis


def meant(scores: Scores, cycle: Cycle | None, narrowed: Narrowed = NOTHING) -> Meant:
    """What of the KPIs and objectives is asked for, looking at a cycle or, for None, at all.

    A KPI is where an objective asked for moves it, a key result asked for feeds from it, or a
    team owns it: the one asked for, or one of those objectives. A KPI of no team belongs to the
    teams of its owner.
    """
    snapshot = scores.snapshot
    lines = kpi_lines(snapshot, scores.today, cycle)
    if not narrowed.query:
        return Meant(None, tuple(lines))
    facts = Facts(snapshot, scores, narrowed.me)
    items = list(matching(narrowed.query, facts, None, None if cycle is None else cycle.id))
    key_results = [row for item in items if (row := snapshot.find(KEY_RESULT, item)) is not None]
    above = {row.objective for row in key_results}
    objectives = above.union(item for item in items if snapshot.find(OBJECTIVE, item) is not None)
    feeding = {row.kpi for row in key_results}
    teams = {snapshot.get(OBJECTIVE, item).team for item in objectives} - {None}
    kpis = (
        line
        for line in lines
        if not objectives.isdisjoint(line.objectives)
        or line.kpi.id in feeding
        or line.kpi.team in teams
        or _belongs(snapshot, line, narrowed.team)
    )
    return Meant(frozenset(objectives), tuple(kpis))


def _belongs(snapshot: Snapshot, line: KpiLine, team: int | None) -> bool:
    """Whether a KPI is a team's own, or of no team and owned by one of its people."""
    if team is None or line.kpi.team is not None:
        return team is not None and line.kpi.team == team
    people = {row.person for row in snapshot.children(MEMBERSHIP, "team", team)}
    return line.kpi.owner in people
