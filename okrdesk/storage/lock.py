"""One writer at a time: a locked file beside the plan says who it is.

The lock is not on the plan itself: closing any handle of a file drops all locks that SQLite
holds on it (https://www.sqlite.org/howtocorrupt.html, 2.2).
"""

import json
import os
import platform
import sys
from pathlib import Path
from typing import NamedTuple

from okrdesk.storage.failures import Held
from okrdesk.text import Message

if sys.platform == "win32":  # pragma: no cover  # one file for each system
    from okrdesk.storage.lock_windows import lock, release
else:
    from okrdesk.storage.lock_posix import lock, release

_HERE = Message("This plan is open in another window on this computer. It can be read meanwhile.")
_THERE = Message("This plan is open on the computer “{host}”. It can be read meanwhile.")


class Holder(NamedTuple):
    """Who has a plan open for changes."""

    host: str
    pid: int


class WriterLock:
    """The right to change one plan, kept until ``release`` or the end of the process.

    ``unclean``: the writer before did not close the plan. Raises Held when somebody has it.
    """

    def __init__(self, plan: Path) -> None:
        self._path = lock_path(plan)
        self._handle = _locked(self._path)
        self.unclean = bool(os.fstat(self._handle).st_size)
        mine = json.dumps(Holder(platform.node(), os.getpid()))
        os.ftruncate(self._handle, 0)
        os.write(self._handle, mine.encode())

    def release(self) -> None:
        """Lets others change the plan."""
        release(self._handle, self._path)


def lock_path(plan: Path) -> Path:
    """The file beside the plan; links to the same plan share it."""
    real = plan.resolve()
    return real.with_name(f".{real.name}.lock")


def holder_of(plan: Path) -> Holder | None:
    """Who has the plan open for changes, as far as it can be read."""
    try:
        host, pid = json.loads(lock_path(plan).read_text("utf-8"))
        return Holder(str(host), int(pid))
    except (OSError, ValueError, TypeError):
        return None


def here(holder: Holder | None) -> bool:
    """Whether the holder is a program on this computer."""
    return holder is not None and holder.host == platform.node()


def _locked(path: Path) -> int:
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o666)
        if not lock(handle):
            os.close(handle)
            raise _held(path)
        if _same(handle, path):
            return handle
        os.close(handle)


def _same(handle: int, path: Path) -> bool:
    """Whether the file is still there; its last holder may have removed it in between."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _held(path: Path) -> Held:
    holder = holder_of(path.with_name(path.name[1:].removesuffix(".lock")))
    if holder is None or here(holder):
        return Held(_HERE)
    return Held(Message(_THERE.text, {"host": holder.host}))
