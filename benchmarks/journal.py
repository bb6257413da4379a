"""The plan as of a past day, out of a long journal, beside reading the journal by time."""

import random
import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from benchmarks import plans
from benchmarks.measure import Figure, seconds, within
from okrdesk.app.workspace import Workspace

OPERATIONS, ITEMS, DAYS = 500_000, 2_000, 365
AIM = 2.0
_AT = "T09:00:00.000+00:00"
_LABEL = '{"text": "Change", "arguments": {}, "count": null}'
_BY_TIME = """
SELECT op.tbl, op.row, op.field, op.old FROM op JOIN txn ON txn.id = op.txn
WHERE txn.at > ? ORDER BY txn.at DESC, op.n DESC
"""


def figures(folder: Path, operations: int = OPERATIONS, items: int = ITEMS) -> Iterator[Figure]:
    """As of a week, half a year and almost a year ago: the most there is to take back."""
    path = write(folder / "journal.okrdesk", operations, items)
    for name, days in (("a week", 7), ("half a year", DAYS // 2), ("a year", DAYS - 1)):
        day = plans.TODAY - timedelta(days=days)
        yield within(
            f"the plan as of {name} ago, {operations:,} operations",
            partial(_as_of, path, day),
            AIM,
            floor_is="sqlite3 reading the same operations by time",
            floor=partial(seconds, partial(_by_time, path, day)),
        )


def write(path: Path, operations: int, items: int) -> Path:
    """Makes a plan whose titles changed so often, on every day of a year.

    Rows go in by hand: that many commands take minutes.
    """
    plans.write(path, items)
    first = plans.TODAY - timedelta(days=DAYS)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE txn SET day = ?, at = ?", (first.isoformat(), f"{first}{_AT}"))
    (last,) = connection.execute("SELECT max(id) FROM txn").fetchone()
    changes = _changes(connection, operations)
    lines = ((last + n, *change) for n, change in enumerate(changes, 1))
    connection.executemany("INSERT INTO op VALUES (?, 0, 'objective', ?, 'title', ?, ?)", lines)
    connection.executemany(
        "INSERT INTO txn VALUES (?, 'b', ?, ?, ?, ?, NULL, ?, '{}', NULL, NULL)",
        (_transaction(last, n, operations, first) for n in range(1, operations + 1)),
    )
    connection.commit()
    connection.close()
    return path


def _changes(connection: sqlite3.Connection, operations: int) -> list[tuple[int, str, str]]:
    """Row, old and new title; the last ones are those that the rows have."""
    chance = random.Random(1)
    titles = dict(connection.execute("SELECT id, title FROM objective"))
    ids = list(titles)
    found = list[tuple[int, str, str]]()
    for number in range(operations):
        row = chance.choice(ids)
        old, titles[row] = f"{number} before", titles[row]
        found.append((row, old, titles[row]))
        titles[row] = old
    return found[::-1]


def _transaction(last: int, number: int, operations: int, first: date) -> tuple[object, ...]:
    day = first + timedelta(days=number * DAYS // operations)
    return last + number, number, number, f"{day}{_AT}", day.isoformat(), _LABEL


def _as_of(path: Path, day: date) -> float:
    workspace = Workspace.open(path, clock=plans.CLOCK, write=False)
    taken = seconds(partial(workspace.as_of, day))
    workspace.close()
    return taken


def _by_time(path: Path, day: date) -> int:
    """The naive query."""
    connection = sqlite3.connect(path)
    rows = connection.execute(_BY_TIME, (f"{day}T24",)).fetchall()
    connection.close()
    return len(rows)
