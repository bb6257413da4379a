"""One process for each person: a second start hands its plan over to the first.

The one that is asked greets first. So one that is stuck is never sent anything that it might do
much later, and the second start goes on alone. ``QtNetwork`` is imported when it is needed: a
first start looks only whether somebody could be there.
"""

import json
import os
import stat
import sys
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QDir, QObject, Signal

from okrdesk.app.locations import Locations

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_MS = 1_000
"""How long an answer is waited for, each time; one that works answers within a few."""
_GREETING = b"okrdesk 1\n"
_DONE = b"done\n"
_LONGEST = 65_536
_TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")


class Request(NamedTuple):
    """What a second start asks for: to show a plan, or only the window."""

    path: str = ""
    """Absolute; empty for none."""
    read_only: bool = False
    token: str = ""
    """The desktop's permission to come to the front."""


def request(path: Path | None, *, read_only: bool = False) -> Request:
    """What this start asks for."""
    token = next((os.environ[name] for name in _TOKENS if os.environ.get(name)), "")
    return Request("" if path is None else str(path.absolute()), read_only, token)


def address(places: Locations, today: date | None = None, pid: int | None = None) -> str:
    """Where this person's program listens: by the folders it uses and the day that it is given.

    ``pid``: where one listens that had to start alone.
    """
    place = f"{places.settings.absolute()}\n{today or ''}"
    name = f"okrdesk-{sha256(place.encode()).hexdigest()[:16]}"
    name = name if pid is None else f"{name}-{pid}"
    if sys.platform == "win32":
        return f"{name}-{os.environ.get('USERNAME', '')}"
    return str(_folder() / name)


def hand_over(place: str, asked: Request, patience_ms: int = PATIENCE_MS) -> bool:
    """Asks the program that listens there; False when none does, or it does not answer in time."""
    if not _may_be_there(place):
        return False
    from PySide6.QtNetwork import QLocalSocket

    line = QLocalSocket()
    line.connectToServer(place)
    greeted = line.waitForConnected(patience_ms) and _answered(line, _GREETING, patience_ms)
    if greeted:
        line.write(json.dumps(asked._asdict()).encode() + b"\n")
        line.flush()
    done = greeted and _answered(line, _DONE, patience_ms)
    line.abort()
    return done


class Listener(QObject):
    """Listens for further starts; ``asked`` carries the ``Request`` of each."""

    asked = Signal(object)

    def __init__(
        self, places: Locations, today: date | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._places, self._today = places, today
        self._server: QLocalServer | None = None

    def listen(self) -> str:
        """Begins; returns where, empty when the system does not allow it."""
        from PySide6.QtNetwork import QLocalServer

        server = self._server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._greet)
        place = address(self._places, self._today)
        if _somebody_at(place):
            place = address(self._places, self._today, os.getpid())
        # What a program left that was ended by force.
        QLocalServer.removeServer(place)
        return place if server.listen(place) else ""

    def close(self) -> None:
        """Stops listening."""
        if self._server is not None:
            self._server.close()

    def _greet(self) -> None:
        line = self._server.nextPendingConnection() if self._server is not None else None
        if line is not None:
            line.disconnected.connect(line.deleteLater)
            line.readyRead.connect(lambda: self._read(line))
            line.write(_GREETING)
            line.flush()

    def _read(self, line: "QLocalSocket") -> None:
        if not line.canReadLine():
            if line.bytesAvailable() > _LONGEST:
                line.abort()
            return
        asked = _understood(bytes(line.readLine().data()))
        if asked is None:
            line.abort()
            return
        line.write(_DONE)
        line.flush()
        self.asked.emit(asked)


def _folder() -> Path:
    """A folder for sockets, whose names may not be long."""
    given = os.environ.get("XDG_RUNTIME_DIR", "")
    return Path(given) if given and Path(given).is_dir() else Path(QDir.tempPath())


def _may_be_there(place: str) -> bool:
    """Whether there is a socket of this person: a stranger's gets to know nothing."""
    if sys.platform == "win32":
        return True
    try:
        found = os.lstat(place)
    except OSError:
        return False
    return stat.S_ISSOCK(found.st_mode) and found.st_uid == os.getuid()


def _somebody_at(place: str) -> bool:
    """Whether a program holds that address, even if it is stuck."""
    if not _may_be_there(place):
        return False
    from PySide6.QtNetwork import QLocalSocket

    line = QLocalSocket()
    line.connectToServer(place)
    there = line.waitForConnected(PATIENCE_MS)
    line.abort()
    return there


def _answered(line: "QLocalSocket", expected: bytes, patience_ms: int) -> bool:
    return (line.canReadLine() or line.waitForReadyRead(patience_ms)) and (
        bytes(line.readLine().data()) == expected
    )


def _understood(text: bytes) -> Request | None:
    try:
        given = json.loads(text)
        return Request(str(given["path"]), bool(given["read_only"]), str(given["token"]))
    except (ValueError, KeyError, TypeError):
        return None
