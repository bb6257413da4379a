"""What the alignment map shows: cards by level, the lines between them, and what has none."""

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, IntEnum, auto
from typing import NamedTuple

from okrdesk.domain.alignment import links_of, target_objective
from okrdesk.domain.cycles import in_scope
from okrdesk.domain.entities import Cycle, Link, Objective
from okrdesk.domain.map_layout import Place
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CYCLE, KEY_RESULT, LINK, OBJECTIVE
from okrdesk.domain.tree import mission_id
from okrdesk.domain.words import Horizon, Level


class Column(IntEnum):
    """The columns, from the mission on."""

    MISSION = 0
    LONG_TERM = 1
    YEAR = 2
    TEAM = 3
    INDIVIDUAL = 4


class Step(Enum):
    """Where an arrow key goes: along a line, or within a column."""

    TO_PARENT = auto()
    TO_CHILD = auto()
    UP = auto()
    DOWN = auto()


class Asked(NamedTuple):
    """Which part of the plan is to be seen."""

    cycle: int | None = None
    """What is seen while looking at this cycle; None: everything."""
    items: frozenset[int] | None = None
    """Only these objectives, and those of these key results; None: all."""
    folded: frozenset[int] = frozenset()
    """The cards below which nothing is shown."""


class Card(NamedTuple):
    """The mission or an objective. ``hidden``: how many cards are folded away below it."""

    item: int
    parent: int | None
    column: Column
    hidden: int = 0


class Line(NamedTuple):
    """From a card to what it supports; ``key_result``: the one it ends at, if it is one."""

    link: int
    child: int
    target: int
    key_result: int | None
    primary: bool


class AlignmentMap(NamedTuple):
    """Cards from the top of each branch down, parents before their children."""

    cards: tuple[Card, ...]
    lines: tuple[Line, ...]
    loose: tuple[int, ...]
    """The objectives that support nothing. Those that are supported have a card, too."""
    linked: int
    every: int
    """How many of how many objectives support something."""


def alignment_map(snapshot: Snapshot, asked: Asked) -> AlignmentMap:
    """The map of what is asked for, with all that stands above it."""
    places = _places(snapshot)
    seen = _seen(snapshot, asked, places)
    rows = sorted(
        (snapshot.get(OBJECTIVE, item) for item in seen if item not in places),
        key=OBJECTIVE.sort_key,
    )
    loose = tuple(row.id for row in rows)
    cards = tuple(_cards(snapshot, asked, _below(snapshot, places, seen), loose))
    lines = tuple(_lines(snapshot, cards))
    return AlignmentMap(cards, lines, loose, len(seen) - len(loose), len(seen))


def column_of(objective: Objective, cycle: Cycle | None) -> Column:
    """The column of an objective, by its level and its cycle's horizon."""
    if objective.level is Level.INDIVIDUAL:
        return Column.INDIVIDUAL
    if objective.level is not Level.COMPANY:
        return Column.TEAM
    longest = cycle is not None and cycle.horizon is Horizon.LONG_TERM
    return Column.LONG_TERM if longest else Column.YEAR


def path_through(cards: Sequence[Card], item: int | None) -> frozenset[int]:
    """The card with all above it and all below it; empty for one that is not there."""
    parents = {card.item: card.parent for card in cards}
    if item is None or item not in parents:
        return frozenset()
    path = {item}
    for card in cards:  # parents come first
        if card.parent in path:
            path.add(card.item)
    above = parents[item]
    while above is not None:
        path.add(above)
        above = parents[above]
    return frozenset(path)


def beside(cards: Sequence[Card], places: Mapping[int, Place], item: int, step: Step) -> int | None:
    """The card that an arrow key goes to from one, or None.

    To the child nearest to the height of the card; up and down to the next card of its layer.
    """
    here = places[item]
    if step is Step.TO_PARENT:
        return next(card.parent for card in cards if card.item == item)
    if step is Step.TO_CHILD:
        below = [card.item for card in cards if card.parent == item]
        return min(below, key=lambda other: abs(places[other].top - here.top), default=None)
    sign = 1 if step is Step.DOWN else -1
    ahead = [
        (sign * (place.top - here.top), other)
        for other, place in places.items()
        if place.layer == here.layer and sign * (place.top - here.top) > 0
    ]
    return min(ahead, default=(0.0, None))[1]


