"""Cycles: create, change, close and reopen."""

from datetime import date

from okrdesk.app.commands.command import command
from okrdesk.app.commands.deleting import delete_tree
from okrdesk.app.commands.freezing import freeze, thaw
from okrdesk.app.commands.periods import period_of
from okrdesk.app.commands.rows import add, change
from okrdesk.domain import tables as t
from okrdesk.domain.cycles import DEFAULT_RHYTHM, fiscal_start, usual_check_in_day
from okrdesk.domain.entities import Cycle
from okrdesk.domain.errors import Refused
from okrdesk.domain.words import CycleState, Horizon, Rhythm
from okrdesk.storage.transaction import Transaction
from okrdesk.text import Message


@command("New cycle")
def create_cycle(
    tx: Transaction,
    name: str,
    horizon: Horizon | str,
    start: date,
    end: date,
    *,
    narrative: str = "",
    rhythm: Rhythm | str | None = None,
    check_in_day: int | None = None,
    state: CycleState | str = CycleState.ACTIVE,
) -> int:
    """Adds a cycle; both days belong to it. Its id is returned.

    ``rhythm`` None: what suits the horizon, weekly up to a quarter. ``check_in_day`` None: the
    day of the newest cycle that is open.
    """
    cycle = add(
        tx,
        t.CYCLE,
        name=name,
        horizon=horizon,
        start=start,
        end=end,
        narrative=narrative,
        check_in_day=usual_check_in_day(tx.snapshot) if check_in_day is None else check_in_day,
        state=state,
        **({} if rhythm is None else {"rhythm": rhythm}),
    )
    if rhythm is None:
        usual = DEFAULT_RHYTHM.get(tx.snapshot.get(t.CYCLE, cycle).horizon, Rhythm.WEEKLY)
        change(tx, t.CYCLE, cycle, rhythm=usual)
    return cycle


@command("Change cycle")
def change_cycle(tx: Transaction, /, cycle: int, **fields: object) -> Cycle:
    """Sets fields of a cycle, named as in ``Cycle``."""
    return change(tx, t.CYCLE, cycle, **fields)


@command("Delete cycle")
def delete_cycle(tx: Transaction, cycle: int) -> None:
    """Deletes a cycle that holds no objective."""
    delete_tree(tx, t.CYCLE, cycle)


@command("Close cycle")
def close_cycle(tx: Transaction, cycle: int) -> None:
    """Freezes the cycle: its objectives, key results and grades stay as they are."""
    row = tx.snapshot.get(t.CYCLE, cycle)
    if row.state is CycleState.CLOSED:
        raise Refused(Message("{cycle} is closed already.", {"cycle": row.name}))
    freeze(tx, cycle)
    tx.update(t.CYCLE, cycle, state=CycleState.CLOSED)


@command("Reopen cycle")
def reopen_cycle(tx: Transaction, cycle: int) -> None:
    """Lets a closed cycle be changed again: active until its last day, after that grading."""
    row = tx.snapshot.get(t.CYCLE, cycle)
    if row.state is not CycleState.CLOSED:
        raise Refused(Message("{cycle} is not closed.", {"cycle": row.name}))
    state = CycleState.ACTIVE if tx.today <= row.end else CycleState.GRADING
    tx.update(t.CYCLE, cycle, state=state)
    thaw(tx, cycle)


@command("New cycle")
def ensure_cycle(tx: Transaction, horizon: Horizon, day: date) -> int:
    """The id of the cycle of that horizon which holds the day; makes it if there is none."""
    for row in tx.snapshot.sorted_rows(t.CYCLE):
        if row.horizon is horizon and row.start <= day <= row.end:
            return row.id
    period = period_of(horizon, day, fiscal_start(tx.snapshot))
    return create_cycle(tx, period.name, horizon, period.start, period.end)
