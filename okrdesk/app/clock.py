"""Where "now" and "today" come from: the one place that asks the system."""

import time
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """The moment in UTC."""
        ...

    def today(self) -> date:
        """The person's calendar day."""
        ...


def read_time_zone() -> None:
    """Takes notice of a time zone that was set while the program runs; Windows does so itself."""
    if hasattr(time, "tzset"):
        time.tzset()


@dataclass(frozen=True)
class SystemClock:
    """The computer's clock; ``fixed`` is the day that ``--today`` sets."""

    fixed: date | None = None

    def now(self) -> datetime:
        """The moment in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """The fixed day, or the calendar day where the computer stands."""
        return self.fixed or datetime.now().astimezone().date()


@dataclass
class SetClock:
    """A clock that stands still until it is set: for samples, imports and tests."""

    moment: datetime

    def now(self) -> datetime:
        """The moment it was set to."""
        return self.moment

    def today(self) -> date:
        """The day of that moment."""
        return self.moment.date()


class PinnedClock:
    """Another clock, whose today can be set."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._day: date | None = None

    def now(self) -> datetime:
        """The moment of the other clock."""
        return self._clock.now()

    def today(self) -> date:
        """The day that was set, or the other clock's."""
        return self._day or self._clock.today()

    def pin(self, day: date) -> None:
        """Sets today; the other clock's own day lets it go on again."""
        self._day = None if day == self._clock.today() else day
