"""Operations of the journal: what a change is written as, and how rows follow from them."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from okrdesk.domain.changes import Change
from okrdesk.domain.errors import Refused
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import TABLE_BY_NAME, Table
from okrdesk.storage.rows import SqlValue, from_sql, to_json, to_sql, values_of
from okrdesk.text import Message

Key = tuple[str, int]
"""A row: the name of its table and its id."""
Image = list[SqlValue] | None
"""The values of a row as SQLite keeps them; None where there is none."""

_CHANGED_SINCE = Message(
    "“{title}” was changed since by somebody else, so this step cannot be taken back."
    " Nothing was changed."
)
_GONE_SINCE = Message(
    "Something in this step was removed since by somebody else, so it cannot be taken back."
    " Nothing was changed."
)


class Operation(NamedTuple):
    """One line of the journal: a field of a row, or with no field the whole row as JSON."""

    table: str
    row: int
    field: str
    old: SqlValue
    new: SqlValue


def operations(change: Change) -> Iterator[Operation]:
    """What a change is written as: one line for a row that came or went, else one a field."""
    table, before, after = change.table, change.before, change.after
    if before is None or after is None:
        whole = (None if row is None else to_json(table, row) for row in (before, after))
        yield Operation(table.name, change.id, "", *whole)
        return
    pairs = zip(table.fields, to_sql(table, before), to_sql(table, after), strict=True)
    for field, old, new in pairs:
        if old != new:
            yield Operation(table.name, change.id, field, old, new)


class Images:
    """Rows while operations are made or taken back on them, beginning with a snapshot."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._images: dict[Key, Image] = {}

    def __getitem__(self, key: Key) -> Image:
        if key not in self._images:
            self._images[key] = self._first(key)
        return self._images[key]

    def take_back(self, operation: Operation) -> None:
        """Makes the row what it was before; leaves it where it is not as the operation left it."""
        self._set(operation, operation.old)

    def take_back_exactly(self, operation: Operation) -> None:
        """As ``take_back``; Refused when the row is not as the operation left it."""
        image = self[operation.table, operation.row]
        table, expected = TABLE_BY_NAME[operation.table], operation.new
        if operation.field:
            found = None if image is None else image[table.fields.index(operation.field)]
            same = image is not None and found == expected
        else:
            same = image == (None if expected is None else values_of(table, expected))
        if not same:
            raise Refused(_changed(table, image))
        self.take_back(operation)

    def changes(self) -> tuple[Change, ...]:
        """What was done to the snapshot altogether, in the order in which rows were first met."""
        found = (self._change(*key) for key in self._images)
        return tuple(change for change in found if change.before != change.after)

    def _set(self, operation: Operation, value: SqlValue) -> None:
        key, table = (operation.table, operation.row), TABLE_BY_NAME[operation.table]
        if not operation.field:
            self._images[key] = None if value is None else values_of(table, value)
            return
        image = self[key]
        if image is not None:
            image[table.fields.index(operation.field)] = value

    def _first(self, key: Key) -> Image:
        table = TABLE_BY_NAME[key[0]]
        row = self._snapshot.find(table, key[1])
        return None if row is None else list(to_sql(table, row))

    def _change(self, name: str, row_id: int) -> Change:
        table, image = TABLE_BY_NAME[name], self._images[name, row_id]
        before = self._snapshot.find(table, row_id)
        return Change(table, row_id, before, None if image is None else from_sql(table, image))


def firsts(lines: Iterable[tuple[str, int, str, SqlValue]]) -> list[Operation]:
    """For each field and row the first of many lines, the last of them first, to be taken back.

    ``lines``: table, row, field and old value, oldest first. The first one alone says what was
    there before. SQLite's own grouping takes twice as long.
    """
    found: dict[tuple[str, int, str], SqlValue] = {}
    for table, row, field, old in lines:
        found.setdefault((table, row, field), old)
    return [Operation(*key, old, None) for key, old in reversed(found.items())]


def folded(lines: Iterable[Operation]) -> dict[str, dict[int, Any]]:
    """The rows by table and id that the operations make, from an empty plan on.

    An operation on a row that is not there is passed over: something of the journal is lost.
    """
    images: dict[str, dict[int, list[SqlValue]]] = {name: {} for name in TABLE_BY_NAME}
    for line in lines:
        table, rows = TABLE_BY_NAME[line.table], images[line.table]
        if line.field and line.row in rows:
            rows[line.row][table.fields.index(line.field)] = line.new
        elif not line.field:
            _set_whole(rows, table, line)
    return {
        name: {row_id: from_sql(TABLE_BY_NAME[name], image) for row_id, image in rows.items()}
        for name, rows in images.items()
    }


def _set_whole(rows: dict[int, list[SqlValue]], table: Table[Any], line: Operation) -> None:
    if line.new is None:
        rows.pop(line.row, None)
    else:
        rows[line.row] = values_of(table, line.new)


def _changed(table: Table[Any], image: Image) -> Message:
    if image is None:
        return _GONE_SINCE
    row = from_sql(table, image)
    names = (getattr(row, field, None) for field in ("title", "name", "text"))
    title = next((name for name in names if name), table.name.replace("_", " "))
    return Message(_CHANGED_SINCE.text, {"title": title})
