"""Key results: create, change, and what they are measured by."""

from collections.abc import Iterable, Mapping
from datetime import date

from okrdesk.app.commands.command import command
from okrdesk.app.commands.items import table_of
from okrdesk.app.commands.key_result_rules import (
    require_kind,
    split_fields,
    with_parameters,
    with_source,
)
from okrdesk.app.commands.rows import add, change, last_position, replace_parts
from okrdesk.app.commands.share_rules import require_share
from okrdesk.app.commands.terms import latest_terms
from okrdesk.app.commands.values import checked, day
from okrdesk.domain import tables as t
from okrdesk.domain.entities import KeyResult
from okrdesk.domain.key_results.stepwise import DEFAULT_ZONES
from okrdesk.storage.transaction import Transaction

Part = str | tuple[object, ...] | Mapping[str, object]
"""A step, zone or phase: its first field, its fields in order, or its fields by name."""


@command("New key result")
def create_key_result(
    tx: Transaction,
    /,
    objective: int,
    title: str,
    *,
    kind: str = "number",
    start: object = None,
    target: object = None,
    unit: str = "",
    steps: Iterable[Part] = (),
    zones: Iterable[Part] = (),
    phases: Iterable[Part] = (),
    **fields: object,
) -> int:
    """Adds a key result; only its title is needed.

    ``fields``: as in ``KeyResult`` and ``Terms`` (low, high, warning, due), and what the kind
    keeps in its parameters. For at least and at most, ``target`` is the limit. ``steps``: titles,
    or (title, weight, due); ``zones``: (title, ratio); ``phases``: (date, value).
    """
    parts = split_fields({"kind": kind, "unit": unit, "start": start, "target": target, **fields})
    siblings = tx.snapshot.children(t.KEY_RESULT, "objective", objective)
    own = {"position": last_position(siblings), **with_source(parts.own)}
    own = with_parameters(own, "{}", parts.parameters)
    if kind == "currency" and not unit:
        own["unit"] = next((row.currency for row in tx.snapshot.rows(t.ORGANISATION)), "")
    key_result = add(tx, t.KEY_RESULT, objective=objective, title=title, **own)
    add(tx, t.TERMS, key_result=key_result, valid_from=tx.today, **parts.terms)
    _set_steps(tx, key_result, steps)
    _set_zones(tx, key_result, zones)
    _set_phases(tx, key_result, phases)
    require_kind(tx.snapshot, key_result, tx.today)
    require_share(tx.snapshot, key_result)
    return key_result


@command("Change key result")
def change_key_result(tx: Transaction, /, key_result: int, **fields: object) -> KeyResult:
    """Sets fields, named as in ``KeyResult``, ``Terms`` or its kind's parameters.

    Another ``objective`` moves the key result there.
    """
    row = tx.snapshot.get(t.KEY_RESULT, key_result)
    parts = split_fields(fields)
    own = with_parameters(with_source(parts.own), row.parameters, parts.parameters)
    if own.get("objective", row.objective) != row.objective:
        siblings = tx.snapshot.children(t.KEY_RESULT, "objective", int(str(own["objective"])))
        own = {"position": last_position(siblings), "share": None, **own}
    change(tx, t.KEY_RESULT, key_result, **own)
    if parts.terms:
        _write_terms(tx, key_result, None, parts.terms)
    if own.get("kind", row.kind) == "rubric":
        _set_zones(tx, key_result, ())
    require_kind(tx.snapshot, key_result, tx.today)
    if "share" in fields:
        require_share(tx.snapshot, key_result)
    return tx.snapshot.get(t.KEY_RESULT, key_result)


@command("Change target")
def set_terms(
    tx: Transaction, /, key_result: int, *, valid_from: date | None = None, **terms: object
) -> None:
    """Sets start, target, low, high, warning or due from a day on.

    Without ``valid_from`` they hold from today on, and check-ins keep what was valid on their
    day; a key result that nobody has checked in yet is corrected in place.
    """
    _write_terms(tx, key_result, valid_from, terms)
    require_kind(tx.snapshot, key_result, valid_from or tx.today)


