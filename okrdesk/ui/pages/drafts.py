"""An empty row in the tree, where the next objective or key result is written."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from okrdesk.domain.changes import Change
from okrdesk.domain.scoring import Scores
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import KEY_RESULT
from okrdesk.ui.models.tree_model import Rename, TreeModel
from okrdesk.ui.models.tree_row import RowKind, TreeRow
from okrdesk.ui.models.tree_structure import UNALIGNED

Index = QModelIndex | QPersistentModelIndex
DRAFT = UNALIGNED + 1
"""The node of the empty row; no row of the plan."""
_EDIT = Qt.ItemDataRole.EditRole.value


class Draft(NamedTuple):
    """What is being written, below which node and behind which of its children."""

    kind: RowKind
    parent: int
    behind: int | None = None
    """None: behind the key results for a key result, else behind everything."""
    symbol: str = "key_result"


class DraftingModel(TreeModel):
    """The tree with at most one empty row. ``written`` carries the draft and its text."""

    written = Signal(object, str)

    def __init__(
        self, snapshot: Snapshot, scores: Scores, rename: Rename, parent: QObject | None = None
    ) -> None:
        super().__init__(snapshot, scores, rename, parent)
        self.draft: Draft | None = None

    def begin(self, draft: Draft) -> QModelIndex:
        """Opens the empty row and returns its index; an earlier one closes."""
        self.end()
        self.draft = draft
        self._nodes.children(draft.parent)
        self._rearrange({draft.parent})
        return self.index_of(DRAFT)

    def end(self) -> None:
        """Closes the empty row."""
        if self.draft is not None:
            parent, self.draft = self.draft.parent, None
            self._rearrange({parent})

    def apply(self, snapshot: Snapshot, changes: Sequence[Change], scores: Scores) -> None:
        """Follows an update; an empty row closes when its parent goes."""
        super().apply(snapshot, changes, scores)
        if self.draft is not None and not self.index_of(DRAFT).isValid():
            self.draft = None

    def row_at(self, index: Index) -> TreeRow:
        if self.draft is not None and index.internalId() == DRAFT:
            return TreeRow(self.draft.kind, "", self.draft.symbol)
        return super().row_at(index)

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        if self.draft is None or index.internalId() != DRAFT:
            return super().setData(index, value, role)
        title, draft = str(value).strip(), self.draft
        if role == _EDIT and title:
            self.end()
            self.written.emit(draft, title)
        return bool(title)

    def _wanted(self, node: int) -> list[int]:
        children = super()._wanted(node)
        if self.draft is None or node != self.draft.parent:
            return children
        place = self._place_of_draft(children)
        return [*children[:place], DRAFT, *children[place:]]

    def _place_of_draft(self, children: list[int]) -> int:
        draft = self.draft
        if draft is not None and draft.behind in children:
            return children.index(draft.behind) + 1
        if draft is not None and draft.kind is RowKind.KEY_RESULT:
            return sum(
                self._structure.snapshot.find(KEY_RESULT, child) is not None for child in children
            )
        return len(children)

    def _above(self, node: int) -> int:
        if node == DRAFT and self.draft is not None:
            return self.draft.parent
        return super()._above(node)
