"""The journal: every committed change, append-only.

From it follow undo across a restart, the history, the plan as of a day, and later sync.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, date, datetime, timedelta
from functools import wraps
from itertools import groupby
from operator import itemgetter
from typing import Any, Concatenate, NamedTuple, ParamSpec, TypeVar

from okrdesk.domain.changes import Change, ChangeSet
from okrdesk.domain.snapshot import Snapshot
from okrdesk.storage.as_of import values_as_of
from okrdesk.storage.operations import Images, Operation, firsts, folded, operations
from okrdesk.storage.undo_stack import WINDOW, Entry, UndoStack
from okrdesk.text import Message

Session = Callable[[], AbstractContextManager[sqlite3.Connection]]
"""Opens the file for one reading; for a writer it is the connection that it has."""

Guard = Callable[[], AbstractContextManager[None]]
"""Turns what a damaged file does to its reader into a sentence."""

P = ParamSpec("P")
T = TypeVar("T")

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_COUNTER = 1 << 16
_FLOOR = "undo_floor"

_APPEND = """
INSERT INTO txn (id, device, seq, hlc, at, day, author, label, seen, undoes, redoes)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, '{}', ?, ?)
"""
_ENTRIES = """
SELECT txn.id, undoes, redoes, hlc, tbl, row, field FROM txn
LEFT JOIN op ON op.txn = txn.id AND n = 0 AND field <> ''
    AND NOT EXISTS (SELECT 1 FROM op AS more WHERE more.txn = txn.id AND more.n = 1)
WHERE txn.id > ? AND device = ? ORDER BY txn.id
"""
_OLD = "SELECT tbl, row, field, old FROM op WHERE txn > ? AND txn <= ? ORDER BY txn, n"
_NAMING = "SELECT ? UNION SELECT row FROM op WHERE field = '' AND instr(ifnull(new, old), ?)"
"""A row, and all whose own values ever held its id; ids are too long to be met by chance."""


class Origin(NamedTuple):
    """Beside its changes, what a transaction is recorded with."""

    day: date
    """The person's calendar day."""
    moment: datetime
    undoes: int | None = None
    redoes: int | None = None


class Stamp(NamedTuple):
    """Orders transactions: those of one device by number, all of them by a hybrid clock."""

    seq: int
    hlc: int
    """Milliseconds of the clock on the wall, shifted; never the same twice, never backwards."""

    def next(self, milliseconds: int) -> "Stamp":
        """The stamp of the next transaction."""
        return Stamp(self.seq + 1, max(milliseconds * _COUNTER, self.hlc + 1))


class Stretch(NamedTuple):
    """A part of the journal: the plan at both ends, and the steps between, oldest first."""

    before: Snapshot
    after: Snapshot
    sets: list[ChangeSet]


def _guarded(
    read: Callable[Concatenate["Journal", P], T],
) -> Callable[Concatenate["Journal", P], T]:
    """Runs a reading method under the journal's guard: damage may show only while decoding."""

    @wraps(read)
    def guarded(journal: "Journal", /, *args: P.args, **kwargs: P.kwargs) -> T:
        with journal.guard():
            return read(journal, *args, **kwargs)

    return guarded