def _write_terms(
    tx: Transaction, key_result: int, valid_from: date | None, terms: Mapping[str, object]
) -> None:
    rows = tx.snapshot.children(t.TERMS, "key_result", key_result)
    checked_in = tx.snapshot.child_ids(t.CHECK_IN, "key_result", key_result)
    since = tx.today if valid_from is None else checked(day, "valid_from", valid_from)
    current = latest_terms(tx.snapshot, key_result, since)
    in_place = valid_from is None and len(rows) == 1 and not checked_in
    if current.id and (in_place or current.valid_from == since):
        change(tx, t.TERMS, current.id, **terms)
        return
    values = {**current._asdict(), "valid_from": since, **terms}
    del values["id"]
    new = add(tx, t.TERMS, **values)
    if current.id and tx.snapshot.get(t.TERMS, new)[3:] == current[3:]:
        tx.delete(t.TERMS, new)


@command("Change steps")
def set_steps(tx: Transaction, key_result: int, steps: Iterable[Part]) -> None:
    """Replaces the steps, in this order; one that names its ``id`` keeps its done day."""
    _set_steps(tx, key_result, steps)


@command("Change zones")
def set_zones(tx: Transaction, key_result: int, zones: Iterable[Part]) -> None:
    """Replaces the two to five zones of a rubric, in this order."""
    _set_zones(tx, key_result, zones)
    require_kind(tx.snapshot, key_result, tx.today)


@command("Change phased targets")
def set_phases(tx: Transaction, key_result: int, phases: Iterable[Part]) -> None:
    """Replaces the values that are expected on days."""
    _set_phases(tx, key_result, phases)


@command("Change share")
def set_share(tx: Transaction, item: int, share: float | None) -> None:
    """Fixes what the objective or key result counts in its parent, in percent; None frees it."""
    change(tx, table_of(tx.snapshot, item, t.KEY_RESULT, t.OBJECTIVE), item, share=share)
    require_share(tx.snapshot, item)


@command("Change weight")
def set_weight(tx: Transaction, item: int, weight: float) -> None:
    """Sets the weight of an objective or a key result; 0 is shown and not counted."""
    change(tx, table_of(tx.snapshot, item, t.KEY_RESULT, t.OBJECTIVE), item, weight=weight)


def _set_steps(tx: Transaction, key_result: int, steps: Iterable[Part]) -> None:
    _replace(tx, t.STEP, key_result, steps, ("title", "weight", "due", "done"))


def _set_zones(tx: Transaction, key_result: int, zones: Iterable[Part]) -> None:
    """No zones given: a rubric without any gets the default ones."""
    given = list(zones)
    if not given:
        rubric = tx.snapshot.get(t.KEY_RESULT, key_result).kind == "rubric"
        if not rubric or tx.snapshot.child_ids(t.ZONE, "key_result", key_result):
            return
        given = list(DEFAULT_ZONES)
    _replace(tx, t.ZONE, key_result, given, ("title", "ratio"))


def _set_phases(tx: Transaction, key_result: int, phases: Iterable[Part]) -> None:
    wanted = [_named(part, ("date", "value")) for part in phases]
    replace_parts(tx, t.PHASE, "key_result", key_result, wanted)


def _replace(
    tx: Transaction,
    table: t.Table[t.R],
    key_result: int,
    parts: Iterable[Part],
    names: tuple[str, ...],
) -> None:
    wanted = [
        {**_named(part, names), "position": float(place)}
        for place, part in enumerate(parts, start=1)
    ]
    replace_parts(tx, table, "key_result", key_result, wanted)


def _named(part: Part, names: tuple[str, ...]) -> dict[str, object]:
    if isinstance(part, str):
        return {names[0]: part}
    if isinstance(part, tuple):
        return dict(zip(names, part, strict=False))
    return dict(part)
