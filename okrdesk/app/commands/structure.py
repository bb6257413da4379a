"""Order and deletion, the same for every table."""

from collections.abc import Mapping
from typing import Any

from okrdesk.app.commands.alignment import unalign
from okrdesk.app.commands.command import command
from okrdesk.app.commands.deleting import delete_tree
from okrdesk.app.commands.items import table_of
from okrdesk.app.commands.places import links_below
from okrdesk.app.commands.rows import change
from okrdesk.app.commands.support_rules import Parent
from okrdesk.app.commands.values import refuse
from okrdesk.domain import tables as t
from okrdesk.domain.alignment import parent_of, unaligned
from okrdesk.domain.snapshot import Snapshot
from okrdesk.storage.transaction import Transaction

_CLOSE = 1e-6
_PARENTS: Mapping[str, tuple[str, ...]] = {
    t.TEAM.name: ("parent",),
    t.KEY_RESULT.name: ("objective",),
    t.STEP.name: ("key_result",),
    t.ZONE.name: ("key_result",),
    t.INITIATIVE.name: ("objective", "key_result", "parent"),
}
"""By table, what siblings have in common; nothing for those without a parent."""


@command("Move")
def reorder(
    tx: Transaction,
    table: t.Table[Any],
    row_id: int,
    *,
    before: int | None = None,
    after: int | None = None,
) -> None:
    """Puts the row before or after a sibling; with neither, last. Objectives move in the tree."""
    rows = [row for row in _siblings(tx.snapshot, table, row_id) if row.id != row_id]
    place = _place(rows, before, after)
    low = rows[place - 1].position if place > 0 else None
    high = rows[place].position if place < len(rows) else None
    if low is not None and high is not None and high - low < _CLOSE:
        rows.insert(place, tx.snapshot.get(table, row_id))
        for number, row in enumerate(rows, start=1):
            _put(tx, table, row.id, float(number))
    else:
        _put(tx, table, row_id, _position_between(low, high))


def _place(rows: list[Any], before: int | None, after: int | None) -> int:
    neighbour = after if before is None else before
    if neighbour is None:
        return len(rows)
    places = [number for number, row in enumerate(rows) if row.id == neighbour]
    if not places:
        raise refuse("The two do not stand side by side. Choose another place.")
    return places[0] + (before is None)


def _position_between(low: float | None, high: float | None) -> float:
    if low is None:
        return 1.0 if high is None else high - 1.0
    return low + 1.0 if high is None else (low + high) / 2


def _put(tx: Transaction, table: t.Table[Any], row_id: int, position: float) -> None:
    change(tx, table, row_id, position=position)
    link = parent_of(tx.snapshot, row_id) if table is t.OBJECTIVE else None
    if link is not None:
        change(tx, t.LINK, link.id, position=position)


def _siblings(snapshot: Snapshot, table: t.Table[Any], row_id: int) -> list[Any]:
    if table is t.OBJECTIVE:
        return _sibling_objectives(snapshot, row_id)
    row = snapshot.get(table, row_id)
    if table is t.LINK:
        return list(links_below(snapshot, Parent(row.objective, row.key_result)))
    fields = _PARENTS.get(table.name, ())
    above = [(field, parent) for field in fields if (parent := getattr(row, field)) is not None]
    rows = snapshot.children(table, *above[-1]) if above else snapshot.sorted_rows(table)
    return [o for o in rows if all(getattr(o, f) == getattr(row, f) for f in fields)]


def _sibling_objectives(snapshot: Snapshot, objective: int) -> list[Any]:
    """Those that have the same parent, in the order of its links."""
    link = parent_of(snapshot, objective)
    if link is None:
        return list(unaligned(snapshot))
    links = links_below(snapshot, Parent(link.objective, link.key_result))
    return [
        snapshot.get(t.OBJECTIVE, other.child)._replace(position=other.position)
        for other in links
        if other.primary
    ]


@command("Delete")
def delete_item(tx: Transaction, item: int, *, keep_supporting: bool = False) -> None:
    """Deletes an objective, key result, initiative, KPI, comment or check-in with all below.

    Objectives that support it go along, unless ``keep_supporting``: then they stay, not aligned.
    """
    table = table_of(
        tx.snapshot, item, t.OBJECTIVE, t.KEY_RESULT, t.INITIATIVE, t.KPI, t.COMMENT, t.CHECK_IN
    )
    for child in _supporting(tx.snapshot, table, item):
        if keep_supporting:
            unalign(tx, child)
        else:
            delete_item(tx, child)
    delete_tree(tx, table, item)


def _supporting(snapshot: Snapshot, table: t.Table[Any], item: int) -> list[int]:
    """The objectives that stand below the item in the tree."""
    if table is t.KEY_RESULT:
        links = snapshot.children(t.LINK, "key_result", item)
    elif table is t.OBJECTIVE:
        links = snapshot.children(t.LINK, "objective", item)
        for key_result in snapshot.child_ids(t.KEY_RESULT, "objective", item):
            links += snapshot.children(t.LINK, "key_result", key_result)
    else:
        links = []
    return [link.child for link in links if link.primary]


@command("Delete")
def delete_row(tx: Transaction, table: t.Table[Any], row_id: int) -> None:
    """Deletes a row of any table with its parts; refused while something needs it."""
    if table is t.OBJECTIVE or table is t.KEY_RESULT:
        delete_item(tx, row_id)
    else:
        delete_tree(tx, table, row_id)
