"""A new plan file with given rows, which its journal holds as its first transaction."""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing, nullcontext
from pathlib import Path
from typing import Any

from okrdesk.domain.changes import Change, ChangeSet
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import TABLES, Table
from okrdesk.storage import schema
from okrdesk.storage.connection import connect
from okrdesk.storage.failures import told_on_write
from okrdesk.storage.files import put_in_place
from okrdesk.storage.journal import Journal, Origin
from okrdesk.storage.rows import to_sql
from okrdesk.text import Message


def write_plan(
    path: Path,
    rows: Mapping[str, Iterable[Any]],
    label: Message,
    origin: Origin,
    *,
    replace: bool = False,
) -> None:
    """Makes the file; rows by the table's name.

    Raises Refused rather than replace a file, unless that is wanted.
    """
    with (
        told_on_write(path),
        put_in_place(path, replace=replace) as draft,
        closing(connect(draft, "rwc")) as connection,
    ):
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("PRAGMA defer_foreign_keys = ON")
        schema.make(connection)
        _fill(connection, rows, label, origin)
        connection.execute("COMMIT")


def write_lived_plan(path: Path, steps: Iterable[tuple[ChangeSet, Origin]]) -> None:
    """Makes a file with a past: each step stands in the journal as if it had just happened.

    The first step makes the plan; undo never goes behind the last. The file gets all of it at
    once, so that hundreds of steps cost one. Raises Refused rather than replace a file.
    """
    with (
        told_on_write(path),
        put_in_place(path) as draft,
        closing(connect(draft, "rwc")) as connection,
    ):
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("PRAGMA defer_foreign_keys = ON")
        schema.make(connection)
        journal, snapshot = Journal(lambda: nullcontext(connection)), Snapshot()
        for changeset, origin in steps:
            journal.committed(journal.append(connection, changeset, origin))
            snapshot = snapshot.apply(changeset.changes)
        for table in TABLES:
            insert_rows(connection, table, sorted(snapshot.rows(table)))
        journal.set_floor(connection)
        connection.execute("COMMIT")


def _fill(
    connection: sqlite3.Connection,
    rows: Mapping[str, Iterable[Any]],
    label: Message,
    origin: Origin,
) -> None:
    changes: list[Change] = []
    for table in TABLES:
        of_table = list(rows.get(table.name, ()))
        insert_rows(connection, table, of_table)
        changes += (Change(table, row[0], None, row) for row in of_table)
    at = origin.moment.isoformat(timespec="milliseconds")
    journal = Journal(lambda: nullcontext(connection))
    journal.append(connection, ChangeSet(label, tuple(changes), None, at), origin)


def insert_rows(connection: sqlite3.Connection, table: Table[Any], rows: Iterable[Any]) -> None:
    """Adds rows of one table as plain tuples, at the speed of SQLite."""
    names = ", ".join(f'"{field}"' for field in table.fields)
    marks = ", ".join("?" * len(table.fields))
    connection.executemany(
        f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})',
        (to_sql(table, row) for row in rows),
    )
