"""The list of KPIs: where each stands on a day, when it was last measured, what moves it."""

from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from okrdesk.domain.cycles import fiscal_start, in_scope
from okrdesk.domain.entities import Cycle, Kpi, KpiLink, KpiValue
from okrdesk.domain.kpi_status import (
    KpiStatus,
    Limits,
    limits_on,
    period_of,
    status_of,
    value_on,
    values_until,
)
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CYCLE, KEY_RESULT, KPI, KPI_LINK, OBJECTIVE
from okrdesk.domain.words import KpiLevel, KpiStrength

TREND = timedelta(days=366)
"""How far back the trend of a list looks."""
LEVELS = (KpiLevel.HIGH, KpiLevel.LOW)


class KpiLine(NamedTuple):
    """Where one KPI stands on a day; ``value`` is that of its period."""

    kpi: Kpi
    value: Decimal | None
    limits: Limits
    status: KpiStatus | None
    trend: tuple[KpiValue, ...]
    """The measurements of the last year, oldest first."""
    objectives: tuple[int, ...]
    """What is to move it, see ``links_of``."""
    due: bool
    """Whether a measurement is missing; see ``value_is_due``."""

    @property
    def last(self) -> KpiValue | None:
        """The newest measurement of the last year."""
        return self.trend[-1] if self.trend else None


def kpi_line(snapshot: Snapshot, kpi: int, day: date, chosen: Cycle | None = None) -> KpiLine:
    """One KPI as it stands on the day. ``chosen``: only objectives seen with this cycle count."""
    row = snapshot.get(KPI, kpi)
    limits = limits_on(snapshot, kpi, day)
    value = value_on(snapshot, kpi, day, fiscal_start(snapshot))
    values = values_until(snapshot, kpi, day)
    return KpiLine(
        row,
        value,
        limits,
        None if value is None else status_of(row, limits, value),
        tuple(v for v in values if v.date > day - TREND),
        tuple(link.objective for link in links_of(snapshot, kpi, chosen)),
        value_is_due(snapshot, kpi, day),
    )


def kpi_lines(
    snapshot: Snapshot, day: date, chosen: Cycle | None = None, *, inactive: bool = False
) -> list[KpiLine]:
    """All KPIs, high level before low level, each level in its own order."""
    rows = [row for row in snapshot.sorted_rows(KPI) if row.active or inactive]
    rows.sort(key=lambda row: LEVELS.index(row.level))
    return [kpi_line(snapshot, row.id, day, chosen) for row in rows]


def links_of(snapshot: Snapshot, kpi: int, chosen: Cycle | None = None) -> list[KpiLink]:
    """The links of a KPI to objectives that are seen with the chosen cycle, direct ones first."""
    pairs = [
        (link, snapshot.get(OBJECTIVE, link.objective))
        for link in snapshot.children(KPI_LINK, "kpi", kpi)
    ]
    found = [
        (link.strength is not KpiStrength.DIRECT, row.position, link.id, link)
        for link, row in pairs
        if in_scope(snapshot.find(CYCLE, row.cycle), chosen)
    ]
    return [link for *_, link in sorted(found)]


def fed_key_results(snapshot: Snapshot, kpi: int) -> tuple[int, ...]:
    """The key results whose value comes from the KPI."""
    return snapshot.child_ids(KEY_RESULT, "kpi", kpi)


def value_is_due(snapshot: Snapshot, kpi: int, day: date) -> bool:
    """Whether the last period that has ended, and the running one, have no measurement."""
    start = fiscal_start(snapshot)
    row = snapshot.get(KPI, kpi)
    running = period_of(row.rhythm, day, start)
    ended = period_of(row.rhythm, running.start - timedelta(days=1), start)
    values = values_until(snapshot, kpi, day)
    return row.active and (not values or values[-1].date < ended.start)
