"""The small chart of a key result: its check-ins between start and target."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from okrdesk.app.reporting.amounts import key_result_amount
from okrdesk.app.reporting.view import View, weekly_days
from okrdesk.app.reporting.words import percent, status
from okrdesk.charts.time_axis import share, weeks
from okrdesk.domain.entities import KeyResult
from okrdesk.domain.forecast_words import outlook_in_short
from okrdesk.domain.key_results import Reading, kind
from okrdesk.domain.readings import reading
from okrdesk.reports.data import Point, Tick, Trend

_TICKS = 5
_IN_SHARES = {"milestones", "yes_no", "rubric"}
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
    lines = _shares(view, read) if row.kind in _IN_SHARES else _values(view, read)
    if lines is None:
        return None
    score = view.scores.key_result(row.id)
    ahead = outlook_in_short(view.scores, row.id)
    across = weeks(*_span(view, read), view.catalogue, most=_TICKS)
    return Trend(
        title=row.title,
        alt=view.catalogue(
            "{title}: {percent}, expected {expected}.",
            title=row.title,
            percent=percent(view.catalogue, score.progress),
            expected=percent(view.catalogue, score.expected),
        ),
        x_ticks=tuple(Tick(tick.at, tick.text) for tick in across.ticks),
        y_ticks=lines.heights,
        actual=lines.actual,
        expected=lines.expected,
        status=status(view.catalogue, score.status),
        outlook="" if ahead is None else view.catalogue.text(ahead),
    )


_Span = tuple[date, date]


class _Lines(NamedTuple):
    heights: tuple[Tick, ...]
    actual: tuple[Point, ...]
    expected: tuple[Point, ...]


def _values(view: View, read: Reading) -> _Lines | None:
    """What was measured, in its unit."""
    axis = _axis(read)
    if axis is None:
        return None
    span = _span(view, read)
    return _Lines(
        _heights(view, read.key_result, axis),
        _actual(read, axis, span),
        _expected(read, axis, span),
    )


def _shares(view: View, read: Reading) -> _Lines | None:
    """The ratio week by week, for kinds whose values have no scale of their own."""
    row, of_kind = read.key_result, kind(read.key_result.kind)
    first, due = _span(view, read)
    actual = [
        (share(first, due, day), of_kind.ratio(reading(view.snapshot, row.id, row, day)).raw)
        for day in weekly_days(first, min(due, view.day))
    ]
    points = tuple((x, ratio) for x, ratio in actual if ratio is not None)
    expected = tuple(
        (share(first, due, day), of_kind.expected(read, day)) for day in weekly_days(first, due)
    )
    heights = tuple(Tick(ratio, percent(view.catalogue, ratio)) for ratio in (0.0, 0.5, 1.0))
    return _Lines(heights, points, expected) if points else None


def _actual(read: Reading, axis: _Axis, span: _Span) -> tuple[Point, ...]:
    """One point a day."""
    days = {sample.date: sample.value for sample in read.samples}
    return tuple((share(*span, day), axis.height(value)) for day, value in days.items())


def _span(view: View, read: Reading) -> _Span:
    return read.start or view.cycle.start, read.due or view.cycle.end


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
        Tick(axis.height(value), _label(view, row, value))
        for value in (axis.foot, middle, axis.head)
    )


def _label(view: View, row: KeyResult, value: Decimal) -> str:
    """With one decimal more where the middle lies between two values."""
    between = value != round(value, row.decimals)
    shown = row._replace(decimals=row.decimals + 1) if between else row
    return key_result_amount(view.catalogue, shown, value)


def _expected(read: Reading, axis: _Axis, span: _Span) -> tuple[Point, ...]:
    """A straight line, through the phases where there are some; a limit lies flat."""
    if axis != (read.terms.start, read.terms.target):
        height = axis.height(_limits(read)[0])
        return ((0.0, height), (1.0, height))
    bends = [(share(*span, phase.date), axis.height(phase.value)) for phase in read.phases]
    return ((0.0, 0.0), *(bend for bend in bends if 0 < bend[0] < 1), (1.0, 1.0))
