"""The part of the tree that somebody has looked at: children in order, and where each is."""

from collections.abc import Callable, Iterator

from okrdesk.ui.models.tree_structure import ROOT


class TreeNodes:
    """Children of the nodes that were asked for; the rest of the plan costs nothing."""

    def __init__(self, children: Callable[[int], list[int]]) -> None:
        """`children` reads those of a node that was not asked for before."""
        self._read = children
        self._children: dict[int, list[int]] = {}
        self._rows: dict[int, dict[int, int]] = {}
        self._parents: dict[int, int] = {}

    def children(self, node: int) -> list[int]:
        """Return the children as the view knows them."""
        known = self._children.get(node)
        if known is None:
            known = self._read(node)
            self.learn(node, known)
        return known

    def learn(self, node: int, children: list[int]) -> None:
        """Take in the children of a node that was not asked for them before."""
        self._children[node] = children
        self._parents.update(dict.fromkeys(children, node))

    def is_known(self, node: int) -> bool:
        """Say whether the children of `node` were asked for."""
        return node in self._children

    def known(self) -> list[int]:
        """Return the nodes whose children were asked for."""
        return list(self._children)

    def has(self, node: int) -> bool:
        """Say whether `node` stands below a known one."""
        return node in self._parents

    def parent(self, node: int) -> int:
        """Return the node above; KeyError if `node` was not reached yet."""
        return self._parents[node]

    def ancestors(self, node: int) -> Iterator[int]:
        """Yield the nodes above, the nearest first, without the root."""
        above = self._parents[node]
        while above != ROOT:
            yield above
            above = self._parents[above]

    def row(self, node: int) -> int:
        """Return the place among the siblings."""
        parent = self._parents[node]
        rows = self._rows.get(parent)
        if rows is None:
            rows = self._rows[parent] = {id: row for row, id in enumerate(self.children(parent))}
        return rows[node]

    def take(self, parent: int, first: int, last: int) -> None:
        """Forget the children from `first` to `last` with all below them."""
        leaving = self._children[parent][first : last + 1]
        del self._children[parent][first : last + 1]
        self._rows.pop(parent, None)
        for node in leaving:
            self._forget(node)

    def put(self, parent: int, row: int, nodes: list[int]) -> None:
        """Let new children enter at `row`."""
        self._children[parent][row:row] = nodes
        self._rows.pop(parent, None)
        self._parents.update(dict.fromkeys(nodes, parent))

    def move(self, node: int, parent: int, row: int) -> None:
        """Put a known node with all below it at `row` of `parent`."""
        old = self._parents[node]
        self._children[old].remove(node)
        self._rows.pop(old, None)
        self.put(parent, row, [node])

    def clear(self) -> None:
        """Forget everything."""
        self._children.clear()
        self._rows.clear()
        self._parents.clear()

    def _forget(self, node: int) -> None:
        self._parents.pop(node, None)
        self._rows.pop(node, None)
        for child in self._children.pop(node, ()):
            self._forget(child)
