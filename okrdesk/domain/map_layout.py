"""Where the cards of the alignment map stand: a tidy forest in columns.

The drawing is that of E. M. Reingold and J. S. Tilford, "Tidier Drawings of Trees", IEEE
Transactions on Software Engineering 7 (1981) 2: each branch is drawn as a whole, branches are
pushed together until their contours touch, a parent stands at the middle of its children. As in
the method of K. Sugiyama, S. Tagawa and M. Toda, "Methods for Visual Understanding of Hierarchical
System Structures", IEEE Transactions on Systems, Man, and Cybernetics 11 (1981) 2, the layer of a
node is given, here by its level, and a line that passes a layer keeps a lane free there. Siblings
keep their order of the plan, so the same plan always gives the same drawing.

Lengths are in any one unit; tops grow downwards from 0. The time grows with nodes times layers.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

LANE = 8.0
"""The height of the lane that a line takes in a layer it passes."""


class Node(NamedTuple):
    """A card to be placed; ``parent`` stands before it in the sequence, None at the top."""

    id: int
    parent: int | None
    column: int
    height: float


class Place(NamedTuple):
    """The layer counts from the first column's; a column has several where levels nest."""

    layer: int
    top: float


class Layout(NamedTuple):
    """Every node's place, how many layers each column takes, and the height of all."""

    places: dict[int, Place]
    layers: tuple[int, ...]
    height: float


class _Span(NamedTuple):
    top: float
    bottom: float


class _Branch:
    """A node with all below it, drawn with its own top at 0 and moved as a whole."""

    def __init__(self, node: Node, layer: int) -> None:
        self.node, self.layer = node, layer
        self.top = 0.0
        self.spans: dict[int, _Span] = {}
        self.below: list[tuple[_Branch, float]] = []

    @property
    def middle(self) -> float:
        return self.top + self.node.height / 2


def arranged(nodes: Sequence[Node], columns: int, gap: float) -> Layout:
    """Places the nodes; each comes behind its parent, siblings in their order.

    ``columns``: how many there are, ``gap``: what is free between cards of one layer.
    """
    layers = _layer_counts(nodes, columns)
    starts = [sum(layers[:column]) for column in range(columns)]
    depths = _depths(nodes)
    branches = {node.id: _Branch(node, starts[node.column] + depths[node.id]) for node in nodes}
    children: dict[int | None, list[_Branch]] = {}
    for node in nodes:
        children.setdefault(node.parent, []).append(branches[node.id])
    for node in reversed(nodes):
        branch = branches[node.id]
        _stack(branch, children.get(node.id, []), gap)
        _put_parent(branch, gap)
    forest = _Branch(Node(0, None, 0, 0.0), -1)
    _stack(forest, children.get(None, []), gap, lanes=False)
    return _placed(forest, layers)


def _layer_counts(nodes: Sequence[Node], columns: int) -> tuple[int, ...]:
    depths = _depths(nodes)
    deepest = [0] * columns
    for node in nodes:
        deepest[node.column] = max(deepest[node.column], depths[node.id])
    return tuple(depth + 1 for depth in deepest)


def _depths(nodes: Sequence[Node]) -> dict[int, int]:
    """How many nodes of its own column stand right above each."""
    columns, depths = dict[int | None, int](), dict[int, int]()
    for node in nodes:
        same = node.parent is not None and columns[node.parent] == node.column
        depths[node.id] = depths[node.parent] + 1 if same and node.parent is not None else 0
        columns[node.id] = node.column
    return depths


def _stack(branch: _Branch, below: Iterable[_Branch], gap: float, *, lanes: bool = True) -> None:
    """Pushes the branches together from the top, so that no contour comes into another."""
    for child in below:
        spans = dict(child.spans)
        if lanes:
            for layer in range(branch.layer + 1, child.layer):
                lane = _Span(child.middle - LANE / 2, child.middle + LANE / 2)
                spans[layer] = _joined(spans.get(layer), lane)
        shared = spans.keys() & branch.spans.keys()
        shift = max((branch.spans[n].bottom + gap - spans[n].top for n in shared), default=0.0)
        branch.below.append((child, shift))
        for layer, span in spans.items():
            moved = _Span(span.top + shift, span.bottom + shift)
            branch.spans[layer] = _joined(branch.spans.get(layer), moved)


def _joined(one: _Span | None, other: _Span) -> _Span:
    if one is None:
        return other
    return _Span(min(one.top, other.top), max(one.bottom, other.bottom))


def _put_parent(branch: _Branch, gap: float) -> None:
    """Puts a node at the middle of its children; above them where its layer is taken there."""
    if branch.below:
        (first, up), (last, down) = branch.below[0], branch.below[-1]
        middle = (first.middle + up + last.middle + down) / 2
        branch.top = middle - branch.node.height / 2
    taken = branch.spans.get(branch.layer)
    if taken is not None:
        branch.top = taken.top - gap - branch.node.height
    own = _Span(branch.top, branch.top + branch.node.height)
    branch.spans[branch.layer] = _joined(taken, own)


def _placed(forest: _Branch, layers: tuple[int, ...]) -> Layout:
    highest = min((span.top for span in forest.spans.values()), default=0.0)
    lowest = max((span.bottom for span in forest.spans.values()), default=0.0)
    places: dict[int, Place] = {}
    waiting = [(child, shift - highest) for child, shift in forest.below]
    while waiting:
        branch, moved = waiting.pop()
        places[branch.node.id] = Place(branch.layer, branch.top + moved)
        waiting += [(child, moved + shift) for child, shift in branch.below]
    return Layout(places, layers, lowest - highest)
