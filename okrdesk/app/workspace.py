"""A plan that is open: the one way to change it, and who is told.

A command runs in one durable transaction. Its changes give the next snapshot and the next
scores, and every subscriber gets one ``Update``. Undo and redo take the same way.
"""

import os
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from threading import get_ident
from typing import Concatenate, NamedTuple, ParamSpec, TypeVar

from okrdesk.app.backups import Backups
from okrdesk.app.clock import Clock, PinnedClock
from okrdesk.app.commands.command import Command
from okrdesk.app.commands.values import checked, title
from okrdesk.app.history import Entry, entries_of
from okrdesk.app.locations import Locations, locations
from okrdesk.app.replay import replay
from okrdesk.domain.changes import ChangeSet
from okrdesk.domain.entities import Organisation
from okrdesk.domain.errors import Refused, UserError
from okrdesk.domain.scoring import Scores
from okrdesk.domain.snapshot import Snapshot
from okrdesk.storage import store as storage
from okrdesk.storage.identity import FileState
from okrdesk.storage.journal import Origin
from okrdesk.storage.store import Store, fresh_id
from okrdesk.storage.transaction import Transaction
from okrdesk.text import Message

P = ParamSpec("P")
T = TypeVar("T")

_READ_ONLY = Message("This plan is open for reading only. Nothing was changed.")


class Update(NamedTuple):
    """What subscribers get after each step."""

    changeset: ChangeSet
    snapshot: Snapshot
    scores: Scores
    origin: object = None
    """Who asked for the step, as given to ``run_from``; None otherwise."""


