"""Which rows of the tree belong to the chosen cycle, with all that stands above them."""

from collections.abc import Iterable

from okrdesk.domain.changes import Change
from okrdesk.domain.cycles import in_scope
from okrdesk.domain.tables import CYCLE, KEY_RESULT, OBJECTIVE
from okrdesk.ui.models.tree_structure import ROOT, Structure

_PLACES = {OBJECTIVE.name: "cycle", KEY_RESULT.name: "objective"}
"""The field by which a row comes into a scope or leaves it."""


class TreeScope:
    """The objectives of a cycle and those above them; key results go with their objective."""

    def __init__(self, structure: Structure, cycle: int | None) -> None:
        """`cycle`: the chosen one; None, or one that is gone, stands for everything."""
        self._structure, self.cycle = structure, cycle
        self._held = self._read()

    def holds(self, node: int) -> bool:
        """Say whether the node is to be seen."""
        if self._held is None or node in self._held:
            return True
        key_result = self._structure.snapshot.find(KEY_RESULT, node)
        return key_result is not None and key_result.objective in self._held

    def apply(self, changes: Iterable[Change]) -> set[int]:
        """Follow the structure; return the nodes that now have other children in the scope."""
        if not any(_moves(change) or self._structure.moves(change) for change in changes):
            return set()
        before, self._held = self._held, self._read()
        if before == self._held:
            return set()
        if before is None or self._held is None:
            return {ROOT, *self._structure.parents().values()}
        return {self._structure.parent(node) for node in before ^ self._held if node != ROOT}

    def _read(self) -> set[int] | None:
        snapshot = self._structure.snapshot
        chosen = snapshot.find(CYCLE, self.cycle)
        outside = {row.id for row in snapshot.rows(CYCLE) if not in_scope(row, chosen)}
        if not outside:
            return None
        inside = [row.id for row in snapshot.rows(OBJECTIVE) if row.cycle not in outside]
        return self._structure.with_above(inside)


def _moves(change: Change) -> bool:
    """Say whether the change can take rows into a scope or out of it."""
    name = _PLACES.get(change.table.name)
    if name is None:
        return change.table is CYCLE
    place = change.table.fields.index(name)
    before, after = change.before, change.after
    if before is None or after is None:
        return change.table is OBJECTIVE
    return bool(before[place] != after[place])
