"""Kinds that keep a value inside limits: at least, at most, range."""

from datetime import date, timedelta
from decimal import Decimal

from okrdesk.domain.key_results.kind import Field, Kind, Place, Ratio, Reading, Reason, Sample
from okrdesk.domain.rounding import tidy

BINARY, HIT_RATE, DISTANCE = "binary", "hit_rate", "distance"
_EMPTY = Field("empty_counts_as_missed", bool, Place.PARAMETERS)
_UNIT = (Field("unit", str, Place.KEY_RESULT), Field("decimals", int, Place.KEY_RESULT))


def _method(*choices: str) -> Field:
    return Field("method", str, Place.PARAMETERS, choices=choices)


class Control(Kind):
    """A value that shall stay inside its limits, both included."""

    control = True
    missing_is_zero = False

    def inside(self, reading: Reading, value: Decimal) -> bool:
        """Whether the value is inside."""
        raise NotImplementedError

    def inside_warning(self, reading: Reading, value: Decimal) -> bool:
        """Whether the value is at least inside the warning limit."""
        return self.inside(reading, value)

    def distance(self, reading: Reading, value: Decimal) -> float:
        """How near the value is, at most 1; 0 or 1 where nearness has no measure."""
        return float(self.inside(reading, value))

    def ratio(self, reading: Reading) -> Ratio:
        """By the method: binary, hit rate or distance."""
        if reading.current is None:
            return Ratio(None, Reason.NO_MEASUREMENT)
        reason = Reason.MET_LIMIT if self.inside(reading, reading.current) else Reason.BROKE_LIMIT
        method = reading.parameters.get("method", BINARY)
        if method == HIT_RATE:
            return Ratio(self._hit_rate(reading), reason)
        if method == DISTANCE:
            return Ratio(self.distance(reading, reading.current), reason)
        return Ratio(float(self.inside(reading, reading.current)), reason)

    def _hit_rate(self, reading: Reading) -> float:
        hits, sampled = self.hits(reading)
        return tidy(hits / sampled)

    def hits(self, reading: Reading) -> tuple[int, int]:
        """Rhythm periods whose last sample is inside, and how many periods are sampled.

        Each sample is held against the limits of its own day. A period without a sample counts
        as sampled and missed once it is over, where that is set.
        """
        first = reading.start or reading.samples[0].date
        rhythm = timedelta(reading.rhythm_days)
        last: dict[int, Sample | None] = {}
        if reading.parameters.get("empty_counts_as_missed"):
            last = dict.fromkeys(range((reading.until - first) // rhythm))
        last |= {(sample.date - first) // rhythm: sample for sample in reading.samples}
        hits = [
            s is not None and self.inside(reading.with_terms_of(s.date), s.value)
            for s in last.values()
        ]
        return sum(hits), len(hits)

    def expected(self, _reading: Reading, _day: date) -> float:
        """1 throughout."""
        return 1.0


class AtLeast(Control):
    """At least the limit."""

    id = "at_least"
    fields = (
        Field("target", Decimal, Place.TERMS, required=True),
        Field("warning", Decimal, Place.TERMS),
        _method(BINARY, HIT_RATE, DISTANCE),
        _EMPTY,
        *_UNIT,
    )

    def inside(self, reading: Reading, value: Decimal) -> bool:
        """Whether the limit is kept."""
        return reading.terms.target is not None and value >= reading.terms.target

    def inside_warning(self, reading: Reading, value: Decimal) -> bool:
        """Whether the limit or the second one is kept."""
        warning = reading.terms.warning
        return self.inside(reading, value) or (warning is not None and value >= warning)

    def distance(self, reading: Reading, value: Decimal) -> float:
        """The source's rule: 2 - v/T for at most, v/T for at least; T > 0 only, at most 1."""
        limit = reading.terms.target
        if limit is None or limit <= 0:
            return super().distance(reading, value)
        return min(1.0, tidy(float(value / limit)))


class AtMost(Control):
    """At most the limit."""

    id = "at_most"
    fields = AtLeast.fields

    def inside(self, reading: Reading, value: Decimal) -> bool:
        """Whether the limit is kept."""
        return reading.terms.target is not None and value <= reading.terms.target

    def inside_warning(self, reading: Reading, value: Decimal) -> bool:
        """Whether the limit or the second one is kept."""
        warning = reading.terms.warning
        return self.inside(reading, value) or (warning is not None and value <= warning)

    def distance(self, reading: Reading, value: Decimal) -> float:
        """The source's rule: 2 - v/T for at most, v/T for at least; T > 0 only, at most 1."""
        limit = reading.terms.target
        if limit is None or limit <= 0:
            return super().distance(reading, value)
        return min(1.0, tidy(float(2 - value / limit)))


class Range(Control):
    """Between two limits."""

    id = "range"
    fields = (
        Field("low", Decimal, Place.TERMS, required=True),
        Field("high", Decimal, Place.TERMS, required=True),
        _method(BINARY, HIT_RATE),
        _EMPTY,
        *_UNIT,
    )

    def inside(self, reading: Reading, value: Decimal) -> bool:
        """Whether the limit is kept."""
        low, high = reading.terms.low, reading.terms.high
        return (low is None or value >= low) and (high is None or value <= high)
