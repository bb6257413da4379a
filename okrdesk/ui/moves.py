"""Where an item of the tree can move to: siblings and what it may support instead."""

from collections.abc import Callable
from typing import Any

from okrdesk.domain.alignment import parent_of, unaligned
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import KEY_RESULT, OBJECTIVE, Table
from okrdesk.domain.tree import children_of, mission_id

Shown = Callable[[int], bool]
FindTarget = Callable[[Snapshot, int, Shown], int | None]


def parent_item(snapshot: Snapshot, item: int) -> int | None:
    """The item of the tree that it stands under; None at the top."""
    key_result = snapshot.find(KEY_RESULT, item)
    if key_result is not None:
        return key_result.objective
    link = parent_of(snapshot, item)
    if link is None:
        return None
    return link.key_result or link.objective or mission_id(snapshot)


def siblings(snapshot: Snapshot, item: int) -> list[int]:
    """Items of the same kind under the same parent, in the order of the tree, itself included."""
    table: Table[Any] = OBJECTIVE if snapshot.find(OBJECTIVE, item) is not None else KEY_RESULT
    parent = parent_item(snapshot, item)
    if parent is None:
        return [objective.id for objective in unaligned(snapshot)]
    around = children_of(snapshot, parent)
    return [other for other in around if snapshot.find(table, other) is not None]


def neighbour(snapshot: Snapshot, item: int, step: int, shown: Shown) -> int | None:
    """The sibling ``step`` places further among those shown, or None beyond the ends."""
    around = [other for other in siblings(snapshot, item) if shown(other)]
    place = around.index(item) + step if item in around else -1
    return around[place] if 0 <= place < len(around) else None


def after_delete(snapshot: Snapshot, item: int, shown: Shown) -> int | None:
    """Where the focus goes when the item is deleted: next sibling, previous one, parent."""
    beside = neighbour(snapshot, item, 1, shown) or neighbour(snapshot, item, -1, shown)
    return beside or parent_item(snapshot, item)


def indent_target(snapshot: Snapshot, item: int, shown: Shown) -> int | None:
    """The previous sibling, which the objective could support."""
    return None if snapshot.find(OBJECTIVE, item) is None else neighbour(snapshot, item, -1, shown)


def outdent_target(snapshot: Snapshot, item: int, _shown: Shown) -> int | None:
    """What the objective's parent stands under, which the objective could support."""
    parent = parent_item(snapshot, item)
    if parent is None or snapshot.find(OBJECTIVE, item) is None:
        return None
    return parent_item(snapshot, parent)
