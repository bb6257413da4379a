"""Who checked in this week, and what is still due."""

from datetime import date, timedelta
from typing import NamedTuple

from okrdesk.domain.check_in_queue import is_due, last_check_in
from okrdesk.domain.overview.sight import Sight
from okrdesk.domain.tables import KEY_RESULT, ORGANISATION
from okrdesk.domain.words import Source


class CheckIns(NamedTuple):
    """Key results by what was heard of them in a week."""

    first: date
    """The first day of the week."""
    done: int
    due: int
    """Those that want a check-in and had none in the week."""
    every: int
    """Those that take check-ins at all."""
    until: date
    """The next check-in day, today included."""


def check_ins(sight: Sight) -> CheckIns:
    """Of the week so far; of the last seven days of a cycle that is over."""
    snapshot, today = sight.snapshot, sight.scores.today
    day = min(today, sight.cycle.end)
    first = _week_begins(sight, day) if day == today else day - timedelta(days=6)
    rows = (snapshot.get(KEY_RESULT, item) for item in sight.key_results)
    every = [row.id for row in rows if row.source is not Source.CHILDREN]
    silent = [item for item in every if not _was_heard(sight, item, first, day)]
    return CheckIns(
        first,
        len(every) - len(silent),
        sum(is_due(sight.scores, item) for item in silent),
        len(every),
        today + timedelta(days=(sight.cycle.check_in_day - today.weekday()) % 7),
    )


def _was_heard(sight: Sight, item: int, first: date, day: date) -> bool:
    last = last_check_in(sight.snapshot, item, day)
    return last is not None and last >= first


def _week_begins(sight: Sight, day: date) -> date:
    """The first day of the week, by the plan's own."""
    start = next((row.week_start for row in sight.snapshot.rows(ORGANISATION)), 0)
    return day - timedelta(days=(day.weekday() - start) % 7)
