"""Progress of a group or an objective week by week, against expected and the last cycle."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from okrdesk.domain.cycles import RHYTHM_DAYS
from okrdesk.domain.entities import Cycle
from okrdesk.domain.groups import Group, Groups, members
from okrdesk.domain.readings import objective_span
from okrdesk.domain.series.courses import Courses
from okrdesk.domain.series.measured import Ratios, Reports
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CYCLE, OBJECTIVE

MOST_STEPS = 26
"""A longer span is looked at every second week, every third and so on."""

_Of = Callable[[Courses], tuple[Ratios, Reports]]
CoursesOn = Callable[[Sequence[date]], Courses]
"""Gives scores of some days, perhaps among others: where they are shared."""


class Moment(NamedTuple):
    """How it stood at the end of a day."""

    day: date
    actual: float | None
    """None to come, before the first measurement, and where nobody reported: a gap."""
    expected: float | None
    confidence: float | None
    """Mean confidence, 1–10; None where ``actual`` is a gap, and to come."""


class Before(NamedTuple):
    """The cycle before, laid over the same span."""

    name: str
    points: tuple[tuple[float, float | None], ...]
    """From 0.0, the first day, to 1.0, the last; and the ratio, None for a gap."""


class ProgressSeries(NamedTuple):
    """From the first day to the last; ``today`` may lie outside."""

    start: date
    end: date
    today: date
    moments: tuple[Moment, ...]
    """The first day, each week on or each few weeks, today, and the last day."""
    before: Before | None = None


def group_progress(
    snapshot: Snapshot, group: Group, today: date, courses: CoursesOn | None = None
) -> ProgressSeries:
    """Of a cycle, or of a team or a person in it; KeyError when there is no such cycle."""
    cycle, on = snapshot.get(CYCLE, group.cycle), courses or partial(Courses, snapshot)
    found = _series(on, cycle, today, _of_all(members(snapshot, group)))
    last = cycle_before(snapshot, cycle)
    if last is None:
        return found
    whose = last.id if group.kind is Groups.CYCLE else group.id
    before = members(snapshot, Group(group.kind, whose, last.id))
    return found._replace(before=_before(on, last, _of_all(before)))


def progress_of(
    courses: CoursesOn, cycle: Cycle, objectives: Sequence[int], today: date
) -> ProgressSeries:
    """Of some objectives of a cycle, such as a person's own; without the cycle before."""
    return _series(courses, cycle, today, _of_all(objectives))


def objective_progress(snapshot: Snapshot, objective: int, today: date) -> ProgressSeries | None:
    """Of one objective, over the one it was carried from; None where it has no days."""
    row = snapshot.get(OBJECTIVE, objective)
    cycle, on = _with_days_of(snapshot, objective), partial(Courses, snapshot)
    if cycle is None:
        return None
    found = _series(on, cycle, today, _of_one(objective))
    last = None if row.predecessor is None else _with_days_of(snapshot, row.predecessor)
    if row.predecessor is None or last is None:
        return found
    return found._replace(before=_before(on, last, _of_one(row.predecessor)))


def cycle_before(snapshot: Snapshot, cycle: Cycle) -> Cycle | None:
    """The last cycle of the same horizon that ended before this one began."""
    rows = snapshot.rows(CYCLE)
    found = [c for c in rows if c.horizon is cycle.horizon and c.end < cycle.start]
    return max(found, key=lambda row: (row.end, row.id), default=None)


def weekly(first: date, last: date, most: int = MOST_STEPS) -> list[date]:
    """The first day, each week on, and the last day; weeks are left out beyond ``most`` steps."""
    weeks = max((last - first).days // 7, 0)
    step = -(-weeks // most) or 1
    days = [first + timedelta(weeks=week) for week in range(0, weeks + 1, step) if first <= last]
    return days if not days or days[-1] == last else [*days, last]


def course_days(cycle: Cycle, today: date) -> list[date]:
    """The days that a line through a cycle is drawn by: its weeks, and today within it."""
    return sorted({*weekly(cycle.start, cycle.end), min(max(today, cycle.start), cycle.end)})


def _of_all(objectives: Sequence[int]) -> _Of:
    return lambda courses: (
        courses.ratios_of_all(objectives),
        courses.reports_of_all(objectives),
    )


def _of_one(objective: int) -> _Of:
    return lambda courses: (courses.ratios(objective), courses.reports(objective))


def _with_days_of(snapshot: Snapshot, objective: int) -> Cycle | None:
    """The objective's cycle with its own days; None where it has none."""
    row = snapshot.find(OBJECTIVE, objective)
    cycle = None if row is None else snapshot.find(CYCLE, row.cycle)
    start, due = objective_span(snapshot, objective) if row else (None, None)
    if cycle is None or start is None or due is None or start > due:
        return None
    return cycle._replace(start=start, end=due)


def _before(courses: CoursesOn, cycle: Cycle, of: _Of) -> Before | None:
    moments = _series(courses, cycle, cycle.end, of).moments
    length = max((cycle.end - cycle.start).days, 1)
    points = tuple(((m.day - cycle.start).days / length, m.actual) for m in moments)
    return Before(cycle.name, points) if any(ratio is not None for _, ratio in points) else None


def _series(courses: CoursesOn, cycle: Cycle, today: date, of: _Of) -> ProgressSeries:
    days = course_days(cycle, today)
    shared = courses(days)
    places, (every_ratio, every_report) = shared.places(days), of(shared)
    ratios, reports = every_ratio.at(places), every_report.at(places)
    quiet = _quiet(days, reports.last, today, RHYTHM_DAYS[cycle.rhythm])
    moments = [
        Moment(day, None if gap else raw, expected, None if gap else confidence)
        for day, raw, expected, confidence, gap in zip(
            days, ratios.raw, ratios.expected, reports.confidence, quiet, strict=True
        )
    ]
    return ProgressSeries(cycle.start, cycle.end, today, tuple(_from_zero(moments)))


def _quiet(
    days: Sequence[date], words: Sequence[date | None], today: date, rhythm: int
) -> list[bool]:
    """Days to come, and past ones before which nobody reported for a rhythm, or since the last."""
    step = max(((b - a).days for a, b in pairwise(days)), default=1)
    longest = timedelta(max(step, rhythm))
    so_far = max((day for day in days if day <= today), default=today)
    return [
        day > today or (day != so_far and (word is None or day - word >= longest))
        for day, word in zip(days, words, strict=True)
    ]


def _from_zero(moments: list[Moment]) -> list[Moment]:
    """A line begins at the start value, which is 0, unless there was a check-in before it."""
    first, *rest = moments
    if first.actual is None and any(moment.actual is not None for moment in rest):
        return [first._replace(actual=0.0), *rest]
    return moments
