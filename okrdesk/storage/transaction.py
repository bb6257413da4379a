"""The one way to change rows: inside a transaction that remembers every image."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from okrdesk.domain.changes import Change, ChangeSet
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import R, Table


class Transaction:
    """What a command works on: the rows as they stand now, and the three ways to change them.

    ``snapshot`` always shows the changes made so far. ``now`` is the UTC moment and ``today``
    the person's calendar day; ``author`` is the person at the keyboard, or None. ``changeset``
    is there once the transaction is committed.
    """

    def __init__(
        self,
        snapshot: Snapshot,
        write: Callable[[Change], None],
        *,
        new_id: Callable[[], int],
        now: datetime,
        today: date,
        author: int | None = None,
    ) -> None:
        self.snapshot = snapshot
        self.changes: list[Change] = []
        self.changeset: ChangeSet | None = None
        self.new_id = new_id
        self.now = now
        self.today = today
        self.author = author
        self._write = write

    @property
    def entered(self) -> str:
        """``now`` as the ISO text that rows keep."""
        return self.now.isoformat(timespec="milliseconds")

    def insert(self, table: Table[R], row: R) -> int:
        """Adds the row (its id from ``new_id``); returns the id."""
        row_id: int = row[0]
        self._record(Change(table, row_id, None, row))
        return row_id

    def update(self, table: Table[R], row_id: int, **fields: Any) -> R:
        """Sets the fields; writes nothing when they already hold these values."""
        before = self.snapshot.get(table, row_id)
        after: R = before._replace(**fields)  # type: ignore[attr-defined]  # R is a NamedTuple, which no bound can say
        if after != before:
            self._record(Change(table, row_id, before, after))
        return after

    def delete(self, table: Table[R], row_id: int) -> None:
        """Removes the row; rows that refer to it must be gone or cleared before."""
        self._record(Change(table, row_id, self.snapshot.get(table, row_id), None))

    def _record(self, change: Change) -> None:
        self._write(change)
        self.snapshot = self.snapshot.apply((change,))
        self.changes.append(change)
