"""Back and forward: the places a person jumped away from."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

MOST = 100


class Visit(NamedTuple):
    """A page, what was selected and filtered on it, and the view or team it was narrowed to."""

    page: str
    state: object = None
    narrowing: str = ""


class Ways(NamedTuple):
    """What one can go back and forward to, the next one last."""

    behind: list[Visit]
    ahead: list[Visit]


class Navigator(QObject):
    """Remembers the place before each jump.

    Whoever jumps calls ``leave`` first; moving the cursor is no jump. ``changed`` tells that
    there is more or less to go back or forward to.
    """

    changed = Signal()

    def __init__(
        self,
        here: Callable[[], Visit],
        go: Callable[[Visit], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._here, self._go = here, go
        self._behind: list[Visit] = []
        self._ahead: list[Visit] = []

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place to go back to."""
        return bool(self._behind)

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a place that was left by going back."""
        return bool(self._ahead)

    def leave(self) -> None:
        """Remembers where we are, before a jump."""
        here = self._here()
        if here not in self._behind[-1:]:
            self._behind = [*self._behind, here][-MOST:]
        self._ahead.clear()
        self.changed.emit()

    def back(self) -> None:
        """Goes to the place before the last jump."""
        self._move(self._behind, self._ahead)

    def forward(self) -> None:
        """Takes the last step back again."""
        self._move(self._ahead, self._behind)

    def forget(self) -> None:
        """Starts anew, as where another plan is opened."""
        self._behind.clear()
        self._ahead.clear()
        self.changed.emit()

    def set_aside(self) -> Ways:
        """Starts anew, and returns what ``bring_back`` goes on with."""
        ways = Ways(self._behind, self._ahead)
        self._behind, self._ahead = [], []
        self.changed.emit()
        return ways

    def bring_back(self, ways: Ways) -> None:
        """Goes on with what was set aside."""
        self._behind, self._ahead = ways
        self.changed.emit()

    def _move(self, source: list[Visit], target: list[Visit]) -> None:
        here = self._here()
        while source and source[-1] == here:
            source.pop()
        if source:
            target.append(here)
            self._go(source.pop())
        self.changed.emit()
