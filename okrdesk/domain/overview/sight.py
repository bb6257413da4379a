"""Which items a dashboard counts, and how a search asks for the same ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from okrdesk.domain.cycles import current_cycle
from okrdesk.domain.driving import counts
from okrdesk.domain.entities import Cycle, Objective
from okrdesk.domain.filters import EVERYTHING, Condition, Facts, Query, matching
from okrdesk.domain.groups import Group, Groups
from okrdesk.domain.scoring import Scores
from okrdesk.domain.series.courses import Courses, courses_of
from okrdesk.domain.series.heat import heat_days
from okrdesk.domain.series.progress import (
    ProgressSeries,
    course_days,
    group_progress,
    progress_of,
)
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import KEY_RESULT, OBJECTIVE
from okrdesk.domain.words import Horizon

KEY_RESULTS = Condition("is", ("key-result",))
OBJECTIVES = Condition("is", ("objective",))
CHECKED_IN = Condition("is", ("checked-in",))


@dataclass(frozen=True)
class Narrowed:
    """What a cycle is narrowed to: a team, what a query asks for, or nothing."""

    team: int | None = None
    query: Query = EVERYTHING
    """Finds the team, if there is one."""
    me: int | None = None
    """Who asks, if it is known."""


NOTHING = Narrowed()


@dataclass(frozen=True)
class Sight:
    """A cycle, narrowed to what is asked for. Only what takes part in means is in it."""

    scores: Scores
    cycle: Cycle
    narrowed: Narrowed
    objectives: tuple[int, ...]
    """Those asked for, and those with a key result that is."""
    items: tuple[int, ...]
    """Objectives and key results asked for, each objective before its key results."""
    complete: bool
    """Whether the cycle holds nothing that takes no part, such as a draft."""

    @property
    def snapshot(self) -> Snapshot:
        """The plan."""
        return self.scores.snapshot

    @property
    def over(self) -> bool:
        """Whether the cycle has ended."""
        return self.scores.today > self.cycle.end

    @cached_property
    def key_results(self) -> tuple[int, ...]:
        """The key results asked for."""
        return tuple(i for i in self.items if self.snapshot.find(KEY_RESULT, i) is not None)

    @property
    def week_ago(self) -> date:
        """The day that today is compared with."""
        return self.scores.today - timedelta(weeks=1)

    @cached_property
    def days(self) -> tuple[date, ...]:
        """All that the weeks before are told by, whatever the cycle is narrowed to."""
        cycle, today = self.cycle, self.scores.today
        days = {*course_days(cycle, today), *heat_days(cycle, today), self.week_ago}
        return tuple(sorted(days))

    def courses_on(self, days: Sequence[date]) -> Courses:
        """Scores of the days, perhaps among others: counted once for whoever asks."""
        shared = set(days).issubset(self.days)
        return courses_of(self.scores, self.days if shared else tuple(days))

    @cached_property
    def course(self) -> ProgressSeries:
        """How the objectives moved week by week; the cycle before of everyone or of the team."""
        snapshot, today = self.snapshot, self.scores.today
        if self.narrowed.team is not None:
            group = Group(Groups.TEAM, self.narrowed.team, self.cycle.id)
            return group_progress(snapshot, group, today, self.courses_on)
        if not self.narrowed.query:
            group = Group(Groups.CYCLE, self.cycle.id, self.cycle.id)
            return group_progress(snapshot, group, today, self.courses_on)
        return progress_of(self.courses_on, self.cycle, self.objectives, today)


def sight_of(scores: Scores, cycle: Cycle, narrowed: Narrowed = NOTHING) -> Sight:
    """What of the cycle is asked for."""
    snapshot = scores.snapshot
    rows = snapshot.children(OBJECTIVE, "cycle", cycle.id)
    found = [
        (row, [k.id for k in snapshot.children(KEY_RESULT, "objective", row.id) if counts(k)])
        for row in rows
        if counts(row)
    ]
    every = [item for row, below in found for item in (row.id, *below)]
    asked = set(every)
    if narrowed.query:
        asked = set(matching(narrowed.query, Facts(snapshot, scores, narrowed.me), every))
    return Sight(
        scores,
        cycle,
        narrowed,
        tuple(row.id for row, below in found if not asked.isdisjoint((row.id, *below))),
        tuple(item for item in every if item in asked),
        len(every) == sum(1 + _below(snapshot, row) for row in rows),
    )


def _below(snapshot: Snapshot, row: Objective) -> int:
    return len(snapshot.child_ids(KEY_RESULT, "objective", row.id))


def usual_cycle(snapshot: Snapshot, today: date) -> Cycle | None:
    """The quarter of today, or what a plan without quarters has: the shorter the better."""
    horizons = (Horizon.QUARTER, *reversed(Horizon))
    found = (current_cycle(snapshot, today, horizon) for horizon in horizons)
    return next((cycle for cycle in found if cycle is not None), None)


def search_for(sight: Sight, *conditions: Condition) -> Query:
    """The search that finds what of the sight has all of this, within what it is narrowed to."""
    counted = () if sight.complete else (Condition("is", ("counted",)),)
    return Query((Condition("cycle", (sight.cycle.name,)), *conditions, *counted))
