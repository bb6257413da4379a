"""The order of siblings. A primary link and its objective share one position."""

from collections.abc import Iterable

from okrdesk.app.commands.rows import last_position
from okrdesk.app.commands.support_rules import Parent
from okrdesk.domain import tables as t
from okrdesk.domain.entities import Link
from okrdesk.domain.snapshot import Snapshot


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
    rows: Iterable[Link] = snapshot.rows(t.LINK)
    if parent != Parent(None, None):
        rows = links_below(snapshot, parent)
    return last_position(link for link in rows if link.child != objective)


def last_loose_place(snapshot: Snapshot) -> float:
    """A position behind all objectives, whether aligned or not: one pass, and no sorting."""
    return last_position(snapshot.rows(t.OBJECTIVE))
