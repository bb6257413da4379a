"""What can be undone and redone, derived from the journal: it survives a restart."""

from collections.abc import Iterable
from typing import NamedTuple

KEPT = 100
"""So many steps survive a restart."""
WINDOW = 50 * KEPT
"""So many of the last transactions are read to find them."""
_TOGETHER = 1000
"""Changes of one field within so many milliseconds are one step."""


class Entry(NamedTuple):
    """A transaction, as far as undo has to know it."""

    txn: int
    undoes: int | None
    redoes: int | None
    moment: int
    """Milliseconds."""
    only: tuple[str, int, str] | None
    """Table, row and field, when it changed just one field."""


class UndoStack:
    """Steps that can be taken back, the newest last; a step is one or more transactions.

    An undo names the last transaction of the step that it takes back, a redo the undo. What they
    name may lie before the window that was read; then they change nothing here.
    """

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._done: list[list[Entry]] = []
        self._undone: list[Entry] = []
        for entry in entries:
            self.add(entry)
        del self._done[:-KEPT]
        del self._undone[:-KEPT]

    def add(self, entry: Entry) -> None:
        """Takes in the newest transaction."""
        if entry.undoes is not None:
            if self._done and self._done[-1][-1].txn == entry.undoes:
                self._done.pop()
            self._undone.append(entry)
            return
        if entry.redoes is None:
            self._undone.clear()
        else:
            del self._undone[-1:]
        if self._continues(entry):
            self._done[-1].append(entry)
        else:
            self._done.append([entry])

    @property
    def undoable(self) -> int | None:
        """The last transaction of the newest step, or None."""
        return self._done[-1][-1].txn if self._done else None

    @property
    def redoable(self) -> int | None:
        """The undo that redo takes back next, or None."""
        return self._undone[-1].txn if self._undone else None

    def step(self, txn: int) -> tuple[int, ...]:
        """The transactions of the step that ends with this one, the newest first."""
        steps = (step for step in reversed(self._done) if step[-1].txn == txn)
        return tuple(entry.txn for entry in reversed(next(steps, []))) or (txn,)

    def _continues(self, entry: Entry) -> bool:
        if not self._done or entry.only is None or entry.redoes is not None:
            return False
        last = self._done[-1][-1]
        together = 0 <= entry.moment - last.moment <= _TOGETHER
        return (last.txn, last.only, last.redoes) == (entry.txn - 1, entry.only, None) and together
