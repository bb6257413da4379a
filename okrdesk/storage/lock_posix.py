"""A lock that the system lets go of when its process dies: Linux, macOS."""

import fcntl
import os
from contextlib import suppress
from pathlib import Path


def lock(handle: int) -> bool:
    """Locks the open file for this handle alone; False when another handle has it."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def release(handle: int, path: Path) -> None:
    """Removes the file while it is still locked, so that nobody else's is removed."""
    with suppress(OSError):
        path.unlink()
    os.close(handle)
