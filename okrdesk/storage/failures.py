"""What can go wrong with a file, as sentences: what happened, what is safe, what to do."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from okrdesk.domain.errors import Refused
from okrdesk.storage.rows import UNREADABLE
from okrdesk.text import Message


class Damaged(Refused):
    """Part of the file cannot be read; a backup or a salvage helps."""


class Held(Refused):
    """Another window has the plan open for changes; it can still be read."""


class Replaced(Refused):
    """Another program has changed or replaced the file while it was open."""


class NotSaved(Refused):
    """The disk did not take the change; nothing of it is in the file.

    ``cause``: SQLite's primary name of it, such as ``SQLITE_FULL``, or ``MISSING``.
    """

    def __init__(self, message: Message, cause: str) -> None:
        super().__init__(message)
        self.cause = cause


_NOT_SAVED = {
    "SQLITE_FULL": Message(
        "Your plan could not be saved to {place}, because the disk is full. Everything up to this"
        " change is still there. Make room and try again, or save a copy elsewhere."
    ),
    "SQLITE_READONLY": Message(
        "Your plan could not be saved to {place}, because the file or its folder is read-only."
        " Everything up to this change is still there. Save a copy elsewhere to go on."
    ),
    "SQLITE_IOERR": Message(
        "Your plan could not be saved to {place}, because the disk reported an error. Everything"
        " up to this change is still there. Save a copy to another disk."
    ),
    "SQLITE_BUSY": Message(
        "This plan is being read or saved by another program. Nothing was changed. Try again in a"
        " moment."
    ),
    "SQLITE_CANTOPEN": Message(
        "Your plan could not be opened in {place}. Nothing was changed. Check that the folder is"
        " there and that you may write to it."
    ),
}
_NAMES = {
    "SQLITE_LOCKED": "SQLITE_BUSY",
    "SQLITE_PROTOCOL": "SQLITE_BUSY",
    "SQLITE_PERM": "SQLITE_READONLY",
    "SQLITE_AUTH": "SQLITE_READONLY",
    "SQLITE_NOLFS": "SQLITE_FULL",
}
_BY_ERRNO = {
    errno.ENOSPC: "SQLITE_FULL",
    errno.EDQUOT: "SQLITE_FULL",
    errno.EFBIG: "SQLITE_FULL",
    errno.EACCES: "SQLITE_READONLY",
    errno.EPERM: "SQLITE_READONLY",
    errno.EROFS: "SQLITE_READONLY",
    errno.ENOENT: "SQLITE_CANTOPEN",
    errno.ENOTDIR: "SQLITE_CANTOPEN",
    errno.EISDIR: "SQLITE_CANTOPEN",
    errno.ENAMETOOLONG: "SQLITE_CANTOPEN",
}
_GONE = Message(
    "Your plan could not be saved to {place}, because {name} is not there any more. Everything up"
    " to this change is still here. Save a copy to go on."
)
_NOT_READ = Message(
    "{name} could not be read, because the disk reported an error. Nothing was changed. Try again,"
    " or open a backup of it."
)
_DAMAGED = Message(
    "Part of {name} cannot be read. Nothing was changed. Open a backup of it, or what can still"
    " be read."
)


def damaged(path: Path) -> Damaged:
    """The refusal of a file of which a part cannot be read."""
    return Damaged(_about(_DAMAGED, path))


def not_saved(error: BaseException, path: Path) -> Refused | None:
    """The sentence for the real cause of a failed write; None for a mistake of ours.

    The cause may lie further back: a rollback that fails as well hides it.
    """
    name = error_name(error)
    if name in ("SQLITE_CORRUPT", "SQLITE_NOTADB"):
        return damaged(path)
    sentence = _NOT_SAVED.get(name or "")
    return None if name is None or sentence is None else NotSaved(_about(sentence, path), name)


def missing(path: Path) -> NotSaved:
    """The refusal to change a plan whose file is gone."""
    return NotSaved(_about(_GONE, path), "MISSING")


def error_name(error: BaseException) -> str | None:
    """SQLite's primary name of the first cause, such as ``SQLITE_FULL``; None if it has none."""
    causes = list(_causes(error))
    names = (_own_name(cause) for cause in reversed(causes))
    return next((name for name in names if name), None)


def _causes(error: BaseException) -> Iterator[BaseException]:
    cause: BaseException | None = error
    while cause is not None:
        yield cause
        cause = cause.__cause__ or cause.__context__


def _own_name(error: BaseException) -> str | None:
    if isinstance(error, OSError):
        return _BY_ERRNO.get(error.errno or 0, "SQLITE_IOERR")
    full: str | None = getattr(error, "sqlite_errorname", None)
    if full is None:
        # Ours, of a copy that a check found broken; SQLite's own always have a name.
        return "SQLITE_CORRUPT" if type(error) is sqlite3.DatabaseError else None
    name = "_".join(full.split("_")[:2])
    return _NAMES.get(name, name)


@contextmanager
def told_on_write(path: Path) -> Iterator[None]:
    """Turns what the disk or SQLite refuse into a sentence; a mistake of ours stays as it is."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        sentence = not_saved(error, path)
        if sentence is None:
            raise
        raise sentence from error


@contextmanager
def told_on_read(path: Path) -> Iterator[None]:
    """Turns whatever a file can do to its reader into a sentence."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        if error_name(error) == "SQLITE_IOERR":
            raise Refused(_about(_NOT_READ, path)) from error
        raise (not_saved(error, path) or damaged(path)) from error
    except UNREADABLE as error:
        raise damaged(path) from error


def _about(message: Message, path: Path) -> Message:
    return Message(message.text, {"place": str(path.parent), "name": path.name})
