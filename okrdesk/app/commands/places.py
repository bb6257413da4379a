"""The order of siblings. A primary link and its objective share one position."""

from collections.abc import Iterable
from typing import Any

from okrdesk.app.commands.rows import change, last_position
from okrdesk.app.commands.support_rules import Parent
from okrdesk.domain import tables as t
from okrdesk.domain.entities import Link
from okrdesk.domain.snapshot import Snapshot
from okrdesk.storage.transaction import Transaction


def links_below(snapshot: Snapshot, parent: Parent) -> list[Link]:
    """The links to a parent, in order."""
    if parent.objective is not None:
        return snapshot.children(t.LINK, "objective", parent.objective)
    if parent.key_result is not None:
        return snapshot.children(t.LINK, "key_result", parent.key_result)
    rows: Iterable[Link] = snapshot.rows(t.LINK)
    tops = [row for row in rows if row.objective is None and row.key_result is None]
    return sorted(tops, key=t.LINK.sort_key)


def last_place_below(snapshot: Snapshot, parent: Parent, objective: int) -> float:
    """A position behind all who support the parent."""
    return last_position(link for link in links_below(snapshot, parent) if link.child != objective)


def loose_objectives(snapshot: Snapshot) -> list[Any]:
    """The objectives that have no place in the tree, in order."""
    placed = {link.child for link in snapshot.rows(t.LINK) if link.primary}
    loose = [row for row in snapshot.rows(t.OBJECTIVE) if row.id not in placed]
    return sorted(loose, key=t.OBJECTIVE.sort_key)


def move_behind_siblings(tx: Transaction, objective: int) -> None:
    """Puts an objective that is not aligned behind the others that are not."""
    others = (row for row in loose_objectives(tx.snapshot) if row.id != objective)
    change(tx, t.OBJECTIVE, objective, position=last_position(others))
