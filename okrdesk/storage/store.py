"""The plan's file: create, open, load, and the one transaction at a time that changes it."""

import os
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from datetime import date, datetime
from functools import partial
from pathlib import Path

from okrdesk.domain.changes import ChangeSet, squash
from okrdesk.domain.entities import Organisation
from okrdesk.domain.errors import Refused
from okrdesk.domain.ids import new_id
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import ORGANISATION, TABLES
from okrdesk.storage import loading
from okrdesk.storage.connection import connect, short_reading
from okrdesk.storage.copying import copy_beside, copy_database
from okrdesk.storage.deletions import Deletions
from okrdesk.storage.failures import Damaged, NotSaved, told_on_read, told_on_write
from okrdesk.storage.header import read_header
from okrdesk.storage.identity import FileState
from okrdesk.storage.journal import Journal, Origin, Session
from okrdesk.storage.lock import WriterLock
from okrdesk.storage.migrating import CHAIN, Chain, migrate
from okrdesk.storage.new_plan import write_plan
from okrdesk.storage.opening import place_to_read, require_ours, side_file
from okrdesk.storage.transaction import Transaction
from okrdesk.storage.writer import Writer
from okrdesk.text import Message

_NEW_PLAN = Message("New plan")
_OWN_VERSION = Message("Your version")
_NEWER = Message(
    "This plan was made with a newer version of OKR Desk. It can be read but not changed here."
)
_READ_ONLY = Message(
    "This plan can be read but not changed here, because its file or folder is read-only."
    " Save a copy to go on with."
)
_NOT_HERE = Message("This plan is open for reading only. Nothing was changed.")


def fresh_id() -> int:
    """A new row id from the system's randomness."""
    return new_id(secrets.randbits)


class Store:
    """One open plan file; ``create`` and ``open_store`` make it.

    ``read_only``: it cannot be changed here; ``notice`` says why, where that was not asked for.
    ``unclean``: the last writer did not close it, so it deserves a thorough check.
    """

    def __init__(
        self,
        path: Path,
        resources: ExitStack,
        *,
        place: Path,
        writer: Writer | None = None,
        device: str = "",
    ) -> None:
        self.path, self.read_only = path, writer is None
        self.notice: Message | None = None
        self.unclean = False
        self._writer, self._place = writer, place
        self._session: Session = partial(short_reading, place) if writer is None else writer.session
        with told_on_read(path):
            self.journal = Journal(self._session, device, partial(told_on_read, path))
        self.deletions = Deletions(self._session, partial(told_on_read, path))
        self._resources = resources.pop_all()

    def load(self) -> Snapshot:
        """Reads all rows in one short transaction. Raises Damaged."""
        with told_on_read(self.path), self._session() as connection:
            return loading.load(connection)

    def load_apart(self) -> Snapshot:
        """Like ``load``, over a connection of its own: another thread may do this."""
        with told_on_read(self.path), short_reading(self._place) as connection:
            return loading.load(connection)

    @contextmanager
    def transaction(
        self,
        snapshot: Snapshot,
        label: Message,
        *,
        author: int | None,
        now: datetime,
        today: date,
        new_id: Callable[[], int] = fresh_id,
        undoes: int | None = None,
        redoes: int | None = None,
    ) -> Iterator[Transaction]:
        """One durable transaction; an exception rolls it back and nothing is recorded."""
        writer = self._writable()
        tx = Transaction(snapshot, writer.write, new_id=new_id, now=now, today=today, author=author)
        with writer.transaction() as connection:
            yield tx
            tx.changeset = ChangeSet(label, squash(tx.changes), author, tx.entered)
            if tx.changeset.changes:
                origin = Origin(today, now, undoes, redoes)
                tx.changeset = self._record(connection, writer, tx.changeset, origin)

    def _record(
        self, connection: sqlite3.Connection, writer: Writer, changeset: ChangeSet, origin: Origin
    ) -> ChangeSet:
        with told_on_write(self.path):
            entry = self.journal.append(connection, changeset, origin)
        writer.commit(entry.txn)
        self.journal.committed(entry)
        return changeset._replace(txn=entry.txn)

    def set_undo_floor(self) -> None:
        """What was done so far cannot be undone: a sample plan begins with it."""
        writer = self._writable()
        with writer.transaction() as connection:
            with told_on_write(self.path):
                self.journal.set_floor(connection)
            writer.commit(self.journal.last_txn)

    def save_copy(self, target: Path, *, replace: bool = False) -> None:
        """Writes the plan as it is here to another file, even if its own was replaced."""
        with told_on_write(target), self._session() as connection:
            copy_database(connection, target, replace=replace)

    def file_state(self) -> FileState:
        """What has become of the file since it was opened to be changed."""
        return FileState.AS_LEFT if self._writer is None else self._writer.file_state()

    def save_own(
        self, target: Path, snapshot: Snapshot, origin: Origin, *, replace: bool = False
    ) -> None:
        """Writes this program's version to another file, whatever has become of the plan's.

        Where another program wrote into the very file, or its disk does not give it any more,
        ``snapshot`` stands for it: then the past is not in the copy. Raises UserError.
        """
        if self.file_state() is not FileState.WRITTEN:
            with suppress(NotSaved, Damaged):
                self.save_copy(target, replace=replace)
                return
        rows = {table.name: snapshot.rows(table) for table in TABLES}
        write_plan(target, rows, _OWN_VERSION, origin, replace=replace)

    def close(self) -> None:
        """Closes the file and lets others change it."""
        self._resources.close()

    def _writable(self) -> Writer:
        if self._writer is None:
            raise Refused(_NOT_HERE)
        return self._writer


