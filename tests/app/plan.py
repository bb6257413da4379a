"""A plan in memory, for commands without a file."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import count
from typing import Any

import pytest

from okrdesk.domain import tables as t
from okrdesk.domain.changes import Change
from okrdesk.domain.entities import Organisation
from okrdesk.domain.errors import UserError
from okrdesk.domain.snapshot import Snapshot
from okrdesk.storage.transaction import Transaction

TODAY = date(2026, 8, 17)
NOW = datetime(2026, 8, 17, 9, 0, tzinfo=UTC)


class Plan:
    """Runs commands one after the other; a refused one leaves everything as it was."""

    def __init__(self) -> None:
        self.snapshot = Snapshot({"organisation": [Organisation(1, "Marigold")]})
        self.today = TODAY
        self.author: int | None = None
        self.changes: list[Change] = []
        self._ids = count(100)

    def run(self, command: Callable[..., Any], *args: Any, **fields: Any) -> Any:
        tx = Transaction(
            self.snapshot,
            lambda _: None,
            new_id=lambda: next(self._ids),
            now=NOW,
            today=self.today,
            author=self.author,
        )
        result = command(tx, *args, **fields)
        self.snapshot, self.changes = tx.snapshot, tx.changes
        return result

    def refused(self, command: Callable[..., Any], *args: Any, **fields: Any) -> tuple[str, Any]:
        """The sentence and the field of the refusal."""
        before, changes = self.snapshot, self.changes
        with pytest.raises(UserError) as caught:
            self.run(command, *args, **fields)
        assert self.snapshot is before
        assert self.changes is changes
        return str(caught.value), caught.value.field

    def get(self, table: t.Table[Any], row_id: int) -> Any:
        return self.snapshot.get(table, row_id)

    def rows(self, table: t.Table[Any]) -> list[Any]:
        return self.snapshot.sorted_rows(table)

    def children(self, table: t.Table[Any], field: str, parent: int) -> list[Any]:
        return self.snapshot.children(table, field, parent)

    def holds_together(self) -> None:
        """Every reference points to a row."""
        for table in t.TABLES:
            for row in self.snapshot.rows(table):
                for ref in table.refs:
                    value = getattr(row, ref.field)
                    target = t.TABLE_BY_NAME[ref.target]
                    assert value is None or self.snapshot.find(target, value) is not None
