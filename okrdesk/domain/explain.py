"""Every percent explains itself: inputs, formula, what was left out and why."""

from typing import NamedTuple

from okrdesk.domain.entities import KeyResult
from okrdesk.domain.key_results import Control, Reading, Reason, kind
from okrdesk.domain.readings import last_word, reading
from okrdesk.domain.rounding import rounded, whole_percent
from okrdesk.domain.score import Driver, Score
from okrdesk.domain.scoring import Scores
from okrdesk.domain.shares import Part, normalised
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import KEY_RESULT, OBJECTIVE
from okrdesk.domain.words import ObjectiveState, Outcome, Source, Status
from okrdesk.text import Message

STATUS_WORDS: dict[Status, str] = {
    Status.ON_TRACK: "On track",
    Status.BEHIND: "Behind",
    Status.AT_RISK: "At risk",
    Status.ACHIEVED: "Achieved",
    Status.NOT_STARTED: "Not started",
}

REASONS: dict[Reason, Message] = {
    Reason.OK: Message("The calculation has all it needs."),
    Reason.NO_MEASUREMENT: Message("There is no measurement yet, so there is no percent."),
    Reason.NO_RANGE: Message(
        "Start and target are the same, so it counts as 100 % when the target is met, else 0 %."
    ),
    Reason.NO_START: Message("There is no start yet, so there is no percent."),
    Reason.NO_TARGET: Message("There is no target yet, so there is no percent."),
    Reason.BELOW_START: Message("The value lies on the wrong side of the start: below 0 %."),
    Reason.OVER_TARGET: Message("The value lies beyond the target: above 100 %."),
    Reason.MET_LIMIT: Message("The last value is inside the limit."),
    Reason.BROKE_LIMIT: Message("The last value is outside the limit."),
    Reason.CHILDREN: Message("It is the mean of the objectives that contribute to it."),
    Reason.NO_DRIVERS: Message("It has no key results and no contributing objectives yet."),
    Reason.WEIGHT_ZERO: Message("All weights are 0, so nothing is counted."),
    Reason.NOT_COUNTED: Message("A baseline finds out where we are; it is never counted."),
    Reason.CIRCLE: Message("The links run in a circle, so this cannot be counted."),
}


class Explanation(NamedTuple):
    """Why an item shows what it shows, line by line."""

    item: int
    score: Score
    lines: tuple[Message, ...]


def explain(scores: Scores, item: int) -> Explanation:
    """The explanation of a key result or an objective."""
    score = scores.item(item)
    row = scores.snapshot.find(KEY_RESULT, item)
    if row is not None and row.source is not Source.CHILDREN:
        lines = _of_key_result(scores, row, score)
    else:
        lines = _of_drivers(scores, item, score)
    return Explanation(item, score, (*lines, *_standing(score)))


def percent_text(ratio: float | None) -> str:
    """The ratio in whole percent, or a dash."""
    return "—" if ratio is None else f"{whole_percent(ratio)} %"


def _of_key_result(scores: Scores, row: KeyResult, score: Score) -> list[Message]:
    read = reading(scores.snapshot, row.id, row, scores.today)
    lines = [_inputs(read)]
    if score.raw is not None:
        lines.append(_formula(read, score.raw))
    return [*lines, REASONS[score.reason]] if score.reason is not Reason.OK else lines


def _inputs(read: Reading) -> Message:
    last = last_word(read)
    values = {
        "start": _plain(read.terms.start),
        "target": _plain(read.terms.target),
        "current": _plain(read.current),
        "day": last or "—",
    }
    if read.steps:
        done = sum(1 for step in read.steps if step.done and step.done <= read.today)
        return Message("{done} of {n} steps are done.", {"done": done, "n": len(read.steps)})
    if read.terms.low is not None or read.terms.high is not None:
        limits = {"low": _plain(read.terms.low), "high": _plain(read.terms.high)}
        return Message("Between {low} and {high}, now {current} ({day}).", {**values, **limits})
    if kind(read.key_result.kind).control:
        return Message("Limit {target}, now {current} ({day}).", values)
    return Message("Start {start}, target {target}, now {current} ({day}).", values)


def _plain(amount: object) -> str:
    return "—" if amount is None else str(amount)


def _formula(read: Reading, raw: float) -> Message:
    percent = {"percent": percent_text(raw)}
    of_kind = kind(read.key_result.kind)
    if isinstance(of_kind, Control):
        method = str(read.parameters.get("method", "binary"))
        return Message("{percent} by the method “{method}”.", {**percent, "method": method})
    start, target = read.terms.start or 0, read.terms.target
    if read.current is None or target is None or start == target:
        return Message("That gives {percent}.", percent)
    amounts = {"current": read.current, "start": start, "target": target}
    return Message(
        "({current} − {start}) / ({target} − {start}) = {percent}", {**amounts, **percent}
    )


def _of_drivers(scores: Scores, item: int, score: Score) -> list[Message]:
    if not score.drivers:
        return [REASONS[score.reason]]
    lines = [_driver_line(scores, driver) for driver in score.drivers]
    measured = {"n": score.measured[0], "all": score.measured[1]}
    lines.append(Message("{n} of {all} measured.", measured))
    lines += _left_out(scores.snapshot, item)
    if normalised([Part(d.weight, d.share) for d in score.drivers]):
        lines.append(Message("The fixed shares do not sum to 100 %, so they were adjusted."))
    if score.raw is None:
        return [*lines, REASONS[score.reason]]
    mean = Message(
        "Weighted mean of what counts = {percent}.", {"percent": percent_text(score.raw)}
    )
    return [*lines, mean]


def _driver_line(scores: Scores, driver: Driver) -> Message:
    values = {
        "title": _title(scores.snapshot, driver.id),
        "percent": percent_text(driver.counted),
        "weight": f"{rounded(driver.weight, 2):g}",
    }
    if driver.counted is None:
        return Message("{title}: no measurement yet, left out.", values)
    if not driver.measured:
        return Message("{title}: no check-in yet, counts as 0 %, weight {weight}.", values)
    return Message("{title}: {percent}, weight {weight}.", values)


def _title(snapshot: Snapshot, item: int) -> str:
    row = snapshot.find(KEY_RESULT, item) or snapshot.find(OBJECTIVE, item)
    return row.title if row else ""


def _left_out(snapshot: Snapshot, item: int) -> list[Message]:
    """A line for each key result that takes no part in the mean."""
    lines = []
    for row in snapshot.children(KEY_RESULT, "objective", item):
        if row.outcome in (Outcome.POSTPONED, Outcome.DROPPED):
            why = {"title": row.title, "outcome": row.outcome.value}
            lines.append(Message("{title}: {outcome}, left out.", why))
        elif not kind(row.kind).counts:
            lines.append(Message("{title}: a baseline, never counted.", {"title": row.title}))
    objective = snapshot.find(OBJECTIVE, item)
    if objective and objective.state is ObjectiveState.DRAFT:
        lines.append(Message("It is a draft, so it is left out of every mean above it."))
    return lines


def _standing(score: Score) -> list[Message]:
    lines = []
    if score.expected is not None:
        lines.append(
            Message("Expected today {percent}.", {"percent": percent_text(score.expected)})
        )
    if score.suggested is not None:
        suggested = {"status": Message(STATUS_WORDS[score.suggested])}
        lines.append(Message("Suggested status: {status}.", suggested))
    if score.status is not None and score.status is not score.suggested:
        own = {"status": Message(STATUS_WORDS[score.status])}
        lines.append(Message("A person set: {status}.", own))
    if score.stale:
        lines.append(Message("Nothing was reported for two rhythms."))
    return lines
