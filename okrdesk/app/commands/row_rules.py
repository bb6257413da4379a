"""Rules that need more than one field of a row."""

from collections.abc import Callable, Mapping
from typing import Any

from okrdesk.app.commands.values import refuse
from okrdesk.domain import tables as t
from okrdesk.domain.entities import Cycle, Initiative, Kpi, KpiTarget, Objective, Organisation, Team
from okrdesk.domain.errors import UserError
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.words import KpiRule
from okrdesk.text import Message

_TEAM_CIRCLE = Message("A team cannot stand below itself. Choose another one.")
_STEP_CIRCLE = Message("A step cannot stand below itself. Choose another one.")


def check_row(snapshot: Snapshot, table: t.Table[Any], row: Any) -> None:
    """Raises UserError when the fields of the row do not go together."""
    check = _CHECKS.get(table.name)
    if check is not None:
        check(snapshot, row)


def _organisation(_: Snapshot, row: Organisation) -> None:
    if row.pace_behind > row.pace_on_track:
        raise refuse("“Behind” begins below “on track”. Use a smaller number.", "pace_behind")
    if row.gap_behind < row.gap_on_track:
        raise refuse("“Behind” begins above “on track”. Use a larger number.", "gap_behind")


def _cycle(snapshot: Snapshot, row: Cycle) -> None:
    if row.end < row.start:
        raise refuse("The end is before the start. Choose a later day.", "end")
    others = (cycle for cycle in snapshot.rows(t.CYCLE) if cycle.id != row.id)
    if any(cycle.name.casefold() == row.name.casefold() for cycle in others):
        raise refuse(
            "There is a cycle “{name}” already. Choose another name.", "name", name=row.name
        )


def _objective(snapshot: Snapshot, row: Objective) -> None:
    cycle = snapshot.find(t.CYCLE, row.cycle)
    start = row.start or (cycle.start if cycle else None)
    due = row.due or (cycle.end if cycle else None)
    if (row.start or row.due) and start and due and due < start:
        raise refuse("The due day is before the start. Choose a later day.", "due")


def _team(snapshot: Snapshot, row: Team) -> None:
    _no_circle(snapshot, t.TEAM, row, _TEAM_CIRCLE)


def _initiative(snapshot: Snapshot, row: Initiative) -> None:
    _no_circle(snapshot, t.INITIATIVE, row, _STEP_CIRCLE)


def _no_circle(snapshot: Snapshot, table: t.Table[Any], row: Any, message: Message) -> None:
    parent = row.parent
    while parent is not None:
        if parent == row.id:
            raise UserError(message, "parent")
        parent = snapshot.get(table, parent).parent


def _kpi(_: Snapshot, row: Kpi) -> None:
    _limits(row)
    if row.rule is KpiRule.RANGE and (row.low is None) != (row.high is None):
        raise refuse("A range needs both of its limits.", "high" if row.high is None else "low")


def _kpi_target(_: Snapshot, row: KpiTarget) -> None:
    _limits(row)


def _limits(row: Any) -> None:
    if row.low is not None and row.high is not None and row.high < row.low:
        raise refuse("The upper limit is below the lower one. Use a larger number.", "high")


_CHECKS: Mapping[str, Callable[[Snapshot, Any], None]] = {
    t.ORGANISATION.name: _organisation,
    t.CYCLE.name: _cycle,
    t.OBJECTIVE.name: _objective,
    t.TEAM.name: _team,
    t.INITIATIVE.name: _initiative,
    t.KPI.name: _kpi,
    t.KPI_TARGET.name: _kpi_target,
}
