"""Adding, changing and removing single rows by the rules; what every command builds on."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from okrdesk.app.commands.fields import cleaned
from okrdesk.app.commands.frozen import require_open
from okrdesk.app.commands.row_rules import check_row
from okrdesk.domain.tables import R, Table
from okrdesk.storage.transaction import Transaction


def add(tx: Transaction, table: Table[R], **fields: object) -> int:
    """Adds a row with these fields and defaults for the others; returns its id."""
    row = _new_row(table, tx.new_id(), cleaned(tx.snapshot, table, fields))
    check_row(tx.snapshot, table, row)
    require_open(tx.snapshot, table, row)
    return tx.insert(table, row)


def _new_row(table: Table[R], row_id: int, values: Mapping[str, Any]) -> R:
    make: Callable[..., R] = table.row
    return make(id=row_id, **values)


def change(tx: Transaction, table: Table[R], row_id: int, **fields: object) -> R:
    """Sets these fields of a row; writes nothing when they hold these values already."""
    before = tx.snapshot.get(table, row_id)
    values = cleaned(tx.snapshot, table, fields)
    after: R = before._replace(**values)  # type: ignore[attr-defined]  # R is a NamedTuple, which no bound can say
    if after == before:
        return before
    require_open(tx.snapshot, table, before)
    require_open(tx.snapshot, table, after)
    check_row(tx.snapshot, table, after)
    return tx.update(table, row_id, **values)


def remove(tx: Transaction, table: Table[Any], row_id: int) -> None:
    """Removes a row that nothing refers to."""
    require_open(tx.snapshot, table, tx.snapshot.get(table, row_id))
    tx.delete(table, row_id)


def entered_after(tx: Transaction, rows: Iterable[Any]) -> str:
    """The moment of entry, later than those of ``rows`` even when the clock stands still."""
    latest = max((row.entered for row in rows), default="")
    if tx.entered > latest:
        return tx.entered
    return (datetime.fromisoformat(latest) + timedelta(milliseconds=1)).isoformat(
        timespec="milliseconds"
    )


def last_position(rows: Iterable[Any]) -> float:
    """A position behind all of ``rows``."""
    return float(max((row.position for row in rows), default=0.0) + 1.0)


def replace_parts(
    tx: Transaction,
    table: Table[Any],
    field: str,
    owner: int,
    wanted: Iterable[Mapping[str, object]],
) -> None:
    """Makes the parts of ``owner`` those of ``wanted``; a part with a known ``id`` keeps it."""
    old = set(tx.snapshot.child_ids(table, field, owner))
    for part in wanted:
        values = {name: value for name, value in part.items() if name != "id"}
        if part.get("id") in old:
            row_id = int(str(part["id"]))
            old.discard(row_id)
            change(tx, table, row_id, **values)
        else:
            add(tx, table, **{field: owner}, **values)
    for row_id in old:
        remove(tx, table, row_id)


def same_members(
    tx: Transaction, table: Table[Any], owner: int, field: str, wanted: Iterable[object]
) -> None:
    """Makes the rows of an objective's small table hold just the ``wanted`` values, once each."""
    values = list(dict.fromkeys(cleaned(tx.snapshot, table, {field: v})[field] for v in wanted))
    rows = tx.snapshot.children(table, "objective", owner)
    for row in rows:
        if getattr(row, field) not in values:
            remove(tx, table, row.id)
    held = {getattr(row, field) for row in rows}
    for value in values:
        if value not in held:
            add(tx, table, objective=owner, **{field: value})
