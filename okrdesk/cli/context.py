"""What a command works with: its arguments, words, the clock, and the plan it opens."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from okrdesk.app.clock import SystemClock
from okrdesk.cli.find import find_person
from okrdesk.domain.snapshot import Snapshot
from okrdesk.text import Catalogue

if TYPE_CHECKING:
    from okrdesk.app.workspace import Workspace
    from okrdesk.domain.scoring import Scores


class Context(NamedTuple):
    """One call of the program."""

    arguments: argparse.Namespace
    catalogue: Catalogue

    @property
    def clock(self) -> SystemClock:
        """The computer's clock, or the day of ``--today``."""
        return SystemClock(getattr(self.arguments, "today", None))

    @property
    def path(self) -> Path:
        """The plan's file."""
        return Path(self.arguments.file)

    def option(self, name: str) -> Any:
        """An option that not every command has, or None."""
        return getattr(self.arguments, name, None)

    @contextmanager
    def reading(self) -> Iterator["Workspace"]:
        """The plan, opened read-only: also while a window or another program has it open."""
        from okrdesk.app.workspace import Workspace

        workspace = Workspace.open(self.path, clock=self.clock, write=False)
        try:
            yield workspace
        finally:
            workspace.close()

    @contextmanager
    def writing(self) -> Iterator["Workspace"]:
        """The plan, opened for changes by the person of ``--as``."""
        from okrdesk.app.workspace import Workspace

        workspace = Workspace.open(self.path, clock=self.clock)
        try:
            if self.option("person") is not None:
                workspace.author = find_person(workspace.snapshot, self.arguments.person)
            yield workspace
        finally:
            workspace.close()


class Picture(NamedTuple):
    """A plan as a command shows it."""

    snapshot: Snapshot
    scores: "Scores"
    today: date
    as_of: date


@contextmanager
def picture(context: Context) -> Iterator[Picture]:
    """The plan today, or as of the day of ``--on``."""
    on = context.option("on")
    with context.reading() as workspace:
        today = workspace.today
        if on is None:
            yield Picture(workspace.snapshot, workspace.scores, today, today)
        else:
            yield Picture(*workspace.as_of(on), today, on)
