"""Finds what a person means by a few letters: a row by its id, name, or the beginning of one."""

from collections.abc import Iterable
from typing import Any

from okrdesk.domain import tables as t
from okrdesk.domain.entities import KeyResult
from okrdesk.domain.errors import UserError
from okrdesk.domain.ids import parse_id, resolve_id
from okrdesk.domain.snapshot import Snapshot
from okrdesk.text import Message

MISSION_WORD = "mission"
_ITEMS: tuple[t.Table[Any], ...] = (t.OBJECTIVE, t.KEY_RESULT, t.INITIATIVE, t.KPI)
_ANYTHING: tuple[t.Table[Any], ...] = (*_ITEMS, t.CYCLE, t.TEAM, t.PERSON, t.VALUE, t.ORGANISATION)


def find_item(snapshot: Snapshot, text: str, *tables: t.Table[Any]) -> int:
    """The id of the objective, key result, initiative or KPI whose id begins with ``text``.

    ``tables`` limits what it may be. Raises UserError when nothing or more than one fits.
    """
    return _by_id(snapshot, text, tables or _ITEMS)


def find_anything(snapshot: Snapshot, text: str) -> tuple[t.Table[Any], int]:
    """The row of any sort that a person can name, and its table.

    ``mission`` and ``plan`` stand for the plan as a whole; cycles, teams, people, KPIs and
    values may be given by name.
    """
    if text.lower() in {MISSION_WORD, "plan"}:
        return t.ORGANISATION, next(iter(snapshot.ids(t.ORGANISATION)))
    by_name: tuple[t.Table[Any], ...] = (t.CYCLE, t.TEAM, t.PERSON, t.KPI, t.VALUE)
    named = [
        (table, row.id)
        for table in by_name
        for row in snapshot.rows(table)
        if name_of(row).casefold() == text.casefold()
    ]
    if len(named) == 1:
        return named[0]
    row_id = _by_id(snapshot, text, _ANYTHING)
    return next(table for table in _ANYTHING if snapshot.find(table, row_id)), row_id


def find_key_result(snapshot: Snapshot, text: str) -> KeyResult:
    """The key result whose id begins with ``text``; says so when it is something else."""
    row_id = find_item(snapshot, text, t.KEY_RESULT, t.OBJECTIVE)
    row = snapshot.find(t.KEY_RESULT, row_id)
    if row is None:
        title = snapshot.get(t.OBJECTIVE, row_id).title
        raise UserError(
            Message(
                "“{title}” is an objective. Check in on one of its key results.", {"title": title}
            )
        )
    return row


def find_person(snapshot: Snapshot, text: str) -> int:
    """The person with this name, its beginning, initials or id."""
    initials = [
        row.id for row in snapshot.rows(t.PERSON) if row.initials.casefold() == text.casefold()
    ]
    return initials[0] if len(initials) == 1 else find_named(snapshot, t.PERSON, text)


def find_named(snapshot: Snapshot, table: t.Table[Any], text: str) -> int:
    """The row with this name or title, the only beginning of one, or the id.

    Raises UserError that lists what there is.
    """
    names: dict[int, str] = {row.id: name_of(row) for row in snapshot.sorted_rows(table)}
    wanted = text.strip().casefold()
    for fits in (str.__eq__, str.startswith):
        found = [row_id for row_id, name in names.items() if fits(name.casefold(), wanted)]
        if len(found) == 1 and wanted:
            return found[0]
    whole = parse_id(text)
    if whole is not None and whole in names:
        return whole
    raise _nobody(text, names.values())


def name_of(row: Any) -> str:
    """What people call the row."""
    return str(next(getattr(row, name) for name in ("title", "name", "text") if hasattr(row, name)))


def _nobody(text: str, names: Iterable[str]) -> UserError:
    there = ", ".join(names)
    if not there:
        return UserError(Message("“{text}” is not in the plan yet.", {"text": text}))
    return UserError(
        Message("“{text}” is not in the plan. There is: {names}.", {"text": text, "names": there})
    )


def _by_id(snapshot: Snapshot, text: str, tables: Iterable[t.Table[Any]]) -> int:
    whole = parse_id(text)
    if whole is not None and any(snapshot.find(table, whole) for table in tables):
        return whole
    return resolve_id(text, (row_id for table in tables for row_id in snapshot.ids(table)))
