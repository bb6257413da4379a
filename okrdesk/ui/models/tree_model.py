"""The tree of the plan as Qt asks for it: lazily, by integer ids, changed in ranges."""

from collections.abc import Callable, Iterable, Sequence
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
from okrdesk.ui.models.node_model import NOTHING, Index, NodeModel
from okrdesk.ui.models.row_reader import RowReader
from okrdesk.ui.models.tree_filter import FilterIndex, TreeFilter
from okrdesk.ui.models.tree_row import TreeRow, sentence
from okrdesk.ui.models.tree_scope import TreeScope
from okrdesk.ui.models.tree_structure import UNALIGNED, TreeStructure
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
        self._structure = TreeStructure(snapshot)
        self._scope = TreeScope(self._structure, None)
        self._reader = RowReader(snapshot, scores)
        self._rename = rename
        self._filter = TreeFilter()
        self._index: FilterIndex | None = None
        self._visible: set[int] | None = None

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
        if index.internalId() == UNALIGNED:
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

    def is_item(self, node: int) -> bool:
        """Say whether a node is an objective or a key result of the plan."""
        snapshot = self._structure.snapshot
        return snapshot.find(KEY_RESULT, node) is not None or (
            snapshot.find(OBJECTIVE, node) is not None
        )

    def row_at(self, index: Index) -> TreeRow:
        """Return what the row of a valid index shows."""
        return self._reader.row(index.internalId())

    def set_filter(self, wanted: TreeFilter) -> None:
        """Leave only the rows that match, with those above them; an empty filter shows all."""
        if wanted != self._filter:
            self._start_over(wanted, self._scope)

    def set_scope(self, cycle: int | None) -> None:
        """Leave only what belongs to the cycle, with all that stands above; None shows all."""
        if cycle != self._scope.cycle:
            self._start_over(self._filter, TreeScope(self._structure, cycle))

    def apply(self, snapshot: Snapshot, changes: Sequence[Change], scores: Scores) -> None:
        """Follow an update of the plan; rows enter, leave and move in ranges."""
        affected = self._structure.apply(snapshot, changes)
        affected |= self._scope.apply(changes)
        if self._index is not None:
            self._index.apply(changes)
        if any(change.table in _WIDE for change in changes):
            differing = self._everything()
            self._reader.start_over(snapshot, scores)
        else:
            differing = self._reader.renew(snapshot, scores) | self._touched(changes)
        if self._filter:
            self._visible = self._matching()
            affected = set(self._nodes.known())
        self._rearrange(affected)
        self._refresh(differing)

    # How it keeps up

    def _wanted(self, node: int) -> list[int]:
        children = self._structure.children(node)
        holds = self._scope.holds if self._visible is None else self._visible.__contains__
        return [child for child in children if holds(child)]

    def _matching(self) -> set[int] | None:
        if not self._filter:
            return None
        if self._index is None:
            self._index = FilterIndex(self._structure)
        return self._index.visible(self._filter, self._reader.status, self._scope.holds)

    def _start_over(self, wanted: TreeFilter, scope: TreeScope) -> None:
        self.beginResetModel()
        self._filter, self._scope = wanted, scope
        self._visible = self._matching()
        self._nodes.clear()
        self.endResetModel()

    def _above(self, node: int) -> int:
        return self._structure.parent(node)

    def _touched(self, changes: Iterable[Change]) -> set[int]:
        """Return the rows that the changes are about, with those above them."""
        nodes = {node for change in changes for node in _items(change) if self._nodes.has(node)}
        return nodes.union(*(self._nodes.ancestors(node) for node in nodes))

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
