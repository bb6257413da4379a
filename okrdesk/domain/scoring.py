"""Scores: computed when asked for, remembered, and forgotten along the branch of an edit."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from okrdesk.domain.alignment import links_of, links_to
from okrdesk.domain.changes import Change, ChangeSet
from okrdesk.domain.cycles import RHYTHM_DAYS, days_of
from okrdesk.domain.entities import KeyResult, Link, Objective, Organisation
from okrdesk.domain.key_result_score import measured_score, stale
from okrdesk.domain.key_results import Reason, kind
from okrdesk.domain.pace import by_pace, worst
from okrdesk.domain.readings import objective_span, span, terms_on
from okrdesk.domain.rounding import clamp
from okrdesk.domain.score import NOTHING, Driver, Score, rolled_up, with_confidence
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import (
    CYCLE,
    KEY_RESULT,
    OBJECTIVE,
    OBJECTIVE_OWNER,
    OBJECTIVE_TEAM,
    ORGANISATION,
    STATUS_OVERRIDE,
    Table,
)
from okrdesk.domain.words import (
    Drivers,
    ObjectiveState,
    ObjectiveStatus,
    Outcome,
    Rhythm,
    Source,
    Status,
)

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
        return self.mean(self.snapshot.child_ids(OBJECTIVE, "cycle", cycle))

    def team(self, team: int, cycle: int) -> Score:
        """The mean of the objectives that the team has, or shares, in a cycle."""
        return self._of(((OBJECTIVE, "team"), (OBJECTIVE_TEAM, "team")), team, cycle)

    def person(self, person: int, cycle: int) -> Score:
        """The mean of the objectives that the person owns, alone or with others, in a cycle."""
        return self._of(((OBJECTIVE, "owner"), (OBJECTIVE_OWNER, "person")), person, cycle)

    def _of(self, places: Iterable[tuple[Table[Any], str]], who: int, cycle: int) -> Score:
        """Each objective once, however many places name it."""
        rows = (row for table, field in places for row in self.snapshot.children(table, field, who))
        found = dict.fromkeys(getattr(row, "objective", row.id) for row in rows)
        in_cycle = set(self.snapshot.child_ids(OBJECTIVE, "cycle", cycle))
        return self.mean(objective for objective in found if objective in in_cycle)

    def mean(self, objectives: Iterable[int]) -> Score:
        """The mean of the objectives that have a ratio, each of the same weight."""
        rows = (self.snapshot.get(OBJECTIVE, o) for o in objectives)
        drivers = [_child_driver(self, row, 1.0) for row in rows if _counts(row)]
        equal = tuple(d._replace(weight=1.0, share=None) for d in drivers)
        return with_confidence(rolled_up(equal), (self.item(d.id) for d in equal))

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

    def _remembered(self, item: int, compute: "Callable[[Scores, int], Score]") -> Score:
        known = self._known.get(item)
        if known is not None:
            return known
        if item in self._open:
            return Score(reason=Reason.CIRCLE)
        self._open.add(item)
        try:
            score = compute(self, item)
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
    row = scores.snapshot.get(KEY_RESULT, item)
    if row.source is Source.CHILDREN:
        return _from_children(scores, row)
    return measured_score(scores.snapshot, row, scores.today, scores.rules)


def _from_children(scores: Scores, row: KeyResult) -> Score:
    score = rolled_up(tuple(_children(scores, row.id, row.objective)))
    score = score._replace(reason=Reason.CHILDREN if score.raw is not None else score.reason)
    return score._replace(suggested=_by_drivers(scores, score), status=_by_drivers(scores, score))


def _counts(row: Objective | KeyResult) -> bool:
    draft = isinstance(row, Objective) and row.state is ObjectiveState.DRAFT
    return not draft and row.outcome not in _LEFT_OUT


def _score_objective(scores: Scores, item: int) -> Score:
    row = scores.snapshot.get(OBJECTIVE, item)
    drivers = _drivers(scores, row)
    if not drivers:
        return NOTHING
    score = rolled_up(tuple(drivers))
    suggested = _by_drivers(scores, score)
    status = _own_objective_status(scores, item, score) or suggested
    cycle = scores.snapshot.find(CYCLE, row.cycle)
    rhythm = RHYTHM_DAYS[cycle.rhythm if cycle else Rhythm.WEEKLY]
    start, _ = objective_span(scores.snapshot, item)
    last = _last_check_in(scores, score.drivers)
    quiet = stale(scores.snapshot, scores.today, row, status, (last, start, rhythm))
    score = score._replace(suggested=suggested, status=status, last_check_in=last, stale=quiet)
    return with_confidence(score, (scores.item(driver.id) for driver in drivers))


def _by_drivers(scores: Scores, score: Score) -> Status | None:
    parts = [scores.item(driver.id) for driver in score.drivers]
    if not any(part.last_check_in for part in parts):
        return Status.NOT_STARTED
    if score.raw is None:
        return None
    if scores.rules.objective_status is ObjectiveStatus.WEAKEST:
        return worst([p.suggested for p in parts if p.suggested])
    if score.raw >= 1:
        running = any(_still_controlled(scores, driver.id) for driver in score.drivers)
        return Status.ON_TRACK if running else Status.ACHIEVED
    return by_pace(score.raw, score.pace_expected, scores.rules)


def _still_controlled(scores: Scores, item: int) -> bool:
    """Whether the driver has to stay inside its limits until a day to come."""
    row = scores.snapshot.find(KEY_RESULT, item)
    if row is None or not kind(row.kind).control:
        return False
    _, due = span(scores.snapshot, row, terms_on(scores.snapshot, item, scores.today))
    return due is None or scores.today < due


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
    return Driver(
        row.id, counted, score.expected or 0.0, score.pace_expected, row.weight, row.share, measured
    )


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
        row.share,
        score.raw is not None,
    )
