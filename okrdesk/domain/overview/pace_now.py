"""How far the objectives are, against what is expected of them."""

from decimal import Decimal
from typing import NamedTuple

from okrdesk.domain.forecast import forecast
from okrdesk.domain.key_results.kind import Sample
from okrdesk.domain.overview.sight import Sight
from okrdesk.domain.pace import by_pace
from okrdesk.domain.words import Status


class PaceNow(NamedTuple):
    """The mean of the objectives that have a ratio. Ratios; None where nothing is measured."""

    progress: float | None
    expected: float | None
    status: Status | None
    measured: int
    """How many objectives have a ratio."""
    objectives: int


def pace_now(sight: Sight) -> PaceNow:
    """Average progress against desired progress, today (product rules 6 to 8)."""
    score = sight.scores.mean(sight.objectives)
    return PaceNow(
        score.progress,
        score.expected,
        _status(sight, score.progress, score.pace_expected),
        *score.measured,
    )


def at_end(sight: Sight) -> float | None:
    """Where the weeks so far lead on the last day, by a robust line (product rule 13).

    None where they are too few to tell.
    """
    course = sight.course
    samples = [
        Sample(moment.day, Decimal(str(moment.actual)))
        for moment in course.moments
        if moment.actual is not None and moment.day <= course.today
    ]
    found = forecast(samples, course.end, course.today, None)
    return None if found is None else max(found.value, 0.0)


def _status(sight: Sight, progress: float | None, expected: float) -> Status | None:
    if progress is None:
        return None
    if progress >= 1:
        return Status.ACHIEVED
    return by_pace(progress, expected, sight.scores.rules)
