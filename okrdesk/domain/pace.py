"""Status from progress and what is expected (product rules 7 to 9)."""

from datetime import date, timedelta

from okrdesk.domain.entities import Organisation
from okrdesk.domain.rounding import tidy
from okrdesk.domain.words import Status, StatusRule

ALMOST_NOTHING = 0.05
"""Expected below this: on track, since a quotient would say nothing."""

LONGEST_GRACE = 7
"""Days without a first report before it is late, at most."""


def by_pace(progress: float, expected: float, rules: Organisation) -> Status:
    """The status that the plan's rule suggests; a value exactly on a limit gets the better."""
    if tidy(expected) < ALMOST_NOTHING:
        return Status.ON_TRACK
    if rules.status_rule is StatusRule.GAP:
        return _within(tidy((expected - progress) * 100), rules.gap_on_track, rules.gap_behind)
    return _within(-tidy(progress / expected), -rules.pace_on_track, -rules.pace_behind)


def _within(shortfall: float, good: float, fair: float) -> Status:
    """The status of a shortfall; one exactly on a limit is within it."""
    if shortfall <= good:
        return Status.ON_TRACK
    return Status.BEHIND if shortfall <= fair else Status.AT_RISK


def is_stale(last: date | None, start: date | None, today: date, rhythm: int) -> bool:
    """Nothing reported for two rhythms, counted from the start if there was never anything."""
    since = last or start
    return since is not None and today - since > timedelta(days=2 * rhythm)


def grace_over(start: date | None, due: date | None, today: date) -> bool:
    """Whether a first report is late: after 7 days or 10 % of the span, at least 1 day."""
    if start is None:
        return False
    tenth = (due - start).days / 10 if due else LONGEST_GRACE
    return (today - start).days > max(1, min(LONGEST_GRACE, tenth))


def worst(statuses: list[Status]) -> Status | None:
    """The least good of them; None of none."""
    order = (Status.AT_RISK, Status.BEHIND, Status.NOT_STARTED, Status.ON_TRACK, Status.ACHIEVED)
    return next((status for status in order if status in statuses), None)
