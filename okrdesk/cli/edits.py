"""What can be added and set: for each sort of row its fields, and the commands that change it."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from okrdesk.app import commands as c
from okrdesk.cli.fields import Read, listed, parts, references, row_fields, supported, truth
from okrdesk.domain import tables as t
from okrdesk.domain.alignment import parent_of
from okrdesk.domain.errors import UserError
from okrdesk.storage.transaction import Transaction
from okrdesk.text import Message

Values = dict[str, Any]
Change = Callable[[Transaction, int, Values], None]


class Sort(NamedTuple):
    """A sort of row that the command line knows."""

    table: t.Table[Any]
    label: Message
    """What undo calls a change of it."""
    change: Change
    extra: Mapping[str, Read] = {}

    @property
    def fields(self) -> dict[str, Read]:
        """Readers of all its fields by name."""
        return row_fields(self.table) | dict(self.extra)


def _change_objective(tx: Transaction, objective: int, values: Values) -> None:
    several: Mapping[str, Callable[[Transaction, int, Any], object]] = {
        "teams": c.set_teams,
        "owners": c.set_owners,
        "tags": c.set_tags,
        "values": c.set_values,
        "supports": _set_supports,
        "contributes": _set_contributes,
    }
    own = {name: value for name, value in values.items() if name not in several}
    c.change_objective(tx, objective, **own)
    _set_each(tx, objective, values, several)


def _set_each(
    tx: Transaction,
    row_id: int,
    values: Values,
    setters: Mapping[str, Callable[[Transaction, int, Any], object]],
) -> None:
    """In the order of the setters, whatever the order of the words: a link before what it does."""
    for name, setter in setters.items():
        if name in values:
            setter(tx, row_id, values[name])


def _set_supports(tx: Transaction, objective: int, supports: int | None) -> None:
    if supports is None:
        c.unalign(tx, objective)
    else:
        c.align(tx, objective, supports)


def _set_contributes(tx: Transaction, objective: int, contributes: object) -> None:
    link = parent_of(tx.snapshot, objective)
    if link is None:
        raise UserError(
            Message("It supports nothing yet. Say what, for example supports=mission."),
            "contributes",
        )
    c.set_contributes(tx, link.id, contributes=bool(contributes))


def _change_key_result(tx: Transaction, key_result: int, values: Values) -> None:
    several: Mapping[str, Callable[[Transaction, int, Any], object]] = {
        "steps": c.set_steps,
        "zones": c.set_zones,
        "phases": c.set_phases,
    }
    own = {name: value for name, value in values.items() if name not in several}
    c.change_key_result(tx, key_result, **own)
    _set_each(tx, key_result, values, several)


def _change_person(tx: Transaction, person: int, values: Values) -> None:
    own = dict(values)
    teams = own.pop("teams", None)
    c.change_person(tx, person, **own)
    if teams is None:
        return
    for membership in tx.snapshot.children(t.MEMBERSHIP, "person", person):
        if membership.team not in teams:
            c.leave_team(tx, person, membership.team)
    for team in teams:
        c.join_team(tx, person, team)


def _simply(change: Callable[..., object]) -> Change:
    def apply(tx: Transaction, row_id: int, values: Values) -> None:
        change(tx, row_id, **values)

    return apply


def _change_plan(tx: Transaction, _row_id: int, values: Values) -> None:
    c.set_organisation(tx, **values)


_SUPPORT = {
    "supports": supported,
    "contributes": truth,
    "teams": references(t.TEAM),
    "owners": references(t.PERSON),
    "tags": listed,
    "values": references(t.VALUE),
}
_MEASURE = {
    **{name: read for name, read in row_fields(t.TERMS).items() if name != "valid_from"},
    "method": row_fields(t.KEY_RESULT)["kind"],
    "steps": parts("title", "weight", "due"),
    "zones": parts("title", "ratio"),
    "phases": parts("date", "value"),
}

SORTS: tuple[Sort, ...] = (
    Sort(t.OBJECTIVE, c.change_objective.label, _change_objective, _SUPPORT),
    Sort(t.KEY_RESULT, c.change_key_result.label, _change_key_result, _MEASURE),
    Sort(t.INITIATIVE, c.change_initiative.label, _simply(c.change_initiative)),
    Sort(t.KPI, c.change_kpi.label, _simply(c.change_kpi)),
    Sort(t.CYCLE, c.change_cycle.label, _simply(c.change_cycle)),
    Sort(t.TEAM, c.change_team.label, _simply(c.change_team)),
    Sort(t.PERSON, c.change_person.label, _change_person, {"teams": references(t.TEAM)}),
    Sort(t.VALUE, c.change_value.label, _simply(c.change_value)),
    Sort(t.ORGANISATION, c.set_organisation.label, _change_plan),
)
"""In the order in which help names them."""


def sort_of(table: t.Table[Any]) -> Sort:
    """The sort whose rows are those of the table."""
    return next(sort for sort in SORTS if sort.table is table)
