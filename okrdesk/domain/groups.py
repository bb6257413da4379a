"""Whose objectives are counted together: those of a cycle, a team or a person."""

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any, NamedTuple

from okrdesk.domain.changes import Change
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import OBJECTIVE, OBJECTIVE_OWNER, OBJECTIVE_TEAM, Table


class Groups(Enum):
    """What the members of a group have in common."""

    CYCLE = "cycle"
    TEAM = "team"
    PERSON = "person"


class Group(NamedTuple):
    """The objectives of a cycle, or of a team or a person in a cycle."""

    kind: Groups
    id: int
    cycle: int


_PLACES: dict[Groups, tuple[tuple[Table[Any], str], ...]] = {
    Groups.CYCLE: ((OBJECTIVE, "cycle"),),
    Groups.TEAM: ((OBJECTIVE, "team"), (OBJECTIVE_TEAM, "team")),
    Groups.PERSON: ((OBJECTIVE, "owner"), (OBJECTIVE_OWNER, "person")),
}


def members(snapshot: Snapshot, group: Group) -> list[int]:
    """The group's objectives, each once, however many places name it."""
    places = _PLACES[group.kind]
    rows = (row for table, field in places for row in snapshot.children(table, field, group.id))
    found = dict.fromkeys(getattr(row, "objective", row.id) for row in rows)
    objectives = (snapshot.find(OBJECTIVE, objective) for objective in found)
    return [row.id for row in objectives if row is not None and row.cycle == group.cycle]


def groups_of(snapshot: Snapshot, objective: int) -> Iterator[Group]:
    """The groups that the objective is in; none when there is no such objective."""
    row = snapshot.find(OBJECTIVE, objective)
    if row is None or row.cycle is None:
        return
    yield Group(Groups.CYCLE, row.cycle, row.cycle)
    teams = {row.team, *(s.team for s in snapshot.children(OBJECTIVE_TEAM, "objective", row.id))}
    yield from (Group(Groups.TEAM, team, row.cycle) for team in teams if team is not None)
    shared = snapshot.children(OBJECTIVE_OWNER, "objective", row.id)
    people = {row.owner, *(s.person for s in shared)}
    yield from (Group(Groups.PERSON, person, row.cycle) for person in people if person is not None)


def regrouped(changes: Iterable[Change]) -> set[int]:
    """The objectives that a further team or owner was given to, or taken from."""
    shared = [c for c in changes if c.table in (OBJECTIVE_TEAM, OBJECTIVE_OWNER)]
    rows: list[Any] = [row for c in shared for row in (c.before, c.after) if row is not None]
    return {row.objective for row in rows}
