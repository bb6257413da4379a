"""Scores: computed when asked for, remembered, and forgotten along the branch of an edit."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from okrdesk.domain.alignment import links_of, links_to
from okrdesk.domain.changes import Change, ChangeSet
from okrdesk.domain.cycles import RHYTHM_DAYS, days_of
from okrdesk.domain.entities import KeyResult, Link, Objective, Organisation
from okrdesk.domain.key_results import Control, Reading, Reason, kind
from okrdesk.domain.pace import by_pace, is_stale, worst
from okrdesk.domain.readings import last_word, objective_span, pace_day, reading
from okrdesk.domain.rounding import clamp, tidy
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import (
    CHECK_IN,
    CYCLE,
    KEY_RESULT,
    OBJECTIVE,
    ORGANISATION,
    STATUS_OVERRIDE,
)
from okrdesk.domain.words import (
    CycleState,
    Drivers,
    ObjectiveState,
    ObjectiveStatus,
    Outcome,
    Rhythm,
    Source,
    Status,
)


class Driver(NamedTuple):
    """What one key result or child brings into a mean."""

    id: int
    counted: float | None
    """Clamped ratio; None: left out."""
    expected: float
    pace_expected: float
    weight: float
    measured: bool


class Score(NamedTuple):
    """How an item stands. Ratios: 1.0 is the target; None is shown as a dash."""

    raw: float | None = None
    expected: float | None = None
    pace_expected: float = 0.0
    status: Status | None = None
    suggested: Status | None = None
    reason: Reason = Reason.NO_MEASUREMENT
    confidence: float | None = None
    lowest_confidence: int | None = None
    stale: bool = False
    measured: tuple[int, int] = (0, 0)
    drivers: tuple[Driver, ...] = ()
    current: Any = None
    last_check_in: date | None = None

    @property
    def progress(self) -> float | None:
        """The ratio that is shown: not clamped."""
        return self.raw


_NOTHING = Score(reason=Reason.NO_DRIVERS)
_LEFT_OUT = (Outcome.POSTPONED, Outcome.DROPPED)
_WIDE = frozenset({"organisation", "cycle", "kpi_value", "kpi", "phase"})
"""Tables whose change may touch any score."""


class Scores:
    """Scores of a snapshot on a day."""

    def __init__(self, snapshot: Snapshot, today: date) -> None:
        self.snapshot, self.today = snapshot, today
        self.rules = next(snapshot.rows(ORGANISATION), Organisation(0, ""))
        self._known: dict[int, Score] = {}
        self._open: set[int] = set()

    def item(self, item: int) -> Score:
        """The score of a key result or an objective; an empty one for anything else."""
        if self.snapshot.find(KEY_RESULT, item):
            return self.key_result(item)
        return self.objective(item) if self.snapshot.find(OBJECTIVE, item) else Score()

    def key_result(self, key_result: int) -> Score:
        """The score of a key result."""
        return self._remembered(key_result, _score_key_result)

    def objective(self, objective: int) -> Score:
        """The score of an objective."""
        return self._remembered(objective, _score_objective)

    def cycle(self, cycle: int) -> Score:
        """The mean of a cycle's objectives that have a ratio."""
        return self._mean(self.snapshot.child_ids(OBJECTIVE, "cycle", cycle))

    def mean(self, objectives: Iterable[int]) -> Score:
        """The mean of some objectives that have a ratio."""
        return self._mean(objectives)

    def _mean(self, objectives: Iterable[int]) -> Score:
        rows = (self.snapshot.get(OBJECTIVE, o) for o in objectives)
        drivers = [_child_driver(self, row, 1.0) for row in rows if _counts(row)]
        return _rolled_up(tuple(drivers))

    def after(self, snapshot: Snapshot, changeset: ChangeSet) -> "Scores":
        """Scores of the next snapshot: what the edit did not touch is handed on.

        This object forgets what it hands on, and would compute it again.
        """
        new = Scores(snapshot, self.today)
        if any(change.table.name in _WIDE for change in changeset.changes):
            return new
        new._known, self._known = self._known, {}
        for change in changeset.changes:
            for row in (change.before, change.after):
                for item in _touched(change, row):
                    new._forget(item, (self.snapshot, snapshot))
        return new

    def _forget(self, item: int, snapshots: tuple[Snapshot, Snapshot]) -> None:
        stack, seen = [item], set[int]()
        while stack:
            current = stack.pop()
            if current in seen:
                continue
            seen.add(current)
            self._known.pop(current, None)
            for snapshot in snapshots:
                stack += _above(snapshot, current)

    def _remembered(self, item: int, compute: Any) -> Score:
        known = self._known.get(item)
        if known is not None:
            return known
        if item in self._open:
            return Score(reason=Reason.CIRCLE)
        self._open.add(item)
        try:
            score: Score = compute(self, item)
        finally:
            self._open.discard(item)
        self._known[item] = score
        return score


