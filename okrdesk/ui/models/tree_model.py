"""The tree of the plan as Qt asks for it: lazily, by integer ids, changed in ranges."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt

from okrdesk.domain.scoring import Scores
from okrdesk.domain.snapshot import Snapshot
from okrdesk.ui.models.node_model import NOTHING, Index
from okrdesk.ui.models.plan_rows import PlanRows
from okrdesk.ui.models.tree_row import TreeRow, sentence
from okrdesk.ui.status_words import status_word

TITLE, PROGRESS, STATUS, CONFIDENCE, OWNER, UPDATED, DUE, TEAM, GRADE, CYCLE = COLUMNS = range(10)

# Plain integers: comparing members of Qt's enums triples the time of a frame.
_DISPLAY = Qt.ItemDataRole.DisplayRole.value
_EDIT = Qt.ItemDataRole.EditRole.value
_TOOL_TIP = Qt.ItemDataRole.ToolTipRole.value
_ACCESSIBLE_TEXT = Qt.ItemDataRole.AccessibleTextRole.value
_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_EDITABLE = _PLAIN | Qt.ItemFlag.ItemIsEditable
_GROUP = Qt.ItemFlag.ItemIsEnabled
_DRAG = Qt.ItemFlag.ItemIsDragEnabled
_PLAIN_ITEM, _EDITABLE_ITEM = _PLAIN | _DRAG, _EDITABLE | _DRAG
MIME = "application/x-okrdesk-items"
Rename = Callable[[int, str], object]


class TreeModel(PlanRows):
    """Mission, objectives and key results; the last top row gathers what is not aligned."""

    def __init__(
        self, snapshot: Snapshot, scores: Scores, rename: Rename, parent: QObject | None = None
    ) -> None:
        """Show a plan; `rename` is called with id and text when a title was edited in place."""
        super().__init__(snapshot, scores, parent)
        self._rename = rename

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
            return {TITLE: row.title, OWNER: row.owner, TEAM: row.team}.get(index.column())
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
        if self.is_group(index):
            return _GROUP
        if index.internalId() == self._structure.top:
            return _EDITABLE if index.column() == TITLE else _PLAIN
        return _EDITABLE_ITEM if index.column() == TITLE else _PLAIN_ITEM

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        """Hand an edited title to `rename`; the row changes when the plan's update arrives."""
        title = str(value).strip()
        if role != _EDIT or not title or title == self.row_at(index).title:
            return False
        self._rename(index.internalId(), title)
        return True

    @property
    def snapshot(self) -> Snapshot:
        """Return the plan as it is shown."""
        return self._structure.snapshot

    def mimeTypes(self) -> list[str]:
        """Return the one kind of data in which items are dragged."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the items of these cells, for a drop in this very tree."""
        items = [i.internalId() for i in indexes if i.column() == TITLE]
        known = (str(item) for item in items if self.is_item(item))
        data = QMimeData()
        data.setData(MIME, " ".join([str(id(self)), *known]).encode())
        return data

    def dragged(self, data: QMimeData) -> list[int]:
        """Return the items that are dragged; none from another plan."""
        source, *items = bytes(data.data(MIME).data()).decode().split() or [""]
        return [int(item) for item in items] if source == str(id(self)) else []

    def _heads(self) -> tuple[str, ...]:
        return (
            self.tr("Objective or key result"),
            self.tr("Progress"),
            self.tr("Status"),
            self.tr("Conf."),
            self.tr("Owner"),
            self.tr("Updated"),
            self.tr("Due"),
            self.tr("Team"),
            self.tr("Grade"),
            self.tr("Cycle"),
        )


def _text(row: TreeRow, column: int) -> str:
    if column == STATUS:
        return status_word(row.status) if row.status else ""
    usual = (row.title, row.percent, "", row.confidence, row.owner)
    return (*usual, row.updated, row.due, row.team, row.grade, row.cycle)[column]
