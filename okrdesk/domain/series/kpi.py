"""A KPI's values over time, and the zones that they are held against."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from okrdesk.domain.entities import Kpi
from okrdesk.domain.kpi_status import (
    FAIR,
    GOOD,
    KpiStatus,
    Limits,
    allowed,
    limits_on,
    status_of,
    value_on,
    values_until,
)
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import KPI, KPI_TARGET
from okrdesk.domain.words import KpiRule

MOST_VALUES = 26
Interval = tuple[float | None, float | None]
"""From and to; None is open."""


class Measurement(NamedTuple):
    """What the KPI showed on a day."""

    day: date
    value: float
    status: KpiStatus | None


class Zone(NamedTuple):
    """What was asked for from one day to another, both included."""

    first: date
    last: date
    good: Interval
    near: tuple[Interval, ...]
    """Where a value is not good and not off."""


class KpiSeries(NamedTuple):
    """The last values of a KPI, oldest first, and its zones over the same days."""

    values: tuple[Measurement, ...]
    zones: tuple[Zone, ...]
    """One after another; none where nothing is asked for."""


def kpi_series(snapshot: Snapshot, kpi: int, today: date, fiscal_start: int = 1) -> KpiSeries:
    """The last 26 values up to today; KeyError when there is no such KPI."""
    row = snapshot.get(KPI, kpi)
    days = [value.date for value in values_until(snapshot, kpi, today)][-MOST_VALUES:]
    values = [
        Measurement(day, float(value), status_of(row, limits_on(snapshot, kpi, day), value))
        for day in days
        if (value := value_on(snapshot, kpi, day, fiscal_start)) is not None
    ]
    return KpiSeries(tuple(values), tuple(_zones(snapshot, row, days[0] if days else today, today)))


def _zones(snapshot: Snapshot, row: Kpi, first: date, last: date) -> list[Zone]:
    """One for each period with a target of its own."""
    starts = [target.start for target in snapshot.children(KPI_TARGET, "kpi", row.id)]
    bounds = [first, *(day for day in starts if first < day <= last), last + timedelta(days=1)]
    return [
        Zone(day, end - timedelta(days=1), *asked)
        for day, end in pairwise(bounds)
        if (asked := asked_of(row, limits_on(snapshot, row.id, day))) is not None
    ]


def asked_of(row: Kpi, limits: Limits) -> tuple[Interval, tuple[Interval, ...]] | None:
    """The good interval of a KPI and the near ones; None where it has no limit."""
    if row.rule is KpiRule.QUALITATIVE:
        return (float(GOOD), None), ((float(FAIR), float(GOOD)),)
    if row.rule is KpiRule.RANGE:
        return _of_range(row, limits)
    if limits.target is None:
        return None
    target = float(limits.target)
    beyond = float(allowed(row, limits, limits.target))
    if row.rule in (KpiRule.AT_MOST, KpiRule.DECREASE_TO):
        return (None, target), ((target, target + beyond),)
    return (target, None), ((target - beyond, target),)


def _of_range(row: Kpi, limits: Limits) -> tuple[Interval, tuple[Interval, ...]] | None:
    low, high = limits.low, limits.high
    if low is None and high is None:
        return None
    near: list[Interval] = []
    if low is not None:
        near.append((float(low - allowed(row, limits, low - 1)), float(low)))
    if high is not None:
        near.append((float(high), float(high + allowed(row, limits, high + 1))))
    return (_number(low), _number(high)), tuple(near)


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
