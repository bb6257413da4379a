"""Saving what can still be read of a damaged file into a new one, and counting it.

SQLite's own ``.recover`` is not in Python's library. Here each table is read from both ends; the
stretch between is halved again and again, so that only the rows of the broken pages are lost.
Where the journal is whole, it knows every row anyway.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from typing import Any, NamedTuple

from okrdesk.domain.entities import Organisation
from okrdesk.domain.errors import Refused
from okrdesk.domain.tables import BOOKMARK, ORGANISATION, TABLES, Table
from okrdesk.storage.header import mend
from okrdesk.storage.journal import Origin
from okrdesk.storage.loading import select
from okrdesk.storage.mending import mended
from okrdesk.storage.new_plan import write_plan
from okrdesk.storage.opening import copy_with_side_files
from okrdesk.storage.operations import Operation, folded
from okrdesk.storage.rows import UNREADABLE, SqlValue, from_sql
from okrdesk.text import Message

_HALVINGS = 12
_TRIES = 20_000
"""Ranges of a table that are tried before the rest is given up."""
_RECOVERED = Message("Recovered plan")
_NOTHING = Message("Nothing in {name} can be read any more. It was not changed. Open a backup.")


_Values = tuple[SqlValue, ...]


class Saved(NamedTuple):
    """What became of the rows of one table."""

    rows: int
    lost: int
    """As far as they can be counted."""


def salvage(
    source: Path, target: Path, origin: Origin, new_id: Callable[[], int]
) -> dict[str, Saved]:
    """Writes what can be read of ``source`` into a new plan; returns what was saved, by table.

    ``source`` is not changed. Raises Refused when nothing can be read.
    """
    with ExitStack() as resources:
        copy = copy_with_side_files(source, resources)
        mend(copy)
        found, counts = _read(copy, source)
    if not any(found.values()):
        raise Refused(Message(_NOTHING.text, {"name": source.name}))
    rows = mended(found)
    if not rows[ORGANISATION.name]:
        rows[ORGANISATION.name] = [Organisation(new_id(), source.stem[:100] or "?")]
    rows[BOOKMARK.name] = [row._replace(txn=1) for row in rows[BOOKMARK.name]]
    write_plan(target, rows, _RECOVERED, origin)
    return {
        name: Saved(len(of_table), max(0, counts[name] - len(of_table)))
        for name, of_table in rows.items()
    }


def _read(copy: Path, source: Path) -> tuple[dict[str, dict[int, Any]], dict[str, int]]:
    try:
        with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
            connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            journal = _journal(connection)
            found: dict[str, dict[int, Any]] = {}
            counts: dict[str, int] = {}
            for table in TABLES:
                known = journal.get(table.name, {})
                rows = {**known, **dict(_rows(connection, table))}
                found[table.name] = rows
                counts[table.name] = _count(connection, table)
            return found, counts
    except sqlite3.Error as error:
        raise Refused(Message(_NOTHING.text, {"name": source.name})) from error


def _rows(connection: sqlite3.Connection, table: Table[Any]) -> Iterator[tuple[int, Any]]:
    for values in _readable(connection, f"{select(table)} WHERE id BETWEEN ? AND ? ORDER BY id"):
        with suppress(*UNREADABLE):
            yield int(values[0] or 0), from_sql(table, values)


def _readable(connection: sqlite3.Connection, sql: str) -> Iterator[_Values]:
    """Reads from both ends of each stretch, then halves what is left of it."""
    waiting, narrowest = [(0, 1 << 60)], 0
    for _ in range(_TRIES):
        if not waiting:
            return
        low, high = waiting.pop()
        rows, done = _until_broken(connection, sql, low, high)
        yield from rows
        if done:
            continue
        low = rows[-1][0] + 1 if rows else low
        rows, _ = _until_broken(connection, f"{sql} DESC", low, high)
        yield from rows
        high = rows[-1][0] - 1 if rows else high
        narrowest = narrowest or (high - low) >> _HALVINGS or 1
        if high - low >= narrowest:
            middle = (low + high) // 2
            waiting += [(low, middle), (middle + 1, high)]


def _until_broken(
    connection: sqlite3.Connection, sql: str, low: int, high: int
) -> tuple[list[Any], bool]:
    """The rows up to the first that cannot be read, and whether there was none such."""
    rows: list[Any] = []
    try:
        rows += connection.execute(sql, (low, high))
    except sqlite3.Error:
        return rows, False
    return rows, True


def _journal(connection: sqlite3.Connection) -> dict[str, dict[int, Any]]:
    """The rows that the journal makes; none unless it can be read from end to end."""
    lines = "SELECT tbl, row, field, old, new FROM op ORDER BY txn, n"
    try:
        return folded(Operation(*line) for line in connection.execute(lines))
    except (sqlite3.Error, *UNREADABLE):
        return {}


def _count(connection: sqlite3.Connection, table: Table[Any]) -> int:
    """How many rows there were; 0 when that cannot be read either."""
    try:
        return int(connection.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()[0])
    except sqlite3.Error:
        return 0
