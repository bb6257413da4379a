"""What the alignment map shows: cards by level, the lines between them, and what has none."""

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, IntEnum, auto
from typing import NamedTuple

from okrdesk.domain.alignment import (
    ancestors,
    links_of,
    supporters,
    target_objective,
    top_objectives,
    unaligned,
)
from okrdesk.domain.cycles import in_scope
from okrdesk.domain.entities import Cycle, Objective
from okrdesk.domain.map_layout import Place
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CYCLE, KEY_RESULT, OBJECTIVE
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
    seen = _seen(snapshot, asked)
    loose = tuple(row.id for row in unaligned(snapshot) if row.id in seen)
    cards = tuple(_cards(snapshot, asked, seen, loose))
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


def _seen(snapshot: Snapshot, asked: Asked) -> set[int]:
    chosen = snapshot.find(CYCLE, asked.cycle)
    outside = {row.id for row in snapshot.rows(CYCLE) if not in_scope(row, chosen)}
    wanted = _objectives_of(snapshot, asked.items)
    inside = {
        row.id
        for row in snapshot.rows(OBJECTIVE)
        if row.cycle not in outside and (wanted is None or row.id in wanted)
    }
    return inside | {above.id for item in inside for above in ancestors(snapshot, item)}


def _objectives_of(snapshot: Snapshot, items: frozenset[int] | None) -> set[int] | None:
    if items is None:
        return None
    rows = (snapshot.find(KEY_RESULT, item) for item in items)
    return set(items) | {row.objective for row in rows if row is not None}


def _cards(
    snapshot: Snapshot, asked: Asked, seen: set[int], loose: Sequence[int]
) -> Iterator[Card]:
    mission = mission_id(snapshot)
    starts = [] if mission is None or not seen else [mission]
    starts += [item for item in loose if _shown_below(snapshot, item, seen)]
    yield from _branches(snapshot, [(item, None) for item in starts], seen, asked.folded)


def _branches(
    snapshot: Snapshot,
    starts: Sequence[tuple[int, int | None]],
    seen: set[int],
    folded: frozenset[int],
) -> Iterator[Card]:
    """Items with their parents, each with all below it right behind; without recursion."""
    waiting = list(reversed(starts))
    while waiting:
        item, parent = waiting.pop()
        below = [(other, item) for other in _shown_below(snapshot, item, seen)]
        hidden = 0
        if item in folded:
            hidden = sum(1 for _ in _branches(snapshot, below, seen, frozenset()))
        yield Card(item, parent, _column_of_item(snapshot, item), hidden)
        if not hidden:
            waiting += reversed(below)


def _column_of_item(snapshot: Snapshot, item: int) -> Column:
    row = snapshot.find(OBJECTIVE, item)
    return Column.MISSION if row is None else column_of(row, snapshot.find(CYCLE, row.cycle))


def _shown_below(snapshot: Snapshot, item: int, seen: set[int]) -> list[int]:
    return [other for other in _below(snapshot, item) if other in seen]


def _below(snapshot: Snapshot, item: int) -> list[int]:
    """The objectives with a place under a card, in the order of the tree."""
    if snapshot.find(OBJECTIVE, item) is None:
        return [row.id for row in top_objectives(snapshot)]
    key_results = snapshot.child_ids(KEY_RESULT, "objective", item)
    of_results = [row.id for result in key_results for row in supporters(snapshot, result)]
    return of_results + [row.id for row in supporters(snapshot, item)]


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
