"""Whole copies of a plan, made by SQLite's online backup and checked before they count."""

import sqlite3
from contextlib import closing
from itertools import count
from pathlib import Path

from okrdesk.storage.connection import connect
from okrdesk.storage.files import put_in_place


def copy_database(
    connection: sqlite3.Connection,
    target: Path,
    *,
    replace: bool = False,
    work: Path | None = None,
) -> None:
    """Copies what the connection sees to another file, in one piece, while others work on.

    Raises Refused rather than replace a file unless that is wanted, and
    sqlite3.DatabaseError when the copy is not sound.
    """
    with (
        put_in_place(target, replace=replace, work=work) as draft,
        closing(connect(draft, "rwc")) as copy,
    ):
        connection.backup(copy)
        require_sound(copy)


def require_sound(connection: sqlite3.Connection) -> None:
    """Raises sqlite3.DatabaseError when SQLite finds the file damaged."""
    (finding,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if finding != "ok":
        raise sqlite3.DatabaseError(str(finding))


def copy_beside(
    connection: sqlite3.Connection, path: Path, version: int, folder: Path | None
) -> Path:
    """Keeps a plan as it is before it is brought up to date; returns where."""
    place = folder or path.parent
    place.mkdir(parents=True, exist_ok=True)
    names = (f"{path.stem} (version {version}, {n}){path.suffix}" for n in count(1))
    target = next(place / name for name in names if not (place / name).exists())
    copy_database(connection, target)
    return target
