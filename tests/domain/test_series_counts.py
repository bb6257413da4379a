"""How many of each."""

from okrdesk.domain import tables as t
from okrdesk.domain.series.counts import (
    confidence_counts,
    grade_counts,
    key_results_of,
)
from okrdesk.domain.words import ObjectiveState, Outcome
from tests.domain.world import TODAY, World


def test_key_results_that_count() -> None:
    world = World()
    one = world.objective()
    kept = [world.key_result(one), world.key_result(one)]
    world.key_result(one, outcome=Outcome.DROPPED)
    draft = world.objective(state=ObjectiveState.DRAFT)
    world.key_result(draft)
    assert key_results_of(world.snapshot, [one, draft]) == kept


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
