"""An item is handed to a person, who accepts it or returns it with a note."""

from okrdesk.app.commands.command import command
from okrdesk.app.commands.items import item_fields, table_of
from okrdesk.app.commands.people import person_for
from okrdesk.app.commands.rows import add, change
from okrdesk.domain import tables as t
from okrdesk.domain.errors import Refused
from okrdesk.domain.words import DelegationState
from okrdesk.storage.transaction import Transaction
from okrdesk.text import Message


@command("Delegate")
def delegate(tx: Transaction, item: int, person: int | str, *, note: str = "") -> int:
    """Offers an objective or key result to a person; an open offer of it is replaced.

    A name that is new creates the person.
    """
    where = item_fields(tx.snapshot, item, t.OBJECTIVE, t.KEY_RESULT)
    (field,) = where
    fields = {
        "person": person_for(tx, person),
        "date": tx.today,
        "delegated_by": tx.author,
        "note": note,
    }
    for row in tx.snapshot.children(t.DELEGATION, field, item):
        if row.state is DelegationState.OFFERED:
            change(tx, t.DELEGATION, row.id, **fields)
            return row.id
    return add(tx, t.DELEGATION, **fields, **where)


@command("Answer delegation")
def answer_delegation(
    tx: Transaction, delegation: int, *, accept: bool, note: str | None = None
) -> None:
    """Accepts an offer, which makes the person the owner, or returns it with a note."""
    row = tx.snapshot.get(t.DELEGATION, delegation)
    if row.state is not DelegationState.OFFERED:
        raise Refused(Message("This has been answered already."))
    state = DelegationState.ACCEPTED if accept else DelegationState.RETURNED
    words = row.note if note is None else note
    change(tx, t.DELEGATION, delegation, state=state, note=words)
    if accept:
        item = row.objective or row.key_result or 0
        change(tx, table_of(tx.snapshot, item, t.OBJECTIVE, t.KEY_RESULT), item, owner=row.person)
