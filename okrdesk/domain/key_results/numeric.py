"""Kinds that move from a start to a target, in either direction."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

from okrdesk.domain.entities import Terms
from okrdesk.domain.key_results.kind import (
    Field,
    Kind,
    Place,
    Ratio,
    Reading,
    Reason,
    elapsed,
    part,
)
from okrdesk.domain.rounding import clamp


class Numeric(Kind):
    """A value on its way from start to target."""

    fields = (
        Field("start", Decimal, Place.TERMS),
        Field("target", Decimal, Place.TERMS, required=True),
        Field("unit", str, Place.KEY_RESULT),
        Field("decimals", int, Place.KEY_RESULT),
    )

    def __init__(self, kind_id: str) -> None:
        self.id = kind_id

    def ratio(self, reading: Reading) -> Ratio:
        """(current - start) / (target - start)."""
        return self.ratio_of(reading.terms, reading.current)

    def ratio_of(self, terms: Terms, current: Decimal | None) -> Ratio:
        """The ratio of a value by these terms: neither day nor history matters."""
        start, target = terms.start, terms.target
        if target is None:
            return Ratio(None, Reason.NO_TARGET)
        if current is None:
            return Ratio(None, Reason.NO_MEASUREMENT)
        if start is None:
            return Ratio(None, Reason.NO_START)
        if start == target:
            return Ratio(float(current >= target), Reason.NO_RANGE)
        raw = part(current, start, target)
        if raw < 0:
            return Ratio(raw, Reason.BELOW_START)
        return Ratio(raw, Reason.OVER_TARGET if raw > 1 else Reason.OK)

    def expected(self, reading: Reading, day: date) -> float:
        """Linear, or interpolated between phased targets."""
        start, target = reading.terms.start or Decimal(0), reading.terms.target
        first, last = reading.start, reading.due
        if not reading.phases or target is None or start == target:
            return elapsed(first, last, day)
        if first is None or last is None:
            return 0.0
        points = [
            (phase.date, part(phase.value, start, target))
            for phase in reading.phases
            if first < phase.date < last
        ]
        return _interpolated([(first, 0.0), *points, (last, 1.0)], day)


def _interpolated(points: list[tuple[date, float]], day: date) -> float:
    """Straight from point to point, by date; 0 before the first of them and 1 after the last."""
    for (d0, s0), (d1, s1) in pairwise(points):
        if d0 <= day < d1:
            return clamp(s0 + (s1 - s0) * elapsed(d0, d1, day), 0.0, 1.0)
    return float(day >= points[-1][0])
