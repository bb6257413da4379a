"""What the first 100 bytes of a file say, read before SQLite sees it.

Source of the layout: https://www.sqlite.org/fileformat2.html, section 1.3.
"""

import os
import stat
import struct
from pathlib import Path
from typing import NamedTuple

from okrdesk.domain.errors import Refused
from okrdesk.storage.failures import damaged
from okrdesk.text import Message

APPLICATION_ID = 0x4F4B5244
"""``OKRD``: the file's header names its program."""
VERSION = 2
"""The schema that this program writes."""
SIZE = 100

_MAGIC = b"SQLite format 3\0"
_WAL = 2
_PAGE = 4096

_MISSING = Message("There is no plan at {path}. Check the name, or make a new plan.")
_FOLDER = Message("{path} is a folder, not a plan. Choose the file in it.")
_NO_FILE = Message("{path} is not a file. Choose a plan.")
_UNREADABLE = Message("You may not read {path}. Ask its owner, or choose another plan.")
_EMPTY = Message("{name} is empty: there is no plan in it. It was not changed. Open a backup.")
_FOREIGN = Message(
    "{name} is not a plan of OKR Desk, or it is encrypted. It was not changed. Choose another file."
)
_OTHER = Message("{name} belongs to another program. It was not changed. Choose another file.")


class Header(NamedTuple):
    """What a plan's header says."""

    version: int
    """Of the schema; 0 or more."""
    change: int
    """Counts the transactions that were written."""
    wal: bool
    """Somebody has switched the file to a write-ahead log."""


def read_header(path: Path) -> Header:
    """Reads the header of a plan. Raises Refused with the reason when it is not one."""
    try:
        _require_file(path)
        with path.open("rb") as file:
            start = file.read(SIZE)
            size = os.fstat(file.fileno()).st_size
    except PermissionError as error:
        raise _refused(_UNREADABLE, path) from error
    except (OSError, ValueError) as error:
        raise _refused(_MISSING, path) from error
    return _checked(start, size, path)


def change_counter(start: bytes) -> int:
    """The number of the last transaction, from the first bytes of a file."""
    counter: int = struct.unpack_from(">I", start.ljust(SIZE, b"\0"), 24)[0]
    return counter


def mend(path: Path) -> None:
    """Gives a damaged file the header that our files have, so that the rest can be tried."""
    with path.open("r+b") as file:
        start = file.read(SIZE).ljust(SIZE, b"\0")
        if not start.startswith(_MAGIC) or not _whole_pages(start, SIZE * SIZE * SIZE):
            file.seek(0)
            file.write(_MAGIC + struct.pack(">H6B", _PAGE, 1, 1, 0, 64, 32, 32))


def _require_file(path: Path) -> None:
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise _refused(_FOLDER, path)
    if not stat.S_ISREG(mode):
        raise _refused(_NO_FILE, path)


def _checked(start: bytes, size: int, path: Path) -> Header:
    if not size:
        raise _refused(_EMPTY, path)
    if not start.startswith(_MAGIC):
        raise _refused(_FOREIGN, path)
    if len(start) < SIZE:
        raise damaged(path)
    version, application = struct.unpack_from(">i", start, 60)[0], start[68:72]
    if application != struct.pack(">I", APPLICATION_ID):
        raise _refused(_OTHER, path)
    if version < 1 or not _whole_pages(start, size):
        raise damaged(path)
    return Header(version, change_counter(start), _WAL in start[18:20])


def _whole_pages(start: bytes, size: int) -> bool:
    page = struct.unpack_from(">H", start, 16)[0]
    page = 65536 if page == 1 else page
    return page >= 512 and page & (page - 1) == 0 and size >= page


def _refused(message: Message, path: Path) -> Refused:
    return Refused(Message(message.text, {"path": str(path), "name": path.name}))
