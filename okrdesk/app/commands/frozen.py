"""A closed cycle is frozen: what counts in it stays as it was, until it is reopened."""

from typing import Any

from okrdesk.domain import tables as t
from okrdesk.domain.entities import Cycle, Objective
from okrdesk.domain.errors import Refused
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.words import CycleState
from okrdesk.text import Message

_FREE = frozenset({t.COMMENT, t.MUTE, t.DELEGATION, t.RETROSPECTIVE, t.KPI_LINK})
"""Words about an item, which change no number."""


def require_open(snapshot: Snapshot, table: t.Table[Any], row: Any) -> None:
    """Raises Refused when the row belongs to an objective of a closed cycle."""
    if table in _FREE:
        return
    objective = objective_of(snapshot, table, row)
    cycle = snapshot.find(t.CYCLE, objective.cycle) if objective else None
    if table is t.CYCLE:
        cycle = row
    if cycle is not None and cycle.state is CycleState.CLOSED:
        raise _closed(cycle)


def _closed(cycle: Cycle) -> Refused:
    return Refused(
        Message(
            "{cycle} is closed, and its numbers are kept as they were. Reopen it to change this.",
            {"cycle": cycle.name},
        )
    )


def objective_of(snapshot: Snapshot, table: t.Table[Any], row: Any) -> Objective | None:
    """The objective that the row belongs to, or None."""
    if table is t.OBJECTIVE:
        found: Objective = row
        return found
    if table is t.LINK:
        return snapshot.find(t.OBJECTIVE, row.child)
    key_result = snapshot.find(t.KEY_RESULT, getattr(row, "key_result", None))
    return snapshot.find(
        t.OBJECTIVE, key_result.objective if key_result else getattr(row, "objective", None)
    )
