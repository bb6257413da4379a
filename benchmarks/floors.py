"""The floors: the same work done by the bare library."""

import csv
import io
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from okrdesk.domain.tables import TABLES


def read_rows(path: Path) -> int:
    """Reads every row of the plan's tables with sqlite3 alone; returns how many."""
    connection = sqlite3.connect(path)
    try:
        return sum(
            len(connection.execute(f"SELECT * FROM {table.name}").fetchall()) for table in TABLES
        )
    finally:
        connection.close()


class DurableCommit:
    """One row inserted and committed as durably as the plan does it, in a file of its own."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = DELETE")
        self._connection.execute("PRAGMA synchronous = EXTRA")
        self._connection.execute(
            "CREATE TABLE IF NOT EXISTS note (id INTEGER PRIMARY KEY, text TEXT)"
        )

    def __call__(self) -> None:
        """Inserts and commits."""
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute("INSERT INTO note (text) VALUES ('a line of a usual length')")
        self._connection.execute("COMMIT")

    def close(self) -> None:
        """Closes the file."""
        self._connection.close()


def write_csv(folder: Path, tables: Iterable[tuple[str, Sequence[Sequence[Any]]]]) -> None:
    """Writes the rows with Python's csv writer, one file a table."""
    for name, rows in tables:
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)


def csv_rows(folder: Path) -> list[tuple[str, list[list[str]]]]:
    """The cells of the CSV files in a folder."""
    return [
        (path.stem, list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""))))
        for path in sorted(folder.glob("*.csv"))
    ]
