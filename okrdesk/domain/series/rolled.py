"""Means of many days at once, by the rules of ``rolled_up``."""

from collections.abc import Sequence
from datetime import date
from operator import mul
from typing import NamedTuple, TypeVar

from okrdesk.domain.rounding import tidy
from okrdesk.domain.series.measured import Ratios, Reports
from okrdesk.domain.shares import Part, shares

V = TypeVar("V")


class Pull(NamedTuple):
    """What one driver brings into a mean, on each of the days."""

    counted: Sequence[float | None]
    """Clamped ratio; None: left out."""
    expected: Sequence[float]
    measured: Sequence[bool]
    weighs: Part


def mean_ratios(pulls: Sequence[Pull], days: int) -> Ratios:
    """The weighted mean of what counts on each day."""
    if not pulls:
        return Ratios((None,) * days, (None,) * days)
    weights = _weights([pull.weighs for pull in pulls])
    found = [
        _on_day(counted, expected, weights) if any(measured) else (None, _mean(expected, weights))
        for counted, expected, measured in zip(
            _by_day([pull.counted for pull in pulls]),
            _by_day([pull.expected for pull in pulls]),
            _by_day([pull.measured for pull in pulls]),
            strict=True,
        )
    ]
    return Ratios(*map(tuple, zip(*found, strict=True)))


def mean_reports(parts: Sequence[Reports], days: int) -> Reports:
    """The mean of the confidence that was given, and the last word of all, on each day."""
    if not parts:
        return Reports((None,) * days, (None,) * days)
    confidence = [_confidence(given) for given in _by_day([part.confidence for part in parts])]
    last = [_last(words) for words in _by_day([part.last for part in parts])]
    return Reports(tuple(confidence), tuple(last))


def overruled(mean: Reports, own: Reports) -> Reports:
    """The item's own confidence where one was given, and the later word, on each day."""
    confidence = [
        given if mine is None else mine
        for given, mine in zip(mean.confidence, own.confidence, strict=True)
    ]
    return Reports(tuple(confidence), tuple(map(_last, _by_day([mean.last, own.last]))))


def _weights(parts: list[Part]) -> Sequence[float]:
    fixed = any(part.share is not None for part in parts)
    return shares(parts) if fixed else [part.weight for part in parts]


def _by_day(rows: Sequence[Sequence[V]]) -> list[tuple[V, ...]]:
    return list(zip(*rows, strict=True))


def _on_day(
    counted: Sequence[float | None], expected: Sequence[float], weights: Sequence[float]
) -> tuple[float | None, float | None]:
    """Ratio and what is expected; neither where all that counts weighs nothing."""
    values = [value for value in counted if value is not None]
    if len(values) < len(counted):
        kept = [place for place, value in enumerate(counted) if value is not None]
        expected, weights = [expected[i] for i in kept], [weights[i] for i in kept]
    return _mean(values, weights), _mean(expected, weights)


def _mean(values: Sequence[float], weights: Sequence[float]) -> float | None:
    total = sum(weights)
    return tidy(sum(map(mul, values, weights)) / total) if total else None


def _confidence(given: Sequence[float | None]) -> float | None:
    means = [mean for mean in given if mean is not None]
    return tidy(sum(means) / len(means)) if means else None


def _last(words: Sequence[date | None]) -> date | None:
    return max((word for word in words if word is not None), default=None)
