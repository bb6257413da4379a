"""Kinds without a number line: milestones, yes / no, rubric, baseline."""

from datetime import date
from decimal import Decimal

from okrdesk.domain.entities import Step, Zone
from okrdesk.domain.key_results.kind import Field, Kind, Place, Ratio, Reading, Reason, elapsed
from okrdesk.domain.rounding import tidy

DEFAULT_ZONES = (("Fail", 0.0), ("Commit", 0.3), ("Target", 0.7), ("Stretch", 1.0))
BEST = Decimal(2)
"""A qualitative KPI that is good."""


class Milestones(Kind):
    """Steps with weights: done weight / all weight."""

    id = "milestones"
    fields = (Field("steps", tuple, Place.KEY_RESULT),)

    def ratio(self, reading: Reading) -> Ratio:
        """The weight of the steps done up to the day."""
        weight = sum(step.weight for step in reading.steps)
        done = done_steps(reading)
        if not reading.check_in and not done:
            return Ratio(None, Reason.NO_MEASUREMENT)
        if not weight:
            return Ratio(None, Reason.NO_TARGET)
        return Ratio(tidy(sum(step.weight for step in done) / weight), Reason.OK)

    def expected(self, reading: Reading, day: date) -> float:
        """The weight due by the day; what has no date of its own comes evenly."""
        weight = sum(step.weight for step in reading.steps)
        passed = elapsed(reading.start, reading.due, day)
        if not weight:
            return passed
        due = sum(step.weight for step in reading.steps if step.due and step.due <= day)
        undated = sum(step.weight for step in reading.steps if step.due is None)
        return tidy((due + undated * passed) / weight)


def done_steps(reading: Reading) -> list[Step]:
    """The steps that count as done on the reading's day."""
    return [step for step in reading.steps if step.done and step.done <= reading.until]


class YesNo(Kind):
    """Done or not."""

    id = "yes_no"

    def ratio(self, reading: Reading) -> Ratio:
        """0 or 1."""
        if reading.current is None:
            return Ratio(None, Reason.NO_MEASUREMENT)
        return Ratio(float(reading.current > 0), Reason.OK)

    def expected(self, reading: Reading, day: date) -> float:
        """0 until due."""
        return float(reading.due is not None and day >= reading.due)


class Rubric(Kind):
    """Worded zones, each with its ratio."""

    id = "rubric"
    fields = (Field("zones", tuple, Place.KEY_RESULT),)
    missing_is_zero = False

    def ratio(self, reading: Reading) -> Ratio:
        """The ratio of the zone chosen."""
        zone = chosen_zone(reading)
        return Ratio(None, Reason.NO_MEASUREMENT) if zone is None else Ratio(zone.ratio, Reason.OK)

    def expected(self, reading: Reading, day: date) -> float:
        """0 until due."""
        return float(reading.due is not None and day >= reading.due)


def chosen_zone(reading: Reading) -> Zone | None:
    """The zone that a check-in chose last, or that a qualitative KPI means; None before that."""
    chosen = next((zone for zone in reading.zones if zone.id == reading.zone), None)
    if chosen is not None or reading.current is None or not reading.zones:
        return chosen
    return reading.zones[_place(reading.current, len(reading.zones))]


def _place(quality: Decimal, zones: int) -> int:
    """Which zone a qualitative KPI means: poor (0) the first, good (2) the last, fair between."""
    return int(max(Decimal(0), min(BEST, quality)) * (zones - 1) / BEST)


class Baseline(Kind):
    """Find out where we are; never counted."""

    id = "baseline"
    fields = (Field("unit", str, Place.KEY_RESULT), Field("decimals", int, Place.KEY_RESULT))
    counts = False
    missing_is_zero = False

    def ratio(self, reading: Reading) -> Ratio:
        """None; done once a value is found."""
        done = reading.current is not None
        return Ratio(None, Reason.NOT_COUNTED if done else Reason.NO_MEASUREMENT)
