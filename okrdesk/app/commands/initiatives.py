"""Initiatives: what we do to move a key result."""

from datetime import date
from typing import Any

from okrdesk.app.commands.command import command
from okrdesk.app.commands.deleting import delete_tree
from okrdesk.app.commands.items import item_fields
from okrdesk.app.commands.key_results import create_key_result
from okrdesk.app.commands.people import person_for
from okrdesk.app.commands.rows import add, change, last_position
from okrdesk.app.commands.values import refuse
from okrdesk.domain import tables as t
from okrdesk.domain.entities import Initiative
from okrdesk.domain.initiative_list import family, objective_of
from okrdesk.storage.transaction import Transaction


@command("New initiative")
def add_initiative(
    tx: Transaction,
    text: str,
    *,
    item: int | None = None,
    parent: int | None = None,
    owner: int | None = None,
    due: date | None = None,
) -> int:
    """Adds an initiative to an objective or key result, or a sub-step to ``parent``."""
    if parent is not None:
        above = tx.snapshot.get(t.INITIATIVE, parent)
        where = {"objective": above.objective, "key_result": above.key_result, "parent": parent}
        siblings = tx.snapshot.children(t.INITIATIVE, "parent", parent)
    elif item is not None:
        where = dict(item_fields(tx.snapshot, item, t.OBJECTIVE, t.KEY_RESULT))
        siblings = tx.snapshot.children(t.INITIATIVE, next(iter(where)), item)
    else:
        raise refuse("Choose the objective or key result that this should move.", "item")
    place = last_position(siblings)
    return add(tx, t.INITIATIVE, text=text, owner=owner, due=due, position=place, **where)


@command("Change initiative")
def change_initiative(tx: Transaction, /, initiative: int, **fields: Any) -> Initiative:
    """Sets text, objective, key_result, parent, owner, due or done.

    An owner may be given by a name; one that is new creates the person.
    """
    if "owner" in fields:
        fields["owner"] = person_for(tx, fields["owner"])
    return change(tx, t.INITIATIVE, initiative, **fields)


@command("Tick initiative")
def tick(
    tx: Transaction, initiative: int, *, done: bool = True, on: date | None = None
) -> Initiative:
    """Marks an initiative as done, today or ``on`` a day, or as open again."""
    return change(tx, t.INITIATIVE, initiative, done=(on or tx.today) if done else None)


@command("Aim initiative")
def aim_initiative(tx: Transaction, initiative: int, item: int) -> None:
    """Says which objective or key result an initiative should move; its steps go with it."""
    where: dict[str, int | None] = {"objective": None, "key_result": None}
    where |= item_fields(tx.snapshot, item, t.OBJECTIVE, t.KEY_RESULT)
    for each in family(tx.snapshot, initiative):
        change(tx, t.INITIATIVE, each, **where)


@command("Make a key result")
def promote_initiative(tx: Transaction, initiative: int, *, language: str = "en") -> int:
    """Makes an initiative a key result of its objective; returns the id of that.

    Its text becomes the title, and start, target and unit are read out of it. Owner and day go
    along; its steps become initiatives for the key result, comments on it become comments there.
    """
    from okrdesk.app.sentences import key_result_in

    row = tx.snapshot.get(t.INITIATIVE, initiative)
    objective = objective_of(tx.snapshot, row)
    fields = key_result_in(tx.snapshot, objective, row.text, tx.today, language).fields
    if row.due is not None:
        fields["due"] = row.due
    created = create_key_result(tx, objective, row.text, owner=row.owner, **fields)
    for step in family(tx.snapshot, initiative)[1:]:
        above = tx.snapshot.get(t.INITIATIVE, step).parent
        parent = None if above == initiative else above
        change(tx, t.INITIATIVE, step, objective=None, key_result=created, parent=parent)
    for comment in tx.snapshot.child_ids(t.COMMENT, "initiative", initiative):
        change(tx, t.COMMENT, comment, initiative=None, key_result=created)
    delete_tree(tx, t.INITIATIVE, initiative)
    return created
