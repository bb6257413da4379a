"""A Qt model over nodes with integer ids that is brought up to date in ranges, never reset."""

from abc import abstractmethod
from collections.abc import Iterable

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex

from okrdesk.ui.models.row_changes import ranges_backwards
from okrdesk.ui.models.tree_nodes import TreeNodes
from okrdesk.ui.models.tree_structure import ROOT

Index = QModelIndex | QPersistentModelIndex
NOTHING = QModelIndex()


class NodeModel(QAbstractItemModel):
    """Indexes for nodes; a subclass says which stand where and what they show."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Know no node yet."""
        super().__init__(parent)
        self._nodes = TreeNodes(self._wanted)

    @abstractmethod
    def _wanted(self, node: int) -> list[int]:
        """Return the nodes that shall stand below `node` now."""

    @abstractmethod
    def _has(self, node: int) -> bool:
        """Say whether any node shall stand below one that was not asked for its children."""

    @abstractmethod
    def _above(self, node: int) -> int:
        """Return the node above, whether the view has reached it or not."""

    def index(self, row: int, column: int, parent: Index = NOTHING) -> QModelIndex:
        """Return the index of a cell; an invalid one outside."""
        children = self._nodes.children(parent.internalId() if parent.isValid() else ROOT)
        if not (0 <= row < len(children) and 0 <= column < self.columnCount()):
            return QModelIndex()
        return self.createIndex(row, column, children[row])

    def parent(self, child: Index = NOTHING) -> QModelIndex:  # type: ignore[override]  # QObject.parent() shares the name
        """Return the index above `child`."""
        if not child.isValid():
            return QModelIndex()
        return self.index_of(self._nodes.parent(child.internalId()))

    def rowCount(self, parent: Index = NOTHING) -> int:
        """Return how many rows stand below `parent`."""
        if not parent.isValid():
            return len(self._nodes.children(ROOT))
        return 0 if parent.column() else len(self._nodes.children(parent.internalId()))

    def hasChildren(self, parent: Index = NOTHING) -> bool:
        """Say whether rows stand below `parent`; without reading them, for thousands are asked."""
        if not parent.isValid():
            return self.rowCount() > 0
        node = parent.internalId()
        if parent.column():
            return False
        if not self._nodes.is_known(node) and self._has(node):
            return True
        # A node without children is known at once, so that the first one enters with a signal.
        return bool(self._nodes.children(node))

    def index_of(self, node: int, column: int = 0) -> QModelIndex:
        """Return the index of a node; an invalid one if it is hidden or gone."""
        if node == ROOT or not self._reach(node):
            return QModelIndex()
        return self.createIndex(self._nodes.row(node), column, node)

    def shows(self, node: int) -> bool:
        """Say whether the node stands in the tree now."""
        return self.index_of(node).isValid()

    def depth(self, index: Index) -> int:
        """Return how many rows stand above the row of a valid index."""
        return sum(1 for _ in self._nodes.ancestors(index.internalId()))

    def _reach(self, node: int) -> bool:
        """Ask for the children of all that stands above `node`."""
        if not self._nodes.has(node):
            above = self._above(node)
            if above == ROOT or self._reach(above):
                self._nodes.children(above)
        return self._nodes.has(node)

    def _rearrange(self, parents: Iterable[int]) -> None:
        """Let the children of known `parents` become the wanted ones."""
        parents = list(parents)
        for node in parents:
            self._welcome(node)
        targets = {node: self._wanted(node) for node in parents if self._nodes.is_known(node)}
        staying = {child for children in targets.values() for child in children}
        for node in targets:
            self._drop(node, staying)
        for node, children in targets.items():
            if self._nodes.is_known(node):
                self._place(node, children)
        for node, children in targets.items():
            self._drop(node, set(children))

    def _welcome(self, node: int) -> None:
        """Get to know a parent that rows in view go to, so that they move there with their index.

        Nobody has asked for its other children yet, so they enter without a word.
        """
        if self._nodes.has(node) and not self._nodes.is_known(node):
            wanted = self._wanted(node)
            others = [child for child in wanted if not self._nodes.has(child)]
            if not wanted:
                self._become_leaf(node)
            elif len(others) < len(wanted):
                self._nodes.learn(node, others)

    def _become_leaf(self, node: int) -> None:
        """Tell that nothing stands below a node any more, though nobody knew how much did."""
        self.layoutAboutToBeChanged.emit()
        self._nodes.learn(node, [])
        self.layoutChanged.emit()

    def _drop(self, node: int, staying: set[int]) -> None:
        if not self._nodes.is_known(node):
            return
        leaving = [r for r, id in enumerate(self._nodes.children(node)) if id not in staying]
        for first, last in ranges_backwards(leaving):
            self._leave(node, first, last)

    def _leave(self, node: int, first: int, last: int) -> None:
        self.beginRemoveRows(self.index_of(node), first, last)
        self._nodes.take(node, first, last)
        self.endRemoveRows()

    def _place(self, node: int, target: list[int]) -> None:
        row = 0
        while row < len(target):
            children = self._nodes.children(node)
            if row < len(children) and children[row] == target[row]:
                row += 1
            elif self._nodes.has(target[row]):
                row += self._move(target[row], node, row)
            else:
                row += self._enter(node, row, target)

    def _enter(self, node: int, row: int, target: list[int]) -> int:
        end = row + 1
        while end < len(target) and not self._nodes.has(target[end]):
            end += 1
        self.beginInsertRows(self.index_of(node), row, end - 1)
        self._nodes.put(node, row, target[row:end])
        self.endInsertRows()
        return end - row

    def _move(self, child: int, node: int, row: int) -> int:
        """Move a known child; return 1, or 0 if Qt refused and it must enter anew."""
        old, at = self._nodes.parent(child), self._nodes.row(child)
        if not self.beginMoveRows(self.index_of(old), at, at, self.index_of(node), row):
            self._leave(old, at, at)
            return 0
        self._nodes.move(child, node, row)
        self.endMoveRows()
        return 1
