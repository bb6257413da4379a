"""New files: written under another name, forced to the disk, then put in place at once."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from okrdesk.domain.errors import Refused
from okrdesk.text import Message

_THERE = Message("There is a file {path} already. It was not touched. Choose another name.")


@contextmanager
def put_in_place(path: Path, *, replace: bool = False, work: Path | None = None) -> Iterator[Path]:
    """Gives a name to write to; what was written there becomes ``path`` when all went well.

    ``work``: the folder to write in, on the same disk; else beside ``path``. Raises Refused
    rather than replace a file, unless that is wanted.
    """
    if not replace:
        _require_free(path)
    draft = (work or path.parent) / f".{path.name}.{os.getpid()}.new"
    try:
        draft.unlink(missing_ok=True)
        yield draft
        sync(draft)
        _place(draft, path, replace=replace)
        sync_folder(path.parent)
    finally:
        for leftover in (draft, draft.with_name(draft.name + "-journal")):
            with suppress(OSError):
                leftover.unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Waits until the disk has the file."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Waits until the disk has the names in a folder; not every system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _place(draft: Path, path: Path, *, replace: bool) -> None:
    if replace:
        draft.replace(path)
        return
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise _taken(path) from None
    except OSError:
        # A disk without hard links, such as FAT: nothing there renames without replacing.
        _require_free(path)
        draft.rename(path)


def _require_free(path: Path) -> None:
    if os.path.lexists(path):
        raise _taken(path)


def _taken(path: Path) -> Refused:
    return Refused(Message(_THERE.text, {"path": str(path)}))
