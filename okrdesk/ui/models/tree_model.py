"""The tree of the plan as Qt asks for it: lazily, by integer ids, changed in ranges."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QObject, Qt

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
)
from okrdesk.ui.models.group_rows import OtherRows
from okrdesk.ui.models.group_structure import Arrangement, structure_of
from okrdesk.ui.models.node_model import NOTHING, Index, NodeModel
from okrdesk.ui.models.row_reader import RowReader
from okrdesk.ui.models.tree_filter import FilterIndex, TreeFilter, Visible
from okrdesk.ui.models.tree_row import TreeRow, sentence
from okrdesk.ui.models.tree_scope import TreeScope
from okrdesk.ui.models.tree_structure import ROOT, UNALIGNED
from okrdesk.ui.status_words import status_word

TITLE, PROGRESS, STATUS, CONFIDENCE, OWNER = COLUMNS = range(5)

# Plain integers: comparing members of Qt's enums triples the time of a frame.
_DISPLAY = Qt.ItemDataRole.DisplayRole.value
_EDIT = Qt.ItemDataRole.EditRole.value
_TOOL_TIP = Qt.ItemDataRole.ToolTipRole.value
_ACCESSIBLE_TEXT = Qt.ItemDataRole.AccessibleTextRole.value
_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_EDITABLE = _PLAIN | Qt.ItemFlag.ItemIsEditable
_GROUP = Qt.ItemFlag.ItemIsEnabled
_WIDE = {ORGANISATION, CYCLE, PERSON, KPI, KPI_VALUE, PHASE}
"""Tables of which one row may show in many rows of the tree."""

_ITEM_FIELDS = {"objective", "key_result", "child"}

Rename = Callable[[int, str], object]


class TreeModel(NodeModel):
    """Mission, objectives and key results; the last top row gathers what is not aligned."""

    def __init__(
        self, snapshot: Snapshot, scores: Scores, rename: Rename, parent: QObject | None = None
    ) -> None:
        """Show a plan; `rename` is called with id and text when a title was edited in place."""
        super().__init__(parent)
        self._structure = structure_of(snapshot, Arrangement.TREE)
        self._scope = TreeScope(self._structure, None)
        self._others = OtherRows(self._count)
        self._reader = RowReader(snapshot, scores, self._others.row)
        self._rename = rename
        self._filter = TreeFilter()
        self._index: FilterIndex | None = None
        self._visible: Visible | None = None

    # What Qt asks

    def columnCount(self, parent: Index = NOTHING) -> int:
        """Return the number of columns, the same everywhere."""
        return len(COLUMNS)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """Return a value of a cell; the delegate reads whole rows through `row_at` instead."""
        if not index.isValid():
            return None
        row = self.row_at(index)
        if role == _DISPLAY:
            return _text(row, index.column())
        if role == _ACCESSIBLE_TEXT:
            return sentence(row) if index.column() == TITLE else _text(row, index.column())
        if role == _EDIT and index.column() == TITLE:
            return row.title
        if role == _TOOL_TIP:
            return {TITLE: row.title, OWNER: row.owner}.get(index.column())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> str | None:
        """Return the head of a column, and its full words as the tool tip."""
        if role == _DISPLAY:
            return self._heads()[section]
        return self.tr("Confidence") if role == _TOOL_TIP and section == CONFIDENCE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a cell."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        # Told by the id alone: Qt asks for the flags of thousands of rows that nobody sees.
        if self._is_group(index.internalId()):
            return _GROUP
        return _EDITABLE if index.column() == TITLE else _PLAIN

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        """Hand an edited title to `rename`; the row changes when the plan's update arrives."""
        title = str(value).strip()
        if role != _EDIT or not title or title == self.row_at(index).title:
            return False
        self._rename(index.internalId(), title)
        return True

    # What the window asks

    @property
    def filter(self) -> TreeFilter:
        """Return the filter in use."""
        return self._filter

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
        if wanted != self._filter:
            with self._starting_over():
                self._filter = wanted

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
                if self._index is not None:
                    self._index = FilterIndex(self._structure, self._index.texts)

    def prepare_search(self) -> None:
        """Read what is written in the plan before the first letter is typed."""
        if self._index is None:
            self._index = FilterIndex(self._structure)

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
        if self._searches_again(changes, before, anew=day != scores.today) or in_scope:
            self._visible = self._matching()
            affected |= set(self._nodes.known()) if self._filter else set()
        self._rearrange(affected)
        self._refresh(differing)

    # How it keeps up

    def _wanted(self, node: int) -> list[int]:
        children = self._structure.children(node)
        holds = self._scope.holds if self._visible is None else self._visible.holds
        return [child for child in children if holds(child)]

    def _has(self, node: int) -> bool:
        if self._visible is not None:
            return node in self._visible.branches
        # Key results go with their objective, which is to be seen if its row is asked about.
        own = self._structure.snapshot.child_ids(KEY_RESULT, "objective", node)
        return bool(own) or bool(self._wanted(node))

    def _matching(self) -> Visible | None:
        if not self._filter:
            if self._index is not None:
                self._index.rest()
            return None
        self.prepare_search()
        index = self._index or FilterIndex(self._structure)
        return index.visible(self._filter, self._reader.scores, self._scope.holds)

    def _searches_again(self, changes: Sequence[Change], before: Snapshot, *, anew: bool) -> bool:
        """Let the index follow the changes; say whether other rows may match now."""
        if self._index is None:
            return False
        if anew:
            self._index.rest()
        turned = self._index.apply(changes, before, self._reader.scores)
        return bool(self._filter) and turned != set()

    @contextmanager
    def _starting_over(self) -> Iterator[None]:
        self.beginResetModel()
        yield
        self._visible = self._matching()
        for node in self._groups():
            self._reader.forget(node)
        self._nodes.clear()
        self.endResetModel()

    def _is_group(self, node: int) -> bool:
        """Say whether a node is a group. Told without reading the row."""
        if self.arrangement is Arrangement.TREE:
            return node == UNALIGNED
        return self._nodes.has(node) and self._nodes.parent(node) == ROOT

    def _count(self, group: int) -> int:
        """Return how many objectives of a group are to be seen."""
        return len(self._wanted(group))

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
                self.dataChanged.emit(self.index_of(node), self.index_of(node, OWNER))

    def _heads(self) -> tuple[str, ...]:
        return (
            self.tr("Objective or key result"),
            self.tr("Progress"),
            self.tr("Status"),
            self.tr("Conf."),
            self.tr("Owner"),
        )


def _items(change: Change) -> set[int]:
    """Return the ids of objectives and key results that a change mentions, its own included."""
    places = [n for n, name in enumerate(change.table.fields) if name in _ITEM_FIELDS]
    rows = [row for row in (change.before, change.after) if row is not None]
    return {change.id, *(row[place] for row in rows for place in places if row[place])}


def _text(row: TreeRow, column: int) -> str:
    if column == STATUS:
        return status_word(row.status) if row.status else ""
    return (row.title, row.percent, "", row.confidence, row.owner)[column]
