"""Rows to columns and back: how each type of a field stands in SQLite.

Dates are ISO text, amounts the text of the decimal (so that no digit is lost), words their
text, booleans 0 or 1, tuples of text a JSON array; everything else is kept as it is. Reading
checks every value: a damaged or hostile file may hold anything in any column.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from math import isfinite
from types import NoneType, UnionType
from typing import Any, get_args, get_type_hints

from okrdesk.domain.tables import TABLES, Table

SqlValue = str | int | float | None
Writer = Callable[[Any], SqlValue]
Reader = Callable[[Any], Any]

UNREADABLE = (ValueError, TypeError, ArithmeticError, LookupError)
"""What reading raises for a value that no version of the program has written."""
LARGEST = Decimal(10) ** 15
"""No amount lies further from zero."""

_SQL_TYPES: dict[Any, str] = {int: "INTEGER", bool: "INTEGER", float: "REAL"}
_BOOLEANS = {0: False, 1: True}


class Column:
    """A column: its SQL type, whether it may be empty, and how to write and read it."""

    __slots__ = ("kind", "name", "nullable", "read", "sql_type", "write")

    def __init__(self, name: str, hint: Any) -> None:
        kinds = [kind for kind in get_args(hint) if kind is not NoneType]
        self.kind = kinds[0] if isinstance(hint, UnionType) else hint
        self.name = name
        self.nullable = isinstance(hint, UnionType)
        self.sql_type = _SQL_TYPES.get(self.kind, "TEXT")
        self.write = _writer(self.kind)
        self.read = _reader(self.kind)


def _writer(kind: Any) -> Writer | None:
    if kind is date:
        return date.isoformat
    if kind is Decimal:
        return str
    if kind is bool:
        return int
    if isinstance(kind, type) and issubclass(kind, Enum):
        return lambda member: str(member.value)
    return None if kind in (int, float, str) else json.dumps


def _reader(kind: Any) -> Reader | None:
    if kind is date:
        return date.fromisoformat
    if kind is Decimal:
        return _amount
    if kind is bool:
        return _BOOLEANS.__getitem__
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return None if kind in (int, float, str) else _texts


def _amount(text: str) -> Decimal:
    value = Decimal(text)
    if not abs(value) <= LARGEST:
        raise ValueError(text)
    return value


def _texts(text: str) -> tuple[str, ...]:
    return tuple(map(str, json.loads(text)))


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

    def __init__(self, column: Column, read: Reader) -> None:
        super().__init__({None: None} if column.nullable else {})
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
    """The row that these values stand for. Raises one of ``UNREADABLE``."""
    return next(read_rows(table, [tuple(values)]))


def read_rows(table: Table[Any], fetched: Sequence[tuple[SqlValue, ...]]) -> Iterator[Any]:
    """The rows that these lists of values stand for, column by column at the speed of C.

    Raises one of ``UNREADABLE``, now or while the rows are taken.
    """
    if not fetched:
        return iter(())
    pairs = zip(COLUMNS[table.name], zip(*fetched, strict=True), strict=True)
    columns = [_column(column, values) for column, values in pairs]
    make: Callable[[Iterable[Any]], Any] = table.row._make
    return map(make, zip(*columns, strict=True))


def _column(column: Column, values: tuple[SqlValue, ...]) -> Iterable[Any]:
    if column.read is not None:
        return map(_Read(column, column.read).__getitem__, values)
    allowed = {column.kind, NoneType} if column.nullable else {column.kind}
    if not allowed.issuperset(map(type, values)):
        raise TypeError(column.name)
    if column.kind is float and not all(map(isfinite, _numbers(values))):
        raise ValueError(column.name)
    return _shared(values) if column.kind is str else values


def _numbers(values: tuple[Any, ...]) -> Iterable[float]:
    return filter(None, set(values))


def _shared(texts: tuple[Any, ...]) -> Iterable[Any]:
    """Equal texts become one object where there are many of them."""
    distinct = set(texts)
    if len(distinct) * 4 > len(texts):
        return texts
    return map({text: text for text in distinct}.__getitem__, texts)


def to_json(table: Table[Any], row: tuple[Any, ...]) -> str:
    """The row as the journal keeps it whole."""
    return json.dumps(to_sql(table, row), ensure_ascii=False, separators=(",", ":"))


def values_of(table: Table[Any], whole: SqlValue) -> list[SqlValue]:
    """The values of a row kept whole; fields younger than it get their defaults."""
    values: list[SqlValue] = json.loads(str(whole))
    if len(values) < len(table.fields):
        values += to_sql(table, _defaults(table))[len(values) :]
    return values


def _defaults(table: Table[Any]) -> tuple[Any, ...]:
    defaults: dict[str, Any] = table.row._field_defaults
    return tuple(defaults.get(field) for field in table.fields)
