"""Objectives: create, change, share, duplicate, move to another cycle."""

from collections.abc import Iterable

from okrdesk.app.commands.alignment import align
from okrdesk.app.commands.command import command
from okrdesk.app.commands.copying import copy_key_result, copy_objective_parts
from okrdesk.app.commands.places import last_loose_place
from okrdesk.app.commands.rows import add, change, same_members
from okrdesk.app.commands.share_rules import require_share
from okrdesk.app.commands.support_rules import MISSION, require_supports_still_fit
from okrdesk.domain import tables as t
from okrdesk.domain.alignment import parent_of
from okrdesk.domain.entities import Objective
from okrdesk.domain.people import is_solo
from okrdesk.domain.words import Level
from okrdesk.storage.transaction import Transaction


@command("New objective")
def create_objective(
    tx: Transaction,
    /,
    title: str,
    *,
    cycle: int | None = None,
    level: Level | str | None = None,
    team: int | None = None,
    owner: int | None = None,
    supports: int | None = None,
    contributes: bool = False,
    **fields: object,
) -> int:
    """Adds an objective; only the title is needed; returns its id.

    ``supports``: the id of an objective or a key result, or MISSION; None leaves it not
    aligned. ``level``: team, or individual in a plan for one person. ``fields``: as in
    ``Objective``.
    """
    if supports is None:
        fields.setdefault("position", last_loose_place(tx.snapshot))
    usual = Level.INDIVIDUAL if is_solo(tx.snapshot) else Level.TEAM
    given = {"cycle": cycle, "level": level or usual, "team": team, "owner": owner, **fields}
    objective = add(tx, t.OBJECTIVE, title=title, **given)
    if supports is not None:
        align(tx, objective, supports, contributes=contributes)
    require_share(tx.snapshot, objective)
    return objective


@command("Change objective")
def change_objective(tx: Transaction, /, objective: int, **fields: object) -> Objective:
    """Sets fields of an objective, named as in ``Objective``."""
    row = change(tx, t.OBJECTIVE, objective, **fields)
    if "level" in fields or "cycle" in fields:
        require_supports_still_fit(tx.snapshot, objective)
    if "share" in fields:
        require_share(tx.snapshot, objective)
    return row


@command("Change teams")
def set_teams(tx: Transaction, objective: int, teams: Iterable[int]) -> None:
    """The first team is the objective's own, the others share it; it is counted once."""
    first, others = _first_and_others(teams)
    change(tx, t.OBJECTIVE, objective, team=first)
    same_members(tx, t.OBJECTIVE_TEAM, objective, "team", others)


@command("Change owners")
def set_owners(tx: Transaction, objective: int, people: Iterable[int]) -> None:
    """The first person owns the objective, the others own it too."""
    first, others = _first_and_others(people)
    change(tx, t.OBJECTIVE, objective, owner=first)
    same_members(tx, t.OBJECTIVE_OWNER, objective, "person", others)


def _first_and_others(ids: Iterable[int]) -> tuple[int | None, list[int]]:
    given = list(dict.fromkeys(ids))
    return (given[0] if given else None), given[1:]


@command("Change tags")
def set_tags(tx: Transaction, objective: int, tags: Iterable[str]) -> None:
    """Replaces the tags; a leading ``#`` is dropped."""
    same_members(tx, t.OBJECTIVE_TAG, objective, "tag", tags)


@command("Change values served")
def set_values(tx: Transaction, objective: int, values: Iterable[int]) -> None:
    """Replaces the values of the organisation that the objective serves."""
    same_members(tx, t.OBJECTIVE_VALUE, objective, "value", values)


@command("Duplicate objective")
def duplicate_objective(
    tx: Transaction, objective: int, *, cycle: int | None = None, title: str | None = None
) -> int:
    """Copies the objective with its key results, without check-ins, grades and comments.

    It stands beside the original, in ``cycle`` or in the same one; returns its id.
    """
    row = tx.snapshot.get(t.OBJECTIVE, objective)
    same = cycle in (None, row.cycle)
    fields = row._asdict() | {"title": title or row.title, "outcome": None, "share": None}
    if not same:
        fields |= {"cycle": cycle, "start": None, "due": None}
    del fields["id"], fields["position"]
    new = create_objective(tx, **fields)
    link = parent_of(tx.snapshot, objective)
    if link is not None:
        supports = link.objective or link.key_result or MISSION
        align(tx, new, supports, contributes=link.contributes)
    copy_objective_parts(tx, objective, new)
    for key_result in tx.snapshot.children(t.KEY_RESULT, "objective", objective):
        copy_key_result(tx, key_result, new, keep_dates=same)
    return new
