"""Initiatives: what we do to move a key result."""

from datetime import date

from okrdesk.app.commands.command import command
from okrdesk.app.commands.items import item_fields
from okrdesk.app.commands.rows import add, change, last_position
from okrdesk.app.commands.values import refuse
from okrdesk.domain import tables as t
from okrdesk.domain.entities import Initiative
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
def change_initiative(tx: Transaction, /, initiative: int, **fields: object) -> Initiative:
    """Sets text, objective, key_result, parent, owner, due or done."""
    return change(tx, t.INITIATIVE, initiative, **fields)


@command("Tick initiative")
def tick(
    tx: Transaction, initiative: int, *, done: bool = True, on: date | None = None
) -> Initiative:
    """Marks an initiative as done, today or ``on`` a day, or as open again."""
    return change(tx, t.INITIATIVE, initiative, done=(on or tx.today) if done else None)
