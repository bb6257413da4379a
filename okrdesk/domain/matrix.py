"""The matrix of objectives and KPIs: which objective moves which KPI, and where the gaps are."""

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from okrdesk.domain.cycles import days_of, fiscal_start, in_scope
from okrdesk.domain.entities import Cycle, KpiLink, KpiValue, Objective
from okrdesk.domain.ids import id_text
from okrdesk.domain.kpi_overview import KpiLine, kpi_lines
from okrdesk.domain.kpi_status import value_on, values_until
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CYCLE, KPI_LINK, MUTE, OBJECTIVE
from okrdesk.domain.words import KpiLevel, Level, Outcome

NO_KPI = "no_kpi"
"""The advice, to be muted for an objective, that it moves no KPI."""
_LEVELS = tuple(Level)
_LEFT_OUT = (Outcome.POSTPONED, Outcome.DROPPED)


class Group(NamedTuple):
    """The objectives of one cycle; None is of no cycle."""

    cycle: Cycle | None
    objectives: tuple[Objective, ...]


class Matrix(NamedTuple):
    """Rows by cycle, columns from high to low level, and the links between them."""

    groups: tuple[Group, ...]
    kpis: tuple[KpiLine, ...]
    links: Mapping[tuple[int, int], KpiLink]
    """By objective and KPI."""
    watched: frozenset[int]
    """KPIs and objectives that are no gap though no link is seen: meant to be, or linked to what
    the matrix leaves out."""

    @property
    def objectives(self) -> Iterator[Objective]:
        """All rows from the top."""
        return (row for group in self.groups for row in group.objectives)

    @property
    def high(self) -> int:
        """How many of the columns are of the high level; they come first."""
        return sum(line.kpi.level is KpiLevel.HIGH for line in self.kpis)

    def of_objective(self, objective: int) -> int:
        """How many KPIs an objective moves."""
        return sum((objective, line.kpi.id) in self.links for line in self.kpis)

    def of_kpi(self, kpi: int) -> int:
        """How many objectives move a KPI."""
        return sum((row.id, kpi) in self.links for row in self.objectives)

    def is_gap(self, item: int) -> bool:
        """Whether an objective or a KPI of the matrix has no link and should have one."""
        return item not in self.watched and not self.of_objective(item) + self.of_kpi(item)

    @property
    def gaps(self) -> tuple[list[int], list[int]]:
        """The KPIs that no objective moves, and the objectives that move no KPI."""
        kpis = [line.kpi.id for line in self.kpis if self.is_gap(line.kpi.id)]
        return kpis, [row.id for row in self.objectives if self.is_gap(row.id)]


class Movement(NamedTuple):
    """How a KPI moved since a link was made; None where there was no value yet."""

    since: date | None
    before: Decimal | None
    now: Decimal | None
    values: tuple[KpiValue, ...]
    """The measurement that held when the link was made, and those after it."""


def matrix(snapshot: Snapshot, day: date, chosen: Cycle | None = None) -> Matrix:
    """The matrix as it stands on a day, with what is seen in the chosen cycle."""
    groups = tuple(group for group in _groups(snapshot, chosen) if group.objectives)
    lines = tuple(kpi_lines(snapshot, day, chosen))
    links = {(link.objective, link.kpi): link for link in snapshot.rows(KPI_LINK)}
    muted = {(row.rule, row.objective) for row in snapshot.rows(MUTE)}
    watched = [line.kpi.id for line in lines if (watch_rule(line.kpi.id), None) in muted]
    watched += [row.id for group in groups for row in group.objectives if (NO_KPI, row.id) in muted]
    return Matrix(groups, lines, links, frozenset(watched))


def narrowed(whole: Matrix, objectives: Container[int], kpis: Iterable[KpiLine]) -> Matrix:
    """The rows and columns that are asked for; a gap is only what is one in the whole."""
    groups = (
        Group(group.cycle, tuple(row for row in group.objectives if row.id in objectives))
        for group in whole.groups
    )
    linked = [line.kpi.id for line in whole.kpis if whole.of_kpi(line.kpi.id)]
    linked += [row.id for row in whole.objectives if whole.of_objective(row.id)]
    shown = tuple(group for group in groups if group.objectives)
    return Matrix(shown, tuple(kpis), whole.links, whole.watched.union(linked))


def watch_rule(kpi: int) -> str:
    """The advice, to be muted for the plan, that a KPI is moved by no objective."""
    return f"unmoved_kpi:{id_text(kpi)}"


def movement(snapshot: Snapshot, link: KpiLink, day: date) -> Movement:
    """How the KPI moved from the day of the link, or of its objective's cycle, to the day."""
    since = link.since
    if since is None:
        cycle = snapshot.find(CYCLE, snapshot.get(OBJECTIVE, link.objective).cycle)
        since = None if cycle is None else cycle.start
    values = values_until(snapshot, link.kpi, day)
    earlier = [value for value in values if since is not None and value.date <= since]
    later = [value for value in values if since is None or value.date > since]
    held = (*earlier[-1:], *later)
    start = fiscal_start(snapshot)
    before = value_on(snapshot, link.kpi, held[0].date, start) if held else None
    return Movement(since, before, value_on(snapshot, link.kpi, day, start), held)


def _groups(snapshot: Snapshot, chosen: Cycle | None) -> Iterator[Group]:
    """Longer cycles before shorter ones, in each from the company down; drafts are rows, too."""
    cycles = [row for row in snapshot.sorted_rows(CYCLE) if in_scope(row, chosen)]
    cycles.sort(key=lambda row: (-days_of(row), row.start, row.id))
    for cycle in cycles:
        yield Group(cycle, _in_order(snapshot.children(OBJECTIVE, "cycle", cycle.id)))
    yield Group(None, _in_order([row for row in snapshot.rows(OBJECTIVE) if row.cycle is None]))


def _in_order(rows: Iterable[Objective]) -> tuple[Objective, ...]:
    counted = [row for row in rows if row.outcome not in _LEFT_OUT]
    return tuple(
        sorted(counted, key=lambda row: (_LEVELS.index(row.level), OBJECTIVE.sort_key(row)))
    )
