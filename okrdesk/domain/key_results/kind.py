"""What a kind of key result is: its declared fields, and its ratio at a reading."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from typing import NamedTuple

from okrdesk.domain.entities import CheckIn, KeyResult, Phase, Step, Terms, Zone
from okrdesk.domain.rounding import clamp, tidy


class Reason(StrEnum):
    """Why a score is what it is."""

    OK = "ok"
    NO_MEASUREMENT = "no_measurement"
    NO_RANGE = "no_range"
    NO_START = "no_start"
    NO_TARGET = "no_target"
    BELOW_START = "below_start"
    OVER_TARGET = "over_target"
    MET_LIMIT = "met_limit"
    BROKE_LIMIT = "broke_limit"
    CHILDREN = "children"
    NO_DRIVERS = "no_drivers"
    WEIGHT_ZERO = "weight_zero"
    NOT_COUNTED = "not_counted"
    CIRCLE = "circle"


class Place(Enum):
    """Where a declared field is stored."""

    KEY_RESULT = "key_result"
    TERMS = "terms"
    PARAMETERS = "parameters"


class Field(NamedTuple):
    """A field that a kind declares; forms, options and CSV columns follow from it."""

    name: str
    type: type
    place: Place
    required: bool = False
    choices: tuple[str, ...] = ()


class Sample(NamedTuple):
    """A value on a day, from a check-in or a KPI."""

    date: date
    value: Decimal


class Reading(NamedTuple):
    """All that a kind may look at, as it stands on a day."""

    key_result: KeyResult
    terms: Terms
    today: date
    start: date | None
    due: date | None
    rhythm_days: int
    parameters: dict[str, object]
    samples: tuple[Sample, ...] = ()
    check_in: CheckIn | None = None
    steps: tuple[Step, ...] = ()
    zones: tuple[Zone, ...] = ()
    phases: tuple[Phase, ...] = ()
    zone: int | None = None
    """The zone that a check-in chose last."""
    confidence: int | None = None
    """The confidence that a check-in gave last, 1–10."""
    history: tuple[Terms, ...] = ()
    """All terms there ever were, oldest first."""

    @property
    def until(self) -> date:
        """The last day that counts: what is dated later is history."""
        return self.today if self.due is None else min(self.today, self.due)

    @property
    def current(self) -> Decimal | None:
        """The latest value, or None."""
        return self.samples[-1].value if self.samples else None

    def with_terms_of(self, day: date) -> "Reading":
        """The reading with the terms that were valid on a day, by which its value is judged."""
        if len(self.history) <= 1:
            return self
        return self._replace(terms=valid_on(self.history, day))


class Ratio(NamedTuple):
    """A raw ratio, or none, and why."""

    raw: float | None
    reason: Reason


class Kind:
    """A kind of key result; a subclass says what differs."""

    id = ""
    fields: tuple[Field, ...] = ()
    control = False
    counts = True
    missing_is_zero = True
    """In a roll-up without a measurement: counts 0, or is left out."""

    def ratio(self, reading: Reading) -> Ratio:
        """The raw ratio on the reading's day."""
        raise NotImplementedError

    def expected(self, reading: Reading, day: date) -> float:
        """What is expected on a day, 0–1."""
        return elapsed(reading.start, reading.due, day)


def valid_on(history: Sequence[Terms], day: date) -> Terms:
    """The terms valid on the day, of some that are in order; before their first day the first."""
    return next((terms for terms in reversed(history) if terms.valid_from <= day), history[0])


def elapsed(start: date | None, due: date | None, day: date) -> float:
    """(day - start) / (due - start), clamped; a one-day span is 0 before it and 1 from it."""
    if start is None or due is None:
        return 0.0
    if due <= start:
        return float(day >= due)
    return clamp((day - start).days / (due - start).days, 0.0, 1.0)


def part(value: Decimal, start: Decimal, target: Decimal) -> float:
    """(value - start) / (target - start), in either direction."""
    return tidy(float((value - start) / (target - start)))
