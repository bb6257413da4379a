"""Whether the file is still the one that was opened: sync programs replace files."""

import os
from enum import Enum
from pathlib import Path

from okrdesk.storage.failures import Replaced, missing
from okrdesk.storage.header import SIZE, change_counter
from okrdesk.text import Message

_REPLACED = Message(
    "Another program, such as a sync service, has put another version in the place of {name}."
    " It was not overwritten. Save a copy of your version, or open the plan again to use the"
    " newer one."
)


class FileState(Enum):
    """What has become of an open plan's file."""

    AS_LEFT = "as this program left it"
    WRITTEN = "another program wrote into it"
    REPLACED = "another file has its name"
    MISSING = "no file has its name"


class Identity:
    """Remembers a file by its number on the disk, its size and its change counter.

    It keeps a handle of its own: opening and closing one at each look would drop SQLite's locks.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        self._known = self._now()

    def check(self) -> None:
        """Raises Replaced when the file is not as it was remembered, NotSaved when it is gone."""
        state = self.state()
        if state is FileState.MISSING:
            raise missing(self._path)
        if state is not FileState.AS_LEFT:
            raise Replaced(Message(_REPLACED.text, {"name": self._path.name}))

    def state(self) -> FileState:
        """What has become of the file."""
        try:
            in_place = os.path.samestat(os.fstat(self._handle), self._path.stat())
        except OSError:
            return FileState.MISSING
        if not in_place:
            return FileState.REPLACED
        return FileState.AS_LEFT if self._now() == self._known else FileState.WRITTEN

    def remember(self) -> None:
        """Takes the file as it is now for the known one."""
        self._known = self._now()

    def close(self) -> None:
        """Lets go of the file; only once no connection is open."""
        os.close(self._handle)

    def _now(self) -> tuple[int, int]:
        os.lseek(self._handle, 0, os.SEEK_SET)
        start = os.read(self._handle, SIZE)
        return os.fstat(self._handle).st_size, change_counter(start)
