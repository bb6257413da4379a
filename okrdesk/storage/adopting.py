"""Files from others are never opened as the plan: their rows are copied into a new file."""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path

from okrdesk.domain.errors import Refused
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import BOOKMARK, TABLES
from okrdesk.storage import limits
from okrdesk.storage.connection import short_reading
from okrdesk.storage.failures import told_on_read
from okrdesk.storage.header import read_header
from okrdesk.storage.journal import Origin
from okrdesk.storage.loading import load
from okrdesk.storage.new_plan import write_plan
from okrdesk.storage.opening import copy_with_side_files, place_to_read
from okrdesk.text import Message

LARGEST_FILE = 2_000_000_000
"""Bytes."""
_LARGEST_VALUE = 1_000_000
_INSTRUCTIONS = 1000
_PATIENCE = 5_000_000
"""So many thousand instructions of SQLite reading may take: far more than any plan needs."""

_ADOPTED = Message("Take over a plan")
_LARGE = Message("{name} is larger than any plan, so it was not read. Nothing was changed.")
_BEYOND = Message(
    "{name} was not taken over, because {field} in {table} holds something that cannot be in a"
    " plan. Nothing was changed."
)

Validate = Callable[[Snapshot], None]
"""Raises UserError for rows that no command would have made."""


def adopt(
    source: Path, target: Path, origin: Origin, validate: Validate = lambda _: None
) -> Mapping[str, int]:
    """Makes a new plan of what is in a file from somebody else; returns rows by table.

    The file is only read, in a copy; what runs by itself in it is refused, and so is what lies
    beyond the limits. Raises Refused.
    """
    snapshot = read_foreign(source)
    validate(snapshot)
    rows = {table.name: list(snapshot.rows(table)) for table in TABLES}
    # The history stays behind, so a bookmark can only point to the beginning.
    rows[BOOKMARK.name] = [row._replace(txn=1) for row in rows[BOOKMARK.name]]
    write_plan(target, rows, _ADOPTED, origin)
    return {name: len(found) for name, found in rows.items() if found}


def read_foreign(source: Path) -> Snapshot:
    """The rows of a file that nobody vouches for. Raises Refused."""
    with told_on_read(source), ExitStack() as resources:
        read_header(source)
        if source.stat().st_size > LARGEST_FILE:
            raise Refused(Message(_LARGE.text, {"name": source.name}))
        copy = place_to_read(copy_with_side_files(source, resources), resources)
        with short_reading(copy) as connection:
            _restrain(connection)
            snapshot = load(connection)
    for table, _, field in limits.beyond({t.name: list(snapshot.rows(t)) for t in TABLES}):
        names = {"name": source.name, "table": table, "field": field}
        raise Refused(Message(_BEYOND.text, names))
    return snapshot


def _restrain(connection: sqlite3.Connection) -> None:
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LARGEST_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    left = iter(range(_PATIENCE))
    connection.set_progress_handler(lambda: next(left, None) is None, _INSTRUCTIONS)
