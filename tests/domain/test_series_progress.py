"""Progress week by week: gaps where nobody reported, today, the cycle before."""

from datetime import date, timedelta
from itertools import pairwise

from okrdesk.domain import tables as t
from okrdesk.domain.groups import Group, Groups
from okrdesk.domain.scoring import Scores
from okrdesk.domain.series.progress import (
    Before,
    ProgressSeries,
    group_progress,
    objective_progress,
    weekly,
)
from okrdesk.domain.words import Horizon, Outcome, Rhythm
from tests.domain.world import Q3, TODAY, YEAR, World

Q2 = (date(2026, 4, 1), date(2026, 6, 30))


def on(days: int) -> date:
    return Q3[0] + timedelta(days)


def cycle_group(world: World) -> Group:
    return Group(Groups.CYCLE, world.quarter, world.quarter)


def actual(series: ProgressSeries) -> dict[int, float | None]:
    """By the number of days since the start."""
    return {(m.day - series.start).days: m.actual for m in series.moments if m.day <= series.today}


def reported(world: World, *days: int) -> int:
    row = world.key_result(world.objective())
    for day in days:
        world.check_in(row, day, on(day), confidence=5)
    return row


def test_weeks_today_and_the_last_day() -> None:
    world = World()
    reported(world, 5, 10, 19, 26, 30, 40, 45)
    series = group_progress(world.snapshot, cycle_group(world), TODAY)
    assert [(m.day - Q3[0]).days for m in series.moments] == [
        *range(0, 48, 7),
        47,
        *range(49, 92, 7),
    ]
    assert (series.start, series.end, series.today) == (*Q3, TODAY)
    assert all(moment.actual is None for moment in series.moments if moment.day > TODAY)
    assert all(moment.confidence is None for moment in series.moments if moment.day > TODAY)
    assert series.moments[-1].expected == 1.0
    assert series.before is None


def test_a_week_without_a_report_is_a_gap_but_today_is_not() -> None:
    world = World()
    reported(world, 5, 19)
    series = group_progress(world.snapshot, cycle_group(world), TODAY)
    assert actual(series) == {
        0: 0.0, 7: 0.05, 14: None, 21: 0.19, 28: None, 35: None, 42: None, 47: 0.19
    }  # fmt: skip
    given = [m.confidence for m in series.moments if m.day <= TODAY]
    assert given == [None, 5.0, None, 5.0, None, None, None, 5.0]


def test_a_slower_rhythm_has_longer_to_report() -> None:
    world = World()
    world.change(t.CYCLE, world.quarter, rhythm=Rhythm.FORTNIGHTLY)
    reported(world, 5, 19)
    values = list(actual(group_progress(world.snapshot, cycle_group(world), TODAY)).values())
    assert values == [0.0, 0.05, 0.05, 0.19, 0.19, None, None, 0.19]


def test_nothing_measured_is_no_line() -> None:
    world = World()
    world.key_result(world.objective())
    series = group_progress(world.snapshot, cycle_group(world), TODAY)
    assert set(actual(series).values()) == {None}
    assert [m.expected for m in series.moments][:2] == [0.0, round(7 / 91, 12)]


def test_a_check_in_before_the_start_begins_the_line() -> None:
    world = World()
    world.check_in(reported(world, 5), 30, on(-2))
    assert actual(group_progress(world.snapshot, cycle_group(world), TODAY))[0] == 0.3


def test_equals_the_scores_of_each_day() -> None:
    world = World()
    reported(world, 1, 8, 15, 22)
    reported(world, 3, 17)
    series = group_progress(world.snapshot, cycle_group(world), TODAY)
    for moment in series.moments:
        score = Scores(world.snapshot, moment.day).cycle(world.quarter)
        assert moment.expected == score.expected
        assert moment.actual in (None, 0.0, score.raw)


def test_before_and_after_the_cycle() -> None:
    world = World()
    reported(world, 5)
    early = group_progress(world.snapshot, cycle_group(world), Q3[0] - timedelta(3))
    assert {moment.actual for moment in early.moments} == {None}
    late = group_progress(world.snapshot, cycle_group(world), Q3[1] + timedelta(30))
    assert late.moments[-1].actual == 0.05
    assert late.moments[-1].day == Q3[1]


def test_the_last_cycle_of_the_horizon_is_laid_over() -> None:
    world = World()
    team = world.add(t.TEAM, name="Red")
    world.cycle("2025", Horizon.YEAR, date(2025, 1, 1), date(2025, 12, 31))
    world.cycle("Q1 2026", Horizon.QUARTER, date(2026, 1, 1), date(2026, 3, 31))
    last = world.cycle("Q2 2026", Horizon.QUARTER, *Q2)
    row = world.key_result(world.objective(cycle=last, team=team))
    world.check_in(row, 40, Q2[0] + timedelta(45))
    for group in (cycle_group(world), Group(Groups.TEAM, team, world.quarter)):
        before = group_progress(world.snapshot, group, TODAY).before
        assert before is not None
        assert before.name == "Q2 2026"
        assert before.points[0] == (0.0, 0.0)
        assert before.points[7] == (49 / 90, 0.4)
        assert before.points[8] == (56 / 90, None)
        assert before.points[-1] == (1.0, 0.4)


def test_a_last_cycle_without_a_number_is_none() -> None:
    world = World()
    last = world.cycle("Q2 2026", Horizon.QUARTER, *Q2)
    world.key_result(world.objective(cycle=last))
    assert group_progress(world.snapshot, cycle_group(world), TODAY).before is None


def test_an_objective_over_the_one_it_was_carried_from() -> None:
    world = World()
    last = world.cycle("Q2 2026", Horizon.QUARTER, *Q2)
    old = world.objective(cycle=last, outcome=Outcome.POSTPONED)
    world.check_in(world.key_result(old), 70, Q2[1])
    new = world.objective(predecessor=old, due=on(60))
    world.check_in(world.key_result(new), 20, on(6))
    series = objective_progress(world.snapshot, new, TODAY)
    assert series is not None
    assert (series.end, actual(series)[7]) == (on(60), 0.2)
    assert isinstance(series.before, Before)
    assert (series.before.name, series.before.points[-1]) == ("Q2 2026", (1.0, 0.7))


def test_an_objective_without_days_has_no_line() -> None:
    world = World()
    loose = world.objective(cycle=None)
    assert objective_progress(world.snapshot, loose, TODAY) is None
    turned = world.objective(start=on(9), due=on(3))
    assert objective_progress(world.snapshot, turned, TODAY) is None
    for predecessor in (None, loose, 999):
        row = world.objective(predecessor=predecessor)
        series = objective_progress(world.snapshot, row, TODAY)
        assert series is not None
        assert series.before is None


def test_a_year_has_every_second_week() -> None:
    days = weekly(*YEAR)
    assert len(days) == 27
    assert {(b - a).days for a, b in pairwise(days[:-1])} == {14}
    assert days[-1] == YEAR[1]
    assert weekly(YEAR[1], YEAR[0]) == []
    assert weekly(YEAR[0], YEAR[0]) == [YEAR[0]]
