"""Files that are there as a whole or not at all."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from okrdesk.domain.errors import UserError
from okrdesk.text import Message


def write_whole(path: Path, write: Callable[[BinaryIO], object]) -> None:
    """Writes beside ``path``, makes it durable, then puts it in place.

    Raises UserError when the folder does not take it; what was there before is then untouched.
    """
    beside = path.with_name(f".{path.name}.part")
    try:
        with beside.open("wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        _discard(beside)
        raise _not_written(path) from error
    except BaseException:
        _discard(beside)
        raise


def make_folder(folder: Path) -> None:
    """The folder and those above it. Raises UserError when that does not work."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _not_written(folder) from error


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
