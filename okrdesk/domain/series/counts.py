"""How many of each: confidence and grades."""

from collections import Counter
from collections.abc import Iterable

from okrdesk.domain.driving import counts
from okrdesk.domain.grading import grade_of
from okrdesk.domain.rounding import tidy
from okrdesk.domain.scoring import Scores
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import KEY_RESULT, OBJECTIVE

BINS = 10


def key_results_of(snapshot: Snapshot, objectives: Iterable[int]) -> list[int]:
    """The key results of the objectives, without drafts and what was dropped or postponed."""
    rows = [snapshot.get(OBJECTIVE, objective) for objective in objectives]
    return [
        key_result.id
        for row in rows
        if counts(row)
        for key_result in snapshot.children(KEY_RESULT, "objective", row.id)
        if counts(key_result)
    ]


def confidence_counts(scores: Scores, key_results: Iterable[int]) -> tuple[int, ...]:
    """How many have a confidence of 1, of 2 and so on to 10, at the last check-in."""
    given = (scores.key_result(row).lowest_confidence for row in key_results)
    found = Counter(given)
    return tuple(found[confidence] for confidence in range(1, BINS + 1))


def grade_counts(snapshot: Snapshot, items: Iterable[int]) -> tuple[int, ...]:
    """How many have a grade from 0.0 to below 0.1 and so on; the last also holds 1.0."""
    grades = (grade_of(snapshot, item) for item in items)
    found = Counter(min(int(tidy(g.grade * BINS)), BINS - 1) for g in grades if g is not None)
    return tuple(found[place] for place in range(BINS))
