"""Check-ins, KPI values and done steps of a past day go by their own dates (product.md 4.17)."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from okrdesk.domain.changes import Change
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CHECK_IN, KEY_RESULT, KPI, KPI_VALUE, STEP, Table

_OWNERS: tuple[tuple[Table[Any], Table[Any], str], ...] = (
    (CHECK_IN, KEY_RESULT, "key_result"),
    (KPI_VALUE, KPI, "kpi"),
)


def values_as_of(now: Snapshot, then: Snapshot, day: date) -> Snapshot:
    """``then``, the definitions of a past day, with the values dated up to the day.

    ``now`` is the plan as it is: what was entered or corrected later, for an earlier day, counts.
    Only what went away together with its owner is taken from ``then``.
    """
    changes = [c for owned in _OWNERS for c in _values(now, then, day, owned)]
    return then.apply([*changes, *_steps(now, then, day)])


def _values(
    now: Snapshot, then: Snapshot, day: date, owned: tuple[Table[Any], Table[Any], str]
) -> Iterator[Change]:
    values, owners, field = owned
    for row in then.rows(values):
        gone = now.find(owners, getattr(row, field)) is None
        kept = row if gone else now.find(values, row.id)
        if kept is None or kept.date > day:
            yield Change(values, row.id, row, None)
        elif kept is not row:
            yield Change(values, row.id, row, kept)
    for row in now.rows(values):
        known = then.find(owners, getattr(row, field)) is not None
        if known and row.date <= day and then.find(values, row.id) is None:
            yield Change(values, row.id, None, row)


def _steps(now: Snapshot, then: Snapshot, day: date) -> Iterator[Change]:
    for row in then.rows(STEP):
        current = now.find(STEP, row.id) or row
        done = current.done if current.done and current.done <= day else None
        if done != row.done:
            yield Change(STEP, row.id, row, row._replace(done=done))
