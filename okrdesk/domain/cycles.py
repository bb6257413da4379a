"""Cycles on the calendar: fiscal quarters and years, their names, the week of a cycle."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from okrdesk.domain.entities import Cycle
from okrdesk.domain.rounding import rounded
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CYCLE, ORGANISATION
from okrdesk.domain.words import CycleState, Horizon, Rhythm

RHYTHM_DAYS: dict[Rhythm, int] = {
    Rhythm.DAILY: 1,
    Rhythm.WEEKLY: 7,
    Rhythm.FORTNIGHTLY: 14,
    Rhythm.MONTHLY: 30,
    Rhythm.QUARTERLY: 91,
    Rhythm.YEARLY: 365,
}
"""Length of a rhythm in days."""

DEFAULT_RHYTHM: dict[Horizon, Rhythm] = {
    Horizon.LONG_TERM: Rhythm.QUARTERLY,
    Horizon.YEAR: Rhythm.MONTHLY,
    Horizon.HALF_YEAR: Rhythm.FORTNIGHTLY,
}
"""Check-in rhythm of a new cycle; weekly where none is named."""


class Period(NamedTuple):
    """A stretch of days, both ends included, and its name."""

    name: str
    start: date
    end: date


def fiscal_year(day: date, fiscal_start: int = 1) -> Period:
    """The fiscal year of the day; named by its calendar years, "2026" or "2026/27"."""
    start = date(day.year - (day.month < fiscal_start), fiscal_start, 1)
    end = _months_on(start, 12) - timedelta(days=1)
    name = str(start.year) if start.year == end.year else f"{start.year}/{end.year % 100:02d}"
    return Period(name, start, end)


def fiscal_quarter_number(month: int, fiscal_start: int = 1) -> int:
    """Which quarter of the fiscal year a month (1–12) belongs to, 1–4."""
    return (month - fiscal_start) % 12 // 3 + 1


def fiscal_quarter(day: date, fiscal_start: int = 1) -> Period:
    """The fiscal quarter of the day, such as "Q3 2026"."""
    year = fiscal_year(day, fiscal_start)
    number = fiscal_quarter_number(day.month, fiscal_start)
    start = _months_on(year.start, 3 * (number - 1))
    return Period(f"Q{number} {year.name}", start, _months_on(start, 3) - timedelta(days=1))


def month_of(day: date) -> Period:
    """The calendar month of the day."""
    start = day.replace(day=1)
    return Period(f"{day:%Y-%m}", start, _months_on(start, 1) - timedelta(days=1))


def week_of_year(day: date) -> Period:
    """The ISO week of the day, Monday to Sunday."""
    start = day - timedelta(days=day.weekday())
    year, number, _ = day.isocalendar()
    return Period(f"{year}-W{number:02d}", start, start + timedelta(days=6))


def _months_on(day: date, months: int) -> date:
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def inside(day: date, start: date | None, end: date | None) -> bool:
    """Whether the day lies in a period; both ends belong to it, None is open."""
    return (start is None or day >= start) and (end is None or day <= end)


def overlap(a: tuple[date, date], b: tuple[date, date]) -> bool:
    """Whether two periods share a day."""
    return a[0] <= b[1] and b[0] <= a[1]


def in_scope(cycle: Cycle | None, chosen: Cycle | None) -> bool:
    """Whether what belongs to ``cycle`` is to be seen while looking at the ``chosen`` one.

    It is when the two share a day, so that a quarter shows its year and a year its quarters.
    None chosen is everything; what belongs to no cycle is always to be seen.
    """
    if cycle is None or chosen is None:
        return True
    return overlap((cycle.start, cycle.end), (chosen.start, chosen.end))


def days_of(cycle: Cycle) -> int:
    """How many days the cycle has, both ends included."""
    return (cycle.end - cycle.start).days + 1


def weeks_of(cycle: Cycle) -> int:
    """How many weeks the cycle counts: its length in weeks, rounded."""
    return weeks_between(cycle.start, cycle.end)


def weeks_between(first: date, last: date) -> int:
    """How many weeks a span counts, both ends included: its length in weeks, rounded."""
    return max(1, int(rounded(((last - first).days + 1) / 7)))


def week_of(cycle: Cycle, day: date) -> int:
    """Week of the cycle on a day, 1 to ``weeks_of``."""
    return max(1, min(weeks_of(cycle), (day - cycle.start).days // 7 + 1))


def week_start(snapshot: Snapshot, day: date) -> date:
    """The first day of the week that holds the day, as the organisation counts weeks."""
    first = next((row.week_start for row in snapshot.rows(ORGANISATION)), 0)
    return day - timedelta(days=(day.weekday() - first) % 7)


def week_so_far(snapshot: Snapshot, cycle: Cycle | None, today: date) -> tuple[date, date]:
    """First and last day of the week up to today; the last seven days of a cycle that is over."""
    if cycle is not None and today > cycle.end:
        return cycle.end - timedelta(days=6), cycle.end
    return week_start(snapshot, today), today


def current_cycle(
    snapshot: Snapshot, today: date, horizon: Horizon = Horizon.QUARTER
) -> Cycle | None:
    """The cycle of that horizon that holds today, else the nearest one before, else after."""
    cycles = [c for c in snapshot.sorted_rows(CYCLE) if c.horizon is horizon]
    holding = [c for c in cycles if inside(today, c.start, c.end)]
    before = [c for c in cycles if c.end < today]
    return next(iter(holding or before[-1:] or cycles), None)


def fiscal_start(snapshot: Snapshot) -> int:
    """First month of the plan's fiscal year."""
    return next((o.fiscal_start for o in snapshot.rows(ORGANISATION)), 1)


def usual_check_in_day(snapshot: Snapshot) -> int:
    """The weekday of the newest cycle that is open, Monday = 0; Monday where there is none."""
    rows = (c for c in reversed(snapshot.sorted_rows(CYCLE)) if c.state is not CycleState.CLOSED)
    return next((row.check_in_day for row in rows), 0)