class Workspace:
    """An open plan. Only the thread that opened it may change it.

    ``snapshot``, ``scores`` and ``today`` are the plan as it stands; a reader on another thread
    takes them once and keeps them. ``author`` is the id of the person at the keyboard, and
    ``last_txn`` the number of the newest step, which a bookmark names; ``journal`` holds all steps,
    to be read. ``notice`` says why a plan cannot be changed where that was not asked for;
    ``unclean``: it was not closed last time.
    """

    def __init__(
        self,
        store: Store,
        *,
        clock: Clock,
        author: int | None = None,
        new_id: Callable[[], int] = fresh_id,
        places: Locations | None = None,
        load: Callable[[Store], Snapshot] | None = None,
    ) -> None:
        self.path, self.read_only = store.path, store.read_only
        self.notice, self.unclean = store.notice, store.unclean
        self.author = author
        self.today = clock.today()
        self.snapshot = _loaded(store, load)
        self.scores = Scores(self.snapshot, self.today)
        self.last_txn, self.deletions = store.journal.last_txn, store.deletions
        self.journal = store.journal
        self._store, self._clock, self._new_id = store, PinnedClock(clock), new_id
        self.backups = Backups(
            store.path,
            (places or locations(os.environ)).backups_of(store.path),
            clock=clock,
            last_txn=lambda: self.last_txn,
            automatic=places is not None and not store.read_only,
        )
        self._subscribers: list[Callable[[Update], None]] = []
        self._thread = get_ident()

    @classmethod
    def create(
        cls,
        path: Path,
        name: str,
        *,
        clock: Clock,
        author: int | None = None,
        new_id: Callable[[], int] = fresh_id,
        places: Locations | None = None,
    ) -> "Workspace":
        """Makes a new plan file and opens it. Raises UserError rather than replace a file."""
        organisation = Organisation(new_id(), checked(title, "name", name))
        store = storage.create(path, organisation, now=clock.now(), today=clock.today())
        return cls(store, clock=clock, author=author, new_id=new_id, places=places)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        clock: Clock,
        write: bool = True,
        author: int | None = None,
        new_id: Callable[[], int] = fresh_id,
        places: Locations | None = None,
        load: Callable[[Store], Snapshot] | None = None,
    ) -> "Workspace":
        """Opens a plan file, to change it or to read it. Raises Refused when it cannot be.

        ``places``: where backups go. Without it none are made unless one is asked for.
        ``load`` reads the rows, such as in a thread, by ``Store.load_apart``.
        """
        folder = None if places is None else places.backups_of(path)
        store = storage.open_store(path, write=write, backups=folder)
        return cls(store, clock=clock, author=author, new_id=new_id, places=places, load=load)

    @property
    def undo_label(self) -> Message | None:
        """The step that undo takes back, or None."""
        return _label(self._store, self._store.journal.undoable())

    @property
    def redo_label(self) -> Message | None:
        """The step that redo makes again, or None."""
        return _label(self._store, self._store.journal.redoable())

    def run(
        self,
        command: Callable[Concatenate[Transaction, P], T],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Runs a command as one step. UserError: it was refused and nothing has changed."""
        return self.run_from(None, command, *args, **kwargs)

    def run_from(
        self,
        origin: object,
        command: Callable[Concatenate[Transaction, P], T],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Like ``run``; ``origin`` tells subscribers who asked."""
        label = command.label if isinstance(command, Command) else Message("Change")
        result, _ = self._step(label, lambda tx: command(tx, *args, **kwargs), origin)
        return result

    def undo(self) -> Update | None:
        """Takes the last step back; None when there is none. Refused: the plan has moved on."""
        txn = self._store.journal.undoable()
        return None if txn is None else self._take_back(txn, undoes=txn)

    def redo(self) -> Update | None:
        """Makes the step that was undone last again; None when there is none."""
        txn = self._store.journal.redoable()
        return None if txn is None else self._take_back(txn, redoes=txn)

    def subscribe(self, listener: Callable[[Update], None]) -> Callable[[], None]:
        """Tells the listener about every step from now on; the result ends that."""
        self._subscribers.append(listener)
        return lambda: self._subscribers.remove(listener)

    def set_today(self, day: date) -> None:
        """Makes a day today, from now on, and tells subscribers, with no changes."""
        self._clock.pin(day)
        self._show(self.snapshot, ChangeSet(Message("Another day"), ()), None)

    def as_of(self, day: date) -> tuple[Snapshot, Scores]:
        """The plan as it was defined at the end of a day, with what is dated up to then."""
        snapshot = self._store.journal.snapshot_at(self.snapshot, day)
        return snapshot, Scores(snapshot, day)

    def history(
        self,
        since: date | int | None = None,
        *,
        until: date | None = None,
        about: int | None = None,
    ) -> Iterator[list[Entry]]:
        """What each step changed, oldest first: all, since a day, or after a transaction.

        ``until``: to the end of a day. ``about``: only what belongs to an item; a step that did
        nothing to it is left out.
        """
        journal = self._store.journal
        after = journal.until(since - timedelta(days=1)) if isinstance(since, date) else since
        last = None if until is None else journal.until(until)
        for changeset in journal.between(self.snapshot, after or 0, last, about=about).sets:
            entries = entries_of(self.snapshot, changeset)
            own = entries if about is None else [e for e in entries if e.item_id == about]
            if own or about is None:
                yield own

    def backup_now(self) -> Path:
        """Makes a backup; returns its file. UserError: it cannot be written."""
        return self.backups.make()

    def copy_to(self, target: Path, *, replace: bool = False) -> None:
        """Writes a whole copy of this program's version, whatever has become of the plan's file.

        UserError: it cannot be written, or is there.
        """
        origin = Origin(self._clock.today(), self._clock.now())
        self._store.save_own(target, self.snapshot, origin, replace=replace)

    def file_state(self) -> FileState:
        """What has become of the file since it was opened to be changed."""
        return self._store.file_state()

    def close(self) -> None:
        """Makes the last backup if it is due, and lets go of the file in any case."""
        try:
            self.backups.make_at_close()
        finally:
            self._store.close()

    def _take_back(self, txn: int, **undone: int) -> Update:
        journal = self._store.journal
        changes = journal.inverse(txn, self.snapshot)
        _, update = self._step(journal.label(txn), lambda tx: replay(tx, changes), None, **undone)
        return update

    def _step(
        self, label: Message, work: Callable[[Transaction], T], origin: object, **undone: int
    ) -> tuple[T, Update]:
        """One transaction of the journal and one update; an exception leaves all as it was."""
        if get_ident() != self._thread:
            raise RuntimeError("only the thread that opened the plan may change it")
        if self.read_only:
            raise Refused(self.notice or _READ_ONLY)
        self.backups.make_if_due()
        with self._store.transaction(
            self.snapshot,
            label,
            author=self.author,
            now=self._clock.now(),
            today=self._clock.today(),
            new_id=self._new_id,
            **undone,
        ) as tx:
            result = work(tx)
        changeset = tx.changeset or ChangeSet(label, ())
        return result, self._show(tx.snapshot, changeset, origin)

    def _show(self, snapshot: Snapshot, changeset: ChangeSet, origin: object) -> Update:
        today = self._clock.today()
        scores = self.scores if today == self.today else Scores(self.snapshot, today)
        self.snapshot, self.today = snapshot, today
        self.scores = scores.after(snapshot, changeset)
        self.last_txn = changeset.txn or self.last_txn
        update = Update(changeset, snapshot, self.scores, origin)
        for listener in tuple(self._subscribers):
            listener(update)
        return update


def _loaded(store: Store, load: Callable[[Store], Snapshot] | None) -> Snapshot:
    """The rows; a plan that cannot be read does not stay locked."""
    try:
        return store.load() if load is None else load(store)
    except BaseException:
        store.close()
        raise


def _label(store: Store, txn: int | None) -> Message | None:
    """None also where the file cannot be read any more: then no step can be taken back either."""
    try:
        return None if txn is None else store.journal.label(txn)
    except UserError:
        return None
