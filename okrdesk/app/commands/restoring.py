"""Gives a field of a row the value back that it had before."""

from collections.abc import Callable, Mapping
from typing import Any

from okrdesk.app.commands.alignment import set_contributes
from okrdesk.app.commands.check_ins import change_check_in
from okrdesk.app.commands.command import command
from okrdesk.app.commands.cycles import change_cycle
from okrdesk.app.commands.initiatives import change_initiative
from okrdesk.app.commands.key_results import change_key_result, set_share
from okrdesk.app.commands.objectives import change_objective
from okrdesk.app.commands.organisation import change_value, set_organisation
from okrdesk.app.commands.rows import change
from okrdesk.app.commands.values import refuse
from okrdesk.domain import tables as t
from okrdesk.domain.snapshot import Snapshot
from okrdesk.storage.transaction import Transaction

_BY_COMMAND: Mapping[str, Callable[..., object]] = {
    t.OBJECTIVE.name: change_objective,
    t.KEY_RESULT.name: change_key_result,
    t.CHECK_IN.name: change_check_in,
    t.INITIATIVE.name: change_initiative,
    t.VALUE.name: change_value,
    t.CYCLE.name: change_cycle,
}
"""Whose own command keeps the rules of the table."""
_BY_ROW = (t.COMMENT.name, t.STEP.name, t.ZONE.name, t.PHASE.name)
"""Whose rows have no rules beyond those of each field."""


def can_restore(snapshot: Snapshot, table: t.Table[Any], row_id: int, field: str) -> bool:
    """Whether a field of a row can be given back a value: the row is there, and it is no place."""
    return snapshot.find(table, row_id) is not None and (
        (table.name in _BY_COMMAND and field not in {"position", "objective"})
        or table.name in (*_BY_ROW, t.TERMS.name, t.ORGANISATION.name)
        or (table is t.LINK and field == "contributes")
    )


@command("Restore value")
def restore_value(
    tx: Transaction, table: t.Table[Any], row_id: int, field: str, value: object
) -> None:
    """Sets a field to a value that it had; the rules of today hold. Raises UserError."""
    if not can_restore(tx.snapshot, table, row_id, field):
        raise refuse("This cannot be put back, because its place is gone.")
    row = tx.snapshot.get(table, row_id)
    if table is t.KEY_RESULT and field == "share":
        set_share(tx, row_id, value)  # type: ignore[arg-type]  # it was one before
    elif table is t.TERMS:
        change_key_result(tx, row.key_result, **{field: value})
    elif table is t.ORGANISATION:
        set_organisation(tx, **{field: value})
    elif table is t.LINK:
        set_contributes(tx, row_id, contributes=bool(value))
    elif table.name in _BY_COMMAND:
        _BY_COMMAND[table.name](tx, row_id, **{field: value})
    else:
        change(tx, table, row_id, **{field: value})
