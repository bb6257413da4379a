"""The tables of a plan: each with its row type, the order of siblings and what it refers to.

One declaration from which the schema, the journal, the snapshot's indexes, the walk of a
delete and the CSV columns follow.
"""

from collections.abc import Callable
from enum import Enum
from operator import attrgetter
from typing import Any, Generic, NamedTuple, TypeVar

from okrdesk.domain import entities as e

R = TypeVar("R", bound=tuple[Any, ...])


class OnDelete(Enum):
    """What becomes of a row when the row that it refers to is deleted."""

    DELETE = "delete"
    """It is a part of it and goes along."""
    CLEAR = "clear"
    """It stays, without the reference."""
    REFUSE = "refuse"
    """The delete is refused while it refers to it."""


class Ref(NamedTuple):
    """A column that holds the id of a row of another table."""

    field: str
    target: str
    on_delete: OnDelete


class Table(Generic[R]):
    """A table; compare by identity."""

    __slots__ = ("fields", "name", "order", "refs", "row", "sort_key")

    def __init__(
        self, name: str, row: type[R], refs: tuple[Ref, ...] = (), order: tuple[str, ...] = ("id",)
    ) -> None:
        self.name, self.row, self.refs, self.order = name, row, refs, order
        self.fields: tuple[str, ...] = row._fields  # type: ignore[attr-defined]  # R is a NamedTuple, which no bound can say
        self.sort_key: Callable[[R], Any] = attrgetter(*order)

    def __repr__(self) -> str:
        return f"<{self.name}>"


def _part_of(field: str, target: str | None = None) -> Ref:
    return Ref(field, target or field, OnDelete.DELETE)


def _mentions(field: str, target: str | None = None) -> Ref:
    return Ref(field, target or field, OnDelete.CLEAR)


def _needs(field: str, target: str | None = None) -> Ref:
    return Ref(field, target or field, OnDelete.REFUSE)


_PLACED = ("position", "id")
_DATED = ("date", "entered", "id")
_AUTHOR = _mentions("author", "person")
_ITEM = (_part_of("objective"), _part_of("key_result"))

ORGANISATION = Table("organisation", e.Organisation)
VALUE = Table("value", e.Value, order=_PLACED)
WORD = Table("word", e.Word)
TEAM = Table("team", e.Team, (_needs("parent", "team"),), _PLACED)
PERSON = Table("person", e.Person, order=_PLACED)
MEMBERSHIP = Table("membership", e.Membership, (_part_of("person"), _part_of("team")))
CYCLE = Table("cycle", e.Cycle, order=("start", "end", "id"))
OBJECTIVE = Table(
    "objective",
    e.Objective,
    (
        _needs("cycle"),
        _needs("team"),
        _needs("owner", "person"),
        _mentions("predecessor", "objective"),
    ),
    _PLACED,
)
OBJECTIVE_TEAM = Table("objective_team", e.ObjectiveTeam, (_part_of("objective"), _part_of("team")))
OBJECTIVE_OWNER = Table(
    "objective_owner", e.ObjectiveOwner, (_part_of("objective"), _part_of("person"))
)
OBJECTIVE_TAG = Table("objective_tag", e.ObjectiveTag, (_part_of("objective"),), ("tag", "id"))
OBJECTIVE_VALUE = Table(
    "objective_value", e.ObjectiveValue, (_part_of("objective"), _part_of("value"))
)
KPI = Table("kpi", e.Kpi, (_needs("team"), _needs("owner", "person")), _PLACED)
KEY_RESULT = Table(
    "key_result",
    e.KeyResult,
    (
        _part_of("objective"),
        _needs("owner", "person"),
        _needs("kpi"),
        _mentions("predecessor", "key_result"),
    ),
    _PLACED,
)
LINK = Table("link", e.Link, (_part_of("child", "objective"), *_ITEM), _PLACED)
TERMS = Table("terms", e.Terms, (_part_of("key_result"),), ("valid_from", "id"))
PHASE = Table("phase", e.Phase, (_part_of("key_result"),), ("date", "id"))
STEP = Table("step", e.Step, (_part_of("key_result"),), _PLACED)
ZONE = Table("zone", e.Zone, (_part_of("key_result"),), _PLACED)
CHECK_IN = Table(
    "check_in", e.CheckIn, (_part_of("key_result"), _mentions("zone"), _AUTHOR), _DATED
)
STATUS_OVERRIDE = Table("status_override", e.StatusOverride, (*_ITEM, _AUTHOR), _DATED)
INITIATIVE = Table(
    "initiative",
    e.Initiative,
    (*_ITEM, _part_of("parent", "initiative"), _mentions("owner", "person")),
    _PLACED,
)
COMMENT = Table(
    "comment",
    e.Comment,
    (*_ITEM, _part_of("initiative"), _part_of("kpi"), _AUTHOR),
    ("entered", "id"),
)
DELEGATION = Table(
    "delegation",
    e.Delegation,
    (*_ITEM, _part_of("person"), _mentions("delegated_by", "person")),
    ("date", "id"),
)
KPI_TARGET = Table("kpi_target", e.KpiTarget, (_part_of("kpi"),), ("start", "id"))
KPI_VALUE = Table("kpi_value", e.KpiValue, (_part_of("kpi"), _AUTHOR), _DATED)
KPI_LINK = Table("kpi_link", e.KpiLink, (_part_of("objective"), _part_of("kpi")))
GRADE = Table("grade", e.Grade, (*_ITEM, _AUTHOR), ("date", "id"))
RETROSPECTIVE = Table(
    "retrospective", e.Retrospective, (_part_of("cycle"), _part_of("objective"), _AUTHOR)
)
SAVED_VIEW = Table("saved_view", e.SavedView, order=_PLACED)
MUTE = Table("mute", e.Mute, _ITEM)
BOOKMARK = Table("bookmark", e.Bookmark, order=("date", "id"))
WEEK_LINE = Table("week_line", e.WeekLine, (_needs("team"), _needs("person"), _AUTHOR), _PLACED)

TABLES: tuple[Table[Any], ...] = (
    ORGANISATION,
    VALUE,
    WORD,
    TEAM,
    PERSON,
    MEMBERSHIP,
    CYCLE,
    OBJECTIVE,
    OBJECTIVE_TEAM,
    OBJECTIVE_OWNER,
    OBJECTIVE_TAG,
    OBJECTIVE_VALUE,
    KPI,
    KEY_RESULT,
    LINK,
    TERMS,
    PHASE,
    STEP,
    ZONE,
    CHECK_IN,
    STATUS_OVERRIDE,
    INITIATIVE,
    COMMENT,
    DELEGATION,
    KPI_TARGET,
    KPI_VALUE,
    KPI_LINK,
    GRADE,
    RETROSPECTIVE,
    SAVED_VIEW,
    MUTE,
    BOOKMARK,
    WEEK_LINE,
)
"""All tables, those referred to before those that refer (self-references aside)."""

TABLE_BY_NAME: dict[str, Table[Any]] = {table.name: table for table in TABLES}

REFERRERS: dict[str, tuple[tuple[Table[Any], Ref], ...]] = {
    target.name: tuple((t, r) for t in TABLES for r in t.refs if r.target == target.name)
    for target in TABLES
}
"""For each table the columns of others that refer to it."""
