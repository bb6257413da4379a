"""Which team is unsure, or behind: confidence or pace of each team in each week."""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from okrdesk.domain.cycles import weeks_of
from okrdesk.domain.driving import counts
from okrdesk.domain.entities import Cycle
from okrdesk.domain.groups import Group, Groups, groups_of
from okrdesk.domain.pace import ALMOST_NOTHING
from okrdesk.domain.rounding import rounded, tidy
from okrdesk.domain.series.courses import Courses
from okrdesk.domain.series.measured import Ratios
from okrdesk.domain.series.progress import CoursesOn
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CYCLE, OBJECTIVE, PERSON, TEAM

MOST_COLUMNS = 14
"""A longer cycle has columns of two weeks, three and so on."""


class Measure(StrEnum):
    """What the cells say."""

    CONFIDENCE = "confidence"
    """Mean confidence, 1–10."""
    PACE = "pace"
    """Progress as a share of what is expected, 1.0 = as expected."""


class CellState(StrEnum):
    """Whether a cell has a value, and why not."""

    SHOWN = "shown"
    DUE = "due"
    """The week that runs, and nobody reported yet."""
    MISSING = "missing"
    """A week that is over without a report, or without a number in it."""
    AHEAD = "ahead"


class Cell(NamedTuple):
    """One team in one week."""

    value: float | None
    state: CellState


class HeatRow(NamedTuple):
    """A team or an owner; neither: the objectives of no team."""

    kind: Groups | None
    id: int | None
    objectives: tuple[int, ...]
    cells: tuple[Cell, ...]


class Heat(NamedTuple):
    """Rows of cells, one for each of ``weeks``."""

    weeks: tuple[int, ...]
    """The number of the last week in each column."""
    current: int | None
    """The place of the column that holds today; None where the cycle does not."""
    rows: tuple[HeatRow, ...]


class _Whose(NamedTuple):
    kind: Groups | None
    id: int | None
    objectives: tuple[int, ...]


class _Column(NamedTuple):
    week: int
    first: date
    last: date


def heat(
    snapshot: Snapshot,
    cycle: int,
    today: date,
    measure: Measure,
    objectives: Collection[int] | None = None,
    *,
    courses: CoursesOn | None = None,
) -> Heat:
    """Teams in their order; owners where no objective of the cycle has a team.

    ``objectives``: only these of the cycle; ``courses``: gives scores of these days, perhaps among
    others, where they are shared. KeyError when there is no such cycle.
    """
    row = snapshot.get(CYCLE, cycle)
    columns = _columns(row)
    begun = [column for column in columns if column.first <= today]
    days = heat_days(row, today)
    whose = _whose(snapshot, row, objectives)
    ahead = (Cell(None, CellState.AHEAD),) * (len(columns) - len(begun))
    shared = courses(days) if courses else Courses(snapshot, days)
    cells = [_cells(shared, w.objectives, begun, today, measure) for w in whose]
    rows = [HeatRow(*w, (*own, *ahead)) for w, own in zip(whose, cells, strict=True)]
    current = len(begun) - 1 if row.start <= today <= row.end else None
    return Heat(tuple(column.week for column in columns), current, tuple(rows))


def heat_days(cycle: Cycle, today: date) -> list[date]:
    """The last day of each column that has begun; today in the one that runs."""
    return [min(column.last, today) for column in _columns(cycle) if column.first <= today]


def _columns(cycle: Cycle) -> list[_Column]:
    weeks = weeks_of(cycle)
    step = -(-weeks // MOST_COLUMNS)
    firsts = [cycle.start + timedelta(weeks=week) for week in range(0, weeks, step)]
    lasts = [first - timedelta(days=1) for first in firsts[1:]] + [cycle.end]
    numbers = [min(week + step, weeks) for week in range(0, weeks, step)]
    return [_Column(*column) for column in zip(numbers, firsts, lasts, strict=True)]


def _whose(snapshot: Snapshot, cycle: Cycle, objectives: Collection[int] | None) -> list[_Whose]:
    """Whose objectives a row holds, in the order of teams or people; those of no team last."""
    rows = [row for row in snapshot.children(OBJECTIVE, "cycle", cycle.id) if counts(row)]
    asked = [row.id for row in rows if objectives is None or row.id in objectives]
    of_group: dict[Group, list[int]] = {}
    for objective in asked:
        for group in groups_of(snapshot, objective):
            of_group.setdefault(group, []).append(objective)
    by_team = any(group.kind is Groups.TEAM for group in of_group)
    kind = Groups.TEAM if by_team else Groups.PERSON
    order = snapshot.sorted_rows(TEAM) if by_team else snapshot.sorted_rows(PERSON)
    found = [
        _Whose(kind, row.id, tuple(of_group[group]))
        for row in order
        if (group := Group(kind, row.id, cycle.id)) in of_group
    ]
    placed = {objective for whose in found for objective in whose.objectives}
    loose = tuple(objective for objective in asked if objective not in placed)
    return [*found, _Whose(None, None, loose)] if loose else found


def _cells(
    courses: Courses,
    objectives: Sequence[int],
    columns: Sequence[_Column],
    today: date,
    measure: Measure,
) -> list[Cell]:
    """The cells of some objectives in the columns that have begun."""
    if not columns:
        return []
    places = courses.places(min(column.last, today) for column in columns)
    reports = courses.reports_of_all(objectives).at(places)
    values: Sequence[float | None] = reports.confidence
    if measure is Measure.PACE:
        values = _pace(courses.for_pace.ratios_of_all(objectives).at(places))
    triples = zip(columns, values, reports.last, strict=True)
    return [_cell(column, today, value, last) for column, value, last in triples]


def _pace(ratios: Ratios) -> list[float | None]:
    """Progress as a share of what is expected; None while that would say nothing."""
    return [
        None if raw is None or not asked or asked < ALMOST_NOTHING else tidy(raw / asked)
        for raw, asked in zip(ratios.raw, ratios.expected, strict=True)
    ]


def _cell(column: _Column, today: date, value: float | None, last: date | None) -> Cell:
    reported = last is not None and last >= column.first
    if reported and value is not None:
        return Cell(value, CellState.SHOWN)
    return Cell(None, CellState.DUE if column.last >= today and not reported else CellState.MISSING)


_LIMITS = {Measure.CONFIDENCE: (4.5, 5.5, 6.3, 7.0, 7.8), Measure.PACE: (0.7, 0.9, 1.0, 1.1, 1.25)}
"""From which value on the next step begins: of confidence to one decimal, of pace to a percent."""


def step_of(value: float, measure: Measure) -> int:
    """Which of the six steps a value has, 0 the lowest, by what is printed of it."""
    places = 1 if measure is Measure.CONFIDENCE else 2
    return bisect_right(_LIMITS[measure], rounded(value, places))
