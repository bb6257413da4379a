"""Which key results want a check-in today, and which KPIs a value, in the order of the tree."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from okrdesk.domain.entities import Cycle, KeyResult, Kpi
from okrdesk.domain.key_result_score import is_running
from okrdesk.domain.kpi_overview import LEVELS, value_is_due
from okrdesk.domain.readings import cycle_of, rhythm_days, span, terms_on
from okrdesk.domain.saved_views import owners_of
from okrdesk.domain.scoring import Scores
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CHECK_IN, CYCLE, KEY_RESULT, KPI, OBJECTIVE, OBJECTIVE_TEAM
from okrdesk.domain.tree import walk
from okrdesk.domain.words import CycleState, Source, Status


class Whose(NamedTuple):
    """Whose key results and KPIs are asked for; an empty part asks for nobody in particular."""

    person: int | None = None
    team: int | None = None

    def has(self, snapshot: Snapshot, row: KeyResult) -> bool:
        """Whether the key result is the person's, and its objective the team's."""
        if self.person is not None and self.person not in owners_of(snapshot, row):
            return False
        return self.team is None or self.team in _teams_of(snapshot, row.objective)

    def has_kpi(self, row: Kpi) -> bool:
        """Whether the KPI is the person's and the team's."""
        return self.person in (None, row.owner) and self.team in (None, row.team)


ALL = Whose()


def due_check_ins(scores: Scores, whose: Whose = ALL) -> list[int]:
    """Ids of the key results that want a check-in, objective by objective."""
    snapshot = scores.snapshot
    return [
        item
        for item, _parent, _depth in walk(snapshot)
        if (row := snapshot.find(KEY_RESULT, item))
        and whose.has(snapshot, row)
        and is_due(scores, item)
    ]


def due_kpis(scores: Scores, whose: Whose = ALL) -> list[int]:
    """Ids of the KPIs that want a value, high level before low level."""
    snapshot = scores.snapshot
    rows = [row for row in snapshot.sorted_rows(KPI) if whose.has_kpi(row)]
    rows.sort(key=lambda row: LEVELS.index(row.level))
    return [row.id for row in rows if value_is_due(snapshot, row.id, scores.today)]


def wants_answer(scores: Scores, item: int) -> bool:
    """Whether a key result wants a check-in, or a KPI a value."""
    if scores.snapshot.find(KPI, item) is not None:
        return value_is_due(scores.snapshot, item, scores.today)
    return is_due(scores, item)


def is_check_in_day(scores: Scores) -> bool:
    """Whether a cycle that runs today has its check-in on this day of the week."""
    today = scores.today
    return any(
        cycle.state is CycleState.ACTIVE
        and cycle.start <= today <= cycle.end
        and cycle.check_in_day == today.weekday()
        for cycle in scores.snapshot.rows(CYCLE)
    )


def count_due(scores: Scores) -> Iterator[int]:
    """How many want an answer so far, one item after another; the last number holds.

    Whoever counts a large plan stops between two and lets others work.
    """
    due = 0
    yield due
    for item in (*scores.snapshot.ids(KEY_RESULT), *scores.snapshot.ids(KPI)):
        due += wants_answer(scores, item)
        yield due


def is_due(scores: Scores, item: int) -> bool:
    """Whether nobody has checked in on the key result for a rhythm.

    Only of one that takes check-ins and is worked on now: begun, not over, not achieved, without a
    grade.
    """
    snapshot, today = scores.snapshot, scores.today
    row = snapshot.get(KEY_RESULT, item)
    if not takes_check_ins(row) or not is_running(snapshot, row):
        return False
    start, due = span(snapshot, row, terms_on(snapshot, item, today))
    if (start and start > today) or (due and due < today):
        return False
    last = last_check_in(snapshot, item, today)
    if last is not None and today - last < timedelta(days=rhythm_days(snapshot, row)):
        return False
    return scores.key_result(item).status is not Status.ACHIEVED


def takes_check_ins(row: KeyResult) -> bool:
    """Whether people report on it; what its contributing objectives drive is reported there."""
    return row.source is not Source.CHILDREN


def checked_in(snapshot: Snapshot, row: KeyResult, week: tuple[date, date]) -> bool:
    """Whether somebody reported on the key result between two days, both included."""
    last = last_check_in(snapshot, row.id, week[1])
    return takes_check_ins(row) and last is not None and last >= week[0]


def last_check_in(snapshot: Snapshot, key_result: int, today: date) -> date | None:
    """The day of the last check-in up to today, or None."""
    rows = snapshot.child_ids(CHECK_IN, "key_result", key_result)
    days = (snapshot.get(CHECK_IN, row).date for row in reversed(rows))
    return next((day for day in days if day <= today), None)


def next_due(scores: Scores, whose: Whose = ALL) -> date | None:
    """The first day after today on which something will want a check-in, if nothing changes."""
    snapshot, today = scores.snapshot, scores.today
    days = [
        last + timedelta(days=rhythm_days(snapshot, row))
        for row in snapshot.rows(KEY_RESULT)
        if whose.has(snapshot, row)
        and is_running(snapshot, row)
        and (last := last_check_in(snapshot, row.id, today))
        and _goes_on(cycle_of(snapshot, row), last + timedelta(days=rhythm_days(snapshot, row)))
    ]
    return min((day for day in days if day > today), default=None)


def _goes_on(cycle: Cycle | None, day: date) -> bool:
    return cycle is None or day <= cycle.end


def _teams_of(snapshot: Snapshot, objective: int) -> set[int | None]:
    shared = snapshot.children(OBJECTIVE_TEAM, "objective", objective)
    return {snapshot.get(OBJECTIVE, objective).team, *(row.team for row in shared)}
