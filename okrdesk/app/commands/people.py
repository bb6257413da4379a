"""Teams and people."""

from collections.abc import Iterable
from typing import Any

from okrdesk.app.commands.command import command
from okrdesk.app.commands.deleting import delete_tree
from okrdesk.app.commands.rows import add, change, last_position, remove
from okrdesk.app.commands.values import checked, line, refuse, title
from okrdesk.domain import tables as t
from okrdesk.domain.entities import Person, Team
from okrdesk.domain.words import TeamKind
from okrdesk.storage.transaction import Transaction

_COLOURS = 5

Owner = int | str | None
"""A person of the plan, the name of one who is created unless there is one, or nobody."""


@command("New team")
def create_team(
    tx: Transaction,
    name: str,
    *,
    kind: TeamKind | str = TeamKind.TEAM,
    parent: int | None = None,
    colour: int | None = None,
) -> int:
    """Adds a department or team; without ``parent`` right below the company; returns its id."""
    return add(
        tx,
        t.TEAM,
        name=name,
        kind=kind,
        parent=parent,
        colour=_colour(tx.snapshot.count(t.TEAM), colour),
        position=last_position(tx.snapshot.rows(t.TEAM)),
    )


@command("New person")
def create_person(
    tx: Transaction,
    name: str,
    *,
    initials: str | None = None,
    teams: Iterable[int] = (),
    colour: int | None = None,
) -> int:
    """Adds a person who belongs to ``teams``; returns the id."""
    person = add(
        tx,
        t.PERSON,
        name=name,
        initials=_initials(name) if initials is None else initials,
        colour=_colour(tx.snapshot.count(t.PERSON), colour),
        position=last_position(tx.snapshot.rows(t.PERSON)),
    )
    for team in teams:
        join_team(tx, person, team)
    return person


def _colour(count: int, colour: int | None) -> int:
    return count % _COLOURS + 1 if colour is None else colour


def _initials(name: str) -> str:
    words = line(name).split()
    return "".join(word[0] for word in [*words[:1], *words[1:][-1:]]).upper()


def person_for(tx: Transaction, owner: Owner) -> int | None:
    """The id of a person who may be given by a name; a name that is new creates one."""
    if not isinstance(owner, str):
        return owner
    name = checked(title, "owner", owner)
    for row in tx.snapshot.sorted_rows(t.PERSON):
        if row.name.casefold() == name.casefold():
            return row.id
    return create_person(tx, name)


@command("Change team")
def change_team(tx: Transaction, /, team: int, **fields: object) -> Team:
    """Sets name, kind, parent, colour or active."""
    return change(tx, t.TEAM, team, **fields)


@command("Change person")
def change_person(tx: Transaction, /, person: int, **fields: object) -> Person:
    """Sets name, initials, colour or active."""
    return change(tx, t.PERSON, person, **fields)


@command("Join team")
def join_team(tx: Transaction, person: int, team: int) -> None:
    """The person belongs to the team; nothing happens when that is so already."""
    if _membership(tx, person, team) is None:
        add(tx, t.MEMBERSHIP, person=person, team=team)


@command("Leave team")
def leave_team(tx: Transaction, person: int, team: int) -> None:
    """The person no longer belongs to the team."""
    membership = _membership(tx, person, team)
    if membership is not None:
        remove(tx, t.MEMBERSHIP, membership)


def _membership(tx: Transaction, person: int, team: int) -> int | None:
    rows = tx.snapshot.children(t.MEMBERSHIP, "person", person)
    return next((row.id for row in rows if row.team == team), None)


@command("Delete team")
def delete_team(tx: Transaction, team: int, *, move_to: int | None = None) -> None:
    """Deletes a team.

    What it owns goes to ``move_to``, teams below it go to the one above; without ``move_to``
    the delete is refused while there is any.
    """
    if move_to is not None:
        parent = tx.snapshot.get(t.TEAM, team).parent
        for child in tx.snapshot.child_ids(t.TEAM, "parent", team):
            change(tx, t.TEAM, child, parent=parent)
    _hand_over(tx, t.TEAM, team, move_to)
    delete_tree(tx, t.TEAM, team)


@command("Delete person")
def delete_person(tx: Transaction, person: int, *, move_to: int | None = None) -> None:
    """Deletes a person.

    What the person owns goes to ``move_to``; without it the delete is refused while there is
    any. Check-ins and comments stay, without an author.
    """
    _hand_over(tx, t.PERSON, person, move_to)
    delete_tree(tx, t.PERSON, person)


def _hand_over(tx: Transaction, table: t.Table[Any], row_id: int, move_to: int | None) -> None:
    """Points what needs the row to another one; closed cycles too, as it changes no number."""
    if move_to is None:
        return
    if move_to == row_id or tx.snapshot.find(table, move_to) is None:
        raise refuse("Choose somebody else to take this over.", "move_to")
    for other, ref in t.REFERRERS[table.name]:
        if ref.on_delete is t.OnDelete.REFUSE:
            for other_id in tx.snapshot.child_ids(other, ref.field, row_id):
                tx.update(other, other_id, **{ref.field: move_to})
