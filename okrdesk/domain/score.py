"""What a score is, and the mean of what drives it."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from okrdesk.domain.key_results.kind import Reason
from okrdesk.domain.rounding import tidy
from okrdesk.domain.shares import Part, shares
from okrdesk.domain.words import Status


class Driver(NamedTuple):
    """What one key result or child brings into a mean."""

    id: int
    counted: float | None
    """Clamped ratio; None: left out."""
    expected: float
    pace_expected: float
    weight: float
    share: float | None
    """Fixed share in percent, or None."""
    measured: bool


class Score(NamedTuple):
    """How an item stands. Ratios: 1.0 is the target; None is shown as a dash."""

    raw: float | None = None
    expected: float | None = None
    pace_expected: float = 0.0
    status: Status | None = None
    suggested: Status | None = None
    reason: Reason = Reason.NO_MEASUREMENT
    confidence: float | None = None
    lowest_confidence: int | None = None
    stale: bool = False
    measured: tuple[int, int] = (0, 0)
    drivers: tuple[Driver, ...] = ()
    current: Decimal | None = None
    last_check_in: date | None = None
    """Day of the last check-in, KPI value or step done."""
    last_report: tuple[date, str] | None = None
    """Day and entry of the last check-in, which ends a person's own status before it."""
    holding: bool = False
    """A limit has to be kept until a day to come: not achieved before."""

    @property
    def progress(self) -> float | None:
        """The ratio that is shown: not clamped."""
        return self.raw


NOTHING = Score(reason=Reason.NO_DRIVERS)


def rolled_up(drivers: tuple[Driver, ...]) -> Score:
    """The weighted mean of the drivers that count."""
    if not drivers:
        return NOTHING
    if any(d.share is not None for d in drivers):
        weights = shares([Part(d.weight, d.share) for d in drivers])
        pairs = zip(drivers, weights, strict=True)
        drivers = tuple(d._replace(weight=weight) for d, weight in pairs)
    measured = (sum(d.measured for d in drivers), len(drivers))
    counted = [d for d in drivers if d.counted is not None]
    total = sum(d.weight for d in counted)
    base = Score(measured=measured, drivers=drivers)
    if not measured[0] or not counted:
        expected = _mean_of([(d.expected, d.weight) for d in drivers])
        return base._replace(expected=expected)
    if total == 0:
        return base._replace(reason=Reason.WEIGHT_ZERO)
    return base._replace(
        raw=_mean_of([(d.counted or 0.0, d.weight) for d in counted]),
        expected=_mean_of([(d.expected, d.weight) for d in counted]),
        pace_expected=_mean_of([(d.pace_expected, d.weight) for d in counted]) or 0.0,
        reason=Reason.OK,
    )


def _mean_of(parts: list[tuple[float, float]]) -> float | None:
    total = sum(weight for _, weight in parts)
    return tidy(sum(value * weight for value, weight in parts) / total) if total else None


def with_confidence(score: Score, parts: Iterable[Score]) -> Score:
    """The score with the mean of its parts' confidence, and the lowest of it."""
    given = list(parts)
    means = [part.confidence for part in given if part.confidence is not None]
    lows = [part.lowest_confidence for part in given if part.lowest_confidence is not None]
    mean = tidy(sum(means) / len(means)) if means else None
    return score._replace(confidence=mean, lowest_confidence=min(lows, default=None))
