"""What is wrong with a plan's file, in sentences; nothing is changed."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, nullcontext
from itertools import islice
from pathlib import Path
from typing import Any

from okrdesk.domain.ids import id_text
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import TABLES
from okrdesk.storage.connection import short_reading
from okrdesk.storage.failures import Damaged, told_on_read
from okrdesk.storage.journal import Journal
from okrdesk.storage.limits import beyond
from okrdesk.storage.loading import load
from okrdesk.storage.opening import place_to_read
from okrdesk.text import Message

_MOST = 20
"""Findings of one sort."""
_BROKEN = Message("The file is damaged: {what}. Open a backup, or what can still be read.")
_NOWHERE = Message("A row in {table} refers to a row in {target} that is not there.")
_BEYOND = Message("The row {id} in {table} holds something in {field} that cannot be in a plan.")
_DIFFERS = Message(
    "In {table} %n row(s) (differs|differ) from what the history tells. Undo may stop there."
)


def findings(path: Path, *, thorough: bool = True) -> list[Message]:
    """What is wrong with the file; nothing if it is sound. Raises Refused if it is no plan.

    Without ``thorough`` only the quick checks are made, as after a clean shutdown.
    """
    with ExitStack() as resources, told_on_read(path):
        place, found = place_to_read(path, resources), list[Message]()
        try:
            with short_reading(place) as connection, told_on_read(path):
                found.extend(_findings(connection, thorough=thorough))
        except Damaged as error:
            found.append(error.message)
        return found


def _findings(connection: sqlite3.Connection, *, thorough: bool) -> Iterator[Message]:
    # Each check may stop at damage that the one before it can still name.
    yield from _checked(connection, "quick_check")
    if thorough:
        yield from _checked(connection, "integrity_check")
        for table, _, target, _ in islice(connection.execute("PRAGMA foreign_key_check"), _MOST):
            yield Message(_NOWHERE.text, {"table": table, "target": target})
        yield from _in_the_rows(connection, load(connection))


def _checked(connection: sqlite3.Connection, check: str) -> Iterator[Message]:
    for (what,) in connection.execute(f"PRAGMA {check}({_MOST})"):
        if what != "ok":
            yield Message(_BROKEN.text, {"what": str(what).splitlines()[-1]})


def _in_the_rows(connection: sqlite3.Connection, snapshot: Snapshot) -> Iterator[Message]:
    rows = {table.name: list(snapshot.rows(table)) for table in TABLES}
    for table, row_id, field in islice(beyond(rows), _MOST):
        yield Message(_BEYOND.text, {"id": id_text(row_id), "table": table, "field": field})
    told = Journal(lambda: nullcontext(connection)).folded()
    for name, of_table in rows.items():
        count = _differences({row.id: row for row in of_table}, told[name])
        if count:
            yield Message(_DIFFERS.text, {"table": name}, count)


def _differences(rows: dict[int, Any], told: dict[int, Any]) -> int:
    return sum(rows.get(key) != told.get(key) for key in rows.keys() | told.keys())
