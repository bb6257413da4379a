"""Files that are there as a whole or not at all."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from okrdesk.domain.errors import UserError
from okrdesk.text import Message

_AT_ONCE = 8

Write = Callable[[BinaryIO], object]
Put = Callable[[Path, Write], None]

_DATABASE = b"SQLite format 3\0"
"""How every plan begins, and many a file of another program."""


@contextmanager
def whole_files() -> Iterator[Put]:
    """Gives a function that writes a file beside its place, makes it durable, and puts it there.

    A disk takes milliseconds to make a file durable, so that happens while the next file is
    written; at the end all are in place. Raises UserError when a folder does not take a file;
    what was there before is then untouched. A plan is never replaced.
    """
    settling: list[Future[None]] = []
    with ThreadPoolExecutor(_AT_ONCE) as pool:

        def put(path: Path, write: Write) -> None:
            require_no_plan(path)
            beside = path.with_name(f".{path.name}.part")
            _guarded(path, beside, lambda: _write(beside, write))
            settling.append(pool.submit(_guarded, path, beside, lambda: _settle(beside, path)))

        yield put
        for one in settling:
            one.result()


def make_folder(folder: Path) -> None:
    """The folder and those above it. Raises UserError when that does not work."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _not_written(folder) from error


def require_no_plan(path: Path) -> None:
    """Raises UserError for a plan: ``report plan.okrdesk -o plan.okrdesk`` must not cost it."""
    try:
        start = _start(path) if path.is_file() else b""
    except OSError as error:
        raise _not_written(path) from error
    if start == _DATABASE:
        raise UserError(
            Message(
                "{name} is a plan. It was not touched. Choose another name.", {"name": path.name}
            )
        )


def _start(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(len(_DATABASE))


def _write(path: Path, write: Write) -> None:
    with path.open("wb") as file:
        write(file)


def _settle(beside: Path, path: Path) -> None:
    with beside.open("rb+") as file:
        os.fsync(file.fileno())
    beside.replace(path)


def _guarded(path: Path, beside: Path, work: Callable[[], None]) -> None:
    """Does the work; when it fails, nothing is left beside the file."""
    try:
        work()
    except OSError as error:
        _discard(beside)
        raise _not_written(path) from error
    except BaseException:
        _discard(beside)
        raise


def _discard(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        # The disk that refused the file may refuse this too, and the first error says more.
        return


def _not_written(path: Path) -> UserError:
    return UserError(
        Message(
            "“{name}” could not be written to that folder. Your plan is not touched. "
            "Choose another folder.",
            {"name": path.name},
        )
    )
