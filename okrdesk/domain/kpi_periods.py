"""KPIs by period: what each showed in a month or quarter, and what it was asked for."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from okrdesk.domain.cycles import Period
from okrdesk.domain.entities import KpiTarget, KpiValue
from okrdesk.domain.kpi_status import (
    KpiStatus,
    Limits,
    aggregated,
    limits_on,
    period_of,
    status_of,
    values_until,
)
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import KPI, KPI_TARGET
from okrdesk.domain.words import Rhythm


class PeriodValue(NamedTuple):
    """What a KPI showed in a period: the last, the sum or the mean of its values there."""

    values: tuple[KpiValue, ...]
    value: Decimal | None
    status: KpiStatus | None


class PeriodTarget(NamedTuple):
    """What a KPI is asked for in a period; ``own``: the row that begins in it."""

    limits: Limits
    own: KpiTarget | None


def periods(rhythm: Rhythm, first: date, count: int, fiscal_start: int = 1) -> list[Period]:
    """So many periods of a rhythm, one after the other, from the one that holds a day."""
    found = [period_of(rhythm, first, fiscal_start)]
    while len(found) < count:
        following = found[-1].end + timedelta(days=1)
        found.append(period_of(rhythm, following, fiscal_start))
    return found


def last_periods(rhythm: Rhythm, day: date, count: int, fiscal_start: int = 1) -> list[Period]:
    """So many periods of a rhythm that end with the one that holds the day, oldest first."""
    found = [period_of(rhythm, day, fiscal_start)]
    while len(found) < count:
        before = found[-1].start - timedelta(days=1)
        found.append(period_of(rhythm, before, fiscal_start))
    return found[::-1]


def values_by_period(snapshot: Snapshot, kpi: int, wanted: Sequence[Period]) -> list[PeriodValue]:
    """What a KPI showed in each of some periods, which follow each other."""
    row = snapshot.get(KPI, kpi)
    every = values_until(snapshot, kpi, wanted[-1].end)
    found = []
    for period in wanted:
        inside = tuple(v for v in every if period.start <= v.date <= period.end)
        value = aggregated([v.value for v in inside], row.aggregation)
        asked = limits_on(snapshot, kpi, period.end)
        status = None if value is None else status_of(row, asked, value)
        found.append(PeriodValue(inside, value, status))
    return found


def targets_by_period(snapshot: Snapshot, kpi: int, wanted: Sequence[Period]) -> list[PeriodTarget]:
    """What a KPI is asked for at the end of each of some periods."""
    rows = snapshot.children(KPI_TARGET, "kpi", kpi)
    return [
        PeriodTarget(
            limits_on(snapshot, kpi, period.end),
            next((row for row in rows if period.start <= row.start <= period.end), None),
        )
        for period in wanted
    ]
