"""Who stands below whom in the tree of the plan, read from the snapshot when asked.

A node is the id of an objective, of a key result, or of the organisation, whose row is the
mission. Two nodes are no rows of the plan: `ROOT`, above the mission, and `UNALIGNED`, the group
of objectives that support nothing.
"""

from collections.abc import Iterable
from typing import Any, Protocol

from okrdesk.domain.alignment import parent_of, target_objective
from okrdesk.domain.changes import Change
from okrdesk.domain.entities import Link
from okrdesk.domain.ids import BITS
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import KEY_RESULT, LINK, OBJECTIVE
from okrdesk.domain.tree import children_of, mission_id

ROOT = 0
UNALIGNED = 1 << BITS
"""Above every row id."""


class Structure(Protocol):
    """Who stands below whom: in the tree of the plan, or in groups."""

    snapshot: Snapshot

    @property
    def top(self) -> int:
        """The row of the mission; ``ROOT`` where it is not shown."""

    def children(self, node: int, /) -> list[int]:
        """The nodes below one, in order."""

    def parent(self, node: int, /) -> int:
        """The node above; ``ROOT`` for those at the top."""

    def parents(self) -> dict[int, int]:
        """The parent of every node at once."""

    def with_above(self, objectives: Iterable[int], /) -> set[int]:
        """Objectives with all that stands above them, ``ROOT`` included."""

    def moves(self, change: Change, /) -> bool:
        """Whether the change can give an objective another place, or a row another order."""

    def apply(self, snapshot: Snapshot, changes: Iterable[Change], /) -> set[int]:
        """Goes on to a snapshot; returns the nodes whose children may have changed."""


class TreeStructure:
    """Children and parents of nodes; follows the changes of the plan."""

    def __init__(self, snapshot: Snapshot) -> None:
        """Find the objectives below the mission and those that support nothing."""
        self.snapshot = snapshot
        self.mission = mission_id(snapshot) or ROOT
        self._top: set[int] = set()
        aligned: set[int] = set()
        for link in snapshot.rows(LINK):
            if link.primary:
                aligned.add(link.child)
                if link.objective is None and link.key_result is None:
                    self._top.add(link.child)
        self._unaligned = set(snapshot.ids(OBJECTIVE)) - aligned

    @property
    def top(self) -> int:
        """Return the row of the mission."""
        return self.mission

    def children(self, node: int) -> list[int]:
        """Return the nodes below `node` in order: key results, then supporting objectives."""
        group = [UNALIGNED] if self._unaligned else []
        if node == ROOT and self.mission != ROOT:
            return [self.mission, *group]
        if node == self.mission:
            top = sorted(self._top, key=self._place)
            return [*top, *group] if node == ROOT else top
        if node == UNALIGNED:
            return sorted(self._unaligned, key=self._objective_place)
        return children_of(self.snapshot, node)

    def parent(self, node: int) -> int:
        """Return the node above `node`; `ROOT` for the mission and the group."""
        if node in {self.mission, UNALIGNED}:
            return ROOT
        key_result = self.snapshot.find(KEY_RESULT, node)
        if key_result is not None:
            return key_result.objective
        return self._above(parent_of(self.snapshot, node))

    def parents(self) -> dict[int, int]:
        """Return the parent of every node at once."""
        above = dict.fromkeys(self._unaligned, UNALIGNED) | {UNALIGNED: ROOT, self.mission: ROOT}
        for link in self.snapshot.rows(LINK):
            if link.primary:
                above[link.child] = self._above(link)
        for row in self.snapshot.rows(KEY_RESULT):
            above[row.id] = row.objective
        return above

    def with_above(self, objectives: Iterable[int]) -> set[int]:
        """Return the objectives with all that stands above them, and the mission in any case."""
        snapshot = self.snapshot
        above = {link.child: link for link in snapshot.rows(LINK) if link.primary}
        held = {ROOT, self.mission}
        for objective in objectives:
            node: int | None = objective
            while node is not None and node not in held:
                held.add(node)
                link = above.get(node)
                node = None if link is None else target_objective(snapshot, link)
                if link is None:
                    held.add(UNALIGNED)
        return held

    def moves(self, change: Change) -> bool:
        """Say whether the change can give an objective another place."""
        return change.table is LINK

    def apply(self, snapshot: Snapshot, changes: Iterable[Change]) -> set[int]:
        """Go on to `snapshot`; return the nodes whose children may have changed."""
        affected: set[int] = set()
        moved: set[int] = set()
        for change in changes:
            images = [row for row in (change.before, change.after) if row is not None]
            if change.table is KEY_RESULT:
                affected.update(row.objective for row in _typed(images))
            elif change.table is LINK:
                affected.update(self._above(row) for row in _typed(images))
                moved.update(row.child for row in _typed(images))
            elif change.table is OBJECTIVE:
                moved.add(change.id)
        self.snapshot = snapshot
        for child in moved:
            affected |= self._placed(child)
        return affected

    def _placed(self, child: int) -> set[int]:
        """Put an objective below the mission, into the group or elsewhere."""
        before = (child in self._top, child in self._unaligned)
        self._top.discard(child)
        self._unaligned.discard(child)
        if self.snapshot.find(OBJECTIVE, child) is not None:
            parent = self._above(parent_of(self.snapshot, child))
            if parent == self.mission:
                self._top.add(child)
            if parent == UNALIGNED:
                self._unaligned.add(child)
        after = (child in self._top, child in self._unaligned)
        touched = {self.mission} if before[0] or after[0] else set()
        return touched | ({ROOT, UNALIGNED} if before[1] or after[1] else set())

    def _above(self, link: Link | None) -> int:
        if link is None:
            return UNALIGNED
        return link.key_result or link.objective or self.mission

    def _place(self, child: int) -> tuple[float, int]:
        link = parent_of(self.snapshot, child)
        return (link.position, link.id) if link else (0.0, child)

    def _objective_place(self, node: int) -> tuple[float, int]:
        return self.snapshot.get(OBJECTIVE, node).position, node


def _typed(rows: list[tuple[Any, ...]]) -> list[Any]:
    """Name the fields of rows again, which a change keeps as plain tuples to the type checker."""
    return list(rows)
