"""The score of one key result from its check-ins or its KPI."""

from datetime import date

from okrdesk.domain.entities import CheckIn, KeyResult, Objective, Organisation, StatusOverride
from okrdesk.domain.key_results import Control, Kind, Reading, kind
from okrdesk.domain.pace import by_pace, is_stale
from okrdesk.domain.readings import dated_up_to, last_word, pace_day, reading
from okrdesk.domain.score import Score
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CYCLE, GRADE, OBJECTIVE, STATUS_OVERRIDE
from okrdesk.domain.words import CycleState, ObjectiveState, Status


def measured_score(snapshot: Snapshot, row: KeyResult, today: date, rules: Organisation) -> Score:
    """How the key result stands on the day, by what was reported about it."""
    read = reading(snapshot, row.id, row, today)
    of_kind = kind(row.kind)
    raw, reason = of_kind.ratio(read)
    last, told = last_word(read), read.check_in
    expected = of_kind.expected(read, today)
    paced = of_kind.expected(read, pace_day(last, today, read.rhythm_days))
    suggested = Status.NOT_STARTED if last is None else _suggested(rules, read, raw, paced)
    report = None if told is None else (told.date, told.entered)
    own = own_word(snapshot, row, today, report, told)
    status = own.status if own else suggested
    dates = (last, read.start, read.rhythm_days)
    return Score(
        raw,
        expected,
        paced,
        status,
        suggested,
        reason,
        None if read.confidence is None else float(read.confidence),
        read.confidence,
        stale(snapshot, today, row, status, dates),
        (int(last is not None), 1),
        (),
        read.current,
        last,
        report,
        raw is not None and _holding(of_kind, read),
    )


def _suggested(
    rules: Organisation, read: Reading, raw: float | None, expected: float
) -> Status | None:
    of_kind = kind(read.key_result.kind)
    if not of_kind.counts and read.current is not None:
        return Status.ACHIEVED
    if raw is None:
        return None
    if raw >= 1 and not _holding(of_kind, read):
        return Status.ACHIEVED
    if isinstance(of_kind, Control) and read.current is not None:
        if of_kind.inside(read, read.current):
            return Status.ON_TRACK
        return Status.BEHIND if of_kind.inside_warning(read, read.current) else Status.AT_RISK
    return by_pace(raw, expected, rules)


def _holding(of_kind: Kind, read: Reading) -> bool:
    """Whether a limit has to be kept until a day to come, so that it is not achieved before."""
    return of_kind.control and (read.due is None or read.today < read.due)


def own_word(
    snapshot: Snapshot,
    row: KeyResult | Objective,
    today: date,
    report: tuple[date, str] | None,
    check_in: CheckIn | None = None,
) -> StatusOverride | CheckIn | None:
    """The row by which a person's own status stands, until the next check-in.

    ``report``: day and entry of the last check-in; ``check_in``: the key result's own last one,
    whose status stands while it is the last.
    """
    field = "objective" if isinstance(row, Objective) else "key_result"
    own = dated_up_to(snapshot.children(STATUS_OVERRIDE, field, row.id), today)
    if own and (report is None or (own[-1].date, own[-1].entered) >= report):
        return own[-1]
    if check_in is None or check_in.status is None:
        return None
    return check_in if (check_in.date, check_in.entered) == report else None


def stale(
    snapshot: Snapshot,
    today: date,
    row: KeyResult | Objective,
    status: Status | None,
    dates: tuple[date | None, date | None, int],
) -> bool:
    """Whether a running item waits for a report; ``dates``: last report, start, days a rhythm."""
    last, start, rhythm = dates
    if status is Status.ACHIEVED or (start is not None and start > today):
        return False
    return is_stale(last, start, today, rhythm) and is_running(snapshot, row)


def is_running(snapshot: Snapshot, row: KeyResult | Objective) -> bool:
    """Whether the item is worked on: in an active cycle, not closed, not graded."""
    objective = row if isinstance(row, Objective) else snapshot.get(OBJECTIVE, row.objective)
    cycle = snapshot.find(CYCLE, objective.cycle)
    if cycle is not None and cycle.state is not CycleState.ACTIVE:
        return False
    if row.outcome or objective.outcome or objective.state is not ObjectiveState.ACTIVE:
        return False
    graded = snapshot.child_ids(GRADE, "objective", objective.id)
    return not graded and not snapshot.child_ids(GRADE, "key_result", row.id)
