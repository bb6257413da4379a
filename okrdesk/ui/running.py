"""One process for each person: a second start hands its plan over to the first.

The one that is asked greets first. So one that is stuck is never sent anything that it might do
much later, and the second start goes on alone.
"""

import json
import os
import sys
from datetime import date
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QDir, QObject, QTimer, Signal

from okrdesk.app.locations import Locations

PATIENCE_MS = 1_000
"""How long an answer is waited for, each time; one that works answers within a few."""
GREETING = b"okrdesk 1\n"
DONE = b"done\n"
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
    text = json.dumps(asked._asdict()).encode() + b"\n"
    done: bool = lines().ask(place, text, GREETING, DONE, patience_ms)
    return done


class Listener(QObject):
    """Listens for further starts; ``asked`` carries the ``Request`` of each."""

    asked = Signal(object)

    def __init__(
        self, places: Locations, today: date | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._places, self._today = places, today
        self._server: Any = None

    def listen(self) -> str:
        """Begins; returns where, empty when the system does not allow it."""
        place = address(self._places, self._today)
        if lines().somebody_at(place):
            place = address(self._places, self._today, os.getpid())
        self._server = lines().Server(GREETING, self._answer, self)
        return place if self._server.listen(place) else ""

    def close(self) -> None:
        """Stops listening."""
        if self._server is not None:
            self._server.close()

    def _answer(self, text: bytes) -> bytes | None:
        """The reply goes out before the work begins, which may take a while."""
        asked = _understood(text)
        if asked is None:
            return None
        QTimer.singleShot(0, self, lambda: self.asked.emit(asked))
        return DONE


def lines() -> Any:  # one of two modules with the same functions
    """How programs talk on this system."""
    system = "windows" if sys.platform == "win32" else "posix"
    return import_module(f"okrdesk.ui.lines_{system}")


def _folder() -> Path:
    """A folder for sockets, whose names may not be long."""
    given = os.environ.get("XDG_RUNTIME_DIR", "")
    return Path(given) if given and Path(given).is_dir() else Path(QDir.tempPath())


def _understood(text: bytes) -> Request | None:
    try:
        given = json.loads(text)
        return Request(str(given["path"]), bool(given["read_only"]), str(given["token"]))
    except (ValueError, KeyError, TypeError):
        return None
