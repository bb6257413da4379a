"""A disk that loses power: an apsw VFS that keeps what was synced and forgets or garbles the rest.

SQLite's writes go through in full while the program runs. ``cut`` gives the files as they may be
found afterwards: what was synced is there; of each later write it is decided by lot whether it
arrived, in any order, and a name that was removed or made without a sync of its folder may be
there or not.
"""

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from random import Random
from typing import Any

import apsw


class Power(Exception):
    """The power is gone."""


class Disk:
    """What the files of one folder hold, durably and on the way."""

    def __init__(self, cut_at: int | None = None, *, once: bool = False) -> None:
        self.operations = 0
        self.cut_at, self.once = cut_at, once
        self.durable: dict[str, bytes] = {}
        self.pending: dict[str, list[tuple[int, bytes] | int]] = {}
        self.removed: set[str] = set()

    def count(self) -> None:
        """One more operation; the power may go before it, or just this one fail."""
        self.operations += 1
        if self.cut_at is None or self.operations <= self.cut_at:
            return
        if not self.once or self.operations == self.cut_at + 1:
            raise Power

    def write(self, name: str, offset: int, data: bytes) -> None:
        self.pending.setdefault(name, []).append((offset, data))

    def truncate(self, name: str, size: int) -> None:
        self.pending.setdefault(name, []).append(size)

    def sync(self, name: str) -> None:
        self.durable[name] = applied(self.durable.get(name, b""), self.pending.pop(name, []))

    def remove(self, name: str, *, synced: bool) -> None:
        if synced:
            self.durable.pop(name, None)
            self.pending.pop(name, None)
        else:
            self.removed.add(name)

    def cut(self, random: Random) -> dict[str, bytes]:
        """The files after the power went, by lot."""
        found = {}
        for name in self.durable.keys() | self.pending.keys():
            if name in self.removed and random.random() < 0.5:
                continue
            arrived = [step for step in self.pending.get(name, []) if random.random() < 0.5]
            found[name] = applied(self.durable.get(name, b""), arrived)
        return found


def applied(data: bytes, steps: Iterable[tuple[int, bytes] | int]) -> bytes:
    content = bytearray(data)
    for step in steps:
        if isinstance(step, int):
            del content[step:]
            continue
        offset, written = step
        content.extend(b"\0" * (offset - len(content)))
        content[offset : offset + len(written)] = written
    return bytes(content)


class PowerVFS(apsw.VFS):
    """Counts and records every operation on the disk."""

    def __init__(self, name: str, disk: Disk) -> None:
        self.disk = disk
        super().__init__(name, "")

    def xOpen(self, name: Any, flags: list[int]) -> "PowerFile":  # noqa: N802  # apsw chose the name
        return PowerFile(self.disk, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802  # apsw chose the name
        self.disk.count()
        super().xDelete(filename, syncdir)
        self.disk.remove(Path(filename).name, synced=syncdir)


class PowerFile(apsw.VFSFile):
    def __init__(self, disk: Disk, name: Any, flags: list[int]) -> None:
        self.disk = disk
        self.name = Path(name.filename() if isinstance(name, apsw.URIFilename) else name).name
        super().__init__("", name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802  # apsw chose the name
        self.disk.count()
        super().xWrite(data, offset)
        self.disk.write(self.name, offset, bytes(data))

    def xTruncate(self, newsize: int) -> None:  # noqa: N802  # apsw chose the name
        self.disk.count()
        super().xTruncate(newsize)
        self.disk.truncate(self.name, newsize)

    def xSync(self, flags: int) -> None:  # noqa: N802  # apsw chose the name
        self.disk.count()
        super().xSync(flags)
        self.disk.sync(self.name)


def replay(path: Path, disk: Disk, settings: Iterable[str], steps: Iterable[list[str]]) -> int:
    """Runs recorded SQL on the disk until the power goes; returns how many steps committed."""
    vfs = PowerVFS("power", disk)
    disk.durable[path.name] = path.read_bytes()
    done = 0
    connection = apsw.Connection(str(path), vfs="power")
    try:
        for setting in settings:
            connection.execute(f"PRAGMA {setting}")
        for step in steps:
            for sql in step:
                connection.execute(sql)
            done += 1
    except (Power, apsw.Error):
        pass
    finally:
        if not disk.once:
            disk.cut_at = 0
        try:
            connection.close()
        except (Power, apsw.Error):
            connection.close(True)
        vfs.unregister()
    return done


def sound(path: Path) -> bool:
    """Whether SQLite finds nothing wrong."""
    connection = sqlite3.connect(path)
    try:
        return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    except sqlite3.Error:
        return False
    finally:
        connection.close()
