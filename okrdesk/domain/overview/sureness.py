"""How sure the owners are, against last week."""

from typing import NamedTuple

from okrdesk.domain.overview.sight import Sight


class Sureness(NamedTuple):
    """Mean confidence, 1–10; None where nobody gave one."""

    last_week: float | None
    trend: tuple[float | None, ...]
    """Week by week so far; None where nobody reported."""


def sure_now(sight: Sight) -> float | None:
    """The mean of the objectives that have a confidence, today."""
    return sight.scores.mean(sight.objectives).confidence


def sureness(sight: Sight) -> Sureness:
    """How it was: seven days ago, and since the beginning."""
    today = sight.scores.today
    before = sight.week_ago
    courses = sight.courses_on([before])
    (place,) = courses.places([before])
    return Sureness(
        courses.reports_of_all(sight.objectives).confidence[place],
        tuple(m.confidence for m in sight.course.moments if m.day <= today),
    )
