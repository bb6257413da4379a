"""A lock that the system lets go of when its process dies: Windows."""

import msvcrt
import os
import sys
from contextlib import suppress
from pathlib import Path

_FAR = 1 << 30
"""Locked bytes cannot be read by others, so the lock lies beyond what the file says."""


def lock(handle: int) -> bool:
    """Locks the open file for this handle alone; False when another handle has it."""
    if sys.platform == "win32":
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
    return True


def release(handle: int, path: Path) -> None:
    """Closes the file and removes it, unless another handle has it open by now."""
    os.close(handle)
    with suppress(OSError):
        path.unlink()
