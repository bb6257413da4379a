"""Comments on items."""

from okrdesk.app.commands.command import command
from okrdesk.app.commands.items import item_fields
from okrdesk.app.commands.rows import add, change, entered_after
from okrdesk.domain import tables as t
from okrdesk.domain.entities import Comment
from okrdesk.storage.transaction import Transaction


@command("Comment")
def add_comment(tx: Transaction, item: int, text: str) -> int:
    """Adds a word about an objective, key result, initiative or KPI; returns its id."""
    where = item_fields(tx.snapshot, item, t.OBJECTIVE, t.KEY_RESULT, t.INITIATIVE, t.KPI)
    (field,) = where
    entered = entered_after(tx, tx.snapshot.children(t.COMMENT, field, item))
    return add(tx, t.COMMENT, text=text, entered=entered, author=tx.author, **where)


@command("Change comment")
def change_comment(tx: Transaction, comment: int, text: str) -> Comment:
    """Replaces the text of a comment."""
    return change(tx, t.COMMENT, comment, text=text)
