"""Where a number key result is heading: a robust line through its check-ins."""

from collections.abc import Sequence
from datetime import date
from statistics import median
from typing import NamedTuple

from okrdesk.domain.key_results import kind
from okrdesk.domain.key_results.kind import Sample
from okrdesk.domain.key_results.numeric import Numeric
from okrdesk.domain.readings import reading
from okrdesk.domain.rounding import tidy
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import KEY_RESULT
from okrdesk.domain.words import Source

MOST = 26
LEAST = 3


class Forecast(NamedTuple):
    """What to expect at the due date, in the key result's unit."""

    value: float
    low: float
    """With the 10th percentile of the residuals."""
    high: float
    """With the 90th percentile of the residuals."""
    slope: float
    """Change a day."""
    needed_a_week: float | None
    """Change a week that would still reach the target; None once the due date is here."""


def forecast_of(snapshot: Snapshot, key_result: int, today: date) -> Forecast | None:
    """Of a key result on a day; None for a kind without a number line, or where it says nothing.

    Nothing is said after the due date, of fewer than three values, and of what children drive.
    KeyError when there is no such key result.
    """
    row = snapshot.get(KEY_RESULT, key_result)
    if not isinstance(kind(row.kind), Numeric) or row.source is Source.CHILDREN:
        return None
    read = reading(snapshot, key_result, row, today)
    if read.due is None:
        return None
    target = read.terms.target
    return forecast(read.samples, read.due, today, None if target is None else float(target))


def forecast(
    samples: Sequence[Sample], due: date, today: date, target: float | None
) -> Forecast | None:
    """The Theil–Sen line through the last 26 samples, one a day, extended to the due date.

    Sen (1968), "Estimates of the regression coefficient based on Kendall's tau", JASA 63.
    None with fewer than three samples, or after the due date.
    """
    daily = {sample.date: float(sample.value) for sample in samples}
    days = sorted(daily)[-MOST:]
    if len(days) < LEAST or today > due:
        return None
    xs = [float((day - days[0]).days) for day in days]
    ys = [daily[day] for day in days]
    slope, intercept = theil_sen(xs, ys)
    residuals = sorted(y - (intercept + slope * x) for x, y in zip(xs, ys, strict=True))
    value = intercept + slope * (due - days[0]).days
    left = (due - today).days
    needed = (target - ys[-1]) / left * 7 if target is not None and left > 0 else None
    return Forecast(
        tidy(value),
        tidy(value + percentile(residuals, 0.1)),
        tidy(value + percentile(residuals, 0.9)),
        tidy(slope),
        None if needed is None else tidy(needed),
    )


def theil_sen(xs: Sequence[float], ys: Sequence[float]) -> tuple[float, float]:
    """Slope and intercept: medians of the pairwise slopes and of what they leave."""
    slopes = [
        (ys[j] - ys[i]) / (xs[j] - xs[i]) for i in range(len(xs)) for j in range(i + 1, len(xs))
    ]
    slope = median(slopes)
    return slope, median(y - slope * x for x, y in zip(xs, ys, strict=True))


def percentile(ordered: Sequence[float], share: float) -> float:
    """The value below which that share lies, by linear interpolation; ``ordered`` ascends."""
    place = share * (len(ordered) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)
