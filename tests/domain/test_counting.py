"""The table of examples in the rules of counting, and what each rule says beside it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from okrdesk.domain import tables as t
from okrdesk.domain.cycles import week_of
from okrdesk.domain.key_results import Reason
from okrdesk.domain.rounding import whole_percent
from okrdesk.domain.shares import Part, normalised, shares
from okrdesk.domain.words import Drivers, Horizon, Level, ObjectiveState, Outcome, Rhythm, Source
from tests.domain.world import Q3, TODAY, YEAR, World


@pytest.mark.parametrize(
    ("start", "target", "now", "percent"),
    [
        (100, 60, 80, 50),
        (100, 60, 70, 75),
        (100, 60, 50, 125),
        (15, 35, 20, 25),
        (30, 50, 40, 50),
        (500_000, 400_000, 420_000, 80),
    ],
)
def test_a_number_goes_from_start_to_target_in_either_direction(
    start: int, target: int, now: int, percent: int
) -> None:
    world = World()
    row = world.key_result(world.objective(), start=start, target=target, values=[now])
    raw = world.scores().key_result(row).raw
    assert raw is not None
    assert whole_percent(raw) == percent


@pytest.mark.parametrize(
    ("values", "percent"), [((100, 0, 0), 33), ((100, -50), 50), ((250, 50), 75)]
)
def test_an_objective_is_the_mean_of_clamped_results(values: tuple[int, ...], percent: int) -> None:
    world = World()
    objective = world.objective()
    for value in values:
        world.key_result(objective, values=[value])
    raw = world.scores().objective(objective).raw
    assert raw is not None
    assert whole_percent(raw) == percent


def test_a_higher_cap_lets_more_than_all_count() -> None:
    world = World(cap=1.5)
    objective = world.objective()
    world.key_result(objective, values=[250])
    world.key_result(objective, values=[50])
    assert world.scores().objective(objective).raw == pytest.approx(1.0)


def test_weights_weigh() -> None:
    world = World()
    objective = world.objective()
    world.key_result(objective, values=[50], weight=4.0)
    world.key_result(objective, values=[100], weight=1.0)
    assert world.scores().objective(objective).raw == pytest.approx(0.6)


def test_a_weight_of_nothing_is_seen_and_not_counted() -> None:
    world = World()
    objective = world.objective()
    world.key_result(objective, values=[50], weight=0.0)
    score = world.scores().objective(objective)
    assert (score.raw, score.reason) == (None, Reason.WEIGHT_ZERO)
    world.key_result(objective, values=[100])
    assert world.scores().objective(objective).raw == 1.0


def test_a_fixed_share_leaves_the_rest_to_the_others() -> None:
    assert shares([Part(1, 50), Part(1, None), Part(1, None)]) == [50, 25, 25]
    assert shares([Part(1, None), Part(3, None)]) == [25, 75]
    assert shares([Part(1, 30), Part(1, 30)]) == [50, 50]
    assert shares([Part(0, None)]) == [0]
    assert normalised([Part(1, 30), Part(1, 30)])
    assert not normalised([Part(1, 30), Part(1, None)])
    assert not normalised([Part(1, None)])
    world = World()
    objective = world.objective()
    world.key_result(objective, values=[100], share=50.0)
    world.key_result(objective, values=[0])
    world.key_result(objective, values=[0])
    assert world.scores().objective(objective).raw == pytest.approx(0.5)


@pytest.mark.parametrize(("value", "met"), [("25", 1.0), ("25.1", 0.0)])
def test_a_limit_is_met_exactly_on_it(value: str, met: float) -> None:
    world = World()
    row = world.key_result(world.objective(), "at_most", start=None, target=25, values=[value])
    score = world.scores().key_result(row)
    assert score.raw == met
    assert score.reason is (Reason.MET_LIMIT if met else Reason.BROKE_LIMIT)


@pytest.mark.parametrize(
    ("kind", "limit", "value", "raw"),
    [
        ("at_most", 1, "1.35", 0.65),
        ("at_most", 1, "0.5", 1.0),
        ("at_least", 10, "4", 0.4),
        ("at_least", 0, "4", 1.0),
        ("at_most", 0, "4", 0.0),
    ],
)
def test_distance_tells_how_near(kind: str, limit: int, value: str, raw: float) -> None:
    world = World()
    row = world.key_result(
        world.objective(), kind, start=None, target=limit, values=[value],
        parameters='{"method": "distance"}',
    )  # fmt: skip
    assert world.scores().key_result(row).raw == pytest.approx(raw)


def test_hit_rate_takes_the_last_sample_of_each_rhythm() -> None:
    world = World()
    row = world.key_result(
        world.objective(), "range", limits=(4, 5), parameters='{"method": "hit_rate"}'
    )
    for week in range(13):
        day = Q3[0] + timedelta(days=7 * week)
        world.check_in(row, 9, day)
        world.check_in(row, "4.5" if week < 9 else 6, day + timedelta(days=1))
    raw = world.scores(Q3[1]).key_result(row).raw
    assert raw == pytest.approx(9 / 13)
    assert whole_percent(raw) == 69


def test_an_empty_period_is_missed_only_if_that_is_set() -> None:
    for setting, raw in (("false", 1.0), ("true", 2 / 6)):
        world = World()
        row = world.key_result(
            world.objective(), "at_least", start=None, target=1,
            parameters=f'{{"method": "hit_rate", "empty_counts_as_missed": {setting}}}',
        )  # fmt: skip
        world.check_in(row, 2, Q3[0])
        world.check_in(row, 2, Q3[0] + timedelta(days=8))
        assert world.scores(TODAY).key_result(row).raw == pytest.approx(raw)


def test_key_results_and_a_child_drive_together() -> None:
    world = World()
    parent = world.objective(drivers=Drivers.BOTH, level=Level.COMPANY)
    world.key_result(parent, values=[27])
    world.key_result(parent, values=[18])
    child = world.objective()
    world.key_result(child, values=["72.5"])
    world.link(child, objective=parent)
    raw = world.scores().objective(parent).raw
    assert raw == pytest.approx(0.39166667)


def year_over_quarter(*, contributes: bool = True) -> tuple[World, int]:
    world = World()
    year = world.cycle("2026", Horizon.YEAR, *YEAR)
    parent = world.objective(cycle=year, level=Level.COMPANY)
    child = world.objective()
    world.key_result(child, values=[50])
    world.link(child, objective=parent, contributes=contributes)
    return world, parent


def test_a_child_of_a_shorter_cycle_counts_for_its_share_of_the_days() -> None:
    world, parent = year_over_quarter()
    score = world.scores().objective(parent)
    assert score.raw == pytest.approx(0.5 * 92 / 365)
    assert score.expected == pytest.approx(47 / 91 * 92 / 365)


def test_a_child_of_no_shorter_cycle_counts_in_full() -> None:
    year = date(2026, 1, 1), date(2026, 12, 31)
    for cycles in ((year, Q3), (None, Q3), (Q3, None), (Q3, Q3)):
        world = World()
        child, parent = (
            world.objective(cycle=days and world.cycle("Cycle", Horizon.CUSTOM, *days))
            for days in cycles
        )
        world.key_result(child, values=[50])
        world.link(child, objective=parent)
        assert world.scores().objective(parent).raw == 0.5


def test_a_link_for_show_does_not_count() -> None:
    world, parent = year_over_quarter(contributes=False)
    score = world.scores().objective(parent)
    assert (score.raw, score.reason) == (None, Reason.NO_DRIVERS)


def test_the_pictured_day_is_week_seven_with_51_6_percent_expected() -> None:
    world = World()
    row = world.key_result(world.objective(), values=[10])
    score = world.scores().key_result(row)
    assert score.expected == pytest.approx(47 / 91)
    cycle = world.snapshot.get(t.CYCLE, world.quarter)
    assert week_of(cycle, TODAY) == 7
    assert week_of(cycle, Q3[1] + timedelta(days=40)) == 13
    assert week_of(cycle, Q3[0] - timedelta(days=40)) == 1


def test_no_measurement_is_not_zero() -> None:
    world = World()
    objective = world.objective()
    row = world.key_result(objective)
    score = world.scores().key_result(row)
    assert (score.raw, score.reason) == (None, Reason.NO_MEASUREMENT)
    parent = world.scores().objective(objective)
    assert (parent.raw, parent.reason) == (None, Reason.NO_MEASUREMENT)
    assert world.scores().cycle(world.quarter).raw is None


def test_in_a_roll_up_numbers_count_zero_and_controls_are_left_out() -> None:
    world = World()
    objective = world.objective()
    world.key_result(objective, values=[90])
    world.key_result(objective)
    world.key_result(objective, "at_most", start=None, target=3)
    world.key_result(objective, "baseline", start=None, target=None)
    score = world.scores().objective(objective)
    assert score.raw == pytest.approx(0.45)
    assert score.measured == (1, 3)


@pytest.mark.parametrize("outcome", [Outcome.POSTPONED, Outcome.DROPPED])
def test_what_is_postponed_or_dropped_is_left_out(outcome: Outcome) -> None:
    world = World()
    objective = world.objective()
    world.key_result(objective, values=[80])
    world.key_result(objective, values=[0], outcome=outcome)
    other = world.objective(outcome=outcome)
    world.key_result(other, values=[0])
    assert world.scores().objective(objective).raw == pytest.approx(0.8)
    assert world.scores().cycle(world.quarter).raw == pytest.approx(0.8)


def test_a_draft_is_left_out_of_every_mean() -> None:
    world, parent = year_over_quarter()
    draft = world.objective(state=ObjectiveState.DRAFT)
    world.key_result(draft, values=[100])
    world.link(draft, objective=parent)
    assert world.scores().objective(parent).raw == pytest.approx(0.5 * 92 / 365)
    assert world.scores().cycle(world.quarter).raw == pytest.approx(0.5)


def test_a_child_of_a_key_result_never_counts_again() -> None:
    world = World()
    parent = world.objective(drivers=Drivers.BOTH, level=Level.COMPANY)
    row = world.key_result(parent, source=Source.CHILDREN)
    child = world.objective()
    world.key_result(child, values=[40])
    world.link(child, key_result=row)
    world.link(child, objective=parent, primary=False)
    scores = world.scores()
    assert scores.key_result(row).reason is Reason.CHILDREN
    assert scores.objective(parent).raw == pytest.approx(0.4)
    assert len(scores.objective(parent).drivers) == 1


def test_links_in_a_circle_give_a_reason_and_no_recursion() -> None:
    world = World()
    one, two = world.objective(), world.objective()
    world.link(one, objective=two)
    world.link(two, objective=one)
    assert world.scores().objective(one).raw is None


def test_a_shared_objective_counts_once_for_each_team_and_person() -> None:
    world = World()
    team, other = world.add(t.TEAM, name="A"), world.add(t.TEAM, name="B")
    person = world.add(t.PERSON, name="Ana")
    shared = world.objective(team=team, owner=person)
    world.key_result(shared, values=[50])
    world.add(t.OBJECTIVE_TEAM, objective=shared, team=other)
    world.add(t.OBJECTIVE_OWNER, objective=shared, person=person)
    own = world.objective(team=other)
    world.key_result(own, values=[100])
    elsewhere = world.objective(team=team, cycle=world.cycle("2026", Horizon.YEAR, *YEAR))
    world.key_result(elsewhere, values=[0])
    scores = world.scores()
    assert scores.team(team, world.quarter).raw == pytest.approx(0.5)
    assert scores.team(other, world.quarter).raw == pytest.approx(0.75)
    assert scores.person(person, world.quarter).raw == pytest.approx(0.5)


def test_start_equal_to_target_counts_as_met_or_not() -> None:
    for value, raw in ((10, 1.0), (9, 0.0)):
        world = World()
        row = world.key_result(world.objective(), start=10, target=10, values=[value])
        score = world.scores().key_result(row)
        assert (score.raw, score.reason) == (raw, Reason.NO_RANGE)


def test_a_missing_end_gives_no_number_and_a_reason() -> None:
    world = World()
    without_target = world.key_result(world.objective(), target=None, values=[5])
    without_start = world.key_result(world.objective(), start=None, values=[5])
    scores = world.scores()
    assert scores.key_result(without_target).reason is Reason.NO_TARGET
    assert scores.key_result(without_start).reason is Reason.NO_START
    assert scores.key_result(without_start).raw is None


def test_the_present_is_scored_with_todays_terms_and_the_past_with_its_own() -> None:
    world = World()
    row = world.key_result(world.objective())
    world.check_in(row, 50, date(2026, 7, 15))
    world.add(t.TERMS, key_result=row, valid_from=date(2026, 8, 1), start=0, target=200)
    assert world.scores(date(2026, 7, 20)).key_result(row).raw == pytest.approx(0.5)
    assert world.scores(TODAY).key_result(row).raw == pytest.approx(0.25)


def test_what_is_dated_later_or_after_the_due_day_is_history() -> None:
    world = World()
    row = world.key_result(world.objective(), due=date(2026, 8, 10))
    world.check_in(row, 30, date(2026, 8, 1))
    world.check_in(row, 40, date(2026, 8, 10))
    world.check_in(row, 90, date(2026, 8, 12))
    assert world.scores(date(2026, 8, 5)).key_result(row).raw == pytest.approx(0.3)
    assert world.scores(TODAY).key_result(row).raw == pytest.approx(0.4)


def test_of_one_day_the_later_entry_counts() -> None:
    world = World()
    row = world.key_result(world.objective())
    world.check_in(row, 70, TODAY, entered="2026-08-17T12:00:00.000+00:00")
    world.check_in(row, 10, TODAY, entered="2026-08-17T08:00:00.000+00:00")
    assert world.scores().key_result(row).raw == pytest.approx(0.7)


def test_milestones_yes_no_and_rubric() -> None:
    world = World()
    steps = world.key_result(world.objective(), "milestones", rhythm=Rhythm.WEEKLY)
    world.step(steps, weight=3.0, done=date(2026, 8, 1))
    world.step(steps, weight=1.0)
    yes = world.key_result(world.objective(), "yes_no", values=[1])
    rubric = world.key_result(world.objective(), "rubric", start=None, target=None)
    zone = world.add(t.ZONE, key_result=rubric, title="Target", ratio=0.7)
    world.check_in(rubric, zone=zone)
    empty = world.key_result(world.objective(), "milestones")
    world.check_in(empty)
    baseline = world.key_result(world.objective(), "baseline", start=None, target=None, values=[5])
    scores = world.scores()
    assert scores.key_result(steps).raw == pytest.approx(0.75)
    assert scores.key_result(yes).raw == 1.0
    assert scores.key_result(rubric).raw == 0.7
    assert scores.key_result(empty).reason is Reason.NO_TARGET
    assert scores.key_result(baseline).reason is Reason.NOT_COUNTED


numbers = some.integers(-1000, 1000)


@given(start=numbers, target=numbers, now=numbers, step=some.integers(0, 50))
def test_nearer_to_the_target_is_never_less(start: int, target: int, now: int, step: int) -> None:
    if start == target:
        return
    further = now + step if target > start else now - step
    first, second = (_raw(start, target, value) for value in (now, further))
    assert first <= second


@given(start=numbers, target=numbers, now=numbers)
def test_a_falling_goal_mirrors_a_rising_one(start: int, target: int, now: int) -> None:
    if start != target:
        assert _raw(start, target, now) == pytest.approx(_raw(-start, -target, -now))


@given(values=some.lists(some.integers(-500, 500), min_size=1, max_size=6), data=some.data())
def test_an_objective_stays_within_bounds_whatever_the_order(
    values: list[int], data: some.DataObject
) -> None:
    first, second = (_mean(order) for order in (values, data.draw(some.permutations(values))))
    assert 0.0 <= first <= 1.0
    assert first == pytest.approx(second)


def _raw(start: int, target: int, now: int) -> float:
    world = World()
    row = world.key_result(world.objective(), start=start, target=target, values=[now])
    raw = world.scores().key_result(row).raw
    assert raw is not None
    return raw


def _mean(values: list[int]) -> float:
    world = World()
    objective = world.objective()
    for value in values:
        world.key_result(objective, values=[value])
    raw = world.scores().objective(objective).raw
    assert raw is not None
    return raw
