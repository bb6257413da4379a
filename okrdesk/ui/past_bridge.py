"""A plan as it stood on a past day: what is drawn from a bridge is drawn from this one alike."""

from collections.abc import Callable
from datetime import date
from typing import Concatenate, ParamSpec, TypeVar

from okrdesk.app.history import Entry
from okrdesk.domain.errors import Refused
from okrdesk.domain.scoring import Scores
from okrdesk.domain.snapshot import Snapshot
from okrdesk.storage.transaction import Transaction
from okrdesk.text import Message
from okrdesk.ui.bridge import Bridge

P = ParamSpec("P")
R = TypeVar("R")

READ_ONLY = Message("This is the plan as it stood on a past day. Go back to today to change it.")


class PastBridge(Bridge):
    """Reads the past and changes nothing; its day counts as today.

    It belongs to the bridge of the open plan and goes with it. ``updated`` never comes. Raises
    UserError where the journal cannot be read.
    """

    def __init__(self, live: Bridge, day: date) -> None:
        snapshot, scores = live.workspace.as_of(day)
        super().__init__(live.workspace, live)
        self._unsubscribe()
        self._snapshot, self._scores, self._day = snapshot, scores, day

    @property
    def snapshot(self) -> Snapshot:
        """The plan as it stood at the end of the day."""
        return self._snapshot

    @property
    def scores(self) -> Scores:
        """Its numbers as of that day."""
        return self._scores

    @property
    def today(self) -> date:
        """The day that is looked at."""
        return self._day

    @property
    def read_only(self) -> bool:
        """The past is."""
        return True

    def run(
        self, command: Callable[Concatenate[Transaction, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Refuses, and says why."""
        del command, args, kwargs
        raise Refused(READ_ONLY)

    def undo(self) -> Message | None:
        """Does nothing: what was done later cannot be taken back from here."""
        return None

    def redo(self) -> Message | None:
        """Does nothing, as ``undo``."""
        return None

    def history(self, about: int) -> list[list[Entry]]:
        """What was done to an item up to the end of the day."""
        return list(self.workspace.history(about=about, until=self._day))
