"""When a backup is due. The plan's own backups are made and kept by the storage room."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

EVERY = timedelta(minutes=30)


class BackupState(NamedTuple):
    """What the policy knows: when the last backup was made and how far the plan was then."""

    made: datetime | None = None
    txn: int = 0


def due_on_open(made: datetime | None, today: date) -> bool:
    """The first time that a plan is opened on a day."""
    return made is None or made.astimezone().date() < today


def due_while_open(state: BackupState, txn: int, now: datetime) -> bool:
    """Thirty minutes after the last one, if something has changed since."""
    return txn != state.txn and (state.made is None or now - state.made >= EVERY)


def due_at_close(state: BackupState, txn: int) -> bool:
    """When something has changed since the last one."""
    return txn != state.txn