def _touched(change: Change, row: Any) -> list[int]:
    """Ids of the items whose own score a changed row takes part in."""
    if row is None:
        return []
    names = ("objective", "key_result", "child")
    return [change.id, *(i for name in names if (i := getattr(row, name, None)) is not None)]


def _above(snapshot: Snapshot, item: int) -> list[int]:
    """The items whose mean this one is part of."""
    key_result = snapshot.find(KEY_RESULT, item)
    if key_result:
        return [key_result.objective]
    links = links_of(snapshot, item)
    return [i for link in links for i in (link.objective, link.key_result) if i is not None]


def _score_key_result(scores: Scores, item: int) -> Score:
    snapshot, today = scores.snapshot, scores.today
    row = snapshot.get(KEY_RESULT, item)
    if row.source is Source.CHILDREN:
        return _from_children(scores, row)
    read = reading(snapshot, item, row, today)
    of_kind = kind(row.kind)
    raw, reason = of_kind.ratio(read)
    last = last_word(read)
    expected = of_kind.expected(read, today)
    paced = of_kind.expected(read, pace_day(last, today, read.rhythm_days))
    suggested = _suggested(scores.rules, read, raw, paced, started=last is not None)
    status = _own_status(snapshot, read) or suggested
    confidence = _confidence(snapshot, item, today)
    return Score(
        raw,
        expected,
        paced,
        status,
        suggested,
        reason,
        None if confidence is None else float(confidence),
        confidence,
        _stale(scores, row, status, (last, read.start, read.rhythm_days)),
        (int(last is not None), 1),
        (),
        read.current,
        last,
    )


def _from_children(scores: Scores, row: KeyResult) -> Score:
    score = _rolled_up(tuple(_children(scores, row.id, row.objective)))
    score = score._replace(reason=Reason.CHILDREN if score.raw is not None else score.reason)
    return score._replace(suggested=_by_drivers(scores, score), status=_by_drivers(scores, score))


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


def _stale(
    scores: Scores,
    row: KeyResult | Objective,
    status: Status | None,
    dates: tuple[date | None, date | None, int],
) -> bool:
    last, start, rhythm = dates
    objective = row if isinstance(row, Objective) else scores.snapshot.get(OBJECTIVE, row.objective)
    cycle = scores.snapshot.find(CYCLE, objective.cycle)
    running = cycle is None or cycle.state is CycleState.ACTIVE
    if not running or row.outcome or objective.state is not ObjectiveState.ACTIVE:
        return False
    if status is Status.ACHIEVED or (start is not None and start > scores.today):
        return False
    return is_stale(last, start, scores.today, rhythm)


def _counts(row: Objective | KeyResult) -> bool:
    draft = isinstance(row, Objective) and row.state is ObjectiveState.DRAFT
    return not draft and row.outcome not in _LEFT_OUT


def _score_objective(scores: Scores, item: int) -> Score:
    row = scores.snapshot.get(OBJECTIVE, item)
    drivers = _drivers(scores, row)
    if not drivers:
        return _NOTHING
    score = _rolled_up(tuple(drivers))
    suggested = _by_drivers(scores, score)
    status = _own_objective_status(scores, item, score) or suggested
    cycle = scores.snapshot.find(CYCLE, row.cycle)
    rhythm = RHYTHM_DAYS[cycle.rhythm if cycle else Rhythm.WEEKLY]
    start, _ = objective_span(scores.snapshot, item)
    last = _last_check_in(scores, score.drivers)
    stale = _stale(scores, row, status, (last, start, rhythm))
    return score._replace(
        suggested=suggested, status=status, last_check_in=last, stale=stale
    )._replace(**_confidences([scores.item(d.id) for d in drivers]))


def _confidences(parts: list[Score]) -> dict[str, Any]:
    means = [part.confidence for part in parts if part.confidence is not None]
    lows = [part.lowest_confidence for part in parts if part.lowest_confidence is not None]
    return {
        "confidence": tidy(sum(means) / len(means)) if means else None,
        "lowest_confidence": min(lows, default=None),
    }


