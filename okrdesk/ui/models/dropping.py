"""Where items that are dragged over a row of the tree would go."""

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QModelIndex

from okrdesk.app.commands import MISSION, can_move
from okrdesk.domain.alignment import parent_of
from okrdesk.domain.selection import place_of, tops
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import OBJECTIVE
from okrdesk.ui.models.group_structure import Arrangement
from okrdesk.ui.models.tree_model import TreeModel


class Zone(Enum):
    """Which part of a row the pointer is over."""

    ABOVE = "above"
    ON = "on"
    BELOW = "below"


class Drop(NamedTuple):
    """Items and their place: below what, and beside which sibling there."""

    items: tuple[int, ...]
    below: int | None
    """An item or ``MISSION``; None: not aligned."""
    before: int | None = None
    after: int | None = None


def drop_at(
    model: TreeModel, items: Iterable[int], index: QModelIndex, zone: Zone, *, open_: bool
) -> Drop | None:
    """Return what a drop in a zone of a row would do, or None where the rules forbid it.

    `open_`: whether the rows below that one are to be seen.
    """
    moved = tuple(tops(model.snapshot, items))
    if not moved or not index.isValid() or model.arrangement is not Arrangement.TREE:
        return None
    drop = _place(model, moved, index, zone, open_=open_)
    if index.internalId() in moved or _stays(model.snapshot, drop):
        return None
    return drop if can_move(model.snapshot, moved, drop.below) else None


def _place(
    model: TreeModel, items: tuple[int, ...], index: QModelIndex, zone: Zone, *, open_: bool
) -> Drop:
    node = index.internalId()
    if zone is Zone.ON or not model.is_item(node):
        return Drop(items, _below(model, index))
    if zone is Zone.BELOW and open_ and model.hasChildren(index):
        first = model.index(0, 0, index).internalId()
        return Drop(items, node, before=first)
    above = _below(model, model.parent(index))
    if zone is Zone.ABOVE:
        return Drop(items, above, before=node)
    return Drop(items, above, after=node)


def _below(model: TreeModel, index: QModelIndex) -> int | None:
    """Return what a place below a row is called in a command."""
    if index.isValid() and model.is_group(index):
        return None
    return index.internalId() if index.isValid() and model.is_item(index.internalId()) else MISSION


def _stays(snapshot: Snapshot, drop: Drop) -> bool:
    """Say whether the items stand there already, and no sibling is named."""
    if drop.before is not None or drop.after is not None:
        return False
    return all(_stands_below(snapshot, item) == drop.below for item in drop.items)


def _stands_below(snapshot: Snapshot, item: int) -> int | None:
    if snapshot.find(OBJECTIVE, item) is not None and parent_of(snapshot, item) is None:
        return None
    return place_of(snapshot, item) or MISSION
