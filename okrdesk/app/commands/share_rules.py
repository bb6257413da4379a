"""Fixed shares of siblings: together at most 100 %."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from okrdesk.app.commands.support_rules import Parent, parent_objective
from okrdesk.app.commands.values import refuse
from okrdesk.domain import tables as t
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.words import Drivers
from okrdesk.text import Percent

_NEARLY = 1e-9


def require_share(snapshot: Snapshot, item: int) -> None:
    """Raises UserError when the item's fixed share and those of its siblings exceed 100 %."""
    row: Any = snapshot.find(t.KEY_RESULT, item) or snapshot.get(t.OBJECTIVE, item)
    if row.share is None:
        return
    for parent in _parents(snapshot, item):
        rows = [sibling for sibling in _drivers(snapshot, parent) if sibling.id != item]
        left = max(0.0, 100 - sum(sibling.share or 0 for sibling in rows))
        if row.share > left + _NEARLY:
            raise refuse(
                "{left} is left. Use that much or less, or give others a smaller share.",
                "share",
                left=Percent(Decimal(f"{left:.6g}")),
            )


def _parents(snapshot: Snapshot, item: int) -> list[Parent]:
    key_result = snapshot.find(t.KEY_RESULT, item)
    if key_result is not None:
        return [Parent(key_result.objective, None)]
    links = snapshot.children(t.LINK, "child", item)
    return [Parent(link.objective, link.key_result) for link in links if link.contributes]


def _drivers(snapshot: Snapshot, parent: Parent) -> Iterator[Any]:
    """What shares the number of the parent."""
    above = parent_objective(snapshot, parent)
    drivers = above.drivers if above else Drivers.CHILDREN
    if parent.objective is not None and drivers is not Drivers.CHILDREN:
        yield from snapshot.children(t.KEY_RESULT, "objective", parent.objective)
    if parent.objective is None or drivers is not Drivers.KEY_RESULTS:
        yield from _contributing(snapshot, parent)


def _contributing(snapshot: Snapshot, parent: Parent) -> Iterator[Any]:
    field = "objective" if parent.key_result is None else "key_result"
    for link in snapshot.children(t.LINK, field, parent.key_result or parent.objective or 0):
        if link.contributes:
            yield snapshot.get(t.OBJECTIVE, link.child)
