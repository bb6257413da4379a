"""Status, staleness and a person's own word, by the rules of counting 8 to 10."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from okrdesk.domain import tables as t
from okrdesk.domain.entities import Organisation
from okrdesk.domain.key_results import Reason
from okrdesk.domain.pace import by_pace, worst
from okrdesk.domain.words import (
    CycleState,
    Horizon,
    Level,
    ObjectiveState,
    ObjectiveStatus,
    Outcome,
    Rhythm,
    Source,
    Status,
    StatusRule,
)
from tests.domain.world import Q3, TODAY, YEAR, World

PACE = Organisation(1, "Pace")
GAP = Organisation(1, "Gap", status_rule=StatusRule.GAP)
NOON = "2026-08-17T12:00:00.000+00:00"
EVENING = "2026-08-17T18:00:00.000+00:00"


@pytest.mark.parametrize(
    ("progress", "expected", "rules", "status"),
    [
        (0.1 * 3, 1 / 3, PACE, Status.ON_TRACK),
        (0.2999, 1 / 3, PACE, Status.BEHIND),
        (0.7 * 0.6, 0.6, PACE, Status.BEHIND),
        (0.41, 0.6, PACE, Status.AT_RISK),
        (0.0, 0.0499, PACE, Status.ON_TRACK),
        (0.0, 0.05, PACE, Status.AT_RISK),
        (0.55, 0.6, GAP, Status.ON_TRACK),
        (0.54, 0.6, GAP, Status.BEHIND),
        (0.45, 0.6, GAP, Status.BEHIND),
        (0.44, 0.6, GAP, Status.AT_RISK),
    ],
)
def test_a_value_exactly_on_a_limit_gets_the_better_status(
    progress: float, expected: float, rules: Organisation, status: Status
) -> None:
    assert by_pace(progress, expected, rules) is status


def test_the_worst_of_no_status_is_none() -> None:
    assert worst([]) is None
    assert worst([Status.ACHIEVED, Status.BEHIND, Status.ON_TRACK]) is Status.BEHIND


def test_a_perfect_key_result_does_not_sink_between_check_ins() -> None:
    world = World()
    row = world.key_result(world.objective())
    day = TODAY - timedelta(days=7)
    world.check_in(row, 100 * 40 / 91, day)
    assert world.scores().key_result(row).status is Status.ON_TRACK
    assert world.scores(TODAY + timedelta(days=21)).key_result(row).status is Status.AT_RISK


@pytest.mark.parametrize(
    ("value", "today", "status"),
    [
        (3, TODAY, Status.ON_TRACK),
        (3, Q3[1], Status.ACHIEVED),
        (4, TODAY, Status.BEHIND),
        (5, TODAY, Status.AT_RISK),
    ],
)
def test_a_control_is_achieved_only_once_due(value: int, today: date, status: Status) -> None:
    world = World()
    objective = world.objective()
    row = world.key_result(objective, "at_most", start=None, target=3, warning=4, values=[value])
    scores = world.scores(today)
    assert scores.key_result(row).status is status
    if value == 3:
        assert scores.objective(objective).status is status


def test_a_parent_of_a_running_control_is_not_achieved_yet() -> None:
    world = World()
    parent, child = world.objective(level=Level.COMPANY), world.objective()
    world.key_result(child, "at_least", start=None, target=3, values=[3])
    world.link(child, objective=parent)
    assert world.scores().objective(parent).suggested is Status.ON_TRACK
    assert world.scores(Q3[1]).objective(parent).suggested is Status.ACHIEVED


def test_an_objective_follows_its_weakest_key_result_where_that_is_set() -> None:
    for rule, status in (
        (ObjectiveStatus.PROGRESS, Status.ON_TRACK),
        (ObjectiveStatus.WEAKEST, Status.AT_RISK),
    ):
        world = World(objective_status=rule)
        objective = world.objective()
        world.key_result(objective, values=[100])
        world.key_result(objective, values=[10])
        world.key_result(objective, values=[0], weight=0.0)
        assert world.scores().objective(objective).status is status


def test_without_a_ratio_there_is_no_status_and_without_a_check_in_it_is_not_started() -> None:
    world = World()
    objective = world.objective()
    row = world.key_result(objective, target=None)
    assert world.scores().objective(objective).status is Status.NOT_STARTED
    world.check_in(row, 5)
    assert world.scores().key_result(row).status is None
    assert world.scores().objective(objective).status is None


def test_an_own_status_wins_until_the_next_check_in_of_the_same_day() -> None:
    world = World()
    objective = world.objective()
    row = world.key_result(objective, values=[60])
    for item in ({"objective": objective}, {"key_result": row}):
        world.add(t.STATUS_OVERRIDE, date=TODAY, entered=NOON, status=Status.AT_RISK, **item)
    scores = world.scores()
    for item_id in (row, objective):
        assert scores.item(item_id).status is Status.AT_RISK
        assert scores.item(item_id).suggested is Status.ON_TRACK
    world.check_in(row, 61, entered=EVENING)
    assert world.scores().key_result(row).status is Status.ON_TRACK
    assert world.scores().objective(objective).status is Status.ON_TRACK


def test_the_status_of_a_check_in_stands_while_it_is_the_last() -> None:
    world = World()
    row = world.key_result(world.objective())
    world.check_in(row, 60, entered=NOON, status=Status.BEHIND)
    assert world.scores().key_result(row).status is Status.BEHIND
    world.check_in(row, 60, entered=EVENING)
    assert world.scores().key_result(row).status is Status.ON_TRACK


def test_confidence_rolls_up_as_mean_and_lowest() -> None:
    world = World()
    objective = world.objective()
    for confidence in (8, 5, None):
        world.check_in(world.key_result(objective), 10, confidence=confidence)
    score = world.scores().objective(objective)
    assert (score.confidence, score.lowest_confidence) == (6.5, 5)


def quiet(days: int = 15, **fields: object) -> tuple[World, int, int]:
    world = World()
    objective = world.objective(**fields)
    row = world.key_result(objective)
    world.check_in(row, 10, TODAY - timedelta(days=days))
    return world, objective, row


def test_two_rhythms_without_a_word_are_stale() -> None:
    for days, stale in ((14, False), (15, True)):
        world, objective, row = quiet(days)
        scores = world.scores()
        assert (scores.key_result(row).stale, scores.objective(objective).stale) == (stale, stale)


def test_never_reported_is_counted_from_the_start() -> None:
    world = World()
    row = world.key_result(world.objective())
    assert world.scores(Q3[0] + timedelta(days=15)).key_result(row).stale
    assert not world.scores(Q3[0] + timedelta(days=14)).key_result(row).stale
    assert not world.scores(Q3[0] - timedelta(days=1)).key_result(row).stale


def test_an_objective_waits_as_long_as_its_slow_key_results() -> None:
    world, objective, row = quiet(20)
    world.change(t.KEY_RESULT, row, rhythm=Rhythm.MONTHLY)
    assert not world.scores().objective(objective).stale


@pytest.mark.parametrize(
    "fields",
    [
        {"state": ObjectiveState.CLOSED},
        {"state": ObjectiveState.DRAFT},
        {"outcome": Outcome.MISSED},
    ],
)
def test_what_is_closed_or_planned_is_never_stale(fields: dict[str, object]) -> None:
    world, objective, row = quiet(**fields)
    assert not world.scores().key_result(row).stale
    assert not world.scores().objective(objective).stale


@pytest.mark.parametrize("state", [CycleState.PLANNING, CycleState.GRADING, CycleState.CLOSED])
def test_nothing_is_stale_outside_of_an_active_cycle(state: CycleState) -> None:
    world, objective, row = quiet()
    world.change(t.CYCLE, world.quarter, state=state)
    assert not world.scores().key_result(row).stale
    assert not world.scores().objective(objective).stale


def test_what_is_graded_or_achieved_is_never_stale() -> None:
    world, objective, row = quiet()
    world.add(t.GRADE, date=TODAY, grade=0.5, key_result=row)
    assert not world.scores().key_result(row).stale
    assert world.scores().objective(objective).stale
    world.add(t.GRADE, date=TODAY, grade=0.5, objective=objective)
    assert not world.scores().objective(objective).stale
    world, objective, row = quiet()
    world.check_in(row, 100, TODAY - timedelta(days=15))
    assert not world.scores().objective(objective).stale


def fed_by_a_child() -> tuple[World, int, int]:
    world = World()
    year = world.cycle("2026", Horizon.YEAR, *YEAR)
    row = world.key_result(world.objective(cycle=year, level=Level.COMPANY), source=Source.CHILDREN)
    child = world.objective()
    world.link(child, key_result=row)
    return world, row, world.key_result(child)


def test_a_key_result_fed_by_children_is_their_mean_with_its_own_confidence() -> None:
    world, row, below = fed_by_a_child()
    score = world.scores().key_result(row)
    assert (score.raw, score.status) == (None, Status.NOT_STARTED)
    assert world.scores().objective(world.rows["objective"][0].id).raw is None
    world.check_in(below, 50, confidence=4)
    score = world.scores().key_result(row)
    assert score.raw == pytest.approx(0.5 * 92 / 365)
    assert (score.reason, score.confidence, score.status) == (Reason.CHILDREN, 4.0, Status.ON_TRACK)
    world.check_in(row, confidence=9, status=Status.BEHIND)
    score = world.scores().key_result(row)
    assert (score.confidence, score.lowest_confidence, score.status) == (9.0, 9, Status.BEHIND)


def test_a_deep_chain_of_objectives_is_counted() -> None:
    world = World()
    chain = [world.objective() for _ in range(1500)]
    for above, below in pairwise(chain):
        world.link(below, objective=above)
    world.key_result(chain[-1], values=[40])
    assert world.scores().objective(chain[0]).raw == pytest.approx(0.4)


def test_the_members_of_a_circle_have_no_number_whoever_asks_first() -> None:
    world = World()
    a, b, c, top = (world.objective() for _ in range(4))
    for child, parent in ((a, b), (b, a), (b, c), (c, b), (a, top)):
        world.link(child, objective=parent)
    own = world.objective()
    world.key_result(own, values=[30])
    world.link(own, objective=top)
    world.link(own, objective=b)
    for order in ((a, b, c, top), (top, c, b, a)):
        scores = world.scores()
        reasons = {item: scores.item(item).reason for item in order}
        assert reasons == {a: Reason.CIRCLE, b: Reason.CIRCLE, c: Reason.CIRCLE, top: Reason.OK}
        assert scores.item(top).raw == pytest.approx(0.3)
    assert world.scores().item(world.quarter).raw is None
