"""The rows of one step that deleted something: what belonged to what."""

from collections.abc import Iterator
from typing import Any

from okrdesk.domain.tables import LINK, Table
from okrdesk.domain.tables import OnDelete as Rule
from okrdesk.storage.deletions import DeletedStep

Pair = tuple[Table[Any], Any]


class DeletedRows:
    """The rows by what they stood below, as the delete walked them."""

    def __init__(self, step: DeletedStep) -> None:
        self._rows: dict[int, Pair] = {row.id: (table, row) for table, row in step.rows}
        self._parents: dict[int, int | None] = {
            row.child: row.objective or row.key_result
            for table, row in step.rows
            if table is LINK and row.primary
        }
        self._below: dict[int, list[int]] = {}
        self._holders: dict[int, int] = {}
        for row_id in self._rows:
            holder = self._holder_of(row_id)
            if holder is not None:
                self._holders[row_id] = holder
                self._below.setdefault(holder, []).append(row_id)

    def is_top(self, row_id: int) -> bool:
        """Whether nothing that was deleted with it holds it."""
        return row_id not in self._holders

    def stood_below(self, row_id: int) -> bool:
        """Whether it is an objective that supported something, or the mission."""
        return row_id in self._parents

    def with_all_below(self, row_id: int) -> Iterator[Pair]:
        """The row and everything that was deleted as a part of it."""
        waiting, seen = [row_id], set[int]()
        while waiting:
            current = waiting.pop()
            if current not in seen:
                seen.add(current)
                yield self._rows[current]
                waiting += self._below.get(current, [])

    def _holder_of(self, row_id: int) -> int | None:
        """The deleted row that this one was a part of, or supported."""
        parent = self._parents.get(row_id)
        if parent in self._rows:
            return parent
        table, row = self._rows[row_id]
        parts: Iterator[int] = (
            getattr(row, ref.field) for ref in table.refs if ref.on_delete is Rule.DELETE
        )
        return next((part for part in parts if part in self._rows), None)
