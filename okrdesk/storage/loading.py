"""All rows of a file at once, checked so far that whatever reads them can trust them."""

import gc
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import ORGANISATION, TABLES, Table
from okrdesk.storage.rows import SqlValue, read_rows


def load(connection: sqlite3.Connection) -> Snapshot:
    """The plan in the file. Raises one of ``UNREADABLE`` or sqlite3.Error for a damaged one."""
    with _collector_off():
        rows = {table.name: read_rows(table, fetched(connection, table)) for table in TABLES}
        snapshot = Snapshot(rows)
    if snapshot.count(ORGANISATION) != 1:
        raise LookupError("organisation")
    for table, field in snapshot.dangling():
        raise LookupError(f"{table.name}.{field}")
    return snapshot


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
        gc.freeze()
    finally:
        if was_on:
            gc.enable()
