"""Saved views, muted advice and bookmarks."""

from datetime import date

from okrdesk.app.commands.command import command
from okrdesk.app.commands.items import item_fields
from okrdesk.app.commands.rows import add, change, last_position
from okrdesk.domain import tables as t
from okrdesk.storage.transaction import Transaction


@command("Save view")
def save_view(tx: Transaction, name: str, query: str, *, view: int | None = None) -> int:
    """Keeps a filter under a name, as a new view or over an old one; returns its id."""
    if view is not None:
        change(tx, t.SAVED_VIEW, view, name=name, query=query)
        return view
    place = last_position(tx.snapshot.rows(t.SAVED_VIEW))
    return add(tx, t.SAVED_VIEW, name=name, query=query, position=place)


@command("Mute advice")
def mute(tx: Transaction, rule: str, item: int | None = None) -> int:
    """Hides a rule of the coach for an objective or key result, or for the whole plan."""
    where = {} if item is None else item_fields(tx.snapshot, item, t.OBJECTIVE, t.KEY_RESULT)
    return add(tx, t.MUTE, rule=rule, **where)


@command("Bookmark")
def add_bookmark(tx: Transaction, name: str, txn: int, *, on: date | None = None) -> int:
    """Names a place in the journal, such as a meeting; returns the id of the row."""
    return add(tx, t.BOOKMARK, name=name, txn=txn, date=on or tx.today)
