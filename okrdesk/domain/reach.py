"""Which scores an edit reaches, table by table; what stands above them follows from the links."""

from collections.abc import Iterable
from typing import Any

from okrdesk.domain.changes import Change
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import (
    CHECK_IN,
    CYCLE,
    GRADE,
    KEY_RESULT,
    KPI_VALUE,
    LINK,
    OBJECTIVE,
    ORGANISATION,
    PHASE,
    STATUS_OVERRIDE,
    STEP,
    TERMS,
    ZONE,
    Table,
)

_RULES = frozenset(
    {
        "cap",
        "status_rule",
        "pace_on_track",
        "pace_behind",
        "gap_on_track",
        "gap_behind",
        "objective_status",
    }
)
_OF_KEY_RESULT: tuple[Table[Any], ...] = (TERMS, PHASE, STEP, ZONE, CHECK_IN)


def reaches_all(change: Change) -> bool:
    """Whether the change is one of the rules of counting, so that no score stays."""
    return change.table is ORGANISATION and not _RULES.isdisjoint(change.fields())


def reached(change: Change, snapshot: Snapshot) -> Iterable[int]:
    """The items whose own score the change may alter, as a snapshot from before or after has it."""
    images = [row for row in (change.before, change.after) if row is not None]
    if change.table is CYCLE:
        for objective in snapshot.child_ids(OBJECTIVE, "cycle", change.id):
            yield from _with_key_results(snapshot, objective)
    elif change.table is OBJECTIVE:
        yield from _with_key_results(snapshot, change.id)
    elif change.table is KEY_RESULT:
        yield change.id
    elif change.table is KPI_VALUE:
        for kpi in _named(images, "kpi"):
            yield from snapshot.child_ids(KEY_RESULT, "kpi", kpi)
    elif change.table in _OF_KEY_RESULT or change.table in (LINK, STATUS_OVERRIDE):
        yield from _named(images, "key_result")
        yield from _named(images, "objective")
    elif change.table is GRADE:
        yield from _named(images, "key_result")
        for objective in _named(images, "objective"):
            yield from _with_key_results(snapshot, objective)


def _named(images: Iterable[Any], field: str) -> Iterable[int]:
    ids = {getattr(row, field, None) for row in images}
    return [row_id for row_id in ids if row_id is not None]


def _with_key_results(snapshot: Snapshot, objective: int) -> Iterable[int]:
    return (objective, *snapshot.child_ids(KEY_RESULT, "objective", objective))
