"""The score of one key result from its check-ins or its KPI."""

from datetime import date

from okrdesk.domain.entities import KeyResult, Objective, Organisation
from okrdesk.domain.key_results import Control, Reading, kind
from okrdesk.domain.pace import by_pace, is_stale
from okrdesk.domain.readings import last_word, pace_day, reading
from okrdesk.domain.score import Score
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CHECK_IN, CYCLE, OBJECTIVE, STATUS_OVERRIDE
from okrdesk.domain.words import CycleState, ObjectiveState, Status


def measured_score(snapshot: Snapshot, row: KeyResult, today: date, rules: Organisation) -> Score:
    """How the key result stands on the day, by what was reported about it."""
    read = reading(snapshot, row.id, row, today)
    of_kind = kind(row.kind)
    raw, reason = of_kind.ratio(read)
    last = last_word(read)
    expected = of_kind.expected(read, today)
    paced = of_kind.expected(read, pace_day(last, today, read.rhythm_days))
    suggested = _suggested(rules, read, raw, paced, started=last is not None)
    status = _own_status(snapshot, read) or suggested
    confidence = _confidence(snapshot, row.id, today)
    return Score(
        raw,
        expected,
        paced,
        status,
        suggested,
        reason,
        None if confidence is None else float(confidence),
        confidence,
        stale(snapshot, today, row, status, (last, read.start, read.rhythm_days)),
        (int(last is not None), 1),
        (),
        read.current,
        last,
    )


def _suggested(
    rules: Organisation, read: Reading, raw: float | None, expected: float, *, started: bool
) -> Status | None:
    of_kind = kind(read.key_result.kind)
    if not started:
        return Status.NOT_STARTED
    if not of_kind.counts:
        return Status.ACHIEVED
    if raw is None:
        return None
    due = read.due is not None and read.today >= read.due
    if raw >= 1 and (due or not of_kind.control):
        return Status.ACHIEVED
    if isinstance(of_kind, Control) and read.current is not None:
        if of_kind.inside(read, read.current):
            return Status.ON_TRACK
        return Status.BEHIND if of_kind.inside_warning(read, read.current) else Status.AT_RISK
    return by_pace(raw, expected, rules)


def _own_status(snapshot: Snapshot, read: Reading) -> Status | None:
    overrides = snapshot.children(STATUS_OVERRIDE, "key_result", read.key_result.id)
    own = [(o.date, o.entered, o.status) for o in overrides if o.date <= read.today]
    check_in = read.check_in
    if check_in is None:
        return own[-1][2] if own else None
    if own and own[-1][:2] > (check_in.date, check_in.entered):
        return own[-1][2]
    return check_in.status


def _confidence(snapshot: Snapshot, key_result: int, today: date) -> int | None:
    check_ins = snapshot.children(CHECK_IN, "key_result", key_result)
    given = [c.confidence for c in check_ins if c.confidence is not None and c.date <= today]
    return given[-1] if given else None


def stale(
    snapshot: Snapshot,
    today: date,
    row: KeyResult | Objective,
    status: Status | None,
    dates: tuple[date | None, date | None, int],
) -> bool:
    """Whether a running item waits for a report; ``dates``: last report, start, days a rhythm."""
    last, start, rhythm = dates
    objective = row if isinstance(row, Objective) else snapshot.get(OBJECTIVE, row.objective)
    cycle = snapshot.find(CYCLE, objective.cycle)
    running = cycle is None or cycle.state is CycleState.ACTIVE
    if not running or row.outcome or objective.state is not ObjectiveState.ACTIVE:
        return False
    if status is Status.ACHIEVED or (start is not None and start > today):
        return False
    return is_stale(last, start, today, rhythm)
