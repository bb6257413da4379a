"""What the cells of a pasted row say, as fields of the plan."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from okrdesk.app.commands.people import create_person, create_team
from okrdesk.domain import tables as t
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.words import Level
from okrdesk.storage.transaction import Transaction

_CONTROL = frozenset({"at_least", "at_most", "range"})


def cell_fields(
    tx: Transaction,
    objective: int,
    said: Mapping[str, Any],
    cells: Mapping[str, str],
    language: str,
) -> dict[str, Any] | None:
    """The fields of a key result by its cells, over those of its sentence.

    None where a cell cannot be understood. Start, target and unit are read like a sentence, so
    that "5 %", "€1.2m" and "3,5" mean what they mean there.
    """
    from okrdesk.app.sentences import key_result_in

    fields = dict(said)
    start, target, unit = (cells.get(name, "") for name in ("start", "target", "unit"))
    if target:
        spoken = f"{start} → {target} {unit}" if start else f"{target} {unit}"
        read = key_result_in(tx.snapshot, objective, spoken, tx.today, language)
        if read.target is None:
            return None
        limited = fields.get("kind") in _CONTROL
        fields = {**fields, "target": read.target} if limited else {**fields, **read.fields}
    elif start:
        return None
    if cells.get("due"):
        fields["due"] = day_of(cells["due"], tx.today)
        if fields["due"] is None:
            return None
    if unit and not target:
        fields["unit"] = unit
    return fields


def day_of(text: str, today: date) -> date | None:
    """The day that a cell names, in any language; None for no day."""
    from okrdesk.app.word_lists import word_lists
    from okrdesk.domain.sentences import Calendar, read_sentence

    if not text:
        return None
    return read_sentence(f"5 by {text}", word_lists("en"), Calendar(today)).due


def owner_of(tx: Transaction, text: str) -> int | None:
    """The person of this name or these initials; created if there is none."""
    name = text.strip().lstrip("@")
    if not name:
        return None
    rows = tx.snapshot.sorted_rows(t.PERSON)
    for field in ("name", "initials"):
        for row in rows:
            if getattr(row, field).casefold() == name.casefold():
                return row.id
    return create_person(tx, name)


def team_of(tx: Transaction, text: str) -> int | None:
    """The team of this name; created if there is none."""
    name = text.strip()
    if not name:
        return None
    for row in tx.snapshot.sorted_rows(t.TEAM):
        if row.name.casefold() == name.casefold():
            return row.id
    return create_team(tx, name)


def found_cycle(snapshot: Snapshot, text: str) -> int | None:
    """The cycle of this name."""
    wanted = text.strip().casefold()
    return next((row.id for row in snapshot.rows(t.CYCLE) if row.name.casefold() == wanted), None)


def found_level(text: str) -> Level | None:
    """The level of this name."""
    return next((level for level in Level if level.value == text.strip().casefold()), None)


def joined(note: str, more: Iterable[str]) -> str:
    """A description with further lines."""
    return "\n".join(part for part in (note, *more) if part)
