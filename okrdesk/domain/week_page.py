"""The page of a week: what a person, a team or everyone plans, has done and is held up by.

A plan is written once. It stands on the page of its week and of each later one until it is done or
dropped, so that what is unfinished moves on by itself.
"""

from datetime import date, timedelta
from typing import NamedTuple

from okrdesk.domain.check_in_queue import Whose
from okrdesk.domain.cycles import inside
from okrdesk.domain.entities import WeekLine
from okrdesk.domain.key_result_score import is_running
from okrdesk.domain.readings import rhythm_days, span, terms_on
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CHECK_IN, KEY_RESULT, WEEK_LINE
from okrdesk.domain.tree import walk
from okrdesk.domain.words import Priority, WeekPart

_LAST_DAY = timedelta(days=6)
_WEEK = timedelta(days=7)
_OFTEN = 14
"""Days between two check-ins."""


class Plan(NamedTuple):
    """A plan as it stood at the end of a week."""

    line: WeekLine
    done: bool
    dropped: bool
    moved: bool
    """It was written for an earlier week."""


class Confidence(NamedTuple):
    """How sure somebody was of a key result at the end of a week, and before it."""

    key_result: int
    now: int | None
    before: int | None


class WeekPage(NamedTuple):
    """What stands on the page of one week."""

    start: date
    plans: tuple[Plan, ...]
    lines: dict[WeekPart, tuple[WeekLine, ...]]
    """All parts but the plans."""

    @property
    def priorities(self) -> tuple[Plan, ...]:
        """The plans that matter most, the first ones first."""
        chosen = [plan for plan in self.plans if plan.line.priority is not None]
        return tuple(sorted(chosen, key=lambda plan: plan.line.priority or Priority.P3))


def week_page(snapshot: Snapshot, whose: Whose, start: date) -> WeekPage:
    """The page of the week that begins on ``start``; of nobody in particular: everyone's own."""
    rows = [row for row in snapshot.sorted_rows(WEEK_LINE) if (row.person, row.team) == whose]
    end = start + _LAST_DAY
    plans = [_plan(row, start) for row in rows if _is_on(row, start, end)]
    written = [row for row in rows if start <= row.week <= end]
    lines: dict[WeekPart, tuple[WeekLine, ...]] = {
        part: tuple(row for row in written if row.part is part)
        for part in WeekPart
        if part is not WeekPart.PLAN
    }
    return WeekPage(start, tuple(plans), lines)


def confidences(snapshot: Snapshot, whose: Whose, start: date) -> list[Confidence]:
    """The key results that ran in the week, in the order of the tree.

    Those asked about less often than every two weeks are left out: nothing of them moves here.
    """
    found = []
    for item, _parent, _depth in walk(snapshot):
        row = snapshot.find(KEY_RESULT, item)
        if row is None or not whose.has(snapshot, row) or not is_running(snapshot, row):
            continue
        if rhythm_days(snapshot, row) > _OFTEN:
            continue
        first, due = span(snapshot, row, terms_on(snapshot, item, start))
        if inside(start, first, due) or inside(start + _LAST_DAY, first, due):
            now, before = (_confidence(snapshot, item, day) for day in (start + _WEEK, start))
            found.append(Confidence(item, now, before))
    return found


def _is_on(row: WeekLine, start: date, end: date) -> bool:
    if row.part is not WeekPart.PLAN or row.week > end:
        return False
    finished = row.done or row.dropped
    return finished is None or finished >= start or row.week >= start


def _plan(row: WeekLine, start: date) -> Plan:
    end = start + _LAST_DAY
    done, dropped = (day is not None and day <= end for day in (row.done, row.dropped))
    return Plan(row, done, dropped, row.week < start)


def _confidence(snapshot: Snapshot, key_result: int, before: date) -> int | None:
    rows = reversed(snapshot.children(CHECK_IN, "key_result", key_result))
    return next((r.confidence for r in rows if r.date < before and r.confidence is not None), None)
