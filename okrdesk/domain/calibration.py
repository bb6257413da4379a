"""How well confidence foretells results: Brier score and reliability (product rule 14)."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from okrdesk.domain.driving import counts
from okrdesk.domain.grading import grade_of
from okrdesk.domain.readings import span, terms_on
from okrdesk.domain.rounding import tidy
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CHECK_IN, KEY_RESULT, OBJECTIVE
from okrdesk.domain.words import Ambition

LEAST = 20
_COMMITTED, _ASPIRATIONAL = 1.0, 0.7


class Forecasted(NamedTuple):
    """One graded key result: the confidence at half-time, 0.1–1.0, and what became of it."""

    probability: float
    achieved: bool


class Bin(NamedTuple):
    """Key results of equal confidence, and the share of them that was achieved."""

    probability: float
    share: float
    results: int


class Calibration(NamedTuple):
    """Brier score (0 is perfect, 0.25 is guessing) and the points of a reliability chart."""

    brier: float
    bins: tuple[Bin, ...]
    results: int


def calibration(snapshot: Snapshot, person: int | None = None) -> Calibration | None:
    """Of the plan, or of one person's key results; None with fewer than 20 graded ones.

    Brier (1950), "Verification of forecasts expressed in terms of probability".
    """
    return measured(forecasted(snapshot, person))


def forecasted(snapshot: Snapshot, person: int | None = None) -> list[Forecasted]:
    """The graded key results with a confidence at half-time; of the plan, or of one person."""
    return list(_graded(snapshot, person))


def measured(pairs: Sequence[Forecasted]) -> Calibration | None:
    """The calibration of these pairs, or None with fewer than 20."""
    if len(pairs) < LEAST:
        return None
    brier = sum((p.probability - p.achieved) ** 2 for p in pairs) / len(pairs)
    levels = sorted({p.probability for p in pairs})
    return Calibration(tidy(brier), tuple(_bin(pairs, level) for level in levels), len(pairs))


def _bin(pairs: Iterable[Forecasted], probability: float) -> Bin:
    results = [pair.achieved for pair in pairs if pair.probability == probability]
    return Bin(probability, tidy(sum(results) / len(results)), len(results))


def _graded(snapshot: Snapshot, person: int | None) -> Iterable[Forecasted]:
    for row in snapshot.sorted_rows(KEY_RESULT):
        grade = grade_of(snapshot, row.id)
        confidence = _confidence_at_half_time(snapshot, row.id)
        objective = snapshot.get(OBJECTIVE, row.objective)
        owner = objective.owner if row.owner is None else row.owner
        if grade is None or confidence is None or person not in (None, owner) or not counts(row):
            continue
        committed = objective.ambition is Ambition.COMMITTED
        reached = grade.grade >= (_COMMITTED if committed else _ASPIRATIONAL)
        yield Forecasted(confidence / 10, reached)


def _confidence_at_half_time(snapshot: Snapshot, key_result: int) -> int | None:
    row = snapshot.get(KEY_RESULT, key_result)
    start, due = span(snapshot, row, terms_on(snapshot, key_result, date.max))
    if start is None or due is None:
        return None
    half = start + (due - start) / 2
    given = [
        c.confidence
        for c in snapshot.children(CHECK_IN, "key_result", key_result)
        if c.confidence is not None and c.date <= half
    ]
    return given[-1] if given else None
