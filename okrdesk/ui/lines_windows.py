"""Lines between programs of one person, over Qt's named pipes: Windows. It runs on Linux too."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

LONGEST = 65_536


class Server(QObject):
    """Greets whoever comes and answers one line: ``answer`` gives the reply, or None to hang up."""

    def __init__(
        self, greeting: bytes, answer: Callable[[bytes], bytes | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._greeting, self._answer = greeting, answer
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)

    def listen(self, place: str) -> bool:
        """Begins; False if the system refuses."""
        QLocalServer.removeServer(place)
        return self._server.listen(place)

    def close(self) -> None:
        """Ends."""
        self._server.close()

    def _greet(self) -> None:
        line = self._server.nextPendingConnection()
        if line is not None:
            line.disconnected.connect(line.deleteLater)
            line.readyRead.connect(lambda: self._read(line))
            line.write(self._greeting)
            line.flush()

    def _read(self, line: QLocalSocket) -> None:
        if not line.canReadLine():
            if line.bytesAvailable() > LONGEST:
                line.abort()
            return
        reply = self._answer(bytes(line.readLine().data()).rstrip(b"\n"))
        if reply is None:
            line.abort()
            return
        line.write(reply)
        line.flush()


def ask(place: str, text: bytes, greeting: bytes, done: bytes, patience_ms: int) -> bool:
    """Says a line to the program there once it has greeted; whether it is done in time."""
    line = QLocalSocket()
    line.connectToServer(place)
    greeted = line.waitForConnected(patience_ms) and _heard(line, greeting, patience_ms)
    if greeted:
        line.write(text)
        line.flush()
    answered = greeted and _heard(line, done, patience_ms)
    line.abort()
    return answered


def somebody_at(place: str) -> bool:
    """Whether a program holds that place, even if it is stuck."""
    line = QLocalSocket()
    line.connectToServer(place)
    there = line.waitForConnected(1_000)
    line.abort()
    return there


def _heard(line: QLocalSocket, expected: bytes, patience_ms: int) -> bool:
    return (line.canReadLine() or line.waitForReadyRead(patience_ms)) and (
        bytes(line.readLine().data()) == expected
    )
