"""All rows of a file at once, checked so far that whatever reads them can trust them."""

import gc
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from operator import itemgetter
from typing import Any

from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import KEY_RESULT, LINK, ORGANISATION, TABLES, Table
from okrdesk.storage.circles import PARENTS, in_circles, places
from okrdesk.storage.rows import SqlValue, read_rows

MANY = 20_000
"""Rows from which a plan is left out of later collections, which would walk through all of it.

What is garbage at that moment is left out, too; so a small plan, which costs little, is not.
"""


def load(connection: sqlite3.Connection) -> Snapshot:
    """The plan in the file. Raises one of ``UNREADABLE`` or sqlite3.Error for a damaged one."""
    with _collector_off():
        found = {table.name: fetched(connection, table) for table in TABLES}
        require_whole(found)
        many = sum(map(len, found.values())) >= MANY
        snapshot = Snapshot(
            {table.name: read_rows(table, found.pop(table.name)) for table in TABLES}
        )
        if many:
            gc.freeze()
    return snapshot


def require_whole(found: Mapping[str, Sequence[tuple[SqlValue, ...]]]) -> None:
    """Raises LookupError unless there is one organisation and every reference leads to a row.

    Nor may references lead round in a circle.
    """
    if len(found[ORGANISATION.name]) != 1:
        raise LookupError(ORGANISATION.name)
    ids = {name: set(map(itemgetter(0), rows)) for name, rows in found.items()}
    for table in TABLES:
        for ref in table.refs:
            place = table.fields.index(ref.field)
            if not ids[ref.target].issuperset(_given(found[table.name], place)):
                raise LookupError(f"{table.name}.{ref.field}")
    for table, field in PARENTS:
        place = table.fields.index(field)
        if in_circles({row[0]: row[place] for row in found[table.name]}):
            raise LookupError(f"{table.name}.{field}")
    if in_circles(places(found[LINK.name], found[KEY_RESULT.name])):
        raise LookupError(LINK.name)


def _given(rows: Sequence[tuple[SqlValue, ...]], place: int) -> set[SqlValue]:
    values = set(map(itemgetter(place), rows))
    values.discard(None)
    return values


def fetched(connection: sqlite3.Connection, table: Table[Any]) -> list[tuple[SqlValue, ...]]:
    """All rows of a table as SQLite keeps them, in no particular order."""
    return connection.execute(select(table)).fetchall()


def select(table: Table[Any]) -> str:
    """The SQL that reads the table's fields in their order."""
    names = ", ".join(f'"{field}"' for field in table.fields)
    return f'SELECT {names} FROM "{table.name}"'


@contextmanager
def _collector_off() -> Iterator[None]:
    """Nothing that is read can be garbage yet, nor will it soon be: a full collection is long."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
