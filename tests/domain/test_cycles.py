"""Cycles on the calendar."""

from datetime import date

import pytest

from okrdesk.domain import tables as t
from okrdesk.domain.cycles import (
    current_cycle,
    days_of,
    fiscal_quarter,
    fiscal_start,
    fiscal_year,
    in_scope,
    inside,
    month_of,
    week_of_year,
    weeks_of,
)
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.words import Horizon
from tests.domain.world import Q3, TODAY, YEAR, World


@pytest.mark.parametrize(
    ("day", "starts", "quarter", "year"),
    [
        (date(2026, 8, 17), 1, "Q3 2026", "2026"),
        (date(2026, 8, 17), 4, "Q2 2026/27", "2026/27"),
        (date(2026, 3, 31), 4, "Q4 2025/26", "2025/26"),
        (date(2099, 12, 1), 10, "Q1 2099/00", "2099/00"),
    ],
)
def test_quarters_and_years_are_named_by_the_fiscal_year(
    day: date, starts: int, quarter: str, year: str
) -> None:
    assert fiscal_quarter(day, starts).name == quarter
    assert fiscal_year(day, starts).name == year


def test_months_and_weeks() -> None:
    assert month_of(date(2028, 2, 5)) == ("2028-02", date(2028, 2, 1), date(2028, 2, 29))
    assert week_of_year(date(2027, 1, 1)) == ("2026-W53", date(2026, 12, 28), date(2027, 1, 3))


def test_days_and_weeks_of_a_cycle() -> None:
    world = World()
    day = world.cycle("Day", Horizon.CUSTOM, TODAY, TODAY)
    cycles = [world.snapshot.get(t.CYCLE, row) for row in (world.quarter, day)]
    assert [days_of(cycle) for cycle in cycles] == [92, 1]
    assert [weeks_of(cycle) for cycle in cycles] == [13, 1]


def test_a_period_may_be_open() -> None:
    assert inside(TODAY, None, None)
    assert not inside(TODAY, None, Q3[0])
    assert not inside(TODAY, Q3[1], None)


def test_the_current_cycle_is_the_nearest_of_its_horizon() -> None:
    world = World()
    before = world.cycle("Q1 2026", Horizon.QUARTER, date(2026, 1, 1), date(2026, 3, 31))
    year = world.cycle("2026", Horizon.YEAR, *YEAR)
    days = [TODAY, date(2026, 5, 1), date(2025, 1, 1), date(2027, 1, 1)]
    found = [current_cycle(world.snapshot, day) for day in days]
    assert [row and row.id for row in found] == [world.quarter, before, before, world.quarter]
    longer = current_cycle(world.snapshot, TODAY, Horizon.YEAR)
    assert longer is not None
    assert longer.id == year
    assert current_cycle(world.snapshot, TODAY, Horizon.WEEK) is None


def test_what_shares_a_day_with_the_chosen_cycle_is_in_scope() -> None:
    world = World()
    whole = world.cycle("2026", Horizon.YEAR, *YEAR)
    year = world.snapshot.get(t.CYCLE, whole)
    quarter = world.snapshot.get(t.CYCLE, world.quarter)
    spring = quarter._replace(start=date(2026, 4, 1), end=date(2026, 6, 30))
    assert in_scope(year, quarter)
    assert in_scope(quarter, year)
    assert not in_scope(spring, quarter)
    assert in_scope(spring._replace(end=Q3[0]), quarter), "the last day counts"
    assert in_scope(None, quarter)
    assert in_scope(spring, None)


def test_the_fiscal_year_is_the_plans_own() -> None:
    assert fiscal_start(World(fiscal_start=7).snapshot) == 7
    assert fiscal_start(Snapshot()) == 1
