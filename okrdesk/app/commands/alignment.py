"""What supports what: one parent in the tree, and further supports."""

from okrdesk.app.commands.command import command
from okrdesk.app.commands.places import last_loose_place, last_place_below
from okrdesk.app.commands.rows import add, change, remove
from okrdesk.app.commands.support_rules import MISSION, Parent, require_support, support_target
from okrdesk.app.commands.values import refuse
from okrdesk.domain import tables as t
from okrdesk.domain.alignment import parent_of
from okrdesk.domain.entities import Link
from okrdesk.storage.transaction import Transaction

__all__ = [
    "MISSION",
    "align",
    "also_support",
    "remove_link",
    "set_contributes",
    "unalign",
]


@command("Link to parent")
def align(
    tx: Transaction, objective: int, supports: int, *, contributes: bool | None = None
) -> int:
    """Makes ``supports`` (an objective, a key result or MISSION) the parent; returns the link.

    Moves the objective with everything below it. ``contributes`` None: a move keeps what the
    link was, a new one is for show.
    """
    parent = support_target(tx.snapshot, supports)
    require_support(tx.snapshot, objective, parent)
    _drop_same(tx, objective, parent, primary=False)
    link = parent_of(tx.snapshot, objective)
    counts = _counts(link, contributes=contributes) and parent != Parent(None, None)
    if link is None:
        place = last_place_below(tx.snapshot, parent, objective)
        new = add(
            tx, t.LINK, child=objective, contributes=counts, position=place, **parent._asdict()
        )
        change(tx, t.OBJECTIVE, objective, position=place)
        return new
    if Parent(link.objective, link.key_result) != parent:
        place = last_place_below(tx.snapshot, parent, objective)
        change(tx, t.LINK, link.id, position=place, **parent._asdict())
        change(tx, t.OBJECTIVE, objective, position=place)
    change(tx, t.LINK, link.id, contributes=counts)
    return link.id


def _counts(link: Link | None, *, contributes: bool | None) -> bool:
    if contributes is None:
        return link is not None and link.contributes
    return contributes


@command("Unlink from parent")
def unalign(tx: Transaction, objective: int) -> None:
    """Takes the objective out of its place; it stays in the plan, not aligned."""
    link = parent_of(tx.snapshot, objective)
    if link is not None:
        remove(tx, t.LINK, link.id)
        change(tx, t.OBJECTIVE, objective, position=last_loose_place(tx.snapshot))


@command("Also support")
def also_support(
    tx: Transaction, objective: int, supports: int, *, contributes: bool = False
) -> int:
    """Adds a further objective or key result that this one supports; returns the link."""
    parent = support_target(tx.snapshot, supports)
    if parent == Parent(None, None):
        raise refuse("The mission is a place in the tree. Choose an objective.", "supports")
    require_support(tx.snapshot, objective, parent)
    for link in tx.snapshot.children(t.LINK, "child", objective):
        if Parent(link.objective, link.key_result) == parent:
            change(tx, t.LINK, link.id, contributes=contributes)
            return link.id
    place = last_place_below(tx.snapshot, parent, objective)
    return add(
        tx,
        t.LINK,
        child=objective,
        primary=False,
        contributes=contributes,
        position=place,
        **parent._asdict(),
    )


@command("Remove link")
def remove_link(tx: Transaction, link: int) -> None:
    """Removes one link; without its primary one the objective is not aligned."""
    row = tx.snapshot.get(t.LINK, link)
    if row.primary:
        unalign(tx, row.child)
    else:
        remove(tx, t.LINK, link)


@command("Change link")
def set_contributes(tx: Transaction, link: int, *, contributes: bool) -> None:
    """Whether the number of the supporting objective counts, or is for show."""
    row = tx.snapshot.get(t.LINK, link)
    if contributes and row.objective is None and row.key_result is None:
        raise refuse("The mission has no number that this could count for.", "contributes")
    change(tx, t.LINK, link, contributes=contributes)


def _drop_same(tx: Transaction, objective: int, parent: Parent, *, primary: bool) -> None:
    for link in tx.snapshot.children(t.LINK, "child", objective):
        if link.primary is primary and Parent(link.objective, link.key_result) == parent:
            remove(tx, t.LINK, link.id)
