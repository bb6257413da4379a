"""What changed between two moments, by item: the net change of each row, with who and when.

What was done and taken back in between is no change. Window, command line and reports read this.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import Any, NamedTuple

from okrdesk.domain import tables as t
from okrdesk.domain.changes import Change, ChangeSet, squash
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tree import walk

UNNAMED = frozenset({"id", "position", "entered", "author", "valid_from"})
"""Fields that nobody asks for."""
ROW = ""
"""In place of a field: the row as a whole."""

_OWN_PAGE = ("objective", "key_result", "kpi", "cycle", "person", "team", "value", "initiative")
_OWNERS = ("child", "key_result", "objective", "initiative", "kpi", "cycle", "person")
_ASIDE = frozenset({"bookmark", "saved_view", "mute", "word"})
"""Tables that say nothing of the plan itself."""

Key = tuple[str, int]
"""A row: the name of its table and its id."""


class Fate(Enum):
    """What became of an item."""

    CREATED = "created"
    CHANGED = "changed"
    DELETED = "deleted"


class Who(NamedTuple):
    """Who did something, and when: the id of a person or None, and a UTC moment as ISO text."""

    author: int | None
    at: str


class RowChange(NamedTuple):
    """The net change of one row; ``by`` says for each field, and for ``ROW``, who was last."""

    change: Change
    by: Mapping[str, Who]


class ItemChanges(NamedTuple):
    """All that changed in one item and in what is a part of it."""

    table: str
    id: int
    fate: Fate
    rows: tuple[RowChange, ...]


def owner_of(change: Change) -> t.Ref | None:
    """The reference to what the row is a part of; None for what stands alone."""
    if change.table.name in _OWN_PAGE:
        return None
    row = change.after or change.before
    refs = {ref.field: ref for ref in change.table.refs if getattr(row, ref.field) is not None}
    return next((refs[field] for field in _OWNERS if field in refs), None)


def item_of(change: Change) -> Key:
    """What the row belongs to: itself, or what it is a part of."""
    owner = owner_of(change)
    if owner is None:
        return change.table.name, change.id
    return owner.target, getattr(change.after or change.before, owner.field)


def what_changed(before: Snapshot, after: Snapshot, sets: Iterable[ChangeSet]) -> list[ItemChanges]:
    """The items that differ, in the order of the plan; then what is no objective or key result.

    ``sets``: all steps from ``before`` to ``after``, oldest first. What came or went with an item
    is not told apart from it, but its check-ins are.
    """
    steps = list(sets)
    by = _last_hands(steps)
    rows: dict[Key, list[RowChange]] = {}
    for change in squash(change for step in steps for change in step.changes):
        if _is_told(change):
            hands = by[change.table.name, change.id]
            rows.setdefault(item_of(change), []).append(RowChange(change, hands))
    places = {**_places(before), **_places(after)}
    found = [_item(key, of_item) for key, of_item in rows.items()]
    return sorted((item for item in found if item.rows), key=lambda item: _place(places, item))


def _last_hands(steps: Iterable[ChangeSet]) -> dict[Key, dict[str, Who]]:
    """For each row and field, who touched it last."""
    found: dict[Key, dict[str, Who]] = {}
    for step in steps:
        who = Who(step.author, step.at)
        for change in step.changes:
            hands = found.setdefault((change.table.name, change.id), {})
            hands.update(dict.fromkeys((ROW, *change.fields()), who))
    return found


def _is_told(change: Change) -> bool:
    return change.table.name not in _ASIDE and bool(set(change.fields()) - UNNAMED)


def _item(key: Key, rows: list[RowChange]) -> ItemChanges:
    table, item = key
    own = next((row for row in rows if (row.change.table.name, row.change.id) == key), None)
    fate = Fate.CHANGED
    if own is not None and own.change.before is None:
        fate = Fate.CREATED
    elif own is not None and own.change.after is None:
        fate = Fate.DELETED
    return ItemChanges(table, item, fate, tuple(_told(rows, own, fate)))


def _told(rows: list[RowChange], own: RowChange | None, fate: Fate) -> Iterator[RowChange]:
    """The rows that are told of an item, its own first, check-ins last in their order."""
    if own is not None:
        yield own
    parts = [row for row in rows if row is not own]
    if fate is Fate.CHANGED:
        yield from (row for row in parts if row.change.table is not t.CHECK_IN)
    if fate is not Fate.DELETED:
        check_ins = (row for row in parts if row.change.table is t.CHECK_IN)
        yield from sorted(check_ins, key=lambda row: _moment(row.change))


def _moment(change: Change) -> Any:
    row: Any = change.after or change.before
    return t.CHECK_IN.sort_key(row)


def _places(snapshot: Snapshot) -> dict[int, int]:
    """The place of each objective and key result in the tree."""
    return {item: place for place, (item, _parent, _depth) in enumerate(walk(snapshot))}


def _place(places: Mapping[int, int], item: ItemChanges) -> tuple[int, int, int]:
    names = list(t.TABLE_BY_NAME)
    return places.get(item.id, len(places)), names.index(item.table), item.id
