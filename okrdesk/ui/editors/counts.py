"""How much there is behind a tab of the inspector."""

from collections.abc import Iterator

from okrdesk.domain.entities import CheckIn, Comment, Initiative
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import (
    CHECK_IN,
    COMMENT,
    INITIATIVE,
    KEY_RESULT,
    KPI_LINK,
    LINK,
    OBJECTIVE,
)


def measured(snapshot: Snapshot, item: int) -> tuple[int, ...]:
    """The key results that an item's check-ins are about: its own, or itself."""
    if snapshot.find(OBJECTIVE, item) is not None:
        return snapshot.child_ids(KEY_RESULT, "objective", item)
    return (item,)


def check_ins_of(snapshot: Snapshot, item: int) -> list[CheckIn]:
    """All check-ins of an objective's key results, or of a key result, newest first."""
    found = [
        row
        for kr in measured(snapshot, item)
        for row in snapshot.children(CHECK_IN, "key_result", kr)
    ]
    return sorted(found, key=CHECK_IN.sort_key, reverse=True)


def check_ins_below(snapshot: Snapshot, item: int) -> int:
    """How many check-ins those are."""
    return sum(
        len(snapshot.child_ids(CHECK_IN, "key_result", kr)) for kr in measured(snapshot, item)
    )


def initiatives(snapshot: Snapshot, item: int) -> Iterator[Initiative]:
    """What is done for an item: its own, then that of its key results."""
    objective = snapshot.find(OBJECTIVE, item) is not None
    if objective:
        yield from snapshot.children(INITIATIVE, "objective", item)
    for key_result in measured(snapshot, item):
        yield from snapshot.children(INITIATIVE, "key_result", key_result)


def initiatives_of(snapshot: Snapshot, item: int) -> int:
    """How many initiatives those are, sub-steps aside."""
    return sum(row.parent is None for row in initiatives(snapshot, item))


def comments(snapshot: Snapshot, item: int) -> list[Comment]:
    """The comments on an item, newest first."""
    field = "objective" if snapshot.find(OBJECTIVE, item) is not None else "key_result"
    return snapshot.children(COMMENT, field, item)[::-1]


def notes_of(snapshot: Snapshot, item: int) -> int:
    """How many comments those are."""
    return len(comments(snapshot, item))


def links_of(snapshot: Snapshot, item: int) -> int:
    """How many links end or begin at an item."""
    if snapshot.find(OBJECTIVE, item) is None:
        return len(snapshot.child_ids(LINK, "key_result", item))
    up, down = (snapshot.child_ids(LINK, field, item) for field in ("child", "objective"))
    return len(up) + len(down)


def kpis_of(snapshot: Snapshot, objective: int) -> int:
    """How many KPIs are linked to an objective."""
    return len(snapshot.child_ids(KPI_LINK, "objective", objective))