def create(
    path: Path, organisation: Organisation, *, now: datetime, today: date, device: str = ""
) -> Store:
    """Makes a new plan file and opens it. Raises Refused rather than replace a file."""
    write_plan(path, {ORGANISATION.name: [organisation]}, _NEW_PLAN, Origin(today, now))
    return open_store(path, device=device)


def open_store(
    path: Path,
    *,
    write: bool = True,
    backups: Path | None = None,
    device: str = "",
    chain: Chain = CHAIN,
) -> Store:
    """Opens a plan, to change it or to read it. Raises Refused; Held when another has it.

    A plan that cannot be changed here is opened to be read, and ``notice`` says why.
    ``backups``: the folder for a copy of an older file before it is brought up to date; without
    it the copy lies beside the file. ``device`` names this computer in the journal.
    """
    notice = None
    if write:
        if read_header(path).version > chain.version:
            notice = _NEWER
        elif not _may_write(path):
            notice = _READ_ONLY
        else:
            return _opened(path, lambda stack: _to_write(path, stack, backups, device, chain))
    store = _opened(path, lambda stack: _to_read(path, stack, device, chain))
    store.notice = notice
    return store


def _opened(path: Path, open_it: Callable[[ExitStack], Store]) -> Store:
    """Opens, and lets go of everything again if that fails."""
    with ExitStack() as resources, told_on_read(path):
        return open_it(resources)


def _to_read(path: Path, resources: ExitStack, device: str, chain: Chain) -> Store:
    place = place_to_read(path, resources, chain)
    return Store(path, resources, place=place, device=device)


def _to_write(
    path: Path, resources: ExitStack, backups: Path | None, device: str, chain: Chain
) -> Store:
    lock = WriterLock(path)
    resources.callback(lock.release)
    unclean = lock.unclean or side_file(path, "-journal").exists()
    with closing(connect(path, "rw")) as connection:
        version = read_header(path).version
        require_ours(connection, path, version, chain)
        if version < chain.version:
            copy_beside(connection, path, version, backups)
            migrate(connection, chain)
    writer = Writer(path)
    resources.callback(writer.close)
    store = Store(path, resources, place=path, writer=writer, device=device)
    store.unclean = unclean
    return store


def _may_write(path: Path) -> bool:
    """Whether the file and a journal beside it may be written."""
    return os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK)
