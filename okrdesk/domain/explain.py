"""Every percent explains itself: inputs, formula, what was left out and why."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from okrdesk.domain.entities import CheckIn, KeyResult, StatusOverride
from okrdesk.domain.explain_drivers import left_out_of, lines_of_drivers
from okrdesk.domain.explain_drivers import percent as percent_of
from okrdesk.domain.grading import grade_of
from okrdesk.domain.key_result_score import own_word
from okrdesk.domain.key_results import (
    Control,
    Milestones,
    Reading,
    Reason,
    Rubric,
    chosen_zone,
    done_steps,
    kind,
)
from okrdesk.domain.pace import grace_over
from okrdesk.domain.readings import last_word, reading
from okrdesk.domain.score import Score
from okrdesk.domain.scoring import Scores
from okrdesk.domain.tables import CHECK_IN, CYCLE, KEY_RESULT, KPI, OBJECTIVE
from okrdesk.domain.words import STATUS_WORDS, Source, Status
from okrdesk.text import Message

__all__ = ["REASONS", "Explanation", "Own", "explain"]

REASONS: dict[Reason, Message] = {
    Reason.OK: Message("The calculation has all it needs."),
    Reason.NO_MEASUREMENT: Message("There is no measurement yet, so there is no percent."),
    Reason.NO_RANGE: Message(
        "Start and target are the same, so it counts as 100% when the target is met, else 0%."
    ),
    Reason.NO_START: Message("There is no start yet, so there is no percent."),
    Reason.NO_TARGET: Message("There is no target yet, so there is no percent."),
    Reason.BELOW_START: Message("The value lies on the wrong side of the start: below 0%."),
    Reason.OVER_TARGET: Message("The value lies beyond the target: above 100%."),
    Reason.MET_LIMIT: Message("The last value is inside the limit."),
    Reason.BROKE_LIMIT: Message("The last value is outside the limit."),
    Reason.CHILDREN: Message("It is the mean of the objectives that contribute to it."),
    Reason.NO_DRIVERS: Message("It has no key results and no contributing objectives yet."),
    Reason.WEIGHT_ZERO: Message("All weights are 0, so nothing is counted."),
    Reason.NOT_COUNTED: Message("A baseline finds out where we are; it is never counted."),
    Reason.CIRCLE: Message("The links run in a circle, so this cannot be counted."),
}


class Own(NamedTuple):
    """A person's own status beside the calculated one, to which there is a way back."""

    status: Status
    calculated: Status | None
    """What it would be by calculation today."""
    calculated_then: Status | None
    """What it was when the person decided; None where that is not on record."""
    reason: str
    date: date
    author: int | None


class Explanation(NamedTuple):
    """Why an item shows what it shows, line by line."""

    item: int
    score: Score
    lines: tuple[Message, ...]
    own: Own | None = None


def explain(scores: Scores, item: int) -> Explanation:
    """The explanation of a key result, an objective or a cycle."""
    if scores.snapshot.find(CYCLE, item) is not None:
        score = scores.cycle(item)
        return Explanation(item, score, tuple(_of_drivers(scores, item, score)))
    score = scores.item(item)
    row = scores.snapshot.find(KEY_RESULT, item)
    if row is not None and row.source is not Source.CHILDREN:
        lines = _of_key_result(scores, row, score)
    else:
        lines = _of_drivers(scores, item, score)
    own = _own(scores, item, score)
    lines += [*_standing(score), *_by_a_person(own), *_graded(scores, item)]
    return Explanation(item, score, tuple(lines), own)


def _of_key_result(scores: Scores, row: KeyResult, score: Score) -> list[Message]:
    read = reading(scores.snapshot, row.id, row, scores.today)
    lines = [*_source(scores, row), _inputs(read)]
    if score.raw is not None:
        lines.append(_formula(read, score.raw))
    if score.reason is not Reason.OK:
        lines.append(REASONS[score.reason])
    if score.last_check_in is None and grace_over(read.start, read.due, scores.today):
        lines.append(
            Message("It started on {day} and is still without a report.", {"day": read.start})
        )
    return lines + _history(scores, read)


def _source(scores: Scores, row: KeyResult) -> list[Message]:
    kpi = scores.snapshot.find(KPI, row.kpi) if row.source is Source.KPI else None
    return [Message("The values come from {kpi}.", {"kpi": kpi.name})] if kpi else []


def _history(scores: Scores, read: Reading) -> list[Message]:
    """A line on the check-ins that are known on the day and do not count."""
    rows = scores.snapshot.children(CHECK_IN, "key_result", read.key_result.id)
    late = sum(1 for row in rows if read.until < row.date <= read.today)
    if not late:
        return []
    text = "%n check-in(s) after the due date {due} (is|are) history and (does|do) not count."
    return [Message(text, {"due": read.due}, late)]


