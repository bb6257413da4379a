"""A connection to a plan's file, with the settings that were measured to keep it safe."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

SETTINGS = (
    "busy_timeout = 5000",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "secure_delete = FAST",
    "temp_store = MEMORY",
    "synchronous = EXTRA",
)
"""Of every connection."""
WRITER_SETTINGS = ("journal_mode = DELETE",)
"""A rollback journal: the tail of a write-ahead log is lost when only the file is copied."""


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """Opens the file; ``mode`` is ``ro``, ``rw`` or ``rwc``. Nothing is read yet."""
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None)
    try:
        for setting in SETTINGS:
            connection.execute(f"PRAGMA {setting}")
        if mode != "ro":
            for setting in WRITER_SETTINGS:
                connection.execute(f"PRAGMA {setting}")
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def short_reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection for one reading transaction, closed afterwards."""
    with closing(connect(path, "ro")) as connection, reading(connection):
        yield connection


@contextmanager
def reading(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """One reading transaction: everything in it is of the same moment."""
    connection.execute("BEGIN")
    try:
        yield connection
    finally:
        connection.rollback()
