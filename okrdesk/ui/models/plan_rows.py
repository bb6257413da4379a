"""The rows of a plan as a model: how they are arranged, filtered, scoped and kept up to date."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QObject

from okrdesk.domain.changes import Change
from okrdesk.domain.scoring import Scores
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import (
    CYCLE,
    KEY_RESULT,
    KPI,
    KPI_VALUE,
    OBJECTIVE,
    ORGANISATION,
    PERSON,
    PHASE,
    TEAM,
)
from okrdesk.ui.models.group_rows import OtherRows
from okrdesk.ui.models.group_structure import Arrangement, structure_of
from okrdesk.ui.models.node_model import Index, NodeModel
from okrdesk.ui.models.row_reader import RowReader
from okrdesk.ui.models.tree_filter import TreeFilter
from okrdesk.ui.models.tree_row import TreeRow
from okrdesk.ui.models.tree_scope import TreeScope
from okrdesk.ui.models.tree_search import TreeSearch
from okrdesk.ui.models.tree_structure import ROOT, UNALIGNED

_WIDE = {ORGANISATION, CYCLE, PERSON, TEAM, KPI, KPI_VALUE, PHASE}
"""Tables of which one row may show in many rows of the tree."""

_ITEM_FIELDS = {"objective", "key_result", "child"}


class PlanRows(NodeModel):
    """Mission, objectives and key results, as a tree or in groups, without what the cells show."""

    def __init__(self, snapshot: Snapshot, scores: Scores, parent: QObject | None = None) -> None:
        """Arrange a plan as a tree."""
        super().__init__(parent)
        self._structure = structure_of(snapshot, Arrangement.TREE)
        self._scope = TreeScope(self._structure, None)
        self._others = OtherRows(lambda group: len(self._wanted(group)))
        self._reader = RowReader(snapshot, scores, self._others.row)
        self._search = TreeSearch(self._structure)

    @property
    def filter(self) -> TreeFilter:
        """Return the filter in use."""
        return self._search.wanted

    @property
    def arrangement(self) -> Arrangement:
        """Return how the rows are arranged."""
        return self._others.arrangement

    def is_item(self, node: int) -> bool:
        """Say whether a node is an objective or a key result of the plan."""
        snapshot = self._structure.snapshot
        return snapshot.find(KEY_RESULT, node) is not None or (
            snapshot.find(OBJECTIVE, node) is not None
        )

    def row_at(self, index: Index) -> TreeRow:
        """Return what the row of a valid index shows."""
        return self.row_of(index.internalId())

    def row_of(self, node: int) -> TreeRow:
        """Return what the row of a node shows; an empty one for a node that is gone."""
        return self._reader.row(node)

    def set_filter(self, wanted: TreeFilter) -> None:
        """Leave only the rows that match, with those above them; an empty filter shows all."""
        if wanted != self._search.wanted:
            with self._starting_over():
                self._search.wanted = wanted

    def set_scope(self, cycle: int | None) -> None:
        """Leave only what belongs to the cycle, with all that stands above; None shows all."""
        if cycle != self._scope.cycle:
            with self._starting_over():
                self._scope = TreeScope(self._structure, cycle)
                self._others.cycle = cycle

    def set_arrangement(self, arrangement: Arrangement) -> None:
        """Show the tree of the plan, or the objectives in groups."""
        if arrangement is not self.arrangement:
            with self._starting_over():
                self._others.arrangement = arrangement
                self._structure = structure_of(self._structure.snapshot, arrangement)
                self._scope = TreeScope(self._structure, self._scope.cycle)
                self._search.rearrange(self._structure)

    def prepare_search(self) -> None:
        """Read what is written in the plan before the first letter is typed."""
        self._search.prepare()

    def apply(self, snapshot: Snapshot, changes: Sequence[Change], scores: Scores) -> None:
        """Follow an update of the plan; rows enter, leave and move in ranges."""
        before, day = self._structure.snapshot, self._reader.scores.today
        affected = self._structure.apply(snapshot, changes)
        in_scope = self._scope.apply(changes)
        affected |= in_scope
        if any(change.table in _WIDE for change in changes) or day != scores.today:
            differing = self._everything()
            self._reader.start_over(snapshot, scores)
        else:
            differing = self._reader.renew(snapshot, scores) | self._touched(changes)
        if day != scores.today:
            self._search.start_over()
        if self._search.apply(changes, before, scores) or (in_scope and self.filter):
            self._search.find(scores, self._scope.holds)
            affected |= set(self._nodes.known())
        self._rearrange(affected)
        self._refresh(differing)

    # How it keeps up

    def _wanted(self, node: int) -> list[int]:
        children = self._structure.children(node)
        visible = self._search.visible
        holds = self._scope.holds if visible is None else visible.holds
        return [child for child in children if holds(child)]

    def _has(self, node: int) -> bool:
        if self._search.visible is not None:
            return node in self._search.visible.branches
        # Key results go with their objective, which is to be seen if its row is asked about.
        own = self._structure.snapshot.child_ids(KEY_RESULT, "objective", node)
        return bool(own) or bool(self._wanted(node))

    @contextmanager
    def _starting_over(self) -> Iterator[None]:
        self.beginResetModel()
        yield
        self._search.find(self._reader.scores, self._scope.holds)
        for node in self._groups():
            self._reader.forget(node)
        self._nodes.clear()
        self.endResetModel()

    def is_group(self, index: Index) -> bool:
        """Say whether the row of a valid index is a group. Told without reading the row."""
        node = index.internalId()
        if self.arrangement is Arrangement.TREE:
            return node == UNALIGNED
        return self._nodes.has(node) and self._nodes.parent(node) == ROOT

    def _above(self, node: int) -> int:
        return self._structure.parent(node)

    def _touched(self, changes: Iterable[Change]) -> set[int]:
        """Return the rows that the changes are about, with those above them."""
        nodes = {node for change in changes for node in _items(change) if self._nodes.has(node)}
        return nodes.union(self._groups(), *(self._nodes.ancestors(node) for node in nodes))

    def _groups(self) -> list[int]:
        """Return the groups, whose numbers and counts may follow from any change."""
        return [] if self.arrangement is Arrangement.TREE else self._nodes.children(ROOT)

    def _everything(self) -> set[int]:
        known = self._nodes.known()
        return {child for node in known for child in self._nodes.children(node)}

    def _refresh(self, nodes: Iterable[int]) -> None:
        for node in nodes:
            self._reader.forget(node)
            if self._nodes.has(node):
                self.dataChanged.emit(
                    self.index_of(node), self.index_of(node, self.columnCount() - 1)
                )


def _items(change: Change) -> set[int]:
    """Return the ids of objectives and key results that a change mentions, its own included."""
    places = [n for n, name in enumerate(change.table.fields) if name in _ITEM_FIELDS]
    rows = [row for row in (change.before, change.after) if row is not None]
    return {change.id, *(row[place] for row in rows for place in places if row[place])}
