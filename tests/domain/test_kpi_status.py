"""KPIs: the value of a period, its target, its status."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from okrdesk.domain import tables as t
from okrdesk.domain.kpi_status import KpiStatus, Limits, limits_on, period_of, status_on, value_on
from okrdesk.domain.words import Aggregation, KpiRule, Rhythm
from tests.domain.world import TODAY, World, amount

ON, NEAR, OFF = KpiStatus


def kpi(world: World, *values: tuple[date, object], **fields: Any) -> int:
    named = ("target", "low", "high", "near")
    amounts = {key: amount(value) for key, value in fields.items() if key in named}
    row = world.add(t.KPI, name="KPI", **{**fields, **amounts})
    for day, value in values:
        entered = f"{len(world.rows.get('kpi_value', []))}"
        world.add(t.KPI_VALUE, kpi=row, date=day, entered=entered, value=amount(value))
    return row


@pytest.mark.parametrize(
    ("fields", "value", "status"),
    [
        ({"rule": KpiRule.AT_LEAST, "target": 100}, 100, ON),
        ({"rule": KpiRule.AT_LEAST, "target": 100}, 85, NEAR),
        ({"rule": KpiRule.AT_LEAST, "target": 100}, "84.9", OFF),
        ({"rule": KpiRule.AT_LEAST, "target": 100, "near": 90}, 90, NEAR),
        ({"rule": KpiRule.AT_LEAST, "target": 100, "near": 90}, 89, OFF),
        ({"rule": KpiRule.INCREASE_TO, "target": 100}, 120, ON),
        ({"rule": KpiRule.AT_MOST, "target": 10}, 10, ON),
        ({"rule": KpiRule.AT_MOST, "target": 10}, "11.5", NEAR),
        ({"rule": KpiRule.AT_MOST, "target": 10}, "11.6", OFF),
        ({"rule": KpiRule.DECREASE_TO, "target": 10, "near": 20}, 20, NEAR),
        ({"rule": KpiRule.AT_LEAST, "target": -100}, -115, NEAR),
        ({"rule": KpiRule.RANGE, "low": 4, "high": 5}, 4, ON),
        ({"rule": KpiRule.RANGE, "low": 4, "high": 5}, 5, ON),
        ({"rule": KpiRule.RANGE, "low": 4, "high": 5}, "3.4", NEAR),
        ({"rule": KpiRule.RANGE, "low": 4, "high": 5}, "3.3", OFF),
        ({"rule": KpiRule.RANGE, "low": 4, "high": 5}, "5.75", NEAR),
        ({"rule": KpiRule.RANGE, "low": 4, "high": 5, "near": 1}, 3, NEAR),
        ({"rule": KpiRule.RANGE, "low": 4, "high": 5, "near": 1}, "6.1", OFF),
        ({"rule": KpiRule.RANGE, "high": 5}, 6, OFF),
        ({"rule": KpiRule.RANGE, "low": 4}, 9, ON),
        ({"rule": KpiRule.RANGE}, 9, None),
        ({"rule": KpiRule.AT_LEAST}, 9, None),
        ({"rule": KpiRule.QUALITATIVE}, 2, ON),
        ({"rule": KpiRule.QUALITATIVE}, 1, NEAR),
        ({"rule": KpiRule.QUALITATIVE}, 0, OFF),
    ],
)
def test_inside_near_or_off(
    fields: dict[str, Any], value: object, status: KpiStatus | None
) -> None:
    world = World()
    row = kpi(world, (TODAY, value), **fields)
    assert status_on(world.snapshot, row, TODAY) is status


def test_no_value_has_no_status() -> None:
    world = World()
    row = kpi(world, (date(2026, 9, 1), 5), target=1)
    assert status_on(world.snapshot, row, TODAY) is None
    assert value_on(world.snapshot, row, TODAY) is None


def test_a_range_open_on_the_side_where_the_value_lies() -> None:
    world = World()
    row = kpi(world, (TODAY, 1), rule=KpiRule.RANGE, low=2)
    assert status_on(world.snapshot, row, TODAY) is OFF


def test_a_target_holds_from_its_day_until_the_next() -> None:
    world = World()
    row = kpi(world, target=1)
    for month, target in ((7, 10), (8, 20)):
        day = date(2026, month, 1)
        world.add(t.KPI_TARGET, kpi=row, start=day, target=Decimal(target))
    days = (date(2026, 6, 30), date(2026, 7, 31), date(2026, 8, 1), date(2027, 1, 1))
    found = [limits_on(world.snapshot, row, day).target for day in days]
    assert found == [1, 10, 20, 20]
    assert limits_on(world.snapshot, row, days[0]) == Limits(Decimal(1), None, None)


@pytest.mark.parametrize(
    ("how", "resets", "in_august", "in_september"),
    [
        (Aggregation.LAST, False, 6, 6),
        (Aggregation.SUM, False, 10, 10),
        (Aggregation.MEAN, False, 5, 5),
        (Aggregation.LAST, True, 6, None),
        (Aggregation.SUM, True, 10, None),
    ],
)
def test_the_values_of_a_period_become_one(
    how: Aggregation, *, resets: bool, in_august: int, in_september: int | None
) -> None:
    world = World()
    values = [(date(2026, 7, 31), 9), (date(2026, 8, 3), 4), (date(2026, 8, 10), 6)]
    row = kpi(world, *values, aggregation=how, resets=resets)
    assert value_on(world.snapshot, row, TODAY) == in_august
    assert value_on(world.snapshot, row, date(2026, 9, 2)) == in_september


def test_of_one_day_the_last_entry_counts() -> None:
    world = World()
    row = kpi(world, (TODAY, 4), (TODAY, 6), aggregation=Aggregation.SUM)
    assert value_on(world.snapshot, row, TODAY) == 6


@pytest.mark.parametrize(
    ("rhythm", "first", "last"),
    [
        (Rhythm.DAILY, date(2026, 8, 17), date(2026, 8, 17)),
        (Rhythm.WEEKLY, date(2026, 8, 17), date(2026, 8, 23)),
        (Rhythm.MONTHLY, date(2026, 8, 1), date(2026, 8, 31)),
        (Rhythm.QUARTERLY, date(2026, 7, 1), date(2026, 9, 30)),
        (Rhythm.YEARLY, date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_the_period_of_a_rhythm(rhythm: Rhythm, first: date, last: date) -> None:
    period = period_of(rhythm, TODAY)
    assert (period.start, period.end) == (first, last)


def test_fortnights_follow_each_other() -> None:
    starts = {period_of(Rhythm.FORTNIGHTLY, date(2026, 8, day)).start for day in range(1, 29)}
    gaps = {(b - a).days for a, b in zip(sorted(starts), sorted(starts)[1:], strict=False)}
    assert gaps == {14}


def test_a_fiscal_year_of_its_own() -> None:
    assert period_of(Rhythm.YEARLY, TODAY, 4).start == date(2026, 4, 1)
