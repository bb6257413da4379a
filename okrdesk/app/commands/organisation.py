"""The organisation: its statements, values, words and rules of counting."""

from okrdesk.app.commands.command import command
from okrdesk.app.commands.rows import add, change, last_position, remove
from okrdesk.app.commands.values import line
from okrdesk.domain import tables as t
from okrdesk.domain.entities import Organisation, Value
from okrdesk.storage.transaction import Transaction


@command("Change plan settings")
def set_organisation(tx: Transaction, /, **fields: object) -> Organisation:
    """Sets the name, mission, vision or a rule, named as in ``Organisation``."""
    (row,) = tx.snapshot.rows(t.ORGANISATION)
    return change(tx, t.ORGANISATION, row.id, **fields)


@command("New value")
def add_value(tx: Transaction, title: str, description: str = "") -> int:
    """Adds a value behind the others; returns its id."""
    place = last_position(tx.snapshot.rows(t.VALUE))
    return add(tx, t.VALUE, title=title, description=description, position=place)


@command("Change value")
def change_value(tx: Transaction, /, value: int, **fields: object) -> Value:
    """Sets the title or description of a value."""
    return change(tx, t.VALUE, value, **fields)


@command("Rename word")
def name_word(tx: Transaction, word: str, name: str) -> None:
    """Gives one of our words, such as a level, the organisation's own name; empty: ours."""
    row = next((row for row in tx.snapshot.rows(t.WORD) if row.word == word), None)
    if not line(name):
        if row is not None:
            remove(tx, t.WORD, row.id)
    elif row is None:
        add(tx, t.WORD, word=word, name=name)
    else:
        change(tx, t.WORD, row.id, name=name)
