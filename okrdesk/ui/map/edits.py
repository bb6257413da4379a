"""What is changed on the map: links, each as one step of undo."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from okrdesk.app import commands
from okrdesk.app.support_choices import SupportChoices
from okrdesk.domain.tables import KEY_RESULT, LINK, OBJECTIVE, ORGANISATION
from okrdesk.storage.transaction import Transaction
from okrdesk.text import Message
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.translation import said
from okrdesk.ui.what_was_done import about

P = ParamSpec("P")
R = TypeVar("R")


class Edits(QObject):
    """``told`` carries what was done and can be undone; what is refused is told by the plan."""

    told = Signal(str)

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._choices: tuple[int, SupportChoices] | None = None

    def allows(self, objective: int, target: int) -> bool:
        """Whether an objective may be linked to a card or a key result."""
        snapshot = self._bridge.snapshot
        if snapshot.find(ORGANISATION, target) is not None:
            return True
        if self._choices is None or self._choices[0] != objective:
            self._choices = (objective, SupportChoices(snapshot, [objective]))
        key_result = snapshot.find(KEY_RESULT, target)
        row = snapshot.find(OBJECTIVE, target if key_result is None else key_result.objective)
        return row is not None and self._choices[1].allows(row)

    def link(self, objective: int, target: int | None) -> None:
        """Gives an objective another place: below a card, a key result, or nothing."""
        self._choices = None
        if self._bridge.snapshot.find(OBJECTIVE, objective) is None or objective == target:
            return
        if self._done(commands.link_all, [objective], target):
            message = Message("Link changed for {items}")
            self.told.emit(about(message, self._bridge.snapshot, [objective]))

    def unlink(self, link: int) -> None:
        """Takes one line away."""
        row = self._bridge.snapshot.find(LINK, link)
        if row is not None and self._done(commands.remove_link, link):
            self.told.emit(said(Message("Unlinked")))

    def _done(
        self,
        command: Callable[Concatenate[Transaction, P], R],
        *args: P.args,
        **fields: P.kwargs,
    ) -> bool:
        before = self._bridge.workspace.last_txn
        self._bridge.attempt(command, *args, **fields)
        return self._bridge.workspace.last_txn != before
