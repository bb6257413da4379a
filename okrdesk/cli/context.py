"""What a command works with: its arguments, words, the clock, and the plan it opens."""

import argparse
from pathlib import Path
from typing import Any, NamedTuple

from okrdesk.app.clock import SystemClock
from okrdesk.text import Catalogue


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
