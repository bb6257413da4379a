"""Which rows of the tree are selected: several at once, read and set by their ids."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QObject, Signal
from PySide6.QtWidgets import QTreeView

from okrdesk.ui.models.row_changes import ranges_backwards
from okrdesk.ui.models.tree_model import TreeModel

_ADD = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


class TreeSelection(QObject):
    """The selected rows of a tree beside its current row, which the inspector shows.

    ``changed`` follows every change of what is selected.
    """

    changed = Signal()

    def __init__(self, tree: QTreeView, model: TreeModel) -> None:
        super().__init__(tree)
        self._tree, self._model = tree, model
        tree.selectionModel().selectionChanged.connect(lambda *_: self.changed.emit())

    def nodes(self) -> list[int]:
        """Return the ids of the selected rows in the order of the tree."""
        found: dict[int, tuple[int, ...]] = {}
        for part in self._tree.selectionModel().selection().toList():
            parent = part.parent()
            above = self._place(parent)
            for row in range(part.top(), part.bottom() + 1):
                index = self._model.index(row, 0, parent)
                if self._model.is_item(index.internalId()):
                    found[index.internalId()] = (*above, row)
        return sorted(found, key=found.__getitem__)

    def select(self, nodes: Iterable[int]) -> None:
        """Select the rows of these ids that are shown, and no others; the current row stays."""
        wanted = QItemSelection()
        for index in map(self._model.index_of, nodes):
            if index.isValid():
                wanted.select(index, index)
        flags = _ADD | QItemSelectionModel.SelectionFlag.Clear
        self._tree.selectionModel().select(wanted, flags)

    def grow(self) -> None:
        """Select the current row's siblings; once they are selected, every row to be seen."""
        parent = self._tree.currentIndex().parent()
        chosen = self._tree.selectionModel()
        around = list(self._items_below(parent))
        whole = all(chosen.isRowSelected(row, parent) for row in around)
        if not self._tree.currentIndex().isValid() or whole:
            self._tree.selectAll()
            return
        wanted = QItemSelection()
        for first, last in ranges_backwards(around):
            wanted.select(self._model.index(first, 0, parent), self._model.index(last, 0, parent))
        chosen.select(wanted, _ADD)

    def _items_below(self, parent: QModelIndex) -> Iterator[int]:
        for row in range(self._model.rowCount(parent)):
            if self._model.is_item(self._model.index(row, 0, parent).internalId()):
                yield row

    def _place(self, index: QModelIndex) -> tuple[int, ...]:
        rows: list[int] = []
        while index.isValid():
            rows.append(index.row())
            index = index.parent()
        return tuple(reversed(rows))
