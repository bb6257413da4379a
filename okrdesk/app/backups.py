"""The backups of an open plan: when one is due, and what became of the last."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from enum import Enum
from pathlib import Path

from okrdesk.app.clock import Clock
from okrdesk.domain.errors import UserError
from okrdesk.storage.backup import REPLACED, Backup, back_up, list_backups, rotate
from okrdesk.text import Message

EVERY = timedelta(minutes=30)
"""After so long a plan that has changed is backed up again, and after a failure tried again."""
FRESH = timedelta(minutes=5)
"""A backup that is younger is enough at close: a script may open and close a plan at each step."""


class Why(Enum):
    """What a backup was made for; the word is kept beside it."""

    DAY = "day"
    HALF_HOUR = "half hour"
    CLOSE = "close"
    ASKED = "asked"
    REPLACED = REPLACED


_NO_FOLDER = Message("No backup could be made: {reason}. The plan itself is saved.")


class Backups:
    """Made before the first change of a day, every half hour with changes, and at close.

    ``automatic`` False: only when asked. ``problem`` says why the last one could not be made.
    """

    def __init__(
        self,
        plan: Path,
        folder: Path,
        *,
        clock: Clock,
        last_txn: Callable[[], int],
        automatic: bool,
    ) -> None:
        self.folder = folder
        self.automatic = automatic
        self.problem: Message | None = None
        self._plan, self._clock, self._last_txn = plan, clock, last_txn
        self._kept_txn = last_txn()
        self._tried: datetime | None = None

    @property
    def newest(self) -> datetime | None:
        """When the newest backup was made (UTC), or None."""
        return next((backup.made for backup in list_backups(self.folder)), None)

    def make(self, why: Why = Why.ASKED) -> Path:
        """Makes a backup and removes those no longer kept. UserError: it cannot be written."""
        self._tried = now = self._clock.now()
        backup = make_backup(self._plan, self.folder, now, why)
        self._kept_txn, self.problem = self._last_txn(), None
        return backup.path

    def make_if_due(self) -> None:
        """Before a change, and now and then: a failure stops nobody from working."""
        if self.automatic and (why := self._due()):
            self._try(why)

    def make_at_close(self) -> None:
        """When something has changed since the last one, unless that is fresh."""
        if self.automatic and self._changed() and not self._younger_than(FRESH):
            self._try(Why.CLOSE)

    def _due(self) -> Why | None:
        if self._tried is None:
            newest = self.newest
            self._tried = self._clock.now() if newest is None else newest
            another_day = newest is None or _local_day(newest) < _local_day(self._clock.now())
            return Why.DAY if another_day else None
        return Why.HALF_HOUR if self._changed() and not self._younger_than(EVERY) else None

    def _changed(self) -> bool:
        return self._last_txn() != self._kept_txn

    def _younger_than(self, age: timedelta) -> bool:
        return self._tried is not None and self._clock.now() - self._tried < age

    def _try(self, why: Why) -> None:
        try:
            self.make(why)
        except UserError as error:
            self.problem = error.message


def make_backup(plan: Path, folder: Path, now: datetime, why: Why = Why.ASKED) -> Backup:
    """Makes a backup, and removes those no longer kept. UserError: it cannot be written."""
    _make_folder(folder)
    backup = back_up(plan, folder, now, why.value)
    rotate(folder, backup.size)
    return backup


def why_made(backup: Backup) -> Why | None:
    """What the backup was made for; None if nobody knows."""
    return next((why for why in Why if why.value == backup.why), None)


def _local_day(moment: datetime) -> date:
    return moment.astimezone().date()


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError(Message(_NO_FOLDER.text, {"reason": reason})) from error
