"""Check-ins, and a person's own status between them."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from okrdesk.app.commands.command import command
from okrdesk.app.commands.items import item_fields
from okrdesk.app.commands.rows import add, change, entered_after, remove
from okrdesk.app.commands.values import checked, day, refuse
from okrdesk.domain import tables as t
from okrdesk.domain.entities import CheckIn, KeyResult
from okrdesk.domain.scoring import Scores
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.words import Source, Status
from okrdesk.storage.transaction import Transaction


@command("Check-in")
def check_in(
    tx: Transaction,
    key_result: int,
    value: Decimal | float | bool | str | None = None,  # noqa: FBT001  # yes or no is a value
    *,
    zone: int | None = None,
    steps: Iterable[int] | None = None,
    confidence: int | None = None,
    note: str = "",
    status: Status | str | None = None,
    on: date | None = None,
) -> int:
    """Reports about a key result; returns the id of the check-in.

    ``value``: the running total, or yes/no as True/False; ``zone``: the zone of a rubric;
    ``steps``: all steps that are done now, whose done day becomes ``on`` unless they have one.
    ``status``: a person's own, where it differs from the suggestion. A second check-in on one
    day is a later entry, and both are kept.
    """
    row = tx.snapshot.get(t.KEY_RESULT, key_result)
    when = tx.today if on is None else checked(day, "date", on)
    _require_source(tx.snapshot, row, measured=(value, zone, steps) != (None, None, None))
    _require_fit(tx.snapshot, row, value, zone, steps)
    given = (value, zone, steps, confidence, status)
    if row.source is Source.CHECK_INS and given == (None,) * 5 and not note.strip():
        raise refuse("A check-in needs a value, a confidence or a note.", "value")
    if steps is not None:
        _mark_done(tx, key_result, set(steps), when)
    return add(
        tx,
        t.CHECK_IN,
        key_result=key_result,
        date=when,
        entered=entered_after(tx, _on_day(tx.snapshot, key_result, when)),
        value=value,
        zone=zone,
        confidence=confidence,
        status=status,
        note=note,
        author=tx.author,
    )


@command("Change check-in")
def change_check_in(tx: Transaction, /, check_in: int, **fields: object) -> CheckIn:
    """Corrects a check-in: date, value, zone, confidence, status or note."""
    before = tx.snapshot.get(t.CHECK_IN, check_in)
    row = tx.snapshot.get(t.KEY_RESULT, before.key_result)
    value, zone = fields.get("value"), fields.get("zone")
    _require_source(tx.snapshot, row, measured=(value, zone) != (None, None))
    _require_fit(tx.snapshot, row, value, zone, None)
    return change(tx, t.CHECK_IN, check_in, **fields)


@command("Set status")
def set_status(
    tx: Transaction, item: int, status: Status | str | None, reason: str = ""
) -> int | None:
    """A person's own status for an objective or key result, which wins until the next check-in.

    None goes back to the calculated one.
    """
    fields = item_fields(tx.snapshot, item, t.OBJECTIVE, t.KEY_RESULT)
    (field,) = fields
    rows = tx.snapshot.children(t.STATUS_OVERRIDE, field, item)
    if status is not None:
        return add(
            tx,
            t.STATUS_OVERRIDE,
            date=tx.today,
            entered=entered_after(tx, rows),
            status=status,
            calculated=Scores(tx.snapshot, tx.today).item(item).suggested,
            reason=reason,
            author=tx.author,
            **fields,
        )
    for row in rows:
        remove(tx, t.STATUS_OVERRIDE, row.id)
    if field == "key_result":
        for row_id in tx.snapshot.child_ids(t.CHECK_IN, field, item)[-1:]:
            change(tx, t.CHECK_IN, row_id, status=None)
    return None


def _on_day(snapshot: Snapshot, key_result: int, when: date) -> list[CheckIn]:
    rows = snapshot.children(t.CHECK_IN, "key_result", key_result)
    return [row for row in rows if row.date == when]


def _require_source(snapshot: Snapshot, row: KeyResult, *, measured: bool) -> None:
    if row.source is Source.CHECK_INS or not measured:
        return
    if row.source is Source.CHILDREN:
        raise refuse(
            "The value comes from the supporting objectives. Confidence and a note can be given.",
            "value",
        )
    kpi = snapshot.find(t.KPI, row.kpi)
    raise refuse(
        "The value comes from {kpi}. Confidence and a note can be given.",
        "value",
        kpi=kpi.name if kpi else "",
    )


def _require_fit(snapshot: Snapshot, row: KeyResult, value: Any, zone: Any, steps: Any) -> None:
    """Each kind is told what it measures, and nothing else."""
    if zone is not None and zone not in snapshot.child_ids(t.ZONE, "key_result", row.id):
        raise refuse("Choose one of the zones of this key result.", "zone")
    if steps is not None and not set(steps) <= set(
        snapshot.child_ids(t.STEP, "key_result", row.id)
    ):
        raise refuse("Choose steps of this key result.", "steps")
    if value is None:
        return
    if row.kind == "milestones":
        raise refuse("This is measured by its steps. Say which are done.", "value")
    if row.kind == "rubric":
        raise refuse("This is measured by its zones. Choose one.", "value")
    if row.kind == "yes_no" and value not in (0, 1):
        raise refuse("Use yes or no.", "value")


def _mark_done(tx: Transaction, key_result: int, done: set[int], when: date) -> None:
    for step in tx.snapshot.children(t.STEP, "key_result", key_result):
        if step.id not in done:
            change(tx, t.STEP, step.id, done=None)
        elif step.done is None:
            change(tx, t.STEP, step.id, done=when)
