"""The opening protocol: what is looked at, in which order, before a plan is used."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from okrdesk.domain.errors import Refused
from okrdesk.storage import schema
from okrdesk.storage.connection import connect, reading, short_reading
from okrdesk.storage.header import read_header
from okrdesk.storage.lock import WriterLock
from okrdesk.storage.migrating import CHAIN, Chain, migrate
from okrdesk.text import Message

SIDE_FILES = ("-journal", "-wal")
"""What SQLite keeps beside a file that was not closed."""

_NOT_OURS = Message(
    "{name} holds something that is not part of a plan, so it was not opened. Nothing was changed."
    " Import it to take over what is in it."
)


def place_to_read(path: Path, resources: ExitStack, chain: Chain = CHAIN) -> Path:
    """Where the plan can be read from: the file, or a copy that was repaired or migrated.

    The file keeps what it says. ``resources`` removes the copy. Raises Refused.
    """
    header, place = read_header(path), path
    if header.wal or (_unfinished(path) and not _finished(path)):
        place = copy_with_side_files(path, resources)
        _recover(place)
    if header.version < chain.version:
        place = copy_with_side_files(place, resources)
        with closing(connect(place, "rw")) as connection:
            migrate(connection, chain)
    with short_reading(place) as connection:
        require_ours(connection, path, max(header.version, chain.version), chain)
    return place


def require_ours(
    connection: sqlite3.Connection, path: Path, version: int, chain: Chain = CHAIN
) -> None:
    """Refuses a file that declares something else than a plan does."""
    if not schema.is_ours(connection, version, chain.fingerprints):
        raise Refused(Message(_NOT_OURS.text, {"name": path.name}))


def copy_with_side_files(path: Path, resources: ExitStack) -> Path:
    """A copy of the file, with what belongs to it, in a folder that ``resources`` removes."""
    folder = resources.enter_context(TemporaryDirectory(prefix="okrdesk-"))
    copy = Path(folder) / path.name
    shutil.copyfile(path, copy)
    for ending in SIDE_FILES:
        with suppress(FileNotFoundError):
            shutil.copyfile(side_file(path, ending), side_file(copy, ending))
    return copy


def side_file(path: Path, ending: str) -> Path:
    """The name of a file that SQLite keeps beside another."""
    return path.with_name(path.name + ending)


def _unfinished(path: Path) -> bool:
    """Whether a writer died in a transaction that must be taken back before reading."""
    try:
        with short_reading(path) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        return error.sqlite_errorname == "SQLITE_READONLY_ROLLBACK"
    return False


def _finished(path: Path) -> bool:
    """Takes the transaction back in the file itself, if nobody has it and it may be written."""
    try:
        with _sole_writer(path):
            _recover(path)
    except (Refused, OSError, sqlite3.Error):
        return False
    return True


@contextmanager
def _sole_writer(path: Path) -> Iterator[None]:
    lock = WriterLock(path)
    try:
        yield
    finally:
        lock.release()


def _recover(path: Path) -> None:
    with closing(connect(path, "rw")) as connection, reading(connection):
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
