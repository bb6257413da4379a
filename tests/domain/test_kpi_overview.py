"""The list of KPIs: order, state, trend, links, and what wants a measurement."""

from datetime import date
from decimal import Decimal

import pytest

from okrdesk.domain import tables as t
from okrdesk.domain.kpi_overview import (
    fed_key_results,
    kpi_line,
    kpi_lines,
    links_of,
    value_is_due,
)
from okrdesk.domain.kpi_status import KpiStatus
from okrdesk.domain.words import Horizon, KpiLevel, Rhythm, Source
from tests.domain.world import TODAY, World


def measured(world: World, *days: tuple[str, int], **fields: object) -> int:
    row = world.add(t.KPI, **{"name": "KPI", "target": Decimal(10), **fields})
    for number, (day, value) in enumerate(days):
        when = date.fromisoformat(day)
        world.add(t.KPI_VALUE, kpi=row, date=when, entered=str(number), value=Decimal(value))
    return row


def test_high_level_stands_before_low_level_and_each_in_its_order() -> None:
    world = World()
    low = measured(world, level=KpiLevel.LOW, position=1.0)
    second = measured(world, position=3.0)
    first = measured(world, position=2.0)
    gone = measured(world, position=1.0, active=False)
    assert [line.kpi.id for line in kpi_lines(world.snapshot, TODAY)] == [first, second, low]
    every = [line.kpi.id for line in kpi_lines(world.snapshot, TODAY, inactive=True)]
    assert every == [gone, first, second, low]


def test_a_line_has_the_value_its_state_and_the_trend_of_a_year() -> None:
    world = World()
    row = measured(world, ("2025-08-16", 3), ("2025-09-30", 4), ("2026-07-31", 9))
    line = kpi_line(world.snapshot, row, TODAY)
    assert (line.value, line.limits.target, line.status) == (9, 10, KpiStatus.NEAR)
    assert [value.value for value in line.trend] == [4, 9]
    assert line.last is line.trend[-1]


def test_a_kpi_without_a_measurement_has_no_state() -> None:
    world = World()
    row = measured(world)
    line = kpi_line(world.snapshot, row, TODAY)
    assert (line.value, line.status, line.last, line.due) == (None, None, None, True)


def test_links_follow_the_chosen_cycle() -> None:
    world = World()
    row = measured(world)
    past = world.cycle("2025", Horizon.YEAR, date(2025, 1, 1), date(2025, 12, 31))
    now, before = world.objective(), world.objective(cycle=past)
    for objective in (now, before):
        world.add(t.KPI_LINK, objective=objective, kpi=row)
    snapshot = world.snapshot
    assert [link.objective for link in links_of(snapshot, row)] == [now, before]
    chosen = snapshot.get(t.CYCLE, world.quarter)
    assert kpi_line(snapshot, row, TODAY, chosen).objectives == (now,)


def test_what_a_kpi_feeds() -> None:
    world = World()
    row = measured(world)
    result = world.key_result(world.objective(), source=Source.KPI, kpi=row)
    world.key_result(world.objective())
    assert fed_key_results(world.snapshot, row) == (result,)


@pytest.mark.parametrize(
    ("rhythm", "last", "due"),
    [
        (Rhythm.DAILY, "2026-08-16", False),
        (Rhythm.DAILY, "2026-08-15", True),
        (Rhythm.WEEKLY, "2026-08-10", False),
        (Rhythm.WEEKLY, "2026-08-09", True),
        (Rhythm.MONTHLY, "2026-07-01", False),
        (Rhythm.MONTHLY, "2026-06-30", True),
        (Rhythm.QUARTERLY, "2026-04-01", False),
        (Rhythm.QUARTERLY, "2026-03-31", True),
        (Rhythm.YEARLY, "2025-01-01", False),
        (Rhythm.YEARLY, "2024-12-31", True),
    ],
)
def test_a_value_is_due_once_a_whole_period_has_none(rhythm: Rhythm, last: str, due: bool) -> None:
    world = World()
    row = measured(world, (last, 1), rhythm=rhythm)
    assert value_is_due(world.snapshot, row, TODAY) is due


def test_nothing_is_due_of_a_kpi_that_rests() -> None:
    world = World()
    row = measured(world, active=False)
    assert not value_is_due(world.snapshot, row, TODAY)