def _places(snapshot: Snapshot) -> dict[int, Link]:
    """By objective the link that is its place, read in one pass over all of them."""
    return {link.child: link for link in snapshot.rows(LINK) if link.primary}


def _seen(snapshot: Snapshot, asked: Asked, places: Mapping[int, Link]) -> set[int]:
    chosen = snapshot.find(CYCLE, asked.cycle)
    outside = {row.id for row in snapshot.rows(CYCLE) if not in_scope(row, chosen)}
    wanted = _objectives_of(snapshot, asked.items)
    found = {
        row.id
        for row in snapshot.rows(OBJECTIVE)
        if row.cycle not in outside and (wanted is None or row.id in wanted)
    }
    for item in list(found):
        above = _above(snapshot, places, item)
        while above is not None and above not in found:
            found.add(above)
            above = _above(snapshot, places, above)
    return found


def _above(snapshot: Snapshot, places: Mapping[int, Link], item: int) -> int | None:
    link = places.get(item)
    return None if link is None else target_objective(snapshot, link)


def _below(
    snapshot: Snapshot, places: Mapping[int, Link], seen: set[int]
) -> dict[int | None, list[int]]:
    """By card those right below it in the order of the tree; below None those of the mission.

    First who supports its key results, in their order.
    """
    found: dict[int | None, list[tuple[object, int]]] = {}
    for child in seen:
        link = places.get(child)
        if link is not None:
            key_result = snapshot.find(KEY_RESULT, link.key_result)
            own = LINK.sort_key(link)
            first = (1,) if key_result is None else (0, *KEY_RESULT.sort_key(key_result))
            above = target_objective(snapshot, link)
            found.setdefault(above, []).append(((first, own), child))
    return {above: [child for _, child in sorted(rows)] for above, rows in found.items()}


def _objectives_of(snapshot: Snapshot, items: frozenset[int] | None) -> set[int] | None:
    if items is None:
        return None
    rows = (snapshot.find(KEY_RESULT, item) for item in items)
    return set(items) | {row.objective for row in rows if row is not None}


def _cards(
    snapshot: Snapshot,
    asked: Asked,
    below: Mapping[int | None, Sequence[int]],
    loose: Sequence[int],
) -> Iterator[Card]:
    mission = mission_id(snapshot)
    of_card = {(mission if item is None else item): rows for item, rows in below.items()}
    starts = [item for item in loose if item in of_card]
    if mission is not None and (loose or of_card):
        starts.insert(0, mission)
    yield from _branches(snapshot, [(item, None) for item in starts], of_card, asked.folded)


def _branches(
    snapshot: Snapshot,
    starts: Sequence[tuple[int, int | None]],
    below: Mapping[int | None, Sequence[int]],
    folded: frozenset[int],
) -> Iterator[Card]:
    """Items with their parents, each with all below it right behind; without recursion."""
    waiting = list(reversed(starts))
    while waiting:
        item, parent = waiting.pop()
        next_ones = [(other, item) for other in below.get(item, ())]
        hidden = 0
        if item in folded:
            hidden = sum(1 for _ in _branches(snapshot, next_ones, below, frozenset()))
        yield Card(item, parent, _column_of_item(snapshot, item), hidden)
        if not hidden:
            waiting += reversed(next_ones)


def _column_of_item(snapshot: Snapshot, item: int) -> Column:
    row = snapshot.find(OBJECTIVE, item)
    return Column.MISSION if row is None else column_of(row, snapshot.find(CYCLE, row.cycle))


def _lines(snapshot: Snapshot, cards: Sequence[Card]) -> Iterator[Line]:
    shown = {card.item for card in cards}
    mission = mission_id(snapshot)
    for card in cards:
        if card.column is Column.MISSION:
            continue
        for link in links_of(snapshot, card.item):
            target = target_objective(snapshot, link) or mission
            if target is not None and target in shown:
                yield Line(link.id, card.item, target, link.key_result, link.primary)
