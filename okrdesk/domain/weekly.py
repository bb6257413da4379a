"""The row of the weekly journal: one line of a person's or team's page. See ``entities.py``."""

from datetime import date
from typing import NamedTuple

from okrdesk.domain.words import Health, Priority, WeekPart


class WeekLine(NamedTuple):
    """A line of the page of a week: a plan, progress, a problem, health, or what comes next.

    It stands on the page of a person or of a team; with neither, of the whole organisation. A
    plan stays on the pages of later weeks until it is done or dropped, without being written again.
    """

    id: int
    week: date
    """A day of the week that it was written for."""
    text: str
    part: WeekPart = WeekPart.PLAN
    team: int | None = None
    person: int | None = None
    done: date | None = None
    dropped: date | None = None
    priority: Priority | None = None
    health: Health | None = None
    position: float = 0.0
    author: int | None = None