def _inputs(read: Reading) -> Message:
    values = {
        "start": _plain(read.terms.start),
        "target": _plain(read.terms.target),
        "current": _plain(read.current),
        "day": last_word(read) or "—",
    }
    if read.steps:
        done = {"done": len(done_steps(read)), "n": len(read.steps)}
        return Message("{done} of {n} steps are done.", done)
    if isinstance(kind(read.key_result.kind), Rubric):
        zone = chosen_zone(read)
        return Message("Zone {zone} ({day}).", {**values, "zone": zone.title if zone else "—"})
    if read.terms.low is not None or read.terms.high is not None:
        limits = {"low": _plain(read.terms.low), "high": _plain(read.terms.high)}
        return Message("Between {low} and {high}, now {current} ({day}).", {**values, **limits})
    if kind(read.key_result.kind).control:
        return Message("Limit {target}, now {current} ({day}).", values)
    return Message("Start {start}, target {target}, now {current} ({day}).", values)


def _plain(amount: object) -> str:
    return "—" if amount is None else str(amount)


def _formula(read: Reading, raw: float) -> Message:
    of_kind, percent = kind(read.key_result.kind), {"percent": percent_of(raw)}
    if isinstance(of_kind, Control):
        return _by_method(of_kind, read, percent)
    if isinstance(of_kind, Milestones):
        return Message("Weight done / all weight = {percent}.", percent)
    start, target = read.terms.start, read.terms.target
    if read.current is None or start is None or target is None or start == target:
        return Message("That gives {percent}.", percent)
    amounts = {"current": read.current, "start": start, "target": target}
    return Message(
        "({current} − {start}) / ({target} − {start}) = {percent}", {**amounts, **percent}
    )


def _by_method(of_kind: Control, read: Reading, percent: Mapping[str, object]) -> Message:
    method = str(read.parameters.get("method", "binary"))
    if method == "hit_rate":
        hits, sampled = of_kind.hits(read)
        return Message(
            "{hits} of {n} periods inside = {percent}.", {**percent, "hits": hits, "n": sampled}
        )
    return Message("{percent} by the method “{method}”.", {**percent, "method": method})


def _of_drivers(scores: Scores, item: int, score: Score) -> list[Message]:
    lines = [*lines_of_drivers(scores, item, score), *left_out_of(scores.snapshot, item)]
    if score.raw is None:
        return [*lines, REASONS[score.reason]]
    return lines


def _own(scores: Scores, item: int, score: Score) -> Own | None:
    row = scores.snapshot.find(KEY_RESULT, item) or scores.snapshot.find(OBJECTIVE, item)
    if row is None:
        return None
    told = [
        c
        for c in scores.snapshot.children(CHECK_IN, "key_result", item)
        if (c.date, c.entered) == score.last_report
    ]
    word = own_word(scores.snapshot, row, scores.today, score.last_report, *told[-1:])
    if word is None or word.status is None:
        return None
    return _in_words(word, word.status, score)


def _in_words(word: StatusOverride | CheckIn, status: Status, score: Score) -> Own:
    if isinstance(word, StatusOverride):
        then, reason = word.calculated, word.reason
    else:
        then, reason = None, word.note
    return Own(status, score.suggested, then, reason, word.date, word.author)


def _standing(score: Score) -> list[Message]:
    lines = []
    if score.expected is not None:
        lines.append(Message("Expected today {percent}.", {"percent": percent_of(score.expected)}))
    if score.suggested is not None:
        lines.append(Message("Suggested status: {status}.", {"status": _word(score.suggested)}))
    if score.stale:
        lines.append(Message("Nothing was reported for two rhythms."))
    return lines


def _word(status: Status | None) -> Message:
    return Message("—") if status is None else STATUS_WORDS[status]


def _by_a_person(own: Own | None) -> list[Message]:
    if own is None:
        return []
    reason = {"day": own.date, "reason": own.reason or "—"}
    return [
        Message("A person set: {status}.", {"status": _word(own.status)}),
        Message("On {day}, the reason: {reason}", reason),
        Message("Back to calculated would show {status}.", {"status": _word(own.calculated)}),
    ]


def _graded(scores: Scores, item: int) -> list[Message]:
    grade = grade_of(scores.snapshot, item)
    if grade is None:
        return []
    values = {"grade": grade.grade, "day": grade.date, "reason": grade.reason}
    lines = [Message("Graded {grade} on {day}.", values)]
    if grade.proposed is not None and grade.proposed != grade.grade:
        proposed = {"proposed": grade.proposed, "reason": grade.reason or "—"}
        lines.append(Message("Calculated was {proposed}; the reason: {reason}", proposed))
    return lines
