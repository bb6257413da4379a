"""When a plan is damaged: its newest backup, or what can still be read, as a file beside it."""

from datetime import datetime
from pathlib import Path

from okrdesk.app.clock import Clock
from okrdesk.storage.backup import Backup, newest_sound, restore_copy
from okrdesk.storage.journal import Origin
from okrdesk.storage.salvage import salvage
from okrdesk.storage.store import fresh_id


def backup_beside(plan: Path, folder: Path) -> Path | None:
    """Copies the newest sound backup to a new file beside the plan; None when there is none.

    Raises UserError when it cannot be written.
    """
    backup = newest_sound(folder)
    if backup is None:
        return None
    return copy_of_backup(plan, backup)


def copy_of_backup(plan: Path, backup: Backup) -> Path:
    """Copies a backup to a new file beside the plan. UserError: damaged, or not written."""
    target = free_beside(plan, f"backup {moment_in_name(backup.made)}")
    restore_copy(backup, target)
    return target


def readable_beside(plan: Path, clock: Clock) -> tuple[Path, int, int]:
    """Copies what can be read to a new file beside the plan.

    Returns it with the number of rows saved and lost. Raises UserError when there is nothing.
    """
    target = free_beside(plan, "recovered")
    return target, *readable_to(plan, target, clock)


def readable_to(plan: Path, target: Path, clock: Clock) -> tuple[int, int]:
    """Copies what can be read to a new file; returns the number of rows saved and lost."""
    saved = salvage(plan, target, Origin(clock.today(), clock.now()), fresh_id)
    rows, lost = (sum(counts) for counts in zip(*saved.values(), strict=True))
    return rows, lost


def moment_in_name(moment: datetime) -> str:
    """A moment as every file system takes it in a name, in local time."""
    return f"{moment.astimezone():%Y-%m-%d %H.%M}"


def free_beside(plan: Path, what: str) -> Path:
    """A name beside the plan at which there is no file yet."""
    names = (f"{plan.stem} ({what}{number})" for number in ("", *(f" {n}" for n in range(2, 999))))
    paths = (plan.with_name(name + plan.suffix) for name in names)
    return next(path for path in paths if not path.exists())
