"""Medians of pairs: the subject and its floor in turn, so that a slow moment hits both."""

import json
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass

RUNS = 7


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure. ``value`` and ``floor`` are medians in ``unit``."""

    figure: str
    unit: str
    value: float
    floor_is: str
    floor: float | None
    ratio: float | None
    aim: str
    met: bool
    runs: int


def seconds(action: Callable[[], object]) -> float:
    """How long the action takes, wall clock."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def paired(subject: Callable[[], float], floor: Callable[[], float]) -> tuple[float, float, float]:
    """Medians of subject and floor, and the median of their ratios pair by pair."""
    pairs = [(subject(), floor()) for _ in range(RUNS)]
    return (
        statistics.median(a for a, _ in pairs),
        statistics.median(b for _, b in pairs),
        statistics.median(a / b for a, b in pairs),
    )


def against(
    figure: str,
    subject: Callable[[], float],
    floor_is: str,
    floor: Callable[[], float],
    aim: float,
    *,
    unit: str = "s",
) -> Figure:
    """A figure judged by its ratio to the floor."""
    value, low, ratio = paired(subject, floor)
    return Figure(
        figure,
        unit,
        _short(value),
        floor_is,
        _short(low),
        _short(ratio),
        f"ratio <= {aim:g}",
        ratio <= aim,
        RUNS,
    )


def above(
    figure: str,
    subject: Callable[[], float],
    floor_is: str,
    floor: Callable[[], float],
    allowance: float,
    *,
    unit: str = "s",
) -> Figure:
    """A figure judged by what it takes beyond the floor."""
    value, low, ratio = paired(subject, floor)
    return Figure(
        figure,
        unit,
        _short(value),
        floor_is,
        _short(low),
        _short(ratio),
        f"floor + {allowance:g} {unit}",
        value <= low + allowance,
        RUNS,
    )


def within(
    figure: str,
    subject: Callable[[], float],
    limit: float,
    *,
    unit: str = "s",
    floor_is: str = "",
    floor: Callable[[], float] | None = None,
) -> Figure:
    """A figure judged by itself; a floor, where there is one, is told beside it."""
    pairs = [(subject(), floor() if floor else None) for _ in range(RUNS)]
    value = statistics.median(a for a, _ in pairs)
    low = statistics.median(b for _, b in pairs if b is not None) if floor else None
    ratio = None if low is None else _short(value / low)
    shown_floor = None if low is None else _short(low)
    aim = f"<= {limit:g} {unit}" if limit < float("inf") else "none set"
    return Figure(
        figure, unit, _short(value), floor_is, shown_floor, ratio, aim, value <= limit, RUNS
    )


def emit(figure: Figure) -> None:
    """Prints the figure as one JSON line."""
    sys.stdout.write(json.dumps(asdict(figure), ensure_ascii=False) + "\n")
    sys.stdout.flush()


def _short(number: float) -> float:
    return float(f"{number:.4g}")
