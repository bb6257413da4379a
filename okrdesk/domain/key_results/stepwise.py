"""Kinds without a number line: milestones, yes / no, rubric, baseline."""

from datetime import date

from okrdesk.domain.key_results.kind import Field, Kind, Place, Ratio, Reading, Reason, elapsed
from okrdesk.domain.rounding import tidy

DEFAULT_ZONES = (("Fail", 0.0), ("Commit", 0.3), ("Target", 0.7), ("Stretch", 1.0))


class Milestones(Kind):
    """Steps with weights: done weight / all weight."""

    id = "milestones"
    fields = (Field("steps", tuple, Place.KEY_RESULT),)

    def ratio(self, reading: Reading) -> Ratio:
        """The weight of the steps done up to the day."""
        weight = sum(step.weight for step in reading.steps)
        done = [step for step in reading.steps if step.done and step.done <= reading.today]
        if not reading.check_in and not done:
            return Ratio(None, Reason.NO_MEASUREMENT)
        if not weight:
            return Ratio(None, Reason.NO_TARGET)
        return Ratio(tidy(sum(step.weight for step in done) / weight), Reason.OK)

    def expected(self, reading: Reading, day: date) -> float:
        """The weight due by the day; linear where a step has no date."""
        weight = sum(step.weight for step in reading.steps)
        if not weight or any(step.due is None for step in reading.steps):
            return elapsed(reading.start, reading.due, day)
        due = sum(step.weight for step in reading.steps if step.due and step.due <= day)
        return tidy(due / weight)


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
        zone = _zone(reading)
        return Ratio(None, Reason.NO_MEASUREMENT) if zone is None else Ratio(zone, Reason.OK)

    def expected(self, reading: Reading, day: date) -> float:
        """0 until due."""
        return float(reading.due is not None and day >= reading.due)


def _zone(reading: Reading) -> float | None:
    if reading.key_result.kpi is not None and reading.current is not None and reading.zones:
        return reading.zones[min(int(reading.current), len(reading.zones) - 1)].ratio
    chosen = reading.check_in.zone if reading.check_in else None
    return next((zone.ratio for zone in reading.zones if zone.id == chosen), None)


class Baseline(Kind):
    """Find out where we are; never counted."""

    id = "baseline"
    counts = False
    missing_is_zero = False

    def ratio(self, reading: Reading) -> Ratio:
        """None; done once there is a check-in."""
        done = reading.check_in is not None
        return Ratio(None, Reason.NOT_COUNTED if done else Reason.NO_MEASUREMENT)
