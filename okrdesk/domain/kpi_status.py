"""KPIs: the value of a period, its target, and whether it is on target (product rule 16)."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from okrdesk.domain.cycles import Period, fiscal_quarter, fiscal_year, month_of, week_of_year
from okrdesk.domain.entities import Kpi, KpiValue
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import KPI, KPI_TARGET, KPI_VALUE
from okrdesk.domain.words import Aggregation, KpiRule, Rhythm

_BEYOND = Decimal("0.15")
GOOD, FAIR = 2, 1


class KpiStatus(StrEnum):
    """How a KPI stands against its limits."""

    ON_TARGET = "on_target"
    NEAR = "near"
    OFF = "off"


class Limits(NamedTuple):
    """What is asked of a KPI on a day."""

    target: Decimal | None
    low: Decimal | None
    high: Decimal | None


def limits_on(snapshot: Snapshot, kpi: int, day: date) -> Limits:
    """The limits of the period that holds the day, else the KPI's own."""
    row = snapshot.get(KPI, kpi)
    for target in reversed(snapshot.children(KPI_TARGET, "kpi", kpi)):
        if target.start <= day:
            return Limits(target.target, target.low, target.high)
    return Limits(row.target, row.low, row.high)


def values_until(snapshot: Snapshot, kpi: int, day: date) -> list[KpiValue]:
    """The measurements dated up to the day, oldest first, the last entry of each date."""
    found = [v for v in snapshot.children(KPI_VALUE, "kpi", kpi) if v.date <= day]
    return list({value.date: value for value in found}.values())


def value_on(snapshot: Snapshot, kpi: int, day: date, fiscal_start: int = 1) -> Decimal | None:
    """What the KPI shows on a day: the last, the sum or the mean of its period."""
    row = snapshot.get(KPI, kpi)
    values = values_until(snapshot, kpi, day)
    if row.resets or row.aggregation is not Aggregation.LAST:
        period = period_of(
            row.rhythm, values[-1].date if values and not row.resets else day, fiscal_start
        )
        values = [v for v in values if period.start <= v.date]
    return aggregated([v.value for v in values], row.aggregation)


def aggregated(values: Sequence[Decimal], how: Aggregation) -> Decimal | None:
    """The values of one period as one: the last, the sum or the mean; None without any."""
    if not values:
        return None
    if how is Aggregation.SUM:
        return sum(values, Decimal(0))
    return sum(values, Decimal(0)) / len(values) if how is Aggregation.MEAN else values[-1]


def period_of(rhythm: Rhythm, day: date, fiscal_start: int = 1) -> Period:
    """The period of a rhythm that holds the day."""
    if rhythm is Rhythm.DAILY:
        return Period(day.isoformat(), day, day)
    if rhythm in (Rhythm.WEEKLY, Rhythm.FORTNIGHTLY):
        week = week_of_year(day)
        odd = rhythm is Rhythm.FORTNIGHTLY and week.start.toordinal() // 7 % 2
        start = week.start - timedelta(days=7 if odd else 0)
        length = 14 if rhythm is Rhythm.FORTNIGHTLY else 7
        return Period(week.name, start, start + timedelta(days=length - 1))
    if rhythm is Rhythm.MONTHLY:
        return month_of(day)
    year = fiscal_year(day, fiscal_start)
    return fiscal_quarter(day, fiscal_start) if rhythm is Rhythm.QUARTERLY else year


def status_on(snapshot: Snapshot, kpi: int, day: date, fiscal_start: int = 1) -> KpiStatus | None:
    """On target inside the limit, near up to the second one, else off; None without a value."""
    value = value_on(snapshot, kpi, day, fiscal_start)
    if value is None:
        return None
    return status_of(snapshot.get(KPI, kpi), limits_on(snapshot, kpi, day), value)


def status_of(kpi: Kpi, limits: Limits, value: Decimal) -> KpiStatus | None:
    """The status of one value; None where the KPI has no limit."""
    if kpi.rule is KpiRule.QUALITATIVE:
        return (
            KpiStatus.ON_TARGET
            if value >= GOOD
            else KpiStatus.NEAR
            if value >= FAIR
            else KpiStatus.OFF
        )
    beyond = _beyond(kpi, limits, value)
    if beyond is None:
        return None
    if beyond <= 0:
        return KpiStatus.ON_TARGET
    return KpiStatus.NEAR if beyond <= allowed(kpi, limits, value) else KpiStatus.OFF


def _beyond(kpi: Kpi, limits: Limits, value: Decimal) -> Decimal | None:
    """How far the value lies outside its limit; 0 or less is inside."""
    if kpi.rule is KpiRule.RANGE:
        outside = [
            *([limits.low - value] if limits.low is not None else []),
            *([value - limits.high] if limits.high is not None else []),
        ]
        return max(outside, default=None)
    if limits.target is None:
        return None
    falling = kpi.rule in (KpiRule.AT_MOST, KpiRule.DECREASE_TO)
    return value - limits.target if falling else limits.target - value


def allowed(kpi: Kpi, limits: Limits, value: Decimal) -> Decimal:
    """How far outside still counts as near: to the second limit, else 15 % of the target.

    A range has two ends, so its second limit is a distance from either of them.
    """
    if kpi.rule is KpiRule.RANGE:
        if kpi.near is not None:
            return abs(kpi.near)
        below = limits.low is not None and value < limits.low
        return abs((limits.low if below else limits.high) or Decimal(0)) * _BEYOND
    limit = limits.target or Decimal(0)
    return abs(limit) * _BEYOND if kpi.near is None else abs(kpi.near - limit)
