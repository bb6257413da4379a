"""Copies of what belongs to an objective."""

from typing import Any

from okrdesk.app.commands.rows import add
from okrdesk.app.commands.terms import latest_terms
from okrdesk.domain import tables as t
from okrdesk.domain.entities import KeyResult
from okrdesk.storage.transaction import Transaction

_OBJECTIVE_PARTS = (t.OBJECTIVE_TEAM, t.OBJECTIVE_OWNER, t.OBJECTIVE_TAG, t.OBJECTIVE_VALUE)


def copy_objective_parts(tx: Transaction, source: int, target: int) -> None:
    """Further teams and owners, tags and values."""
    for table in _OBJECTIVE_PARTS:
        _copy_rows(tx, table, "objective", source, target)


def copy_key_result(
    tx: Transaction, row: KeyResult, objective: int, *, keep_dates: bool, **fields: object
) -> int:
    """The key result with today's terms, steps still open, zones and phases; returns its id."""
    fields = {"objective": objective, "outcome": None, "share": row.share, **fields}
    if not keep_dates:
        fields["start_date"] = None
    new = add(tx, t.KEY_RESULT, **{**_without_id(row), **fields})
    terms = _without_id(latest_terms(tx.snapshot, row.id, tx.today))
    dates = {"valid_from": tx.today} | ({} if keep_dates else {"due": None})
    add(tx, t.TERMS, **{**terms, "key_result": new, **dates})
    _copy_rows(tx, t.STEP, "key_result", row.id, new, done=None)
    _copy_rows(tx, t.ZONE, "key_result", row.id, new)
    if keep_dates:
        _copy_rows(tx, t.PHASE, "key_result", row.id, new)
    return new


def _copy_rows(
    tx: Transaction, table: t.Table[Any], field: str, source: int, target: int, **fields: object
) -> None:
    for row in tx.snapshot.children(table, field, source):
        add(tx, table, **{**_without_id(row), field: target, **fields})


def _without_id(row: Any) -> dict[str, Any]:
    values: dict[str, Any] = row._asdict()
    del values["id"]
    return values
