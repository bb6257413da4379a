"""The journal in words: for each step when, who, on what, which field, from what to what."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, NamedTuple

from okrdesk.domain import tables as t
from okrdesk.domain.changes import Change, ChangeSet, Row
from okrdesk.domain.snapshot import Snapshot
from okrdesk.text import Message


class Entry(NamedTuple):
    """One line of the history. Values are as people write them, dates and amounts plain."""

    when: str
    """UTC moment, ISO text."""
    label: Message
    """The name of the step."""
    author: str | None
    item: str
    """The title of what it is about."""
    field: str
    """The field that changed; for a row that came or went, its table."""
    old: str | None
    new: str | None
    note: str = ""
    """What the person wrote about it."""
    item_id: int = 0
    txn: int = 0


_OWN_PAGE = ("objective", "key_result", "kpi", "cycle", "person", "team", "value", "initiative")
_OWNERS = ("child", "key_result", "objective", "initiative", "kpi", "cycle", "person")
_NOTES = ("note", "reason")
_MEASURED = ("value", "zone", "confidence", "status")
UNNAMED = frozenset({"id", "position", "entered", "author"})
"""Fields that no line is about."""


def entries_of(snapshot: Snapshot, changeset: ChangeSet) -> list[Entry]:
    """The lines of one step. ``snapshot`` gives the names of what the step does not hold."""
    names = _Names(snapshot, changeset)
    author = names.of("person", changeset.author) if changeset.author else None
    return [
        Entry(
            changeset.at,
            changeset.label,
            author,
            names.of(*item),
            *values,
            _note(change),
            item[1],
            changeset.txn,
        )
        for change in changeset.changes
        for item in [_item(change)]
        for values in _values(change, names)
    ]


class _Names:
    """Names of rows, also of those that the step removed."""

    def __init__(self, snapshot: Snapshot, changeset: ChangeSet) -> None:
        self._snapshot = snapshot
        self._own = {(c.table.name, c.id): c.after or c.before for c in changeset.changes}

    def of(self, table: str, row_id: int) -> str:
        """The title, name or text of a row; empty when nobody knows it any more."""
        row: Any = self._own.get((table, row_id))
        if row is None:
            row = self._snapshot.find(t.TABLE_BY_NAME[table], row_id)
        return _called(row)

    def check_in_before(self, row: Any) -> Row | None:
        """The check-in that came before this one in the plan as it stands."""
        rows = self._snapshot.children(t.CHECK_IN, "key_result", row.key_result)
        key = t.CHECK_IN.sort_key(row)
        return next((r for r in reversed(rows) if t.CHECK_IN.sort_key(r) < key), None)


def _called(row: Row | None) -> str:
    return str(next((getattr(row, f) for f in ("title", "name", "text") if hasattr(row, f)), ""))


def _item(change: Change) -> tuple[str, int]:
    """What the row belongs to: itself, or what it is a part of."""
    owner = _owner(change)
    if owner is None:
        return change.table.name, change.id
    return owner.target, getattr(change.after or change.before, owner.field)


def _owner(change: Change) -> t.Ref | None:
    """The reference to what the row is a part of, or None."""
    if change.table.name in _OWN_PAGE:
        return None
    row = change.after or change.before
    refs = {ref.field: ref for ref in change.table.refs if getattr(row, ref.field) is not None}
    return next((refs[field] for field in _OWNERS if field in refs), None)


def _values(change: Change, names: _Names) -> Iterator[tuple[str, str | None, str | None]]:
    """The fields that changed, each with its old and new value; one line for a whole row."""
    before, after = change.before, change.after
    if change.table is t.CHECK_IN and before is None:
        before = names.check_in_before(change.after)
        fields: tuple[str, ...] = tuple(f for f in _MEASURED if getattr(after, f) is not None)
    elif before is None or after is None:
        yield change.table.name, _whole(change, before, names), _whole(change, after, names)
        return
    else:
        fields = change.fields()
    for field in fields:
        if field not in UNNAMED:
            old, new = (_field(change.table, row, field, names) for row in (before, after))
            yield field, old, new


def _whole(change: Change, row: Row | None, names: _Names) -> str | None:
    """A row in one line: its name, else what it holds besides its owner."""
    if row is None:
        return None
    if _called(row):
        return _called(row)
    owner = _owner(change)
    hidden = {*UNNAMED, *_NOTES, owner.field if owner else ""}
    fields = [field for field in change.table.fields if field not in hidden]
    said = (_said(change.table, field, getattr(row, field), names) for field in fields)
    return " · ".join(text for text in said if text)


def _field(table: t.Table[Any], row: Row | None, field: str, names: _Names) -> str | None:
    return None if row is None else _said(table, field, getattr(row, field), names)


def _said(table: t.Table[Any], field: str, value: object, names: _Names) -> str | None:
    if value in (None, "", ()):
        return None
    target = next((ref.target for ref in table.refs if ref.field == field), None)
    if target is not None and isinstance(value, int):
        return names.of(target, value)
    return _plain(value)


def _plain(value: object) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return f"{value:.12g}" if isinstance(value, float) else str(value)


def _note(change: Change) -> str:
    row = change.after or change.before
    return str(next((getattr(row, f) for f in _NOTES if getattr(row, f, "")), ""))
