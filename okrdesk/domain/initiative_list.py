"""The initiatives of a plan as a checklist, by objective or by owner; done ones apart."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from okrdesk.domain.cycles import in_scope
from okrdesk.domain.entities import Initiative
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CYCLE, INITIATIVE, KEY_RESULT, OBJECTIVE, PERSON
from okrdesk.domain.tree import walk
from okrdesk.domain.words import ObjectiveState

ANYBODY = 0
"""The choice of no person in particular; no row has this id."""


class Grouping(StrEnum):
    """What the checklist is grouped by."""

    OBJECTIVE = "objective"
    OWNER = "owner"


class Wanted(NamedTuple):
    """Which initiatives are asked for."""

    cycle: int | None = None
    """Those for what is seen while looking at this cycle; None: of every one."""
    person: int | None = ANYBODY
    """Those of a person, by themselves or by one of their steps; None: those of nobody."""
    items: frozenset[int] | None = None
    """Those for one of these objectives and key results; None: for any."""


class Group(NamedTuple):
    """Initiatives under one heading, each with its steps right behind it."""

    key: int | None
    """The objective or the person; None: nobody."""
    open: tuple[int, ...]
    done: tuple[int, ...]
    """The newest first."""
    counts: tuple[int, int]
    """How many are done and how many there are, steps aside."""


def initiative_groups(snapshot: Snapshot, grouping: Grouping, wanted: Wanted) -> list[Group]:
    """The checklist from the top: objectives in the order of the tree, or people in theirs.

    Below an objective stand its own initiatives, then those of its key results; below a person
    those with the nearest day first. Steps go with their initiative, whoever owns them.
    """
    rows = list(_wanted(snapshot, wanted))
    if grouping is Grouping.OBJECTIVE:
        keys = [item for item, _parent, _depth in walk(snapshot)] if rows else []
        return list(_groups(snapshot, keys, {row: objective_of(snapshot, row) for row in rows}))
    rows.sort(key=lambda row: row.due or date.max)
    people = [person.id for person in snapshot.sorted_rows(PERSON)]
    return list(_groups(snapshot, [*people, None], {row: row.owner for row in rows}))


def objective_of(snapshot: Snapshot, row: Initiative) -> int:
    """The objective that an initiative is for, directly or by its key result."""
    key_result = snapshot.find(KEY_RESULT, row.key_result)
    return (row.objective or 0) if key_result is None else key_result.objective


def aims(snapshot: Snapshot, cycle: int | None) -> Iterator[int]:
    """What an initiative can be for: objectives that are not closed, each with its key results.

    In the order of the tree, and only what is seen while looking at the cycle.
    """
    chosen = snapshot.find(CYCLE, cycle)
    for item, _parent, _depth in walk(snapshot):
        row = snapshot.find(OBJECTIVE, item)
        if row is None or row.state is ObjectiveState.CLOSED:
            continue
        if in_scope(snapshot.find(CYCLE, row.cycle), chosen):
            yield item
            yield from snapshot.child_ids(KEY_RESULT, "objective", item)


def family(snapshot: Snapshot, initiative: int) -> list[int]:
    """An initiative and, right behind it, its steps with theirs."""
    found = [initiative]
    for step in snapshot.child_ids(INITIATIVE, "parent", initiative):
        found += family(snapshot, step)
    return found


def _wanted(snapshot: Snapshot, wanted: Wanted) -> Iterator[Initiative]:
    """The initiatives that are no steps, in their order below each objective."""
    chosen = snapshot.find(CYCLE, wanted.cycle)
    outside = {row.id for row in snapshot.rows(CYCLE) if not in_scope(row, chosen)}
    tops = [row for row in snapshot.rows(INITIATIVE) if row.parent is None]
    for row in sorted(tops, key=lambda row: _place(snapshot, row)):
        objective = snapshot.get(OBJECTIVE, objective_of(snapshot, row))
        named = wanted.items is None or not wanted.items.isdisjoint((objective.id, row.key_result))
        if objective.cycle not in outside and named and _is_of(snapshot, row, wanted.person):
            yield row


def _place(snapshot: Snapshot, row: Initiative) -> tuple[float, float, int]:
    key_result = snapshot.find(KEY_RESULT, row.key_result)
    return (-1.0 if key_result is None else key_result.position, row.position, row.id)


def _is_of(snapshot: Snapshot, row: Initiative, person: int | None) -> bool:
    if person == ANYBODY:
        return True
    owners = {snapshot.get(INITIATIVE, each).owner for each in family(snapshot, row.id)}
    return row.owner is None if person is None else person in owners


def _groups(
    snapshot: Snapshot, keys: list[int | None] | list[int], rows: dict[Initiative, int | None]
) -> Iterator[Group]:
    below: dict[int | None, list[Initiative]] = {}
    for row, key in rows.items():
        below.setdefault(key, []).append(row)
    for key in keys:
        if key in below:
            yield _group(snapshot, key, below[key])


def _group(snapshot: Snapshot, key: int | None, rows: list[Initiative]) -> Group:
    open_ = [row for row in rows if row.done is None]
    done = [row for row in rows if row.done is not None]
    done.sort(key=lambda row: row.done or date.min, reverse=True)
    families = [
        [each for row in part for each in family(snapshot, row.id)] for part in (open_, done)
    ]
    return Group(key, tuple(families[0]), tuple(families[1]), (len(done), len(rows)))
