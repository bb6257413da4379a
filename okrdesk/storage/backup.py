"""Backups of a plan in a folder of its own: made, listed, thinned out, given back.

A backup is a whole plan file; its SHA-256 lies beside it, because SQLite's own checks see only
three of four random damages.
"""

import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import ExitStack, closing, suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from okrdesk.domain.errors import Refused
from okrdesk.storage.connection import connect, short_reading
from okrdesk.storage.copying import require_sound
from okrdesk.storage.failures import told_on_write
from okrdesk.storage.files import put_in_place, sync
from okrdesk.storage.header import read_header
from okrdesk.storage.lock import WriterLock
from okrdesk.storage.opening import SIDE_FILES, copy_with_side_files, place_to_read, side_file
from okrdesk.storage.rotation import kept
from okrdesk.text import Message

_NAME = "%Y%m%dT%H%M%S.%fZ"
_WHY = "# why: "
"""A comment in the file with the checksum, which ``sha256sum --check`` passes over."""
REPLACED = "replaced"
"""Why: the plan was about to be replaced by another version."""
_COUNTED = ("objective", "key_result", "check_in")
_BAD = Message(
    "The backup {name} is damaged, so it was not used. Nothing was changed. Choose another one."
)


class Backup(NamedTuple):
    """One backup."""

    path: Path
    made: datetime
    """UTC."""
    size: int
    """Bytes."""

    @property
    def checksum_path(self) -> Path:
        """The file with its SHA-256."""
        return self.path.with_name(self.path.name + ".sha256")

    @property
    def why(self) -> str:
        """What it was made for, as it was given to ``back_up``; empty if nobody knows."""
        try:
            lines = self.checksum_path.read_text("ascii").splitlines()
        except (OSError, ValueError):
            return ""
        return next((line[len(_WHY) :] for line in lines if line.startswith(_WHY)), "")

    def is_sound(self) -> bool:
        """Whether every byte is as it was written."""
        try:
            expected = self.checksum_path.read_text("ascii").split()[0]
            return _digest(self.path) == expected
        except (OSError, ValueError, IndexError):
            return False

    def counts(self) -> Mapping[str, int] | None:
        """How many objectives, key results and check-ins it holds; None if it cannot be read."""
        try:
            with short_reading(self.path) as connection:
                return {name: _count(connection, name) for name in _COUNTED}
        except sqlite3.Error:
            return None


def back_up(plan: Path, folder: Path, now: datetime, why: str = "") -> Backup:
    """Makes a backup of a plan that others may be using, this process between transactions.

    ``now`` is UTC; ``why`` is kept beside it, ASCII. Raises UserError when it cannot be written,
    or is not sound.
    """
    with (
        told_on_write(folder / plan.name),
        ExitStack() as resources,
        short_reading(place_to_read(plan, resources)) as connection,
    ):
        return _back_up(connection, folder, now, why)


def list_backups(folder: Path) -> list[Backup]:
    """The backups in a folder, newest first; none if there is no such folder."""
    found = (_listed(path) for path in folder.glob("*.okrdesk"))
    return sorted(filter(None, found), key=lambda backup: backup.made, reverse=True)


def newest_sound(folder: Path) -> Backup | None:
    """The newest backup of which every byte is as it was written."""
    return next((backup for backup in list_backups(folder) if backup.is_sound()), None)


def rotate(folder: Path, plan_size: int) -> list[Backup]:
    """Removes the backups that are no longer kept (``rotation.py``); returns them."""
    backups = list_backups(folder)
    keep = kept(((backup.made, backup.size) for backup in backups), plan_size)
    removed = [backup for backup in backups if backup.made not in keep]
    for backup in removed:
        with suppress(OSError):
            backup.path.unlink()
            backup.checksum_path.unlink(missing_ok=True)
    return removed


def restore_copy(backup: Backup, target: Path) -> None:
    """Writes a backup to a new file. Raises Refused for a damaged one, or rather than replace."""
    _require_sound(backup)
    with told_on_write(target), put_in_place(target) as draft:
        shutil.copyfile(backup.path, draft)


def restore(backup: Backup, plan: Path, folder: Path, now: datetime) -> Backup | None:
    """Puts a backup in the place of the plan, which nobody may have open.

    What is replaced becomes a backup itself, damaged or not; it is returned. Raises Held,
    Refused for a damaged backup, UserError when the disk refuses.
    """
    _require_sound(backup)
    return put_in_the_place_of(plan, backup.path, folder, now)


def put_in_the_place_of(plan: Path, version: Path, folder: Path, now: datetime) -> Backup | None:
    """Puts another file of the same plan in its place, like ``restore``."""
    with told_on_write(plan), ExitStack() as resources:
        resources.callback(WriterLock(plan).release)
        replaced = _keep(plan, folder, now, resources) if plan.exists() else None
        with put_in_place(plan, replace=True) as draft:
            shutil.copyfile(version, draft)
            for ending in SIDE_FILES:
                side_file(plan, ending).unlink(missing_ok=True)
    return replaced


def _back_up(connection: sqlite3.Connection, folder: Path, now: datetime, why: str) -> Backup:
    backup = _named(folder, now)
    with put_in_place(backup.path) as draft:
        with closing(connect(draft, "rwc")) as copy:
            connection.backup(copy)
            require_sound(copy)
        _write_checksum(backup, draft, why)
    return backup._replace(size=backup.path.stat().st_size)


def _keep(plan: Path, folder: Path, now: datetime, resources: ExitStack) -> Backup:
    """A backup of a plan that is about to be replaced; byte by byte if it is damaged."""
    copy = copy_with_side_files(plan, resources)
    with suppress(sqlite3.Error), closing(connect(copy, "rw")) as connection:
        return _back_up(connection, folder, now, REPLACED)
    backup = _named(folder, now)
    with put_in_place(backup.path) as draft:
        shutil.copyfile(copy, draft)
        _write_checksum(backup, draft, REPLACED)
    return backup._replace(size=backup.path.stat().st_size)


def _named(folder: Path, now: datetime) -> Backup:
    folder.mkdir(parents=True, exist_ok=True)
    return Backup(folder / f"{now.astimezone(UTC).strftime(_NAME)}.okrdesk", now, 0)


def _listed(path: Path) -> Backup | None:
    try:
        made = datetime.fromisoformat(path.stem)  # strptime loads 3 ms of modules
        return Backup(path, made, path.stat().st_size) if f"{made:{_NAME}}" == path.stem else None
    except (ValueError, OSError):
        return None


def _write_checksum(backup: Backup, draft: Path, why: str) -> None:
    """Before the backup has its name: one without a checksum does not count."""
    text = f"{_digest(draft)}  {backup.path.name}\n{_WHY}{why}\n"
    backup.checksum_path.write_text(text, "ascii")
    sync(backup.checksum_path)


def _digest(path: Path) -> str:
    digest = sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def _count(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])


def _require_sound(backup: Backup) -> None:
    read_header(backup.path)
    if not backup.is_sound():
        raise Refused(Message(_BAD.text, {"name": backup.path.name}))
