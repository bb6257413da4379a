"""Who checked in this week, and what is still due."""

from datetime import date, timedelta
from typing import NamedTuple

from okrdesk.domain.check_in_queue import checked_in, is_due, takes_check_ins
from okrdesk.domain.cycles import week_so_far
from okrdesk.domain.overview.sight import Sight
from okrdesk.domain.tables import KEY_RESULT


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
    week = week_so_far(snapshot, sight.cycle, today)
    rows = (snapshot.get(KEY_RESULT, item) for item in sight.key_results)
    every = [row for row in rows if takes_check_ins(row)]
    silent = [row.id for row in every if not checked_in(snapshot, row, week)]
    return CheckIns(
        week[0],
        len(every) - len(silent),
        sum(is_due(sight.scores, item) for item in silent),
        len(every),
        today + timedelta(days=(sight.cycle.check_in_day - today.weekday()) % 7),
    )
