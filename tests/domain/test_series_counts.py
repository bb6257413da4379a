"""How many of each."""

from okrdesk.domain import tables as t
from okrdesk.domain.series.counts import (
    STATUSES,
    Standing,
    confidence_counts,
    grade_counts,
    key_results_of,
    standing,
    status_counts,
)
from okrdesk.domain.words import ObjectiveState, Outcome, Status
from tests.domain.world import TODAY, World


def test_key_results_that_count() -> None:
    world = World()
    one = world.objective()
    kept = [world.key_result(one), world.key_result(one)]
    world.key_result(one, outcome=Outcome.DROPPED)
    draft = world.objective(state=ObjectiveState.DRAFT)
    world.key_result(draft)
    assert key_results_of(world.snapshot, [one, draft]) == kept


def test_statuses_in_their_order_with_the_empty_ones() -> None:
    world = World()
    objective = world.objective()
    rows = [world.key_result(objective, values=values) for values in ([50], [100], [], [50])]
    rows.append(world.key_result(objective, target=None, values=[5]))
    found = status_counts(world.scores(), rows)
    assert tuple(found) == STATUSES
    assert found == {
        Status.ON_TRACK: 2,
        Status.BEHIND: 0,
        Status.AT_RISK: 0,
        Status.NOT_STARTED: 1,
        Status.ACHIEVED: 1,
    }


def test_confidence_from_one_to_ten() -> None:
    world = World()
    objective = world.objective()
    rows = [world.key_result(objective) for _ in range(4)]
    for row, confidence in zip(rows, (1, 10, 10), strict=False):
        world.check_in(row, 5, confidence=confidence)
    assert confidence_counts(world.scores(), rows) == (1, 0, 0, 0, 0, 0, 0, 0, 0, 2)


def test_grades_in_ten_bins() -> None:
    world = World()
    items = [world.objective() for _ in range(6)]
    for item, grade in zip(items, (0.0, 0.3, 0.7, 0.9, 1.0), strict=False):
        world.add(t.GRADE, objective=item, date=TODAY, grade=grade)
    assert grade_counts(world.snapshot, items) == (1, 0, 0, 1, 0, 0, 0, 1, 0, 2)


def test_average_progress_against_what_is_desired() -> None:
    world = World()
    items = [world.objective(), world.objective()]
    for item, value in zip(items, (20, 60), strict=True):
        world.key_result(item, values=[value])
    assert standing(world.scores(), items) == Standing(0.4, round(47 / 91, 12))
    assert standing(world.scores(), []) == Standing(None, None)
