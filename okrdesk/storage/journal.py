"""The journal: every committed change, append-only."""

import json
import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import Any

from okrdesk.domain.changes import Change, ChangeSet, Row, squash
from okrdesk.domain.errors import Refused
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import TABLE_BY_NAME, Table
from okrdesk.storage.rows import SqlValue, from_sql, to_sql
from okrdesk.text import Message

_FLOOR = "undo_floor"


class Journal:
    """Reads and appends the transactions of one plan file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @property
    def last_txn(self) -> int:
        """Number of the newest transaction; 0 before the first."""
        (number,) = self._connection.execute("SELECT ifnull(max(id), 0) FROM txn").fetchone()
        return int(number)

    def append(
        self, changeset: ChangeSet, day: date, *, undoes: int | None, redoes: int | None
    ) -> int:
        """Writes the change set; returns its number. The caller commits."""
        label = json.dumps([changeset.label.text, dict(changeset.label.arguments)], default=str)
        cursor = self._connection.execute(
            "INSERT INTO txn (device, seq, hlc, author, label, undoes, redoes, day) "
            "VALUES ('', 0, ?, ?, ?, ?, ?, ?)",
            (changeset.at, changeset.author, label, undoes, redoes, day.isoformat()),
        )
        txn = int(cursor.lastrowid or 0)
        ops = [op for change in changeset.changes for op in _ops(change)]
        self._connection.executemany(
            "INSERT INTO op VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(txn, n, *op) for n, op in enumerate(ops)],
        )
        return txn

    def label(self, txn: int) -> Message:
        """What the transaction was called."""
        (label,) = self._connection.execute("SELECT label FROM txn WHERE id = ?", (txn,)).fetchone()
        text, arguments = json.loads(label)
        return Message(text, arguments)

    def inverse(self, txn: int, snapshot: Snapshot) -> tuple[Change, ...]:
        """The changes that take a transaction back, in order.

        Raises Refused when a row is not as the transaction left it.
        """
        changes: list[Change] = []
        ops = self._connection.execute(
            "SELECT tbl, row, field, old, new FROM op WHERE txn = ? ORDER BY n DESC", (txn,)
        )
        for name, row_id, field, old, new in ops.fetchall():
            change = _taken_back(snapshot, TABLE_BY_NAME[name], row_id, (field, old, new))
            snapshot = snapshot.apply((change,))
            changes.append(change)
        return squash(changes)

    def until(self, day: date) -> int:
        """The last transaction up to the end of a day; 0 when there was none yet."""
        (number,) = self._connection.execute(
            "SELECT ifnull(max(id), 0) FROM txn WHERE day <= ?", (day.isoformat(),)
        ).fetchone()
        return int(number)

    def sets(self, snapshot: Snapshot, after: int = 0) -> list[ChangeSet]:
        """The change sets after a transaction, oldest first; ``snapshot`` is the plan as it is."""
        found: list[ChangeSet] = []
        for txn, at, author in self._after(after):
            back = ChangeSet(self.label(txn), self.inverse(txn, snapshot), author, at)
            snapshot = snapshot.apply(back.changes)
            found.append(back.inverse()._replace(txn=txn))
        return found[::-1]

    def snapshot_at(self, snapshot: Snapshot, day: date) -> Snapshot:
        """The plan as it was defined at the end of a day; at the earliest its first state."""
        for txn, _, _ in self._after(max(1, self.until(day))):
            snapshot = snapshot.apply(self.inverse(txn, snapshot))
        return snapshot

    def _after(self, txn: int) -> list[tuple[int, str, int | None]]:
        """Number, moment and author of the transactions after one, newest first."""
        return self._connection.execute(
            "SELECT id, hlc, author FROM txn WHERE id > ? ORDER BY id DESC", (txn,)
        ).fetchall()

    def make_floor(self) -> None:
        """Makes the newest transaction one that undo never goes behind, as in a sample plan."""
        self._connection.execute(
            "INSERT OR REPLACE INTO meta VALUES (?, ?)", (_FLOOR, str(self.last_txn))
        )

    @property
    def _floor(self) -> int:
        """The transaction that made the plan, unless a later one was made the floor."""
        row = self._connection.execute(
            "SELECT value FROM meta WHERE name = ?", (_FLOOR,)
        ).fetchone()
        return 1 if row is None else int(row[0])

    def undoable(self) -> int | None:
        """The transaction that undo takes back next, or None."""
        return self._stacks()[0]

    def redoable(self) -> int | None:
        """The undo that redo takes back next, or None."""
        return self._stacks()[1]

    def _stacks(self) -> tuple[int | None, int | None]:
        done: list[int] = []
        undone: list[int] = []
        rows = self._connection.execute(
            "SELECT id, undoes, redoes FROM txn WHERE id > ? ORDER BY id", (self._floor,)
        )
        for txn, undoes, redoes in rows:
            if undoes is not None:
                done.pop()
                undone.append(txn)
            else:
                undone = undone[:-1] if redoes is not None else []
                done.append(txn)
        return (done[-1] if done else None), (undone[-1] if undone else None)


def _taken_back(
    snapshot: Snapshot, table: Table[Any], row_id: int, op: tuple[str, SqlValue, SqlValue]
) -> Change:
    field, old, new = op
    row = snapshot.find(table, row_id)
    if not field:
        expected, before = (
            None if v is None else from_sql(table, json.loads(str(v))) for v in (new, old)
        )
        if row != expected:
            raise Refused(_CHANGED_SINCE)
        return Change(table, row_id, row, before)
    place = table.fields.index(field)
    if row is None or to_sql(table, row)[place] != new:
        raise Refused(_CHANGED_SINCE)
    values = list(to_sql(table, row))
    values[place] = old
    return Change(table, row_id, row, from_sql(table, values))


def _row(table: Table[Any], whole: SqlValue) -> Any:
    return None if whole is None else from_sql(table, json.loads(str(whole)))


_CHANGED_SINCE = Message(
    "This step cannot be undone, because the item was changed since. Nothing was changed."
)


def _ops(change: Change) -> Iterator[tuple[str, int, str, SqlValue, SqlValue]]:
    table = change.table
    if change.before is None or change.after is None:
        yield table.name, change.id, "", _whole(change, change.before), _whole(change, change.after)
        return
    old, new = to_sql(table, change.before), to_sql(table, change.after)
    for name, before, after in zip(table.fields, old, new, strict=True):
        if before != after:
            yield table.name, change.id, name, before, after


def _whole(change: Change, row: Row | None) -> str | None:
    return None if row is None else json.dumps(to_sql(change.table, row), ensure_ascii=False)
