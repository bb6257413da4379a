"""Rows to columns and back: how each type of a field stands in SQLite.

Dates are ISO text, amounts the text of the decimal (so that no digit is lost), words their
text, booleans 0 or 1, tuples of text a JSON array; everything else is kept as it is.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Any, get_args, get_type_hints

from okrdesk.domain.tables import TABLES, Table

SqlValue = str | int | float | None


class Column:
    """A column: its SQL type, whether it may be empty, and how to write and read it."""

    __slots__ = ("name", "nullable", "read", "sql_type", "write")

    def __init__(self, name: str, hint: Any) -> None:
        kinds = [kind for kind in get_args(hint) if kind is not NoneType]
        kind = kinds[0] if isinstance(hint, UnionType) else hint
        self.name = name
        self.nullable = isinstance(hint, UnionType)
        self.sql_type = _SQL_TYPES.get(kind, "TEXT")
        self.write: Callable[[Any], SqlValue] | None = _writer(kind)
        self.read: Callable[[Any], Any] | None = _reader(kind)


_SQL_TYPES: dict[Any, str] = {int: "INTEGER", bool: "INTEGER", float: "REAL"}


def _writer(kind: Any) -> Callable[[Any], SqlValue] | None:
    if kind is date:
        return date.isoformat
    if kind is Decimal:
        return str
    if kind is bool:
        return int
    if isinstance(kind, type) and issubclass(kind, Enum):
        return lambda member: str(member.value)
    return None if kind in (int, float, str) else json.dumps


def _reader(kind: Any) -> Callable[[Any], Any] | None:
    if kind is date:
        return date.fromisoformat
    if kind in (bool, Decimal) or (isinstance(kind, type) and issubclass(kind, Enum)):
        reader: Callable[[Any], Any] = kind
        return reader
    return None if kind in (int, float, str) else lambda text: tuple(json.loads(text))


COLUMNS: dict[str, tuple[Column, ...]] = {
    table.name: tuple(
        Column(name, hint)
        for name, hint in get_type_hints(table.row).items()
        if name in table.fields
    )
    for table in TABLES
}


class _Read(dict[Any, Any]):
    """Reads each distinct value once: equal dates, words and amounts share one object."""

    def __init__(self, read: Callable[[Any], Any]) -> None:
        super().__init__({None: None})
        self._read = read

    def __missing__(self, value: Any) -> Any:
        self[value] = read = self._read(value)
        return read


def to_sql(table: Table[Any], row: tuple[Any, ...]) -> tuple[SqlValue, ...]:
    """The row as SQLite keeps it."""
    return tuple(
        value if column.write is None or value is None else column.write(value)
        for column, value in zip(COLUMNS[table.name], row, strict=True)
    )


def from_sql(table: Table[Any], values: Iterable[SqlValue]) -> Any:
    """The row that these values stand for."""
    return next(read_rows(table, [tuple(values)]))


def read_rows(table: Table[Any], fetched: list[tuple[SqlValue, ...]]) -> Iterator[Any]:
    """The rows that these lists of values stand for, column by column at the speed of C."""
    if not fetched:
        return iter(())
    columns = [
        values if column.read is None else map(_Read(column.read).__getitem__, values)
        for column, values in zip(COLUMNS[table.name], zip(*fetched, strict=True), strict=True)
    ]
    make: Callable[[Iterable[Any]], Any] = table.row._make
    return map(make, zip(*columns, strict=True))
