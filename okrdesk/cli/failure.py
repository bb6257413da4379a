"""What the program says when it is to blame: one line, and the rest in a log."""

import os
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path

from okrdesk.app.locations import locations

BUG = 70
"""The exit code of a mistake in the program itself (EX_SOFTWARE of sysexits.h)."""
_KEPT = 1_000_000
"""The log begins anew when it has grown to this many bytes."""


def report_bug(arguments: list[str], error: Exception) -> int:
    """Writes what went wrong into the log and says where that is; returns the exit code."""
    moment = datetime.now(UTC).isoformat(timespec="seconds")
    text = f"{moment} okrdesk {arguments!r}\n{''.join(traceback.format_exception(error))}\n"
    log = locations(os.environ).data / "okrdesk.log"
    where = f" What happened is written in {log}." if _written(log, text) else ""
    name = type(error).__name__
    sys.stderr.write(f"okrdesk: an error in the program ({name}). Your plan is safe.{where}\n")
    return BUG


def _written(log: Path, text: str) -> bool:
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        anew = log.exists() and log.stat().st_size > _KEPT
        with log.open("w" if anew else "a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
    except OSError:
        return False
    return True
