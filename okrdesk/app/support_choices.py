"""What objectives may support: what the rules allow, what is one level up first."""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

from okrdesk.app.commands.support_rules import supporters
from okrdesk.domain import tables as t
from okrdesk.domain.alignment import fits_below
from okrdesk.domain.entities import Objective
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.words import CycleState, Horizon, Level
from okrdesk.text import Message

_LEVELS = {level: rank for rank, level in enumerate(Level)}
_HORIZONS = {horizon: rank for rank, horizon in enumerate(Horizon)}


class Nearness(Enum):
    """How far above the objectives a choice stands."""

    ONE_UP = 1
    HIGHER = 2
    BESIDE = 3


class SupportChoices:
    """What all of some objectives may support; those above them already are left out."""

    def __init__(self, snapshot: Snapshot, objectives: Iterable[int]) -> None:
        self._snapshot = snapshot
        rows = [snapshot.get(t.OBJECTIVE, objective) for objective in objectives]
        kinds = {(row.level, row.cycle): row for row in rows}
        self._below = set(_with_all_below(snapshot, [row.id for row in rows]))
        self._kinds = list(kinds.values())
        self._taken = {
            link.objective if link.objective is not None else link.key_result
            for row in rows[:1]
            for link in snapshot.children(t.LINK, "child", row.id)
            if len(rows) == 1
        }

    def objectives(self) -> dict[Nearness, list[Objective]]:
        """The objectives by how near they are, each group in the order of the plan."""
        groups: dict[Nearness, list[Objective]] = {near: [] for near in Nearness}
        rows = [row for row in self._snapshot.sorted_rows(t.OBJECTIVE) if self.allows(row)]
        steps = {row.id: self._steps(row) for row in rows}
        nearest = min((step for step in steps.values() if step > (0, 0)), default=None)
        for row in rows:
            if row.id not in self._taken:
                groups[_nearness(steps[row.id], nearest)].append(row)
        return groups

    def key_results(self) -> Iterator[int]:
        """The key results of every objective that may be supported."""
        for row in self._snapshot.rows(t.OBJECTIVE):
            if self.allows(row):
                for item in self._snapshot.child_ids(t.KEY_RESULT, "objective", row.id):
                    if item not in self._taken:
                        yield item

    def allows(self, row: Objective) -> bool:
        """Whether all of the objectives may support this one, or a key result of it."""
        if row.id in self._below:
            return False
        cycle = self._snapshot.find(t.CYCLE, row.cycle)
        if cycle is not None and cycle.state is CycleState.CLOSED:
            return False
        return all(fits_below(self._snapshot, kind, row) for kind in self._kinds)

    def why_none(self) -> Message:
        """Why nothing can be supported, where it is so."""
        return Message(
            "Nothing stands above this yet. An objective supports one of a higher level, or of "
            "the same level with the same or a longer horizon."
        )

    def _steps(self, row: Objective) -> tuple[int, int]:
        """By how many levels, and at the same level by how many horizons, it stands higher."""
        first = self._kinds[0]
        levels = _LEVELS[first.level] - _LEVELS[row.level]
        below, above = self._horizon(first), self._horizon(row)
        return levels, 0 if below is None or above is None else below - above

    def _horizon(self, row: Objective) -> int | None:
        cycle = self._snapshot.find(t.CYCLE, row.cycle)
        return (
            None if cycle is None or cycle.horizon is Horizon.CUSTOM else _HORIZONS[cycle.horizon]
        )


def _nearness(step: tuple[int, int], nearest: tuple[int, int] | None) -> Nearness:
    if step == nearest:
        return Nearness.ONE_UP
    return Nearness.HIGHER if step > (0, 0) else Nearness.BESIDE


def _with_all_below(snapshot: Snapshot, objectives: Sequence[int]) -> set[int]:
    """The objectives and all that support them, in the tree or beside it."""
    found, waiting = set(objectives), list(objectives)
    while waiting:
        for child, _ in supporters(snapshot, waiting.pop()):
            if child not in found:
                found.add(child)
                waiting.append(child)
    return found
