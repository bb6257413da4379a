"""Which items of a selection stand for the others: those that no other selected one holds."""

from collections.abc import Iterable

from okrdesk.domain.alignment import parent_of
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import KEY_RESULT


def tops(snapshot: Snapshot, items: Iterable[int]) -> list[int]:
    """The items, once each and in their order, without those below another of them."""
    given = list(dict.fromkeys(items))
    chosen = set(given)
    return [item for item in given if not _held(snapshot, item, chosen)]


def place_of(snapshot: Snapshot, item: int) -> int | None:
    """The objective or key result that an item stands under in the tree, or None."""
    key_result = snapshot.find(KEY_RESULT, item)
    if key_result is not None:
        return key_result.objective
    link = parent_of(snapshot, item)
    return None if link is None else link.key_result or link.objective


def _held(snapshot: Snapshot, item: int, chosen: set[int]) -> bool:
    """Whether something above is chosen; a circle in a damaged plan ends the climb."""
    seen, above = {item}, place_of(snapshot, item)
    while above is not None and above not in seen:
        if above in chosen:
            return True
        seen.add(above)
        above = place_of(snapshot, above)
    return False
