"""Days as shares of a span, and the names of its weeks."""

from datetime import date

from okrdesk.charts.chart import Scale, Tick
from okrdesk.domain.cycles import weeks_between
from okrdesk.text import Catalogue

_MOST_TICKS = 7


def share(start: date, end: date, day: date) -> float:
    """0.0 on the first day, 1.0 on the last, clamped; a span of one day is all 1.0."""
    length = (end - start).days
    gone = (day - start).days
    return min(max(gone / length, 0.0), 1.0) if length > 0 else 1.0


def weeks(start: date, end: date, catalogue: Catalogue, most: int = _MOST_TICKS) -> Scale:
    """“W1” where the first week ends, and so on, at most ``most`` labels."""
    days = max((end - start).days, 1)
    count = weeks_between(start, end)
    every = -(-count // most)
    ticks = tuple(
        Tick(min(week * 7 / days, 1.0), catalogue("W{week}", week=week))
        for week in range(1, count + 1, every)
    )
    return Scale(0.0, 1.0, ticks)
