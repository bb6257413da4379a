"""The journal in words: for each step when, who, on what, which field, from what to what."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, NamedTuple

from okrdesk.domain import tables as t
from okrdesk.domain.changes import Change, ChangeSet, Row
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.what_changed import UNNAMED, item_of, owner_of
from okrdesk.text import Message


class Source(NamedTuple):
    """A field of a row and what it held before the step."""

    table: t.Table[Any]
    row: int
    field: str
    was: object


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
    source: Source | None = None
    """Where the field is kept; None where the line is about a whole row."""


_NOTES = ("note", "reason")
_MEASURED = ("value", "zone", "confidence", "status")


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
            value.field,
            value.old,
            value.new,
            _note(change),
            item[1],
            changeset.txn,
            value.source,
        )
        for change in changeset.changes
        for item in [item_of(change)]
        for value in _values(change, names)
    ]


class _Value(NamedTuple):
    """A field, its old and its new value in words, and where it is kept."""

    field: str
    old: str | None
    new: str | None
    source: Source | None = None


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
        return name_of(row)

    def check_in_before(self, row: Any) -> Row | None:
        """The check-in that came before this one in the plan as it stands."""
        rows = self._snapshot.children(t.CHECK_IN, "key_result", row.key_result)
        key = t.CHECK_IN.sort_key(row)
        return next((r for r in reversed(rows) if t.CHECK_IN.sort_key(r) < key), None)

    def terms_before(self, row: Any) -> Row | None:
        """The terms that held before these in the plan as it stands."""
        rows = self._snapshot.children(t.TERMS, "key_result", row.key_result)
        key = t.TERMS.sort_key(row)
        return next((r for r in reversed(rows) if t.TERMS.sort_key(r) < key), None)


def name_of(row: Row | None) -> str:
    """The title, name or text of a row; empty for none and for a row that has none."""
    return str(next((getattr(row, f) for f in ("title", "name", "text") if hasattr(row, f)), ""))


def _values(change: Change, names: _Names) -> Iterator[_Value]:
    """The fields that changed, each with its old and new value; one line for a whole row."""
    before, after = change.before, change.after
    kept = True
    if change.table is t.CHECK_IN and before is None:
        before, kept = names.check_in_before(after), False
        fields: tuple[str, ...] = tuple(f for f in _MEASURED if getattr(after, f) is not None)
    elif change.table is t.TERMS and before is None and names.terms_before(after) is not None:
        before = names.terms_before(after)
        fields = change._replace(before=before).fields()
    elif before is None or after is None:
        old, new = (_whole(change, row, names) for row in (before, after))
        yield _Value(change.table.name, old, new)
        return
    else:
        fields = change.fields()
    for field in fields:
        if field not in UNNAMED:
            old, new = (_field(change.table, row, field, names) for row in (before, after))
            was = Source(change.table, change.id, field, getattr(before, field)) if kept else None
            yield _Value(field, old, new, was)


def _whole(change: Change, row: Row | None, names: _Names) -> str | None:
    """A row in one line: its name, else what it holds besides its owner."""
    if row is None:
        return None
    if name_of(row):
        return name_of(row)
    owner = owner_of(change)
    hidden = {*UNNAMED, *_NOTES, owner.field if owner else ""}
    fields = [field for field in change.table.fields if field not in hidden]
    # Of a whole row nobody asks what was on and what was off.
    values = [(field, getattr(row, field)) for field in fields]
    said = (_said(change.table, f, v, names) for f, v in values if not isinstance(v, bool))
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
