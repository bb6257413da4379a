"""Grades at the end of a cycle: proposals, bands, and the questions that a grade raises."""

from enum import StrEnum

from okrdesk.domain.entities import Grade
from okrdesk.domain.rounding import clamp, one_decimal, rounded
from okrdesk.domain.scoring import Scores
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import GRADE, KEY_RESULT, OBJECTIVE
from okrdesk.domain.words import Ambition
from okrdesk.text import Message


class Band(StrEnum):
    """What a grade says in words."""

    LITTLE = "little"
    PART = "part"
    DELIVERED = "delivered"


def band(grade: float) -> Band:
    """0.0–0.3 little, 0.4–0.6 part, 0.7–1.0 delivered."""
    tenths = rounded(grade * 10)
    return Band.LITTLE if tenths <= 3 else Band.PART if tenths <= 6 else Band.DELIVERED


def grade_of(snapshot: Snapshot, item: int) -> Grade | None:
    """The latest grade a person gave the item, or None."""
    field = "key_result" if snapshot.find(KEY_RESULT, item) else "objective"
    given = snapshot.children(GRADE, field, item)
    return given[-1] if given else None


def proposed(scores: Scores, item: int) -> float | None:
    """The grade that the calculation proposes, to one decimal; None without a ratio.

    A key result: its ratio within 0–1. An objective: the weighted mean of its key results'
    grades, a person's where given and else unrounded, rounded once.
    """
    exact = _exact(scores, item)
    return None if exact is None else one_decimal(exact)


def _exact(scores: Scores, item: int) -> float | None:
    score = scores.item(item)
    if scores.snapshot.find(KEY_RESULT, item) or not score.drivers:
        return None if score.raw is None else clamp(score.raw, 0.0, 1.0)
    parts = [(_driver_grade(scores, d.id, d.counted), d.weight) for d in score.drivers]
    counted = [(grade, weight) for grade, weight in parts if grade is not None]
    total = sum(weight for _, weight in counted)
    return sum(grade * weight for grade, weight in counted) / total if total else None


def _driver_grade(scores: Scores, item: int, counted: float | None) -> float | None:
    given = grade_of(scores.snapshot, item)
    if given is not None:
        return given.grade
    return None if counted is None else clamp(counted, 0.0, 1.0)


def question(snapshot: Snapshot, objective: int, grade: float) -> Message | None:
    """What the grade makes worth asking, by the objective's ambition."""
    ambition = snapshot.get(OBJECTIVE, objective).ambition
    if ambition is Ambition.COMMITTED and grade < 1:
        return Message("This was committed. What went wrong, and what will you change?")
    if ambition is Ambition.ASPIRATIONAL and grade >= 1:
        return Message("All of it was reached. Was the goal bold enough?")
    return None
