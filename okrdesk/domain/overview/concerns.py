"""What needs attention, and why."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from okrdesk.domain.entities import KeyResult, Objective
from okrdesk.domain.overview.sight import Sight
from okrdesk.domain.saved_views import lacks_owner, needs_attention
from okrdesk.domain.tables import KEY_RESULT, OBJECTIVE, TEAM
from okrdesk.domain.tree import row_of
from okrdesk.domain.words import Status


class Why(StrEnum):
    """The reasons, most pressing first."""

    AT_RISK = "at_risk"
    STALE = "stale"
    NO_OWNER = "no_owner"


class Concern(NamedTuple):
    """An objective or key result that needs attention."""

    item: int
    title: str
    progress: float | None
    why: tuple[Why, ...]
    """At least one."""


def concerns(sight: Sight) -> list[Concern]:
    """What the view "Needs attention" holds: at risk first, the least progress first."""
    found = [
        _concern(sight, row)
        for item in sight.items
        if needs_attention(sight.scores, item) and (row := row_of(sight.snapshot, item))
    ]
    order = list(Why)
    return sorted(found, key=lambda one: (order.index(one.why[0]), one.progress or 0.0))


def _concern(sight: Sight, row: Objective | KeyResult) -> Concern:
    score = sight.scores.item(row.id)
    unowned = isinstance(row, Objective) and lacks_owner(sight.snapshot, row)
    reasons = {
        Why.AT_RISK: score.status is Status.AT_RISK,
        Why.STALE: score.stale,
        Why.NO_OWNER: unowned,
    }
    return Concern(
        row.id, row.title, score.progress, tuple(why for why, holds in reasons.items() if holds)
    )


class Gathered(NamedTuple):
    """A team that has most of some key results."""

    team: int
    among: int
    every: int


def gathered(sight: Sight, key_results: Iterable[int]) -> Gathered | None:
    """The team with more than half of them, and two at least; None where there is none."""
    every = list(key_results)
    teams = Counter(_team(sight, item) for item in every)
    for team, count in teams.most_common(1):
        named = team is not None and sight.snapshot.find(TEAM, team) is not None
        if named and team is not None and count > 1 and count * 2 > len(every):
            return Gathered(team, count, len(every))
    return None


def _team(sight: Sight, item: int) -> int | None:
    row = sight.snapshot.get(KEY_RESULT, item)
    return sight.snapshot.get(OBJECTIVE, row.objective).team
