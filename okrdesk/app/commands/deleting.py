"""Deletes: every row that goes is recorded, parts first."""

from typing import Any

from okrdesk.app.commands.frozen import require_open
from okrdesk.app.commands.values import refuse
from okrdesk.domain import tables as t
from okrdesk.domain.errors import Refused
from okrdesk.storage.transaction import Transaction
from okrdesk.text import Message


def delete_tree(tx: Transaction, table: t.Table[Any], row_id: int) -> None:
    """Deletes a row and its parts, clears mentions of it, refuses while something needs it.

    Only the row itself must not be frozen: a person may go although a closed cycle mentions it.
    """
    row = tx.snapshot.find(table, row_id)
    if row is None:
        raise refuse("This is no longer in the plan. Choose again.")
    if table is t.ORGANISATION:
        raise Refused(Message("The plan's own page cannot be deleted. Empty its texts instead."))
    require_open(tx.snapshot, table, row)
    _delete(tx, table, row)


def _delete(tx: Transaction, table: t.Table[Any], row: Any) -> None:
    for other, ref in t.REFERRERS[table.name]:
        for other_id in tx.snapshot.child_ids(other, ref.field, row.id):
            if tx.snapshot.find(other, other_id) is not None:
                _let_go(tx, row, other, ref, other_id)
    tx.delete(table, row.id)


def _let_go(tx: Transaction, row: Any, other: t.Table[Any], ref: t.Ref, other_id: int) -> None:
    if ref.on_delete is t.OnDelete.DELETE:
        _delete(tx, other, tx.snapshot.get(other, other_id))
    elif ref.on_delete is t.OnDelete.CLEAR:
        tx.update(other, other_id, **{ref.field: None})
    else:
        raise _needed(row, tx.snapshot.get(other, other_id))


def _needed(row: Any, user: Any) -> Refused:
    return Refused(
        Message(
            "“{name}” is still used by “{user}”. Nothing was deleted. Move or delete that first.",
            {"name": display_name(row), "user": display_name(user)},
        )
    )


def display_name(row: Any) -> str:
    """What a row is called: its title, name or text."""
    return str(next((getattr(row, f) for f in ("title", "name", "text") if hasattr(row, f)), ""))
