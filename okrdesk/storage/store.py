"""The plan's file: create, open, load, and the one transaction at a time that changes it."""

import gc
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from okrdesk.domain.changes import Change, ChangeSet, squash
from okrdesk.domain.entities import Organisation
from okrdesk.domain.ids import new_id
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import ORGANISATION, TABLES
from okrdesk.storage import schema
from okrdesk.storage.journal import Journal
from okrdesk.storage.rows import read_rows, to_sql
from okrdesk.storage.transaction import Transaction
from okrdesk.text import Message

_SETTINGS = (
    "journal_mode = DELETE",
    "synchronous = EXTRA",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "secure_delete = FAST",
    "temp_store = MEMORY",
    "busy_timeout = 5000",
)


def fresh_id() -> int:
    """A new row id from the system's randomness."""
    return new_id(secrets.randbits)


class Store:
    """One open plan file."""

    def __init__(self, path: Path, connection: sqlite3.Connection, *, read_only: bool) -> None:
        self.path, self.read_only = path, read_only
        self._connection = connection
        self.journal = Journal(connection)

    def load(self) -> Snapshot:
        """Reads all rows in one short transaction."""
        was_enabled = gc.isenabled()
        gc.disable()
        try:
            self._connection.execute("BEGIN")
            rows = {
                table.name: read_rows(
                    table,
                    self._connection.execute(f'SELECT * FROM "{table.name}"').fetchall(),
                )
                for table in TABLES
            }
            snapshot = Snapshot(rows)
            self._connection.execute("COMMIT")
        finally:
            if was_enabled:
                gc.enable()
        gc.freeze()
        return snapshot

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
        tx = Transaction(snapshot, self._write, new_id=new_id, now=now, today=today, author=author)
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield tx
            changes = squash(tx.changes)
            tx.changeset = ChangeSet(label, changes, author, tx.entered)
            if changes:
                txn = self.journal.append(tx.changeset, today, undoes=undoes, redoes=redoes)
                tx.changeset = tx.changeset._replace(txn=txn)
            self._connection.execute("COMMIT")
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise

    def _write(self, change: Change) -> None:
        name, fields = change.table.name, change.table.fields
        if change.after is None:
            self._connection.execute(f'DELETE FROM "{name}" WHERE id = ?', (change.id,))
        elif change.before is None:
            marks = ", ".join("?" * len(fields))
            self._connection.execute(
                f'INSERT INTO "{name}" VALUES ({marks})', to_sql(change.table, change.after)
            )
        else:
            changed = change.fields()
            values = dict(zip(fields, to_sql(change.table, change.after), strict=True))
            assignments = ", ".join(f'"{field}" = ?' for field in changed)
            self._connection.execute(
                f'UPDATE "{name}" SET {assignments} WHERE id = ?',
                (*(values[field] for field in changed), change.id),
            )

    def close(self) -> None:
        """Closes the file."""
        self._connection.close()


def create(path: Path, organisation: Organisation, *, now: datetime, today: date) -> Store:
    """Makes a new plan file; raises FileExistsError rather than replace one."""
    with path.open("xb"):
        pass
    connection = _connect(path, "rwc")
    connection.execute("BEGIN IMMEDIATE")
    for statement in schema.statements():
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {schema.VERSION}")
    connection.execute("COMMIT")
    store = Store(path, connection, read_only=False)
    with store.transaction(
        Snapshot(), Message("New plan"), author=None, now=now, today=today
    ) as tx:
        tx.insert(ORGANISATION, organisation)
    return store


def open_store(path: Path, *, write: bool = True) -> Store:
    """Opens a plan."""
    return Store(path, _connect(path, "rw" if write else "ro"), read_only=not write)


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None)
    for setting in _SETTINGS:
        connection.execute(f"PRAGMA {setting}")
    return connection
