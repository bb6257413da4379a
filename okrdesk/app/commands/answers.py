"""Many answers of a pass at once: check-ins and KPI values, as one step of undo."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from okrdesk.app.commands.check_ins import check_in
from okrdesk.app.commands.command import command
from okrdesk.app.commands.kpis import record_kpi_value
from okrdesk.domain import tables as t
from okrdesk.storage.transaction import Transaction


class Answer(NamedTuple):
    """What is said about a key result or a KPI; ``zone``: of a rubric."""

    item: int
    value: Decimal | int | None = None
    zone: int | None = None
    confidence: int | None = None
    note: str = ""


@command("Check-ins")
def answer_all(tx: Transaction, answers: Iterable[Answer]) -> None:
    """Checks in on key results and enters values of KPIs, all of today."""
    for item, value, zone, confidence, note in answers:
        if tx.snapshot.find(t.KPI, item) is not None:
            record_kpi_value(tx, item, value, note=note, replace=True)
        else:
            check_in(tx, item, value, zone=zone, confidence=confidence, note=note)
