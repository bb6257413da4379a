"""An immutable picture of a plan: rows by id, and for each reference the rows that refer.

Views, reports, charts and workers read only this; an edit derives the next picture from the
last one at a cost that does not depend on the size of the plan.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from typing import Any

from okrdesk.domain.changes import Change
from okrdesk.domain.persistent import PersistentMap
from okrdesk.domain.tables import TABLE_BY_NAME, TABLES, R, Table

_Rows = PersistentMap[Any]
_Index = PersistentMap[tuple[int, ...]]


class Snapshot:
    """Rows of all tables at one moment."""

    __slots__ = ("_index", "_rows")

    def __init__(self, rows: Mapping[str, Iterable[Any]] | None = None) -> None:
        """``rows``: rows by the table's name; a table left out is empty."""
        given = rows or {}
        self._rows: dict[str, _Rows] = {
            table.name: PersistentMap(_by_id(given.get(table.name, ()))) for table in TABLES
        }
        self._index: dict[tuple[str, str], _Index] = {}

    def get(self, table: Table[R], row_id: int) -> R:
        """The row; KeyError when there is none."""
        row: R = self._rows[table.name][row_id]
        return row

    def find(self, table: Table[R], row_id: int | None) -> R | None:
        """The row, or None."""
        return None if row_id is None else self._rows[table.name].get(row_id)

    def count(self, table: Table[Any]) -> int:
        """How many rows the table has."""
        return len(self._rows[table.name])

    def ids(self, table: Table[Any]) -> Iterator[int]:
        """Ids of all rows, in no particular order."""
        return iter(self._rows[table.name])

    def rows(self, table: Table[R]) -> Iterator[R]:
        """All rows, in no particular order."""
        return self._rows[table.name].values()

    def state(self, *tables: Table[Any]) -> tuple[object, ...]:
        """Equal for two pictures between which no row of these tables was changed."""
        return tuple(self._rows[table.name] for table in tables)

    def sorted_rows(self, table: Table[R]) -> list[R]:
        """All rows in the table's own order."""
        return sorted(self.rows(table), key=table.sort_key)

    def child_ids(self, table: Table[Any], field: str, parent: int) -> tuple[int, ...]:
        """Ids of the rows whose ``field`` holds ``parent``, in the table's own order."""
        return self._index_of(table, field).get(parent) or ()

    def _index_of(self, table: Table[Any], field: str) -> _Index:
        """The index of one reference, made when first asked for: most are never needed."""
        key = (table.name, field)
        index = self._index.get(key)
        if index is None:
            index = _grouped(table, field, self._rows[table.name].values())
            self._index[key] = index
        return index

    def children(self, table: Table[R], field: str, parent: int) -> list[R]:
        """The rows whose ``field`` holds ``parent``, in the table's own order."""
        ids = self._index_of(table, field).get(parent)
        return self._rows[table.name].taken(ids) if ids else []

    def apply(self, changes: Iterable[Change]) -> "Snapshot":
        """The picture after the changes."""
        edits: dict[str, dict[int, Change]] = {}
        for change in changes:
            of_table = edits.setdefault(change.table.name, {})
            first = of_table.get(change.id, change)
            of_table[change.id] = change._replace(before=first.before)
        return self._with(edits)

    def _with(self, edits: Mapping[str, Mapping[int, Change]]) -> "Snapshot":
        new: Snapshot = Snapshot.__new__(Snapshot)
        new._rows, new._index = dict(self._rows), dict(self._index)
        for name, of_table in edits.items():
            after = {row_id: change.after for row_id, change in of_table.items()}
            new._rows[name] = self._rows[name].changed(after)
            table = TABLE_BY_NAME[name]
            rows = (self._rows[name], new._rows[name])
            for ref in table.refs:
                known = self._index.get((name, ref.field))
                if known is not None:
                    index = _reindexed(known, table, ref.field, rows, of_table)
                    new._index[name, ref.field] = index
        return new


def _grouped(table: Table[Any], field: str, rows: Iterable[Any]) -> _Index:
    """Ids by the value of ``field``, each group in the table's order."""
    position = table.fields.index(field)
    groups: dict[int, list[Any]] = {}
    for row in rows:
        parent = row[position]
        if parent is not None:
            groups.setdefault(parent, []).append(row)
    for group in groups.values():
        if len(group) > 1:
            group.sort(key=table.sort_key)
    return PersistentMap(
        {parent: tuple([row[0] for row in group]) for parent, group in groups.items()}
    )


def _by_id(rows: Iterable[Any]) -> dict[int, Any]:
    """The rows by their id, which is their first field."""
    given = list(rows)
    return dict(zip(map(itemgetter(0), given), given, strict=True))


def _reindexed(
    index: _Index,
    table: Table[Any],
    field: str,
    rows: tuple[_Rows, _Rows],
    edits: Mapping[int, Change],
) -> _Index:
    """The index after the edits: ids leave by their old place and enter by their new one."""
    old_rows, new_rows = rows
    groups: dict[int, list[int]] = {}

    def group(parent: int) -> list[int]:
        if parent not in groups:
            groups[parent] = list(index.get(parent) or ())
        return groups[parent]

    moved = [
        c for c in edits.values() if _place(table, field, c.before) != _place(table, field, c.after)
    ]
    for change in moved:
        old = getattr(change.before, field, None)
        if old is not None:
            _remove(group(old), change, table, old_rows)
    for change in moved:
        new = getattr(change.after, field, None)
        if new is not None:
            insort(group(new), change.id, key=lambda i: table.sort_key(new_rows[i]))
    return index.changed({p: tuple(ids) or None for p, ids in groups.items()}) if groups else index


def _place(table: Table[Any], field: str, row: Any) -> tuple[Any, Any] | None:
    return None if row is None else (getattr(row, field), table.sort_key(row))


def _remove(ids: list[int], change: Change, table: Table[Any], old_rows: _Rows) -> None:
    place = bisect_left(
        ids, table.sort_key(change.before), key=lambda i: table.sort_key(old_rows[i])
    )
    del ids[place]
