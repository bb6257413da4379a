"""Shares of a parent: edited ones are fixed, the others share the rest by their weights."""

from collections.abc import Sequence
from typing import NamedTuple

from okrdesk.domain.rounding import tidy

WHOLE = 100.0


class Part(NamedTuple):
    """A child as its parent weighs it."""

    weight: float
    share: float | None
    """Fixed share in percent, or None."""


def shares(parts: Sequence[Part]) -> list[float]:
    """The share of each part in percent; they sum to 100, or to 0 where all weigh nothing.

    Without a fixed share the weights alone decide. Fixed shares that do not sum to 100, with
    nothing left to share, are normalised (``normalised`` tells).
    """
    fixed = sum(part.share or 0.0 for part in parts)
    loose = sum(part.weight for part in parts if part.share is None)
    rest = max(0.0, WHOLE - fixed)
    raw = [
        part.share if part.share is not None else (rest * part.weight / loose if loose else 0.0)
        for part in parts
    ]
    total = sum(raw)
    return [tidy(share * WHOLE / total) if total else 0.0 for share in raw]


def normalised(parts: Sequence[Part]) -> bool:
    """Whether fixed shares had to be stretched or shrunk to 100; the explanation says so."""
    fixed = [part.share for part in parts if part.share is not None]
    loose = sum(part.weight for part in parts if part.share is None)
    total = tidy(sum(fixed))
    return bool(fixed) and total != WHOLE and (not loose or total > WHOLE)
