"""What a mean is made of, line by line, and what it leaves out and why."""

from decimal import Decimal
from itertools import chain

from okrdesk.domain.alignment import links_to
from okrdesk.domain.driving import LEFT_OUT, counted_below, share_of_days
from okrdesk.domain.entities import KeyResult, Link, Objective
from okrdesk.domain.key_results import kind
from okrdesk.domain.rounding import rounded, tidy, whole_percent
from okrdesk.domain.score import Driver, Score
from okrdesk.domain.scoring import Scores
from okrdesk.domain.shares import Part, normalised
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import KEY_RESULT, OBJECTIVE
from okrdesk.domain.words import Drivers, ObjectiveState
from okrdesk.text import Message, Percent, Run

_WRITTEN_OUT = 6
"""A formula of more drivers is longer than what it explains."""


def percent(ratio: float | None) -> Percent | str:
    """The ratio in whole percent, or a dash."""
    return "—" if ratio is None else Percent(whole_percent(ratio))


def lines_of_drivers(scores: Scores, item: int, score: Score) -> list[Message]:
    """A line for each driver, how many are measured, and the mean as a formula."""
    if not score.drivers:
        return []
    lines = [_driver_line(scores, item, driver) for driver in score.drivers]
    measured = {"n": score.measured[0], "all": score.measured[1]}
    lines.append(Message("{n} of {all} measured.", measured))
    if normalised(_parts(scores.snapshot, score)):
        lines.append(Message("The fixed shares do not sum to 100%, so they were adjusted."))
    return lines if score.raw is None else [*lines, _mean(score, score.raw)]


def _parts(snapshot: Snapshot, score: Score) -> list[Part]:
    """The weights as they were before shares replaced them."""
    rows = [_row(snapshot, driver.id) for driver in score.drivers]
    return [Part(max(0.0, row.weight), row.share) for row in rows]


def _mean(score: Score, raw: float) -> Message:
    found = {"percent": percent(raw)}
    counted = [d for d in score.drivers if d.counted is not None]
    if len(counted) > _WRITTEN_OUT:
        return Message("Weighted mean of what counts = {percent}.", found)
    terms = [(" + ", _number(d.weight), " × ", percent(d.counted)) for d in counted]
    weight = _number(sum(d.weight for d in counted))
    formula = {"terms": Run(tuple(chain(*terms))[1:]), "weight": weight, **found}
    return Message("Weighted mean: ({terms}) / {weight} = {percent}.", formula)


def _number(weight: float) -> Decimal:
    return Decimal(f"{rounded(weight, 2):g}")


def _driver_line(scores: Scores, item: int, driver: Driver) -> Message:
    values = {
        "title": _row(scores.snapshot, driver.id).title,
        "percent": percent(driver.counted),
        "weight": _number(driver.weight),
    }
    if driver.counted is None:
        return Message("{title}: no percent yet, left out.", values)
    if not driver.measured:
        return Message("{title}: no check-in yet, counts as 0%, weight {weight}.", values)
    raw, days = scores.item(driver.id).raw, _days(scores.snapshot, item, driver.id)
    if raw is None or tidy(raw * days) == tidy(driver.counted):
        values |= {"raw": percent(raw), "days": percent(days)}
        if days == 1:
            return Message("{title}: {percent}, weight {weight}.", values)
        text = "{title}: {raw} for {days} of the days = {percent}, weight {weight}."
        return Message(text, values)
    text = "{title}: {raw}, counts as {percent}, weight {weight}."
    return Message(text, {**values, "raw": percent(raw)})


def _days(snapshot: Snapshot, item: int, driver: int) -> float:
    """The share of the item's days that a child covers; 1 for a key result and in a cycle."""
    key_result = snapshot.find(KEY_RESULT, item)
    above = snapshot.find(OBJECTIVE, key_result.objective if key_result else item)
    child = snapshot.find(OBJECTIVE, driver)
    return share_of_days(snapshot, child, above) if child and above else 1.0


def _row(snapshot: Snapshot, item: int) -> KeyResult | Objective:
    return snapshot.find(KEY_RESULT, item) or snapshot.get(OBJECTIVE, item)


def left_out_of(snapshot: Snapshot, item: int) -> list[Message]:
    """A line for each key result, child and objective that takes no part in the item's mean."""
    objective = snapshot.find(OBJECTIVE, item)
    lines = [
        _line(row.title, why)
        for row in snapshot.children(OBJECTIVE, "cycle", item)
        if (why := _own_reason(row))
    ]
    if objective is not None:
        for row in snapshot.children(KEY_RESULT, "objective", item):
            lines += [_line(row.title, why) for why in _why_not(row, objective)]
    for link in links_to(snapshot, item):
        child = snapshot.get(OBJECTIVE, link.child)
        lines += [_line(child.title, why) for why in _why_not_child(snapshot, link, objective)]
    if objective is not None and objective.state is ObjectiveState.DRAFT:
        lines.append(Message("It is a draft, so it is left out of every mean above it."))
    return lines


def _line(title: str, why: Message) -> Message:
    return Message("{title}: {why}", {"title": title, "why": why})


def _own_reason(row: KeyResult | Objective) -> Message | None:
    if row.outcome in LEFT_OUT:
        return Message("{outcome}, left out.", {"outcome": Message(row.outcome.value)})
    if isinstance(row, Objective) and row.state is ObjectiveState.DRAFT:
        return Message("a draft, left out.")
    return None


def _why_not(row: KeyResult, objective: Objective) -> list[Message]:
    own = _own_reason(row)
    if own is not None:
        return [own]
    if not kind(row.kind).counts:
        return [Message("a baseline, never counted.")]
    if objective.drivers is Drivers.CHILDREN:
        return [Message("not counted, the contributing objectives alone drive this.")]
    return []


def _why_not_child(snapshot: Snapshot, link: Link, objective: Objective | None) -> list[Message]:
    own = _own_reason(snapshot.get(OBJECTIVE, link.child))
    if own is not None:
        return [own]
    if not link.contributes:
        return [Message("linked for show, not counted.")]
    if objective is None:
        return []
    key_results = snapshot.children(KEY_RESULT, "objective", objective.id)
    if counted_below(snapshot, link, {row.id for row in key_results}):
        return [Message("counts through a key result, not once more.")]
    driving = any(_own_reason(row) is None for row in key_results)
    if objective.drivers is Drivers.KEY_RESULTS and driving:
        return [Message("not counted, the key results alone drive this.")]
    return []
