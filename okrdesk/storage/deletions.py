"""What the journal has of rows that were deleted, so that they can be brought back."""

import json
import sqlite3
from collections.abc import Collection
from typing import Any, NamedTuple

from okrdesk.domain.tables import TABLE_BY_NAME, Table
from okrdesk.storage.journal import Guard, Session, unpacked
from okrdesk.storage.rows import from_sql, values_of
from okrdesk.text import Message

_STEPS = """
SELECT id, at, author, label, undoes FROM txn WHERE id IN (
    SELECT DISTINCT txn FROM op WHERE field = '' AND new IS NULL AND tbl IN ({marks})
    ORDER BY txn DESC LIMIT ?
) ORDER BY id DESC
"""
_LINES = "SELECT tbl, row, field, old FROM op WHERE txn = ? AND new IS NULL ORDER BY n"


class Mention(NamedTuple):
    """A reference that was cleared because what it named was deleted."""

    table: Table[Any]
    row: int
    field: str
    named: int


class DeletedStep(NamedTuple):
    """One transaction that deleted rows."""

    txn: int
    at: str
    """UTC moment, ISO text."""
    author: int | None
    label: Message
    is_undo: bool
    rows: tuple[tuple[Table[Any], Any], ...]
    """The deleted rows as they were before the step, with their tables."""
    mentions: tuple[Mention, ...]


class Deletions:
    """Reads the deletions of one plan file."""

    def __init__(self, session: Session, guard: Guard) -> None:
        self._session, self._guard = session, guard

    def steps(self, tables: Collection[Table[Any]], most: int) -> list[DeletedStep]:
        """The newest steps that deleted a row of one of the tables, newest first."""
        names = [table.name for table in tables]
        sql = _STEPS.format(marks=", ".join("?" * len(names)))
        with self._guard(), self._session() as connection:
            heads = connection.execute(sql, (*names, most)).fetchall()
            return [_step(connection, head) for head in heads]


def _step(connection: sqlite3.Connection, head: tuple[Any, ...]) -> DeletedStep:
    txn, at, author, label, undoes = head
    rows, mentions = list[tuple[Table[Any], Any]](), list[Mention]()
    for name, row_id, field, old in connection.execute(_LINES, (txn,)):
        table = TABLE_BY_NAME[name]
        if not field:
            rows.append((table, from_sql(table, values_of(table, old))))
        elif old is not None and any(ref.field == field for ref in table.refs):
            mentions.append(Mention(table, row_id, field, old))
    message = unpacked(json.loads(label))
    return DeletedStep(txn, at, author, message, undoes is not None, tuple(rows), tuple(mentions))
