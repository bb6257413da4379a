"""The small chart of a key result: its check-ins between start and target."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from okrdesk.app.reporting.amounts import key_result_amount
from okrdesk.app.reporting.view import View
from okrdesk.app.reporting.words import percent, status
from okrdesk.charts.time_axis import share, weeks
from okrdesk.domain.entities import KeyResult
from okrdesk.domain.key_results import Reading
from okrdesk.domain.readings import reading
from okrdesk.reports.data import Point, Tick, Trend

_TICKS = 5
_BEYOND = 0.1
"""How far a line may leave the chart, as a share of its height."""


class _Axis(NamedTuple):
    """The values at the foot and at the head of a chart; the head is better."""

    foot: Decimal
    head: Decimal

    def height(self, value: Decimal) -> float:
        """Where a value stands, 0.0 at the foot."""
        ratio = float((value - self.foot) / (self.head - self.foot))
        return min(max(ratio, -_BEYOND), 1 + _BEYOND)


def trend(view: View, row: KeyResult) -> Trend | None:
    """The chart, or None where nothing was measured or the kind has no line."""
    read = reading(view.snapshot, row.id, row, view.day)
    axis = _axis(read)
    if axis is None or read.start is None or read.due is None:
        return None
    score = view.scores.key_result(row.id)
    across = weeks(read.start, read.due, view.catalogue, most=_TICKS)
    return Trend(
        title=row.title,
        alt=view.catalogue(
            "{title}: {percent}, expected {expected}.",
            title=row.title,
            percent=percent(view.catalogue, score.progress),
            expected=percent(view.catalogue, score.expected),
        ),
        x_ticks=tuple(Tick(tick.at, tick.text) for tick in across.ticks),
        y_ticks=_heights(view, row, axis),
        actual=_actual(read, axis),
        expected=_expected(read, axis),
        status=status(view.catalogue, score.status),
    )


def _actual(read: Reading, axis: _Axis) -> tuple[Point, ...]:
    """One point a day."""
    days = {sample.date: sample.value for sample in read.samples}
    return tuple((_across(read, day), axis.height(value)) for day, value in days.items())


def _across(read: Reading, day: date) -> float:
    return share(read.start or day, read.due or day, day)


def _axis(read: Reading) -> _Axis | None:
    """From start to target; a limit stands with its values between the outermost of both."""
    terms, values = read.terms, [sample.value for sample in read.samples]
    if not values:
        return None
    if terms.start is not None and terms.target is not None and terms.start != terms.target:
        return _Axis(terms.start, terms.target)
    limits = _limits(read)
    low, high = min([*limits, *values]), max([*limits, *values])
    if not limits or low == high:
        return None
    return _Axis(high, low) if read.key_result.kind == "at_most" else _Axis(low, high)


def _limits(read: Reading) -> list[Decimal]:
    terms = read.terms
    return [limit for limit in (terms.target, terms.low, terms.high) if limit is not None]


def _heights(view: View, row: KeyResult, axis: _Axis) -> tuple[Tick, ...]:
    middle = (axis.foot + axis.head) / 2
    return tuple(
        Tick(axis.height(value), key_result_amount(view.catalogue, row, value))
        for value in (axis.foot, middle, axis.head)
    )


def _expected(read: Reading, axis: _Axis) -> tuple[Point, ...]:
    """A straight line, through the phases where there are some; a limit lies flat."""
    if read.terms.start is None:
        height = axis.height(_limits(read)[0])
        return ((0.0, height), (1.0, height))
    bends = [(_across(read, phase.date), axis.height(phase.value)) for phase in read.phases]
    return ((0.0, 0.0), *(bend for bend in bends if 0 < bend[0] < 1), (1.0, 1.0))
