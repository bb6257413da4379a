"""The weekly journal: plans, progress and problems of a person, a team or everyone."""

from datetime import date

from okrdesk.app.commands.command import command
from okrdesk.app.commands.rows import add, change, last_position
from okrdesk.domain import tables as t
from okrdesk.domain.entities import WeekLine
from okrdesk.domain.words import WeekPart
from okrdesk.storage.transaction import Transaction


@command("New line in the weekly journal")
def add_week_line(
    tx: Transaction,
    /,
    text: str,
    *,
    part: WeekPart | str = WeekPart.PLAN,
    on: date | None = None,
    **fields: object,
) -> int:
    """Adds a line, fields as in ``WeekLine``, to the week of ``on`` or today; returns its id."""
    fields.setdefault("position", last_position(tx.snapshot.rows(t.WEEK_LINE)))
    when = on or tx.today
    return add(tx, t.WEEK_LINE, text=text, part=part, week=when, author=tx.author, **fields)


@command("Change weekly journal")
def change_week_line(tx: Transaction, /, line: int, **fields: object) -> WeekLine:
    """Sets fields of a line, named as in ``WeekLine``."""
    return change(tx, t.WEEK_LINE, line, **fields)


@command("Tick plan")
def tick_plan(tx: Transaction, line: int, *, done: bool = True, on: date | None = None) -> WeekLine:
    """Marks a plan as done, today or ``on`` a day, or as open again."""
    return change(tx, t.WEEK_LINE, line, done=(on or tx.today) if done else None, dropped=None)


@command("Drop plan")
def drop_plan(tx: Transaction, line: int, *, on: date | None = None) -> WeekLine:
    """The plan goes no further than the week of ``on`` or today, and stays on its pages."""
    return change(tx, t.WEEK_LINE, line, done=None, dropped=on or tx.today)
