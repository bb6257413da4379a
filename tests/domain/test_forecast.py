"""Where a key result is heading."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from okrdesk.domain.forecast import forecast, forecast_of, percentile, theil_sen
from okrdesk.domain.key_results import Sample
from okrdesk.domain.rounding import tidy
from okrdesk.domain.words import Source
from tests.domain.world import Q3, TODAY, World

START, DUE = date(2026, 7, 1), date(2026, 9, 30)


def samples(*values: object) -> list[Sample]:
    """One value a week."""
    return [Sample(START + timedelta(7 * n), Decimal(str(v))) for n, v in enumerate(values)]


def test_a_straight_line_goes_on() -> None:
    found = forecast(samples(0, 10, 20), DUE, START + timedelta(14), 146)
    assert found is not None
    assert found.value == pytest.approx(130)
    assert (found.low, found.high) == (found.value, found.value)
    assert found.slope == pytest.approx(10 / 7)
    assert found.needed_a_week == pytest.approx((146 - 20) / 77 * 7)


def test_one_wild_value_does_not_bend_the_line() -> None:
    found = forecast(samples(0, 10, 20, 900, 40, 50, 60), DUE, START + timedelta(42), None)
    assert found is not None
    assert found.value == pytest.approx(130)
    assert found.high > found.value
    assert found.needed_a_week is None


def test_the_band_is_the_residuals_from_the_10th_to_the_90th_percentile() -> None:
    found = forecast(samples(0, 11, 19, 30, 41), DUE, START + timedelta(28), 100)
    assert found is not None
    days = [7.0 * n for n in range(5)]
    slope, base = theil_sen(days, [0, 11, 19, 30, 41])
    left = sorted(y - base - slope * x for x, y in zip(days, [0, 11, 19, 30, 41], strict=True))
    assert found.low == pytest.approx(found.value + percentile(left, 0.1))
    assert found.high == pytest.approx(found.value + percentile(left, 0.9))


def test_no_forecast_from_two_or_after_the_due_date() -> None:
    assert forecast(samples(0, 10), DUE, START + timedelta(7), 100) is None
    assert forecast(samples(0, 10, 20), DUE, DUE + timedelta(1), 100) is None
    on_the_day = forecast(samples(0, 10, 20), DUE, DUE, 100)
    assert on_the_day is not None
    assert on_the_day.needed_a_week is None


def test_only_the_last_26_count_and_of_a_day_the_last() -> None:
    first = date(2026, 1, 1)
    old = [Sample(first + timedelta(n), Decimal(500)) for n in range(10)]
    new = [Sample(first + timedelta(10 + n), Decimal(n)) for n in range(26)]
    again = [*new[:-1], Sample(new[-1].date, Decimal(99)), new[-1]]
    due = first + timedelta(40)
    with_old, without = (forecast(rows, due, due, None) for rows in (old + again, new))
    assert with_old == without


def test_percentiles_lie_between_neighbours() -> None:
    assert percentile([1.0, 2.0, 3.0], 0.5) == 2.0
    assert percentile([0.0, 10.0], 0.1) == pytest.approx(1.0)
    assert percentile([4.0], 0.9) == 4.0


@given(slope=some.integers(-20, 20), base=some.integers(-100, 100), weeks=some.integers(3, 13))
def test_a_falling_line_mirrors_a_rising_one(slope: int, base: int, weeks: int) -> None:
    today = START + timedelta(7 * (weeks - 1))
    up = forecast(samples(*(base + slope * n for n in range(weeks))), DUE, today, 0)
    down = forecast(samples(*(-base - slope * n for n in range(weeks))), DUE, today, 0)
    assert up is not None
    assert down is not None
    assert up.value == pytest.approx(-down.value)
    assert up.value == pytest.approx(base + slope * 13)


def weekly_values(world: World, row: int, *values: int) -> None:
    for week, value in enumerate(values):
        world.check_in(row, value, Q3[0] + timedelta(weeks=week))


def test_of_a_key_result_at_its_due_day() -> None:
    world = World()
    row = world.key_result(world.objective())
    weekly_values(world, row, 0, 7, 14)
    found = forecast_of(world.snapshot, row, Q3[0] + timedelta(21))
    assert found is not None
    assert (found.value, found.slope) == (91.0, 1.0)
    assert found.needed_a_week == tidy((100 - 14) / 70 * 7)


def test_without_a_target_no_pace_is_needed() -> None:
    world = World()
    row = world.key_result(world.objective(), target=None)
    weekly_values(world, row, 0, 7, 14)
    found = forecast_of(world.snapshot, row, Q3[0] + timedelta(21))
    assert found is not None
    assert found.needed_a_week is None


def test_only_what_has_a_number_line_and_days_is_foretold() -> None:
    world = World()
    limit = world.key_result(world.objective(), "at_most")
    fed = world.key_result(world.objective(), source=Source.CHILDREN)
    loose = world.key_result(world.objective(cycle=None))
    for row in (limit, fed, loose):
        weekly_values(world, row, 0, 7, 14)
        assert forecast_of(world.snapshot, row, TODAY) is None
