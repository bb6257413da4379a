"""Grades, outcomes and what was learned."""

from okrdesk.app.commands.command import command
from okrdesk.app.commands.items import item_fields, table_of
from okrdesk.app.commands.rows import add, change, remove
from okrdesk.domain import tables as t
from okrdesk.domain.grading import proposed
from okrdesk.domain.scoring import Scores
from okrdesk.domain.words import Outcome
from okrdesk.storage.transaction import Transaction


@command("Grade")
def grade(
    tx: Transaction,
    item: int,
    grade: float | None,
    *,
    reason: str = "",
    note: str = "",
    outcome: Outcome | str | None = None,
) -> int | None:
    """Grades an objective or key result from 0.0 to 1.0; None takes the grade away."""
    where = item_fields(tx.snapshot, item, t.OBJECTIVE, t.KEY_RESULT)
    (field,) = where
    if outcome is not None:
        set_outcome(tx, item, outcome)
    rows = tx.snapshot.children(t.GRADE, field, item)
    if grade is None:
        for row in rows:
            remove(tx, t.GRADE, row.id)
        return None
    fields = {
        "date": tx.today,
        "grade": grade,
        "proposed": proposed(Scores(tx.snapshot, tx.today), item),
        "reason": reason,
        "note": note,
        "author": tx.author,
    }
    if rows:
        change(tx, t.GRADE, rows[-1].id, **fields)
        return rows[-1].id
    return add(tx, t.GRADE, **fields, **where)


@command("Set outcome")
def set_outcome(tx: Transaction, item: int, outcome: Outcome | str | None) -> None:
    """How an objective or key result ended; postponed and dropped ones count nowhere."""
    change(tx, table_of(tx.snapshot, item, t.OBJECTIVE, t.KEY_RESULT), item, outcome=outcome)


@command("Retrospective")
def write_retrospective(
    tx: Transaction, /, cycle: int, *, objective: int | None = None, **fields: object
) -> int:
    """Writes ``worked``, ``did_not`` and ``change`` about the cycle or one of its objectives.

    Returns the id of the row.
    """
    rows = tx.snapshot.children(t.RETROSPECTIVE, "cycle", cycle)
    for row in rows:
        if row.objective == objective:
            change(tx, t.RETROSPECTIVE, row.id, **fields)
            return row.id
    author = tx.author
    return add(tx, t.RETROSPECTIVE, cycle=cycle, objective=objective, author=author, **fields)
