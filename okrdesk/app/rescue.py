"""When a plan is damaged: its newest backup, or what can still be read, as a file beside it."""

from pathlib import Path

from okrdesk.app.clock import Clock
from okrdesk.storage.backup import newest_sound, restore_copy
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
    target = _free(plan, f"backup {backup.made.astimezone():%Y-%m-%d %H.%M}")
    restore_copy(backup, target)
    return target


def readable_beside(plan: Path, clock: Clock) -> tuple[Path, int, int]:
    """Copies what can be read to a new file beside the plan.

    Returns it with the number of rows saved and lost. Raises UserError when there is nothing.
    """
    target = _free(plan, "recovered")
    saved = salvage(plan, target, Origin(clock.today(), clock.now()), fresh_id)
    rows, lost = (sum(counts) for counts in zip(*saved.values(), strict=True))
    return target, rows, lost


def _free(plan: Path, what: str) -> Path:
    """A name beside the plan at which there is no file yet."""
    names = (f"{plan.stem} ({what}{number})" for number in ("", *(f" {n}" for n in range(2, 999))))
    paths = (plan.with_name(name + plan.suffix) for name in names)
    return next(path for path in paths if not path.exists())
