"""The one order of the tree, for the window, the command line and reports."""

from collections.abc import Iterator

from okrdesk.domain.alignment import supporters, top_objectives, unaligned
from okrdesk.domain.entities import KeyResult, Objective
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import KEY_RESULT, OBJECTIVE, ORGANISATION


def mission_id(snapshot: Snapshot) -> int | None:
    """The root: the organisation's row, or None in an empty plan."""
    return next(snapshot.ids(ORGANISATION), None)


def row_of(snapshot: Snapshot, item: int) -> Objective | KeyResult | None:
    """The objective or key result with that id; None for anything else."""
    return snapshot.find(OBJECTIVE, item) or snapshot.find(KEY_RESULT, item)


def children_of(snapshot: Snapshot, item: int) -> list[int]:
    """Ids of the items right below one, in order.

    Below the mission the top objectives; below an objective its key results, then the
    objectives that support it; below a key result those that support it.
    """
    if snapshot.find(ORGANISATION, item):
        return [objective.id for objective in top_objectives(snapshot)]
    below = [objective.id for objective in supporters(snapshot, item)]
    if snapshot.find(OBJECTIVE, item) is None:
        return below
    return [*snapshot.child_ids(KEY_RESULT, "objective", item), *below]


def walk(snapshot: Snapshot) -> Iterator[tuple[int, int | None, int]]:
    """All items from the mission down, then the unaligned ones: id, parent id, depth."""
    seen: set[int] = set()
    root = mission_id(snapshot)
    starts: list[tuple[int, int | None, int]] = [] if root is None else [(root, None, 0)]
    starts += [(objective.id, None, 0) for objective in unaligned(snapshot)]
    stack = starts[::-1]
    while stack:
        item, parent, depth = stack.pop()
        if item in seen:
            continue
        seen.add(item)
        yield item, parent, depth
        stack += [(below, item, depth + 1) for below in reversed(children_of(snapshot, item))]
