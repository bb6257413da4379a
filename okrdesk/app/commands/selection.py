"""What is done with everything that is selected, as one step of undo."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from okrdesk.app.commands.alignment import align, also_support, unalign
from okrdesk.app.commands.check_ins import check_in, set_status
from okrdesk.app.commands.command import command
from okrdesk.app.commands.copying import copy_key_result
from okrdesk.app.commands.items import table_of
from okrdesk.app.commands.key_results import change_key_result
from okrdesk.app.commands.objectives import (
    change_objective,
    duplicate_objective,
    set_owners,
    set_tags,
)
from okrdesk.app.commands.people import Owner, person_for
from okrdesk.app.commands.rows import last_position
from okrdesk.app.commands.structure import delete_item, reorder
from okrdesk.domain import tables as t
from okrdesk.domain.selection import tops
from okrdesk.domain.words import Status
from okrdesk.storage.transaction import Transaction


class Deleted(NamedTuple):
    """How many items went, with everything below them."""

    objectives: int
    key_results: int


@command("Set status")
def set_statuses(
    tx: Transaction,
    items: Iterable[int],
    status: Status | str | None,
    reason: str = "",
    *,
    confidence: int | None = None,
) -> None:
    """A person's own status for all of the items; None goes back to the calculated one.

    With a ``confidence`` the key results among them get a check-in that holds it, the status
    and the reason.
    """
    for item in items:
        key_result = tx.snapshot.find(t.KEY_RESULT, item) is not None
        if status is None or not key_result or confidence is None:
            set_status(tx, item, status, reason)
        if key_result and confidence is not None:
            check_in(tx, item, confidence=confidence, note=reason, status=status)


@command("Change owner")
def give_owner(tx: Transaction, items: Iterable[int], owner: Owner) -> int | None:
    """Makes one person the owner of all of the items; returns the person's id.

    Who shared an objective still does, except the new owner, who is not named twice.
    """
    person = person_for(tx, owner)
    for item in items:
        if table_of(tx.snapshot, item, t.OBJECTIVE, t.KEY_RESULT) is t.KEY_RESULT:
            change_key_result(tx, item, owner=person)
        elif person is None:
            change_objective(tx, item, owner=None)
        else:
            rows = tx.snapshot.children(t.OBJECTIVE_OWNER, "objective", item)
            set_owners(tx, item, [person, *(row.person for row in rows)])
    return person


@command("Change tags")
def change_tags(
    tx: Transaction, objectives: Iterable[int], *, add: Sequence[str] = (), drop: Sequence[str] = ()
) -> None:
    """Gives all of the objectives tags and takes others from them; the rest stays."""
    gone = {tag.lstrip("#").casefold() for tag in drop}
    for objective in objectives:
        held = [row.tag for row in tx.snapshot.children(t.OBJECTIVE_TAG, "objective", objective)]
        kept = [tag for tag in held if tag.casefold() not in gone]
        known = {tag.casefold() for tag in kept}
        set_tags(tx, objective, [*kept, *(g for g in add if g.lstrip("#").casefold() not in known)])


@command("Link to parent")
def link_all(tx: Transaction, objectives: Iterable[int], supports: int | None) -> None:
    """Lets all of the objectives support one item or MISSION; None: they are not aligned."""
    for objective in objectives:
        if supports is None:
            unalign(tx, objective)
        else:
            align(tx, objective, supports)


@command("Also support")
def also_support_all(tx: Transaction, objectives: Iterable[int], supports: int) -> None:
    """Lets all of the objectives support one more item, beside their place in the tree."""
    for objective in objectives:
        also_support(tx, objective, supports)


@command("Delete")
def delete_items(tx: Transaction, items: Iterable[int]) -> Deleted:
    """Deletes objectives and key results with all that stands below them; says how many went."""
    before = len(tx.changes)
    for item in tops(tx.snapshot, items):
        delete_item(tx, item)
    gone = [change.table for change in tx.changes[before:] if change.after is None]
    return Deleted(gone.count(t.OBJECTIVE), gone.count(t.KEY_RESULT))


@command("Duplicate")
def duplicate_items(tx: Transaction, items: Iterable[int]) -> list[int]:
    """Copies each objective with its key results, and each key result, right behind itself.

    A key result whose objective is copied is not copied twice. Returns the ids of the copies.
    """
    return [_duplicated(tx, item) for item in tops(tx.snapshot, items)]


def _duplicated(tx: Transaction, item: int) -> int:
    table: t.Table[Any] = table_of(tx.snapshot, item, t.OBJECTIVE, t.KEY_RESULT)
    if table is t.OBJECTIVE:
        new = duplicate_objective(tx, item)
    else:
        row = tx.snapshot.get(t.KEY_RESULT, item)
        place = last_position(tx.snapshot.children(t.KEY_RESULT, "objective", row.objective))
        fields = {"position": place, "share": None}
        new = copy_key_result(tx, row, row.objective, keep_dates=True, **fields)
    reorder(tx, table, new, after=item)
    return new
