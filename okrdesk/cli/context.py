"""What a command works with: its arguments, words, the clock, and the plan it opens."""

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from okrdesk.app.clock import SystemClock
from okrdesk.app.locations import locations
from okrdesk.app.settings import Settings
from okrdesk.cli.find import find_person
from okrdesk.domain import tables as t
from okrdesk.domain.errors import Refused
from okrdesk.domain.ids import id_text, parse_id
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
        path: Path = self.arguments.file
        return path

    def option(self, name: str) -> Any:
        """An option that not every command has, or None."""
        return getattr(self.arguments, name, None)

    @contextmanager
    def reading(self) -> Iterator["Workspace"]:
        """The plan, opened read-only: also while a window or another program has it open."""
        from okrdesk.app.workspace import Workspace

        workspace = Workspace.open(self.path, clock=self.clock, write=False)
        self._speak(workspace.snapshot)
        try:
            yield workspace
        finally:
            workspace.close()

    @contextmanager
    def writing(self) -> Iterator["Workspace"]:
        """The plan, opened for changes by the person of ``--as``. Refused: it can only be read."""
        from okrdesk.app.workspace import Workspace

        workspace = Workspace.open(self.path, clock=self.clock, places=locations(os.environ))
        try:
            if workspace.notice is not None:
                raise Refused(workspace.notice)
            self._speak(workspace.snapshot)
            workspace.author = self.author(workspace.snapshot)
            yield workspace
        finally:
            workspace.close()

    def _speak(self, snapshot: Snapshot) -> None:
        """From here on the plan's own words are used, where it has any."""
        if any(snapshot.ids(t.WORD)):
            from okrdesk.app.vocabulary import vocabulary

            self.catalogue.own = vocabulary(snapshot, self.catalogue.text)

    def author(self, snapshot: Snapshot) -> int | None:
        """The person of ``--as``, else who this computer's settings say is at the keyboard."""
        named: str | None = self.option("person")
        if named is not None:
            return find_person(snapshot, named)
        plan = next(snapshot.ids(t.ORGANISATION))
        me = Settings(locations(os.environ).settings).me(id_text(plan))
        row = snapshot.find(t.PERSON, parse_id(me or ""))
        return row and row.id

    def author_name(self, snapshot: Snapshot) -> str:
        """That person's name, or nothing."""
        row = snapshot.find(t.PERSON, self.author(snapshot))
        return "" if row is None else row.name


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
