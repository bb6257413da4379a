"""The one place where Qt meets the workspace: commands go in, ``updated`` comes out."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Concatenate, NamedTuple, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from okrdesk.app.history import Entry
from okrdesk.app.workspace import Update, Workspace
from okrdesk.domain.errors import UserError
from okrdesk.domain.scoring import Scores
from okrdesk.domain.snapshot import Snapshot
from okrdesk.storage.failures import NotSaved, Replaced
from okrdesk.storage.transaction import Transaction
from okrdesk.text import Message

P = ParamSpec("P")
R = TypeVar("R")


class Unsaved(NamedTuple):
    """A step that the disk did not take, and how to take it again, here or in a copy."""

    error: NotSaved
    again: "Callable[[Bridge], object]"


class Bridge(QObject):
    """A workspace with signals.

    ``updated`` carries an ``Update`` after every committed change, ``refused`` the ``Message``
    of a command that the rules did not allow. ``unsaved`` carries an ``Unsaved``; ``outdated``
    says that another program has changed the file.
    """

    updated = Signal(object)
    refused = Signal(object)
    unsaved = Signal(object)
    outdated = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._unsubscribe = workspace.subscribe(self._publish)

    @property
    def snapshot(self) -> Snapshot:
        """The plan as it stands."""
        return self.workspace.snapshot

    @property
    def scores(self) -> Scores:
        """Its numbers as of today."""
        return self.workspace.scores

    @property
    def today(self) -> date:
        """The day that counts as today."""
        return self.workspace.today

    @property
    def read_only(self) -> bool:
        """Whether the plan can only be read."""
        return self.workspace.read_only

    @property
    def path(self) -> Path:
        """Where the plan is."""
        return self.workspace.path

    def run(
        self, command: Callable[Concatenate[Transaction, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Runs the command as one durable step; raises UserError when a rule forbids it."""
        return self.workspace.run(command, *args, **kwargs)

    def attempt(
        self, command: Callable[Concatenate[Transaction, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R | None:
        """Like ``run``, but tells by a signal instead of raising; then returns None."""
        try:
            return self.run(command, *args, **kwargs)
        except UserError as error:
            self._tell(error, lambda bridge: bridge.attempt(command, *args, **kwargs))
            return None

    def undo(self) -> Message | None:
        """Takes the last step back; returns its label, or None when there was none."""
        return self._step(self.workspace.undo, self.workspace.undo_label, Bridge.undo)

    def redo(self) -> Message | None:
        """Makes the step undone last again; returns its label, or None."""
        return self._step(self.workspace.redo, self.workspace.redo_label, Bridge.redo)

    def history(self, about: int) -> list[list[Entry]]:
        """What was done to an item, step by step, oldest first."""
        return list(self.workspace.history(about=about))

    def close(self) -> None:
        """Stops listening and closes the workspace, with its backup."""
        self._unsubscribe()
        self.workspace.close()

    def _step(
        self,
        step: Callable[[], Update | None],
        label: Message | None,
        again: "Callable[[Bridge], object]",
    ) -> Message | None:
        try:
            return label if step() is not None else None
        except UserError as error:
            self._tell(error, again)
            return None

    def _tell(self, error: UserError, again: "Callable[[Bridge], object]") -> None:
        if isinstance(error, NotSaved):
            self.unsaved.emit(Unsaved(error, again))
        elif isinstance(error, Replaced):
            self.outdated.emit()
        else:
            self.refused.emit(error.message)

    def _publish(self, update: Update) -> None:
        self.updated.emit(update)
