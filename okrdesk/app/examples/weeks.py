"""The running weeks of an example: check-ins, ticks, comments, and the close of a cycle."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from okrdesk.app import commands as c
from okrdesk.app.examples.event import Event, Ids
from okrdesk.app.examples.plans import cycle_of, item_id
from okrdesk.app.examples.source import Record
from okrdesk.domain import tables as t
from okrdesk.storage.transaction import Transaction

_CHECK_INS, _TICKS, _COMMENTS, _STATUS, _GRADES, _RETROSPECTIVES, _CLOSE = range(20, 27)
_UNSAID = ""
"""Stands in a list for a week without a value or a confidence."""


def check_in_events(plan: Record) -> Iterator[Event]:
    """The check-ins of every key result, each by its owner unless another author is named."""
    for objective in plan["objective"]:
        days = cycle_of(plan, objective)["check_ins"]
        for record in objective["key_result"]:
            yield from _of_key_result(objective, record, days)


def _of_key_result(objective: Record, record: Record, days: list[date]) -> Iterator[Event]:
    unsaid = [_UNSAID] * len(days)
    values, confidence = record.get("values", unsaid), record.get("confidence", unsaid)
    owner, authors = record.get("owner", objective["owner"]), record.get("authors", {})
    key = f"key_result:{objective['key']}/{record['title']}"
    for day, value, sure in zip(days, values, confidence, strict=True):
        if (value, sure) != (_UNSAID, _UNSAID):
            said = {
                "confidence": None if sure == _UNSAID else sure,
                "note": record.get("notes", {}).get(day, ""),
                "status": record.get("statuses", {}).get(day),
            }
            enter = partial(_check_in, key, value, said)
            yield Event(day, _CHECK_INS, authors.get(day, owner), c.check_in.label, enter)


def _check_in(key: str, value: object, said: Record, tx: Transaction, ids: Ids) -> None:
    c.check_in(tx, ids[key], **_measured(tx, ids[key], value), **said)


def _measured(tx: Transaction, key_result: int, value: object) -> dict[str, Any]:
    """A rubric names its zone, milestones count the steps that are done, in their order."""
    if value == _UNSAID:
        return {}
    row = tx.snapshot.get(t.KEY_RESULT, key_result)
    if row.kind == "rubric":
        zones = tx.snapshot.children(t.ZONE, "key_result", key_result)
        return {"zone": next(zone.id for zone in zones if zone.title == value)}
    if row.kind == "milestones":
        steps = tx.snapshot.child_ids(t.STEP, "key_result", key_result)
        return {"steps": steps[: int(str(value))]}
    return {"value": value}


def tick_events(plan: Record) -> Iterator[Event]:
    """Initiatives that were done, and their sub-steps before them."""
    for objective in plan["objective"]:
        for record in objective.get("initiative", ()):
            key = f"initiative:{objective['key']}/{record['text']}"
            owner = record.get("owner", objective["owner"])
            tick = partial(Event, author=owner, rank=_TICKS, label=c.tick.label)
            for number, day in enumerate(record.get("steps_done", ())):
                yield tick(day=day, apply=partial(_tick, f"{key}/{number}"))
            if "done" in record:
                yield tick(day=record["done"], apply=partial(_tick, key))


def _tick(key: str, tx: Transaction, ids: Ids) -> None:
    c.tick(tx, ids[key])


def word_events(plan: Record) -> Iterator[Event]:
    """Comments, and a person's own status for an objective."""
    for objective in plan["objective"]:
        for record in objective.get("comment", ()):
            say = partial(_comment, objective, record)
            yield Event(record["on"], _COMMENTS, record["author"], c.add_comment.label, say)
        if "status" in objective:
            status = objective["status"]
            judge = partial(_status, objective, status)
            yield Event(status["on"], _STATUS, objective["owner"], c.set_status.label, judge)


def _comment(objective: Record, record: Record, tx: Transaction, ids: Ids) -> None:
    c.add_comment(tx, item_id(objective, record, ids), record["text"])


def _status(objective: Record, record: Record, tx: Transaction, ids: Ids) -> None:
    c.set_status(tx, ids[f"objective:{objective['key']}"], record["status"], record["reason"])


def closing_events(plan: Record) -> Iterator[Event]:
    """Grades and retrospective notes of the cycles that are over, and their close."""
    for objective in plan["objective"]:
        cycle = cycle_of(plan, objective)
        if "closed" in cycle:
            event = partial(Event, cycle["closed"], author=objective["owner"])
            grade = partial(_grades, objective)
            yield event(rank=_GRADES, label=c.grade.label, apply=grade)
            label = c.write_retrospective.label
            yield event(rank=_RETROSPECTIVES, label=label, apply=partial(_learned, objective))
    for cycle in plan["cycle"]:
        if "closed" in cycle:
            author, label = plan["organisation"]["author"], c.close_cycle.label
            yield Event(cycle["closed"], _CLOSE, author, label, partial(_close, cycle))


def _grades(objective: Record, tx: Transaction, ids: Ids) -> None:
    for record in objective["key_result"]:
        _grade(record, ids[f"key_result:{objective['key']}/{record['title']}"], tx)
    _grade(objective, ids[f"objective:{objective['key']}"], tx)


def _grade(record: Record, item: int, tx: Transaction) -> None:
    outcome, reason = record["outcome"], record.get("reason", "")
    c.grade(tx, item, float(record["grade"]), reason=reason, outcome=outcome)


def _learned(objective: Record, tx: Transaction, ids: Ids) -> None:
    cycle = ids[f"cycle:{objective['cycle']}"]
    notes = objective["retrospective"]
    c.write_retrospective(tx, cycle, objective=ids[f"objective:{objective['key']}"], **notes)


def _close(cycle: Record, tx: Transaction, ids: Ids) -> None:
    key = ids[f"cycle:{cycle['key']}"]
    c.write_retrospective(tx, key, **cycle["retrospective"])
    c.close_cycle(tx, key)
