"""The one connection that changes a plan, and what becomes of it when the disk fails."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from okrdesk.domain.changes import Change
from okrdesk.storage.connection import connect, reading
from okrdesk.storage.failures import told_on_write
from okrdesk.storage.identity import FileState, Identity
from okrdesk.storage.rows import to_sql


class Writer:
    """Changes one plan file; the lock must be held. Its methods raise UserError."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._identity = Identity(path)
        try:
            self._connection = connect(path, "rw")
            self._identity.remember()
        except BaseException:
            self._identity.close()
            raise

    @contextmanager
    def session(self) -> Iterator[sqlite3.Connection]:
        """The connection, in one reading transaction unless it is in a transaction already."""
        if self._connection.in_transaction:
            yield self._connection
        else:
            with reading(self._connection) as connection:
                yield connection

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Everything in it is written, by ``commit``, or nothing is."""
        with told_on_write(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
        try:
            self._identity.check()
            yield self._connection
        finally:
            self._roll_back()

    def write(self, change: Change) -> None:
        """Makes one change."""
        from okrdesk.storage import models

        name = change.table.name
        with told_on_write(self._path):
            if change.after is None:
                models.delete(self._connection.execute, name, change.id)
                return
            row = dict(zip(change.table.fields, to_sql(change.table, change.after), strict=True))
            if change.before is None:
                models.insert(self._connection.execute, name, row)
            else:
                changed = {field: row[field] for field in change.fields()}
                models.update(self._connection.execute, name, change.id, changed)

    def commit(self, txn: int) -> None:
        """Makes the transaction durable.

        When that fails the file is read again: it may hold the transaction all the same.
        """
        self._identity.check()
        with told_on_write(self._path):
            try:
                self._connection.execute("COMMIT")
            except sqlite3.Error:
                self._roll_back()
                if not self._holds(txn):
                    raise
        self._identity.remember()

    def file_state(self) -> FileState:
        """What has become of the file."""
        return self._identity.state()

    def close(self) -> None:
        """Closes the connection, then the handle that must outlive it."""
        self._connection.close()
        self._identity.close()

    def _roll_back(self) -> None:
        with suppress(sqlite3.Error):
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def _holds(self, txn: int) -> bool:
        """Whether the transaction is in the file, as a connection of its own sees it."""
        try:
            fresh = connect(self._path, "rw")
        except sqlite3.Error:
            return False
        self._connection.close()
        self._connection = fresh
        last = self._connection.execute("SELECT max(id) FROM txn").fetchone()[0]
        self._identity.remember()
        return bool(last == txn)
