"""The plan in groups: the objectives of each team, person or cycle, with their key results."""

from collections.abc import Iterable
from enum import Enum
from typing import Any

from okrdesk.domain.changes import Change
from okrdesk.domain.groups import Groups
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CYCLE, KEY_RESULT, OBJECTIVE, PERSON, TEAM, Table
from okrdesk.ui.models.tree_structure import ROOT, UNALIGNED, Structure, TreeStructure

UNGROUPED = UNALIGNED + 2
"""The group of the objectives that are in no other; no row of the plan."""


class Arrangement(Enum):
    """How the rows of the plan are arranged."""

    TREE = "tree"
    TEAM = "team"
    OWNER = "owner"
    CYCLE = "cycle"


_TABLES: dict[Arrangement, Table[Any]] = {
    Arrangement.TEAM: TEAM,
    Arrangement.OWNER: PERSON,
    Arrangement.CYCLE: CYCLE,
}
GROUPS = {
    Arrangement.TEAM: Groups.TEAM,
    Arrangement.OWNER: Groups.PERSON,
    Arrangement.CYCLE: Groups.CYCLE,
}
"""What is counted together for a group of an arrangement."""


def structure_of(snapshot: Snapshot, arrangement: Arrangement) -> Structure:
    """Return the rows of the plan in an arrangement."""
    if arrangement is Arrangement.TREE:
        return TreeStructure(snapshot)
    return GroupStructure(snapshot, arrangement)


class GroupStructure:
    """Groups at the top, the objectives of each below it, and below these their key results."""

    def __init__(self, snapshot: Snapshot, arrangement: Arrangement) -> None:
        """Find the objectives that are in no group; the others are read when they are asked for."""
        self.snapshot = snapshot
        self._field = arrangement.value
        self._table = _TABLES[arrangement]
        self._loose = {row.id for row in snapshot.rows(OBJECTIVE) if self._group(row) == UNGROUPED}

    @property
    def top(self) -> int:
        """Return `ROOT`: the mission is no group."""
        return ROOT

    def children(self, node: int) -> list[int]:
        """Return the nodes below `node`: groups, objectives in their own order, key results."""
        if node == ROOT:
            rows = self.snapshot.sorted_rows(self._table)
            known = [row.id for row in rows if self._members(row.id)]
            return [*known, UNGROUPED] if self._loose else known
        if node == UNGROUPED:
            return sorted(self._loose, key=self._place)
        if self.snapshot.find(OBJECTIVE, node) is not None:
            return list(self.snapshot.child_ids(KEY_RESULT, "objective", node))
        return list(self._members(node))

    def parent(self, node: int) -> int:
        """Return the node above `node`; `ROOT` for a group."""
        key_result = self.snapshot.find(KEY_RESULT, node)
        if key_result is not None:
            return key_result.objective
        objective = self.snapshot.find(OBJECTIVE, node)
        return ROOT if objective is None else self._group(objective)

    def parents(self) -> dict[int, int]:
        """Return the parent of every node at once."""
        above = {row.id: row.objective for row in self.snapshot.rows(KEY_RESULT)}
        above |= {row.id: self._group(row) for row in self.snapshot.rows(OBJECTIVE)}
        return above | dict.fromkeys((UNGROUPED, *self.snapshot.ids(self._table)), ROOT)

    def with_above(self, objectives: Iterable[int]) -> set[int]:
        """Return the objectives with their groups."""
        held = set(objectives)
        groups = {self._group(self.snapshot.get(OBJECTIVE, node)) for node in held}
        return {ROOT, *groups, *held}

    def moves(self, change: Change) -> bool:
        """Say whether the change can give an objective another group."""
        return change.table is OBJECTIVE and self._field in change.fields()

    def apply(self, snapshot: Snapshot, changes: Iterable[Change]) -> set[int]:
        """Go on to `snapshot`; return the nodes whose children may have changed."""
        affected: set[int] = set()
        for change in changes:
            rows: list[Any] = [row for row in (change.before, change.after) if row is not None]
            if change.table is KEY_RESULT:
                affected.update(row.objective for row in rows)
            elif change.table is OBJECTIVE:
                affected.update(map(self._group, rows), [ROOT])
                self._sort_in(change)
            elif change.table is self._table:
                affected.update([ROOT, change.id])
        self.snapshot = snapshot
        return affected

    def _sort_in(self, change: Change) -> None:
        self._loose.discard(change.id)
        if change.after is not None and self._group(change.after) == UNGROUPED:
            self._loose.add(change.id)

    def _group(self, objective: Any) -> int:
        group: int | None = getattr(objective, self._field)
        return group or UNGROUPED

    def _members(self, group: int) -> tuple[int, ...]:
        return self.snapshot.child_ids(OBJECTIVE, self._field, group)

    def _place(self, node: int) -> tuple[float, int]:
        return self.snapshot.get(OBJECTIVE, node).position, node
