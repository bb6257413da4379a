"""What comes from a KPI stands still in a closed cycle: its values become check-ins."""

from okrdesk.app.commands.rows import entered_after
from okrdesk.domain import tables as t
from okrdesk.domain.entities import CheckIn, KeyResult
from okrdesk.domain.readings import reading
from okrdesk.domain.words import Source
from okrdesk.storage.transaction import Transaction


def freeze(tx: Transaction, cycle: int) -> None:
    """Writes the KPI values that count so far as check-ins, which are the source from now on."""
    for row in _fed_by_kpi(tx, cycle):
        _keep_values(tx, row)
        tx.update(t.KEY_RESULT, row.id, source=Source.CHECK_INS)


def thaw(tx: Transaction, cycle: int) -> None:
    """Lets the values come from the KPI again."""
    for row in _fed_by_kpi(tx, cycle):
        tx.update(t.KEY_RESULT, row.id, source=Source.KPI)


def _fed_by_kpi(tx: Transaction, cycle: int) -> list[KeyResult]:
    return [
        row
        for objective in tx.snapshot.child_ids(t.OBJECTIVE, "cycle", cycle)
        for row in tx.snapshot.children(t.KEY_RESULT, "objective", objective)
        if row.kpi is not None
    ]


def _keep_values(tx: Transaction, row: KeyResult) -> None:
    rows = tx.snapshot.children(t.CHECK_IN, "key_result", row.id)
    kept = {(other.date, other.value) for other in rows}
    for sample in reading(tx.snapshot, row.id, row, tx.today).samples:
        if (sample.date, sample.value) not in kept:
            same_day = [other for other in rows if other.date == sample.date]
            entered = entered_after(tx, same_day)
            tx.insert(t.CHECK_IN, CheckIn(tx.new_id(), row.id, sample.date, entered, sample.value))
