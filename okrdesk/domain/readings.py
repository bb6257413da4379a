"""A key result as it stands on a day: its terms, dates and values."""

import json
from bisect import bisect_right
from datetime import date, timedelta
from operator import attrgetter
from typing import Protocol, TypeVar

from okrdesk.domain.cycles import RHYTHM_DAYS
from okrdesk.domain.entities import CheckIn, Cycle, KeyResult, Objective, Terms
from okrdesk.domain.key_results.kind import Reading, Sample, valid_on
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import (
    CHECK_IN,
    CYCLE,
    KPI_VALUE,
    OBJECTIVE,
    PHASE,
    STEP,
    TERMS,
    ZONE,
)
from okrdesk.domain.words import Rhythm, Source


class _Dated(Protocol):
    @property
    def date(self) -> date:
        """The day that it is about."""


D = TypeVar("D", bound=_Dated)
Span = tuple[date | None, date | None]
"""First day and due day, where known."""


def terms_on(snapshot: Snapshot, key_result: int, day: date) -> Terms | None:
    """The terms valid on the day; before their first day the first ones."""
    history = snapshot.children(TERMS, "key_result", key_result)
    return valid_on(history, day) if history else None


def cycle_of(snapshot: Snapshot, key_result: KeyResult) -> Cycle | None:
    """The cycle of the key result's objective."""
    objective = snapshot.find(OBJECTIVE, key_result.objective)
    return snapshot.find(CYCLE, objective.cycle) if objective else None


def span(snapshot: Snapshot, key_result: KeyResult, terms: Terms | None) -> Span:
    """First day and due day: its own, else its objective's, else its cycle's."""
    objective = snapshot.find(OBJECTIVE, key_result.objective)
    cycle = snapshot.find(CYCLE, objective.cycle) if objective else None
    return _span(key_result, terms, _objective_span(objective, cycle))


def objective_span(snapshot: Snapshot, objective_id: int) -> Span:
    """First day and due day of an objective: its own, else its cycle's."""
    objective = snapshot.get(OBJECTIVE, objective_id)
    return _objective_span(objective, snapshot.find(CYCLE, objective.cycle))


def rhythm_days(snapshot: Snapshot, key_result: KeyResult) -> int:
    """How many days lie between two check-ins."""
    return _rhythm_days(key_result, cycle_of(snapshot, key_result))


def _span(key_result: KeyResult, terms: Terms | None, of_objective: Span) -> Span:
    start, due = of_objective
    return key_result.start_date or start, (terms.due if terms else None) or due


def _objective_span(objective: Objective | None, cycle: Cycle | None) -> Span:
    start, due = (cycle.start, cycle.end) if cycle else (None, None)
    return (objective.start or start, objective.due or due) if objective else (None, None)


def _rhythm_days(key_result: KeyResult, cycle: Cycle | None) -> int:
    return RHYTHM_DAYS[key_result.rhythm or (cycle.rhythm if cycle else Rhythm.WEEKLY)]


def reading(snapshot: Snapshot, key_result_id: int, key_result: KeyResult, today: date) -> Reading:
    """All that counts on the day; what is dated after min(today, due) is left out."""
    objective = snapshot.find(OBJECTIVE, key_result.objective)
    cycle = snapshot.find(CYCLE, objective.cycle) if objective else None
    history = tuple(snapshot.children(TERMS, "key_result", key_result_id))
    terms = valid_on(history, today) if history else Terms(0, key_result_id, date.min)
    start, due = _span(key_result, terms, _objective_span(objective, cycle))
    until = min(today, due) if due else today
    check_ins = dated_up_to(snapshot.children(CHECK_IN, "key_result", key_result_id), until)
    told = check_ins[::-1]
    return Reading(
        key_result,
        terms,
        today,
        start,
        due,
        _rhythm_days(key_result, cycle),
        _parameters(key_result),
        _samples(snapshot, key_result, check_ins, (start, until)),
        check_ins[-1] if check_ins else None,
        tuple(snapshot.children(STEP, "key_result", key_result_id)),
        tuple(snapshot.children(ZONE, "key_result", key_result_id)),
        tuple(snapshot.children(PHASE, "key_result", key_result_id)),
        next((c.zone for c in told if c.zone is not None), None),
        next((c.confidence for c in told if c.confidence is not None), None),
        history,
    )


def dated_up_to(rows: list[D], day: date) -> list[D]:
    """The rows, which are in order of date, up to the end of a day."""
    if not rows or rows[-1].date <= day:
        return rows
    return rows[: bisect_right(rows, day, key=attrgetter("date"))]


def _parameters(key_result: KeyResult) -> dict[str, object]:
    text = key_result.parameters
    found: dict[str, object] = {} if text == "{}" else json.loads(text)
    return found


def _samples(
    snapshot: Snapshot,
    key_result: KeyResult,
    check_ins: list[CheckIn],
    days: tuple[date | None, date],
) -> tuple[Sample, ...]:
    """The values of its one source; of a KPI those from its first day on."""
    if key_result.source is Source.KPI and key_result.kpi is not None:
        first, until = days
        values = dated_up_to(snapshot.children(KPI_VALUE, "kpi", key_result.kpi), until)
        return tuple(Sample(v.date, v.value) for v in values if first is None or v.date >= first)
    return tuple([Sample(c.date, c.value) for c in check_ins if c.value is not None])


def last_word(read: Reading) -> date | None:
    """The day of the last check-in or value, or None."""
    days = [read.samples[-1].date] if read.samples else []
    days += [read.check_in.date] if read.check_in else []
    days += [step.done for step in read.steps if step.done and step.done <= read.until]
    return max(days, default=None)


def pace_day(last: date | None, today: date, rhythm: int) -> date:
    """The day to compare with: the later of the last check-in and today - one rhythm."""
    earliest = today - timedelta(days=rhythm)
    return earliest if last is None else min(today, max(last, earliest))
