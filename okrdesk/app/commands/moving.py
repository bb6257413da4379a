"""Objectives go to another cycle."""

from collections.abc import Iterable
from datetime import date

from okrdesk.app.commands.command import command
from okrdesk.app.commands.key_results import set_terms
from okrdesk.app.commands.rows import change, remove
from okrdesk.app.commands.support_rules import require_supports_still_fit
from okrdesk.app.commands.terms import latest_terms
from okrdesk.app.commands.values import refuse
from okrdesk.domain import tables as t
from okrdesk.domain.entities import Cycle, KeyResult
from okrdesk.storage.transaction import Transaction


@command("Move to cycle")
def move_to_cycle(
    tx: Transaction, objectives: Iterable[int], cycle: int, *, keep_values: bool = True
) -> None:
    """Moves objectives with their key results; own dates outside the new cycle are dropped.

    ``keep_values`` False begins anew: check-ins, own statuses and grades are removed and steps
    are open again.
    """
    target = tx.snapshot.find(t.CYCLE, cycle)
    if target is None:
        raise refuse("What you chose is no longer in the plan. Choose again.", "cycle")
    moved = list(objectives)
    for objective in moved:
        row = tx.snapshot.get(t.OBJECTIVE, objective)
        start, due = _kept(row.start, target), _kept(row.due, target)
        change(tx, t.OBJECTIVE, objective, cycle=cycle, start=start, due=due)
        if not keep_values:
            _forget(tx, "objective", objective)
        for key_result in tx.snapshot.children(t.KEY_RESULT, "objective", objective):
            _move_key_result(tx, key_result, target)
            if not keep_values:
                _begin_anew(tx, key_result.id)
    for objective in moved:
        require_supports_still_fit(tx.snapshot, objective)


def _kept(day: date | None, cycle: Cycle) -> date | None:
    return day if day is not None and cycle.start <= day <= cycle.end else None


def _move_key_result(tx: Transaction, row: KeyResult, cycle: Cycle) -> None:
    change(tx, t.KEY_RESULT, row.id, start_date=_kept(row.start_date, cycle))
    due = latest_terms(tx.snapshot, row.id, tx.today).due
    if due != _kept(due, cycle):
        set_terms(tx, row.id, due=None)


def _begin_anew(tx: Transaction, key_result: int) -> None:
    for check_in in tx.snapshot.child_ids(t.CHECK_IN, "key_result", key_result):
        remove(tx, t.CHECK_IN, check_in)
    for step in tx.snapshot.child_ids(t.STEP, "key_result", key_result):
        change(tx, t.STEP, step, done=None)
    change(tx, t.KEY_RESULT, key_result, outcome=None)
    _forget(tx, "key_result", key_result)


def _forget(tx: Transaction, field: str, item: int) -> None:
    for table in (t.STATUS_OVERRIDE, t.GRADE):
        for row_id in tx.snapshot.child_ids(table, field, item):
            remove(tx, table, row_id)
