"""Lines between programs of one person, over a socket in the file system: Linux, macOS.

Python's own sockets: ``QtNetwork`` would take 2.5 MB at rest for these few lines.
"""

import os
import socket
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier

LONGEST = 65_536
_WAITING = 8


class Server(QObject):
    """Greets whoever comes and answers one line: ``answer`` gives the reply, or None to hang up."""

    def __init__(
        self, greeting: bytes, answer: Callable[[bytes], bytes | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._greeting, self._answer = greeting, answer
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.setblocking(False)
        self._place = ""

    def listen(self, place: str) -> bool:
        """Begins, in place of what a killed program left there; False if the system refuses."""
        try:
            Path(place).unlink(missing_ok=True)
            self._socket.bind(place)
            # Before anybody can come: only this person may.
            Path(place).chmod(0o600)
            self._socket.listen(_WAITING)
        except OSError:
            self._socket.close()
            return False
        self._place = place
        notifier = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self._greet)
        return True

    def close(self) -> None:
        """Ends, and lets nobody find it any more."""
        for child in self.children():
            if isinstance(child, _Guest):
                child.hang_up()
            elif isinstance(child, QSocketNotifier):
                child.setEnabled(False)
        self._socket.close()
        if self._place:
            Path(self._place).unlink(missing_ok=True)

    def _greet(self) -> None:
        with suppress(OSError):
            line, _ = self._socket.accept()
            _Guest(line, self._greeting, self._answer, self)


class _Guest(QObject):
    """Somebody who has come."""

    def __init__(
        self,
        line: socket.socket,
        greeting: bytes,
        answer: Callable[[bytes], bytes | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._line, self._answer, self._said = line, answer, b""
        line.setblocking(False)
        self._notifier = QSocketNotifier(line.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        self._send(greeting)

    def _read(self) -> None:
        try:
            heard = self._line.recv(LONGEST)
        except OSError:
            heard = b""
        self._said += heard
        if not heard or len(self._said) > LONGEST:
            self.hang_up()
        elif b"\n" in self._said:
            reply = self._answer(self._said.partition(b"\n")[0])
            self._said = b""
            if reply is None:
                self.hang_up()
            else:
                self._send(reply)

    def _send(self, text: bytes) -> None:
        with suppress(OSError):
            self._line.send(text)

    def hang_up(self) -> None:
        """Lets them go."""
        self._notifier.setEnabled(False)
        self._line.close()
        self.deleteLater()


def ask(place: str, text: bytes, greeting: bytes, done: bytes, patience_ms: int) -> bool:
    """Says a line to the program there once it has greeted; whether it is done in time."""
    if not may_be_there(place):
        return False
    with suppress(OSError), socket.socket(socket.AF_UNIX) as line:
        line.settimeout(patience_ms / 1000)
        line.connect(place)
        if _heard(line) == greeting:
            line.sendall(text)
            return _heard(line) == done
    return False


def somebody_at(place: str) -> bool:
    """Whether a program holds that place, even if it is stuck."""
    with suppress(OSError), socket.socket(socket.AF_UNIX) as line:
        line.connect(place)
        return True
    return False


def may_be_there(place: str) -> bool:
    """Whether there is a socket of this person: a stranger's gets to know nothing."""
    try:
        found = os.lstat(place)
    except OSError:
        return False
    return stat.S_ISSOCK(found.st_mode) and found.st_uid == os.getuid()


def _heard(line: socket.socket) -> bytes:
    """One line; what was heard of it when the other one hung up."""
    heard = b""
    while not heard.endswith(b"\n"):
        more = line.recv(1000)
        if not more:
            break
        heard += more
    return heard
