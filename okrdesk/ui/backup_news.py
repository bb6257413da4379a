"""What is said of a backup that could not be made."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from okrdesk.text import Message


class BackupNews(QObject):
    """Tells a failure once; the next attempt comes by itself."""

    def __init__(self, tell: Callable[[Message], None], parent: QObject) -> None:
        super().__init__(parent)
        self._tell = tell
        self._told: Message | None = None

    def hear(self, problem: Message | None) -> None:
        """Follows an attempt, with what went wrong or None."""
        if problem is not None and problem != self._told:
            self._tell(problem)
        self._told = problem
