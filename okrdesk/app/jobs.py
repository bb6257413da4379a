"""Long work that tells how far it is and can be stopped; window and command line run it."""

from collections.abc import Callable
from typing import Protocol, TypeVar

T_co = TypeVar("T_co", covariant=True)

Progress = Callable[[int, int], None]
"""Told how many of how many parts are done."""


class Cancelled(Exception):
    """The person stopped the work; nothing of it is kept."""


class Job(Protocol[T_co]):
    """A piece of long work."""

    def run(self, progress: Progress, cancelled: Callable[[], bool]) -> T_co:
        """Does it. Asks ``cancelled`` between parts and raises Cancelled if so."""
        ...


def step(done: int, total: int, progress: Progress, cancelled: Callable[[], bool]) -> None:
    """What a job calls between two parts."""
    if cancelled():
        raise Cancelled
    progress(done, total)
