"""The score of what is driven by others: objectives, and key results fed by their children."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from okrdesk.domain.cycles import RHYTHM_DAYS
from okrdesk.domain.driving import (
    Child,
    counts,
    driving_children,
    driving_key_results,
    feeding_children,
)
from okrdesk.domain.entities import CheckIn, KeyResult, Objective, Organisation
from okrdesk.domain.key_result_score import own_word, stale
from okrdesk.domain.key_results import Reason, kind
from okrdesk.domain.pace import by_pace, worst
from okrdesk.domain.readings import dated_up_to, objective_span, rhythm_days, span, terms_on
from okrdesk.domain.rounding import clamp
from okrdesk.domain.score import Driver, Score, rolled_up, with_confidence
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CHECK_IN, CYCLE, KEY_RESULT, OBJECTIVE
from okrdesk.domain.words import ObjectiveStatus, Rhythm, Source, Status


class Frame(NamedTuple):
    """What a score is computed from: the plan, the day, the rules, and the scores below."""

    snapshot: Snapshot
    today: date
    rules: Organisation
    score_of: Callable[[int], Score]


def driven_score(frame: Frame, item: int) -> Score:
    """The score of an objective, or of a key result fed by its children."""
    key_result = frame.snapshot.find(KEY_RESULT, item)
    if key_result is not None:
        return _of_key_result(frame, key_result)
    return _of_objective(frame, frame.snapshot.get(OBJECTIVE, item))


def mean_score(frame: Frame, rows: Sequence[Objective]) -> Score:
    """The mean of objectives, each of the same weight."""
    drivers = [_child_driver(frame, Child(row, 1.0)) for row in rows if counts(row)]
    equal = tuple(driver._replace(weight=1.0, share=None) for driver in drivers)
    return with_confidence(rolled_up(equal), [frame.score_of(driver.id) for driver in equal])


def _of_objective(frame: Frame, row: Objective) -> Score:
    key_results = driving_key_results(frame.snapshot, row)
    drivers = [_key_result_driver(frame, key_result) for key_result in key_results]
    drivers += [_child_driver(frame, child) for child in driving_children(frame.snapshot, row)]
    score, parts = _rolled(frame, drivers)
    word = own_word(frame.snapshot, row, frame.today, score.last_report)
    status = word.status if word else score.suggested
    start, _ = objective_span(frame.snapshot, row.id)
    dates = (score.last_check_in, start, _rhythm(frame, row, key_results))
    quiet = stale(frame.snapshot, frame.today, row, status, dates)
    return with_confidence(score._replace(status=status, stale=quiet), parts)


def _of_key_result(frame: Frame, row: KeyResult) -> Score:
    """The mean of its children; confidence, note and status may come from its own check-ins."""
    snapshot, today = frame.snapshot, frame.today
    drivers = [_child_driver(frame, child) for child in feeding_children(snapshot, row)]
    score, parts = _rolled(frame, drivers)
    own = dated_up_to(snapshot.children(CHECK_IN, "key_result", row.id), today)
    score = with_confidence(_with_own(score, own), parts)
    given = [c.confidence for c in own if c.confidence is not None]
    if given:
        score = score._replace(confidence=float(given[-1]), lowest_confidence=given[-1])
    word = own_word(snapshot, row, today, score.last_report, own[-1] if own else None)
    status = word.status if word else score.suggested
    start, _ = span(snapshot, row, terms_on(snapshot, row.id, today))
    dates = (score.last_check_in, start, rhythm_days(snapshot, row))
    reason = Reason.CHILDREN if score.raw is not None else score.reason
    quiet = stale(snapshot, today, row, status, dates)
    return score._replace(status=status, stale=quiet, reason=reason)


def _with_own(score: Score, own: Sequence[CheckIn]) -> Score:
    if not own:
        return score
    last = own[-1]
    return score._replace(
        last_check_in=max(last.date, score.last_check_in or last.date),
        last_report=max((last.date, last.entered), score.last_report or (last.date, "")),
    )


def _rolled(frame: Frame, drivers: Sequence[Driver]) -> tuple[Score, list[Score]]:
    """The mean of the drivers with its suggested status, and the drivers' own scores."""
    parts = [frame.score_of(driver.id) for driver in drivers]
    score = rolled_up(tuple(drivers))
    counted = [p for d, p in zip(score.drivers, parts, strict=True) if _weighs(d)]
    score = score._replace(
        last_check_in=max((p.last_check_in for p in parts if p.last_check_in), default=None),
        last_report=max((p.last_report for p in parts if p.last_report), default=None),
        holding=any(part.holding for part in counted),
    )
    return score._replace(suggested=_suggested(frame, score, counted)), parts


def _weighs(driver: Driver) -> bool:
    return driver.counted is not None and driver.weight > 0


def _suggested(frame: Frame, score: Score, counted: Sequence[Score]) -> Status | None:
    if not score.drivers:
        return None
    if score.last_check_in is None:
        return Status.NOT_STARTED
    if score.raw is None:
        return None
    if frame.rules.objective_status is ObjectiveStatus.WEAKEST:
        return worst([part.status for part in counted if part.status])
    if score.raw >= 1:
        return Status.ON_TRACK if score.holding else Status.ACHIEVED
    return by_pace(score.raw, score.pace_expected, frame.rules)


def _rhythm(frame: Frame, row: Objective, key_results: Sequence[KeyResult]) -> int:
    """Days between two reports: of its quickest key result, else of its cycle."""
    own = min((rhythm_days(frame.snapshot, k) for k in key_results), default=None)
    cycle = frame.snapshot.find(CYCLE, row.cycle)
    return own or RHYTHM_DAYS[cycle.rhythm if cycle else Rhythm.WEEKLY]


def _key_result_driver(frame: Frame, row: KeyResult) -> Driver:
    score = frame.score_of(row.id)
    counted = score.raw
    if counted is None and _missing_is_zero(row, score):
        counted = 0.0
    return Driver(
        row.id,
        None if counted is None else clamp(counted, 0.0, frame.rules.cap),
        score.expected or 0.0,
        score.pace_expected,
        max(0.0, row.weight),
        row.share,
        score.raw is not None,
    )


def _missing_is_zero(row: KeyResult, score: Score) -> bool:
    """Without a measurement, even where a check-in gave a confidence and a note.

    What has no ratio for another reason, such as a missing target, is left out.
    """
    unmeasured = score.reason is Reason.NO_MEASUREMENT and row.source is not Source.CHILDREN
    return unmeasured and kind(row.kind).missing_is_zero


def _child_driver(frame: Frame, child: Child) -> Driver:
    score, row = frame.score_of(child.row.id), child.row
    return Driver(
        row.id,
        None if score.raw is None else clamp(score.raw, 0.0, frame.rules.cap) * child.days,
        (score.expected or 0.0) * child.days,
        score.pace_expected * child.days,
        max(0.0, row.weight),
        row.share,
        score.raw is not None,
    )