def _by_drivers(scores: Scores, score: Score) -> Status | None:
    parts = [scores.item(driver.id) for driver in score.drivers]
    if not any(part.last_check_in for part in parts):
        return Status.NOT_STARTED
    if score.raw is None:
        return None
    if scores.rules.objective_status is ObjectiveStatus.WEAKEST:
        return worst([p.suggested for p in parts if p.suggested])
    if score.raw >= 1:
        return Status.ACHIEVED
    return by_pace(score.raw, score.pace_expected, scores.rules)


def _own_objective_status(scores: Scores, item: int, score: Score) -> Status | None:
    overrides = scores.snapshot.children(STATUS_OVERRIDE, "objective", item)
    own = [o for o in overrides if o.date <= scores.today]
    if not own:
        return None
    last = _last_check_in(scores, score.drivers)
    return own[-1].status if last is None or own[-1].date >= last else None


def _last_check_in(scores: Scores, drivers: Iterable[Driver]) -> date | None:
    days = (scores.item(driver.id).last_check_in for driver in drivers)
    return max((day for day in days if day), default=None)


def _drivers(scores: Scores, row: Objective) -> list[Driver]:
    key_results = [
        kr for kr in scores.snapshot.children(KEY_RESULT, "objective", row.id) if _counts(kr)
    ]
    drivers: list[Driver] = []
    if row.drivers is not Drivers.CHILDREN:
        drivers += [_key_result_driver(scores, kr) for kr in key_results if kind(kr.kind).counts]
    if row.drivers is not Drivers.KEY_RESULTS or not key_results:
        drivers += _children(scores, row.id, row.id)
    return drivers


def _key_result_driver(scores: Scores, row: KeyResult) -> Driver:
    score = scores.key_result(row.id)
    counted = score.raw
    if counted is None and kind(row.kind).missing_is_zero and score.reason is not Reason.NO_TARGET:
        counted = 0.0
    counted = None if counted is None else clamp(counted, 0.0, scores.rules.cap)
    measured = score.raw is not None
    return Driver(row.id, counted, score.expected or 0.0, score.pace_expected, row.weight, measured)


def _children(scores: Scores, item: int, parent: int) -> list[Driver]:
    links = [link for link in links_to(scores.snapshot, item) if link.contributes]
    rows = [(link, scores.snapshot.get(OBJECTIVE, link.child)) for link in links]
    return [
        _child_driver(scores, row, _share_of_days(scores.snapshot, row, parent))
        for link, row in rows
        if _counts(row)
        and not (item == parent and _under_key_result(scores.snapshot, link, parent))
    ]


def _under_key_result(snapshot: Snapshot, link: Link, parent: int) -> bool:
    """Whether the child already counts through one of the parent's key results."""
    own = snapshot.child_ids(KEY_RESULT, "objective", parent)
    return any(
        other.contributes and other.key_result in own for other in links_of(snapshot, link.child)
    )


def _share_of_days(snapshot: Snapshot, child: Objective, parent: int) -> float:
    below = snapshot.find(CYCLE, child.cycle)
    above = snapshot.find(CYCLE, snapshot.get(OBJECTIVE, parent).cycle)
    if below is None or above is None or days_of(below) >= days_of(above):
        return 1.0
    return days_of(below) / days_of(above)


def _child_driver(scores: Scores, row: Objective, share: float) -> Driver:
    score = scores.objective(row.id)
    counted = None if score.raw is None else clamp(score.raw, 0.0, scores.rules.cap) * share
    return Driver(
        row.id,
        counted,
        (score.expected or 0.0) * share,
        score.pace_expected * share,
        row.weight,
        score.raw is not None,
    )


def _rolled_up(drivers: tuple[Driver, ...]) -> Score:
    """The weighted mean of the drivers that count."""
    if not drivers:
        return _NOTHING
    measured = (sum(d.measured for d in drivers), len(drivers))
    counted = [d for d in drivers if d.counted is not None]
    total = sum(d.weight for d in counted)
    base = Score(measured=measured, drivers=drivers)
    if not measured[0] or not counted:
        expected = _mean_of([(d.expected, d.weight) for d in drivers])
        return base._replace(expected=expected)
    if total == 0:
        return base._replace(reason=Reason.WEIGHT_ZERO)
    return base._replace(
        raw=_mean_of([(d.counted or 0.0, d.weight) for d in counted]),
        expected=_mean_of([(d.expected, d.weight) for d in counted]),
        pace_expected=_mean_of([(d.pace_expected, d.weight) for d in counted]) or 0.0,
        reason=Reason.OK,
    )


def _mean_of(parts: list[tuple[float, float]]) -> float | None:
    total = sum(weight for _, weight in parts)
    return tidy(sum(value * weight for value, weight in parts) / total) if total else None
