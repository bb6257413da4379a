"""What an edit did: row images before and after, from which undo, history and views follow."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from okrdesk.domain.tables import Table
from okrdesk.text import Message

Row = tuple[Any, ...]


class Change(NamedTuple):
    """One row before and after; None before an insert and after a delete."""

    table: Table[Any]
    id: int
    before: Row | None
    after: Row | None

    def fields(self) -> tuple[str, ...]:
        """Names of the fields that differ; all of them for an insert or a delete."""
        if self.before is None or self.after is None:
            return self.table.fields
        pairs = zip(self.table.fields, self.before, self.after, strict=True)
        return tuple(name for name, old, new in pairs if old != new)

    def inverse(self) -> "Change":
        """The change that takes this one back."""
        return Change(self.table, self.id, self.after, self.before)


class ChangeSet(NamedTuple):
    """All that one command changed: one transaction of the journal, one step of undo."""

    label: Message
    changes: tuple[Change, ...]
    author: int | None = None
    at: str = ""
    """UTC moment of the commit, ISO text."""
    txn: int = 0
    """Its number in the journal; 0 before it is committed."""

    def inverse(self) -> "ChangeSet":
        """The change set that takes this one back, last change first."""
        return self._replace(changes=tuple(c.inverse() for c in reversed(self.changes)), txn=0)

    def ids(self, table: Table[Any]) -> set[int]:
        """Ids of the rows of a table that it touched."""
        return {change.id for change in self.changes if change.table is table}


def squash(changes: Iterable[Change]) -> tuple[Change, ...]:
    """One change a row, first image to last, without those that changed nothing."""
    merged: dict[tuple[str, int], Change] = {}
    for change in changes:
        key = (change.table.name, change.id)
        earlier = merged.pop(key, None)
        merged[key] = change if earlier is None else earlier._replace(after=change.after)
    return tuple(change for change in merged.values() if change.before != change.after)
