"""The small chart of a key result: its check-ins between start and target."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from okrdesk.app.reporting.amounts import key_result_amount
from okrdesk.app.reporting.view import View
from okrdesk.app.reporting.words import percent, status
from okrdesk.charts.time_axis import share, weeks
from okrdesk.domain import tables as t
from okrdesk.domain.entities import KeyResult, Terms
from okrdesk.domain.terms import terms_on
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
    terms = terms_on(view.snapshot, row.id, view.day)
    first, due = _span(view, row, terms)
    values = _values(view, row)
    axis = _axis(row, terms, [value for _, value in values])
    if axis is None or not values:
        return None
    score = view.scores.key_result(row.id)
    places = [(share(first, due, day), axis.height(value)) for day, value in values]
    across = weeks(first, due, view.catalogue, most=_TICKS)
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
        actual=tuple(places),
        expected=_expected(view, row, terms, axis, (first, due)),
        status=status(view.catalogue, score.status),
    )


def _span(view: View, row: KeyResult, terms: Terms) -> tuple[date, date]:
    objective = view.snapshot.get(t.OBJECTIVE, row.objective)
    cycle = view.snapshot.find(t.CYCLE, objective.cycle) or view.cycle
    first = row.start_date or objective.start or cycle.start
    return first, terms.due or objective.due or cycle.end


def _values(view: View, row: KeyResult) -> list[tuple[date, Decimal]]:
    """What was measured until the report's day, one value a day."""
    if row.kpi is not None:
        measured = view.snapshot.children(t.KPI_VALUE, "kpi", row.kpi)
        found = [(value.date, value.value) for value in measured]
    else:
        check_ins = view.snapshot.children(t.CHECK_IN, "key_result", row.id)
        found = [(c.date, c.value) for c in check_ins if c.value is not None]
    return sorted({day: value for day, value in found if day <= view.day}.items())


def _axis(row: KeyResult, terms: Terms, values: Sequence[Decimal]) -> _Axis | None:
    """From start to target; a limit stands with its values between the outermost of both."""
    if terms.start is not None and terms.target is not None and terms.start != terms.target:
        return _Axis(terms.start, terms.target)
    limits = [limit for limit in (terms.target, terms.low, terms.high) if limit is not None]
    low, high = min([*limits, *values], default=None), max([*limits, *values], default=None)
    if low is None or high is None or not limits or low == high:
        return None
    return _Axis(high, low) if row.kind == "at_most" else _Axis(low, high)


def _heights(view: View, row: KeyResult, axis: _Axis) -> tuple[Tick, ...]:
    middle = (axis.foot + axis.head) / 2
    return tuple(
        Tick(axis.height(value), key_result_amount(view.catalogue, row, value))
        for value in (axis.foot, middle, axis.head)
    )


def _expected(
    view: View, row: KeyResult, terms: Terms, axis: _Axis, span: tuple[date, date]
) -> tuple[Point, ...]:
    """A straight line, through the phases where there are some; a limit lies flat."""
    if terms.start is None:
        limit = next(v for v in (terms.target, terms.low, terms.high) if v is not None)
        return ((0.0, axis.height(limit)), (1.0, axis.height(limit)))
    phases = view.snapshot.children(t.PHASE, "key_result", row.id)
    bends = [(share(*span, phase.date), axis.height(phase.value)) for phase in phases]
    return ((0.0, 0.0), *(bend for bend in bends if 0 < bend[0] < 1), (1.0, 1.0))
