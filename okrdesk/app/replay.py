"""Takes recorded changes back or makes them again, whatever order they were recorded in."""

from collections.abc import Iterable, Iterator

from okrdesk.domain.changes import Change
from okrdesk.storage.transaction import Transaction


def replay(tx: Transaction, changes: tuple[Change, ...]) -> None:
    """Makes the changes.

    Rows come before those that refer to them and go after them: a journal keeps one change a
    row, in an order in which a reference may not hold yet.
    """
    for change in _inserts(changes):
        tx.insert(change.table, change.after)
    for change in changes:
        if change.before is not None and change.after is not None:
            tx.update(
                change.table, change.id, **dict(zip(change.table.fields, change.after, strict=True))
            )
    for change in reversed(list(_inserts(c.inverse() for c in changes))):
        tx.delete(change.table, change.id)


def _inserts(changes: Iterable[Change]) -> Iterator[Change]:
    """Those that add a row, each behind those that it refers to."""
    waiting = {
        (change.table.name, change.id): change for change in changes if change.before is None
    }

    def take(key: tuple[str, int]) -> Iterator[Change]:
        change = waiting.pop(key, None)
        if change is None:
            return
        for ref in change.table.refs:
            target = getattr(change.after, ref.field)
            if target is not None:
                yield from take((ref.target, target))
        yield change

    for key in list(waiting):
        yield from take(key)
