"""What is expected on a day (rule 7), and shares of a parent (rule 5)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from okrdesk.domain import tables as t
from okrdesk.domain.key_results.kind import elapsed
from okrdesk.domain.shares import Part, shares
from tests.domain.world import Q3, TODAY, World, amount

FIRST, LAST = Q3
PASSED = 47 / 91


def expected(world: World, row: int, day: date = TODAY) -> float | None:
    return world.scores(day).key_result(row).expected


@pytest.mark.parametrize(
    ("day", "part"),
    [(FIRST - timedelta(1), 0), (FIRST, 0), (TODAY, PASSED), (LAST, 1), (LAST + timedelta(1), 1)],
)
def test_nothing_on_the_first_day_and_all_on_the_last(day: date, part: float) -> None:
    world = World()
    assert expected(world, world.key_result(world.objective()), day) == pytest.approx(part)


def test_a_span_of_one_day_is_nothing_before_it_and_all_from_it() -> None:
    found = [elapsed(TODAY, TODAY, TODAY + timedelta(days)) for days in (-1, 0, 1)]
    assert found == [0.0, 1.0, 1.0]


def test_own_dates_win_over_those_of_the_cycle() -> None:
    world = World()
    objective = world.objective(due=TODAY)
    assert expected(world, world.key_result(objective)) == 1.0
    assert expected(world, world.key_result(objective, due=LAST)) == pytest.approx(PASSED)
    later = world.key_result(objective, due=LAST, start_date=TODAY)
    assert expected(world, later) == 0.0


def test_steps_are_expected_when_due_and_evenly_where_they_have_no_date() -> None:
    world = World()
    row = world.key_result(world.objective(), "milestones")
    assert expected(world, row) == pytest.approx(PASSED)
    world.step(row, weight=3.0, due=TODAY)
    assert (expected(world, row, TODAY - timedelta(1)), expected(world, row)) == (0.0, 1.0)
    world.step(row, weight=1.0)
    assert expected(world, row) == pytest.approx((3 + PASSED) / 4)


@pytest.mark.parametrize("kind", ["yes_no", "rubric"])
def test_one_answer_is_expected_only_when_due(kind: str) -> None:
    world = World()
    row = world.key_result(world.objective(), kind)
    assert (expected(world, row, LAST - timedelta(1)), expected(world, row, LAST)) == (0.0, 1.0)


def test_phased_targets_are_joined_by_straight_lines() -> None:
    world = World()
    row = world.key_result(world.objective(), start=100, target=0)
    for day, value in ((TODAY, 80), (FIRST, 50), (LAST, 50)):
        world.add(t.PHASE, key_result=row, date=day, value=amount(value))
    days = (FIRST, TODAY, TODAY + timedelta(22), LAST)
    assert [expected(world, row, day) for day in days] == pytest.approx([0.0, 0.2, 0.6, 1.0])


PARTS = some.builds(Part, some.floats(0.1, 100), some.none() | some.floats(0, 60))


@given(some.lists(PARTS, min_size=1, max_size=8))
def test_shares_sum_to_a_hundred_or_to_nothing(parts: list[Part]) -> None:
    total = sum(shares(parts))
    alone = all(part.share == 0 for part in parts)
    assert total == pytest.approx(0 if alone else 100)


@given(some.floats(0, 100), some.integers(1, 6))
def test_a_fixed_share_stays_as_it_was_edited(share: float, others: int) -> None:
    found = shares([Part(1, share), *[Part(2, None)] * others])
    assert found[0] == pytest.approx(share)
    assert found[1:] == pytest.approx([(100 - share) / others] * others)