class Journal:
    """Reads and appends the transactions of one plan file.

    A reader sees it as it was when it was opened; ``device`` names this computer; ``guard``
    surrounds every reading from outside.
    """

    def __init__(self, session: Session, device: str = "", guard: Guard = nullcontext) -> None:
        self._session, self._device, self.guard = session, device, guard
        self._stack: UndoStack | None = None
        self._stamp: Stamp | None = None
        self._last = self._one("SELECT ifnull(max(id), 0) FROM txn")

    @property
    def last_txn(self) -> int:
        """Number of the newest transaction; 0 before the first."""
        return self._last

    def append(self, connection: sqlite3.Connection, changeset: ChangeSet, origin: Origin) -> Entry:
        """Writes the change set; ``committed`` follows once it is safe."""
        txn, lines = self._last + 1, [op for c in changeset.changes for op in operations(c)]
        milliseconds = (origin.moment - _EPOCH) // timedelta(milliseconds=1)
        stamp = self._last_stamp().next(milliseconds)
        connection.execute(
            _APPEND,
            (
                txn,
                self._device,
                *stamp,
                changeset.at,
                origin.day.isoformat(),
                changeset.author,
                _packed(changeset.label),
                origin.undoes,
                origin.redoes,
            ),
        )
        connection.executemany(
            "INSERT INTO op (txn, n, tbl, row, field, old, new) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(txn, n, *line) for n, line in enumerate(lines)],
        )
        only = lines[0][:3] if len(lines) == 1 and lines[0].field else None
        return Entry(txn, origin.undoes, origin.redoes, stamp.hlc // _COUNTER, only)

    def committed(self, entry: Entry) -> None:
        """The transaction that was appended last is in the file."""
        self._undo_stack.add(entry)
        self._stamp = self._last_stamp().next(entry.moment)
        self._last = entry.txn

    @_guarded
    def label(self, txn: int) -> Message:
        """What the transaction was called."""
        with self._session() as connection:
            row = connection.execute("SELECT label FROM txn WHERE id = ?", (txn,)).fetchone()
        return unpacked(json.loads(row[0]))

    @_guarded
    def undoable(self) -> int | None:
        """The transaction that ends the step that undo takes back next, or None."""
        return self._undo_stack.undoable

    @_guarded
    def redoable(self) -> int | None:
        """The undo that redo takes back next, or None."""
        return self._undo_stack.redoable

    @_guarded
    def inverse(self, txn: int, snapshot: Snapshot) -> tuple[Change, ...]:
        """The changes that take back the step that ends with a transaction.

        Raises Refused when a row is not as the step left it.
        """
        images = Images(snapshot)
        for part in self._undo_stack.step(txn):
            for _, line in self._lines(part - 1, part, newest_first=True):
                images.take_back_exactly(line)
        return images.changes()

    def set_floor(self, connection: sqlite3.Connection) -> None:
        """Nothing up to here can be undone: the plan begins with it."""
        connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_FLOOR, str(self._last)))
        self._stack = UndoStack()

    @_guarded
    def until(self, day: date) -> int:
        """The last transaction up to the end of a day; 0 when there was none yet."""
        return self._one(
            "SELECT ifnull((SELECT id FROM txn WHERE day <= ? AND id <= ? ORDER BY id DESC"
            " LIMIT 1), 0)",
            day.isoformat(),
            self._last,
        )

    @_guarded
    def between(
        self,
        snapshot: Snapshot,
        after: int = 0,
        until: int | None = None,
        *,
        about: int | None = None,
    ) -> Stretch:
        """The change sets after a transaction, up to one, with the plan at both ends.

        ``snapshot`` is the plan as it is now: the rows before and after follow from it.
        ``about``: only the changes of a row and of rows that ever named it; the plan at the
        first end is not exact then.
        """
        last = self._last if until is None else until
        images = Images(snapshot)
        for _, line in self._lines(last, self._last, newest_first=True):
            images.take_back(line)
        end = snapshot = snapshot.apply(images.changes())
        heads, found = self._heads(after, last), list[ChangeSet]()
        for txn, lines in groupby(
            self._lines(after, last, newest_first=True, about=about), itemgetter(0)
        ):
            images = Images(snapshot)
            for _, line in lines:
                images.take_back(line)
            back = heads[txn]._replace(changes=images.changes())
            snapshot = snapshot.apply(back.changes)
            found.append(back.inverse()._replace(txn=txn))
        return Stretch(snapshot, end, found[::-1])

    @_guarded
    def snapshot_at(self, snapshot: Snapshot, day: date) -> Snapshot:
        """The plan at the end of a day (product.md 4.17).

        Definitions are as the journal has them then; before its first day, as at the end of
        that day, the first known state. Check-ins, KPI values and done steps go by their own
        dates. ``snapshot`` is the plan as it is now.
        """
        images = Images(snapshot)
        last = self.until(day) or self._first_day_end()
        with self._session() as connection:
            lines = firsts(connection.execute(_OLD, (last, self._last)))
        for line in lines:
            images.take_back(line)
        return values_as_of(snapshot, snapshot.apply(images.changes()), day)

    def folded(self) -> dict[str, dict[int, Any]]:
        """The rows by table and id that the journal makes from an empty plan."""
        return folded(line for _, line in self._lines(0, self._last))

    def _last_stamp(self) -> Stamp:
        if self._stamp is None:
            seq = self._one("SELECT ifnull(max(seq), 0) FROM txn WHERE device = ?", self._device)
            hlc = self._one("SELECT ifnull(max(hlc), 0) FROM txn WHERE id = ?", self._last)
            self._stamp = Stamp(seq, hlc)
        return self._stamp

    @property
    def _undo_stack(self) -> UndoStack:
        if self._stack is None:
            self._stack = UndoStack(self._entries())
        return self._stack

    def _entries(self) -> Iterator[Entry]:
        floor = self._one(
            "SELECT ifnull((SELECT value FROM meta WHERE name = ?), min(1, ?))", _FLOOR, self._last
        )
        with self._session() as connection:
            rows = connection.execute(
                _ENTRIES, (max(floor, self._last - WINDOW), self._device)
            ).fetchall()
        for txn, undoes, redoes, hlc, *only in rows:
            if txn <= self._last:
                key = None if only[0] is None else (only[0], only[1], only[2])
                yield Entry(txn, undoes, redoes, hlc // _COUNTER, key)

    def _first_day_end(self) -> int:
        later = "SELECT id FROM txn WHERE day > (SELECT day FROM txn ORDER BY id LIMIT 1)"
        return self._one(f"SELECT ifnull(({later} ORDER BY id LIMIT 1) - 1, ?)", self._last)

    def _heads(self, after: int, last: int) -> dict[int, ChangeSet]:
        """The transactions after one, by number, without their changes."""
        with self._session() as connection:
            rows = connection.execute(
                "SELECT id, at, author, label FROM txn WHERE id > ? AND id <= ?", (after, last)
            ).fetchall()
        return {
            txn: ChangeSet(unpacked(json.loads(label)), (), author, at)
            for txn, at, author, label in rows
        }

    def _lines(
        self, after: int, last: int, *, newest_first: bool = False, about: int | None = None
    ) -> Iterator[tuple[int, Operation]]:
        order = "DESC" if newest_first else "ASC"
        named = "" if about is None else f" AND row IN ({_NAMING})"
        with self._session() as connection:
            rows = connection.execute(
                "SELECT txn, tbl, row, field, old, new FROM op WHERE txn > ? AND txn <= ?"
                f"{named} ORDER BY txn {order}, n {order}",
                (after, last, *(() if about is None else (about, str(about)))),
            ).fetchall()
        return ((txn, Operation(*line)) for txn, *line in rows)

    def _one(self, sql: str, *values: object) -> int:
        with self._session() as connection:
            return int(connection.execute(sql, values).fetchone()[0])


def _packed(label: Message) -> str:
    return json.dumps(_plain(label), ensure_ascii=False, default=str)


def _plain(value: object) -> object:
    if not isinstance(value, Message):
        return value
    arguments = {name: _plain(argument) for name, argument in value.arguments.items()}
    return {"text": value.text, "arguments": arguments, "count": value.count}


def unpacked(packed: Any) -> Message:
    """A label as the journal keeps it, as a message."""
    arguments = {
        name: unpacked(value) if isinstance(value, dict) else value
        for name, value in packed["arguments"].items()
    }
    return Message(packed["text"], arguments, packed["count"])
