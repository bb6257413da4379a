"""What the parts of a report look at: a plan on a day, in a language."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from okrdesk.domain import tables as t
from okrdesk.domain.driving import counts
from okrdesk.domain.entities import Cycle, KeyResult, Objective, Person, Team
from okrdesk.domain.scoring import Scores
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.words import Level
from okrdesk.text import Catalogue

LEVELS = tuple(Level)
_MOST_POINTS = 13


class View(NamedTuple):
    """A plan on ``day``; ``at`` gives the scores of other days, counted when first asked for."""

    snapshot: Snapshot
    scores: Scores
    day: date
    cycle: Cycle
    catalogue: Catalogue
    at: Callable[[date], Scores]

    def objectives(self, cycle: int) -> list[Objective]:
        """The objectives of a cycle, company first, then by team, people last.

        Drafts and what was dropped or postponed are not in it.
        """
        rows = self.snapshot.children(t.OBJECTIVE, "cycle", cycle)
        return sorted(filter(counts, rows), key=self._place)

    def key_results(self, objective: int) -> list[KeyResult]:
        """The key results of an objective, without those dropped or postponed."""
        rows = self.snapshot.children(t.KEY_RESULT, "objective", objective)
        return list(filter(counts, rows))

    def all_key_results(self) -> list[KeyResult]:
        """The key results of the report's cycle."""
        return [kr for row in self.objectives(self.cycle.id) for kr in self.key_results(row.id)]

    def person(self, row_id: int | None) -> str:
        """A person's name, or nothing."""
        row = self.snapshot.find(t.PERSON, row_id)
        return "" if row is None else row.name

    def team(self, row_id: int | None) -> str:
        """A team's name, or the word for the whole company."""
        row = self.snapshot.find(t.TEAM, row_id)
        return self.catalogue("Company") if row is None else row.name

    def _place(self, row: Objective) -> tuple[float, ...]:
        whose: Team | Person | None = self.snapshot.find(t.TEAM, row.team)
        if row.level is Level.INDIVIDUAL:
            whose = self.snapshot.find(t.PERSON, row.owner)
        return LEVELS.index(row.level), whose.position if whose else -1.0, row.position, row.id


def weekly_days(first: date, last: date) -> list[date]:
    """The first day, each day a week on, and the last one; none if the last lies before.

    A long span has fewer: a line of a year needs no 52 points, and each is counted anew.
    """
    weeks = max((last - first).days // 7, 0)
    every = -(-weeks // _MOST_POINTS) or 1
    days = [first + timedelta(weeks=week) for week in range(0, weeks + 1, every) if first <= last]
    return days if not days or days[-1] == last else [*days, last]
