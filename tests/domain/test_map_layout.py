"""The tidy forest of the map: nothing overlaps, parents in the middle, the same every time."""

import random
from itertools import combinations, pairwise

from okrdesk.domain.map_layout import LANE, Layout, Node, Place, arranged

GAP, HEIGHT, COLUMNS = 20.0, 88.0, 5


def drawn(*nodes: tuple[int, int | None, int]) -> Layout:
    made = [Node(item, parent, column, HEIGHT) for item, parent, column in nodes]
    return arranged(made, COLUMNS, GAP)


def test_a_parent_stands_in_the_middle_of_its_children() -> None:
    layout = drawn((1, None, 0), (2, 1, 1), (3, 1, 1), (4, 3, 2))
    assert layout.places == {
        1: Place(0, 54.0),
        2: Place(1, 0.0),
        3: Place(1, 108.0),
        4: Place(2, 108.0),
    }
    assert layout.layers == (1, 1, 1, 1, 1)
    assert layout.height == 196.0


def test_branches_are_pushed_together_until_they_touch() -> None:
    first = (2, 1, 1), (3, 2, 2), (4, 2, 2), (5, 2, 2)
    layout = drawn((1, None, 0), *first, (6, 1, 1), (7, 6, 2), (8, 6, 2), (9, 1, 1))
    assert layout.places[7].top - layout.places[5].top == HEIGHT + GAP
    assert layout.places[9].top - layout.places[6].top == HEIGHT + GAP


def test_who_stands_below_one_of_its_own_level_gets_a_layer_of_its_own() -> None:
    layout = drawn((1, None, 3), (2, 1, 3), (3, 2, 4), (4, None, 4))
    assert layout.layers == (1, 1, 1, 2, 1)
    assert [layout.places[item].layer for item in (1, 2, 3, 4)] == [3, 4, 5, 5]


def test_a_line_that_passes_a_layer_keeps_a_lane_free() -> None:
    layout = drawn((1, None, 0), (2, 1, 2), (3, 1, 1))
    assert layout.places[2] == Place(2, 0.0)
    lane = HEIGHT / 2 + LANE / 2
    assert layout.places[3] == Place(1, lane + GAP)
    behind = drawn((1, None, 0), (2, 1, 1), (3, 2, 1), (4, 1, 3))
    assert behind.places[4].top + HEIGHT / 2 - LANE / 2 >= HEIGHT + GAP


def test_a_parent_right_of_its_children_stands_above_them() -> None:
    layout = drawn((1, None, 2), (2, 1, 1), (3, 2, 2))
    assert layout.places == {1: Place(2, 0.0), 3: Place(2, 108.0), 2: Place(1, 108.0)}


def test_nothing_is_placed_as_nothing() -> None:
    assert drawn() == Layout({}, (1, 1, 1, 1, 1), 0.0)


def test_a_thousand_cards_do_not_overlap_and_keep_their_order() -> None:
    draw = random.Random(4)
    nodes = [Node(0, None, 0, HEIGHT)]
    for item in range(1, 1000):
        above = nodes[draw.randrange(max(0, item - 40), item)]
        column = min(COLUMNS - 1, above.column + draw.choice((0, 1, 1, 1, 2)))
        nodes.append(Node(item, above.id, column, draw.choice((HEIGHT, 140.0))))
    order = _preorder(nodes)
    layout = arranged(order, COLUMNS, GAP)
    by_layer: dict[int, list[tuple[float, float]]] = {}
    for node in nodes:
        place = layout.places[node.id]
        by_layer.setdefault(place.layer, []).append((place.top, place.top + node.height))
    for spans in by_layer.values():
        for one, other in pairwise(sorted(spans)):
            assert other[0] - one[1] >= GAP - 1e-6
    for node in nodes:
        below = [other.id for other in order if other.parent == node.id]
        for first, second in combinations(below, 2):
            if layout.places[first].layer == layout.places[second].layer:
                assert layout.places[first].top < layout.places[second].top
    assert layout == arranged(order, COLUMNS, GAP)


def _preorder(nodes: list[Node]) -> list[Node]:
    below: dict[int | None, list[Node]] = {}
    for node in nodes:
        below.setdefault(node.parent, []).append(node)
    order: list[Node] = []
    waiting = below[None][::-1]
    while waiting:
        order.append(waiting.pop())
        waiting += below.get(order[-1].id, [])[::-1]
    return order
