"""What changed since the last meeting, in words: item by item, from bookmark to bookmark."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import reduce
from typing import NamedTuple

from okrdesk.app.commands.values import day as read_day
from okrdesk.app.field_words import FIELD_WORDS
from okrdesk.app.history import Entry, entries_of, name_of
from okrdesk.app.workspace import Workspace
from okrdesk.domain import tables as t
from okrdesk.domain.changes import Change, ChangeSet
from okrdesk.domain.errors import Refused, UserError
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.what_changed import ROW, Fate, ItemChanges, RowChange, what_changed
from okrdesk.domain.words import STATUS_WORDS, Status
from okrdesk.text import Message

MOST = 90
"""Letters of a value at most; longer ones end in …"""

_AMOUNTS = frozenset({"value", "start", "target", "low", "high", "baseline"})
_STEP = Message("Changed")
_UNKNOWN = Message("There is no meeting “{name}”. Use the name of one, or a day as 2026-08-17.")


class Mark(NamedTuple):
    """A place in the journal: a meeting or the end of a day."""

    name: str
    """What the meeting was called; empty for a day."""
    day: date
    txn: int
    """The last step up to it."""


class Line(NamedTuple):
    """One thing that was done to an item."""

    words: Message
    who: str
    """The name of the person; empty where nobody knows."""
    at: str
    """UTC moment, ISO text."""
    note: str
    parts: tuple[Entry, ...]
    """The fields it is about, with old and new values as plain text; none for a whole item."""


class Changed(NamedTuple):
    """An item and all that was done to it."""

    table: str
    id: int
    title: str
    fate: Fate
    lines: tuple[Line, ...]


def meetings(snapshot: Snapshot) -> list[Mark]:
    """The meetings of a plan, newest first."""
    rows = reversed(snapshot.sorted_rows(t.BOOKMARK))
    return [Mark(row.name, row.date, row.txn) for row in rows]


def end_of_day(workspace: Workspace, day: date) -> Mark:
    """The end of a day."""
    return Mark("", day, workspace.journal.until(day))


def usual_start(workspace: Workspace) -> Mark:
    """The last meeting; where there was none, a week ago."""
    held = meetings(workspace.snapshot)
    return held[0] if held else end_of_day(workspace, workspace.today - timedelta(days=7))


def mark_of(workspace: Workspace, text: str) -> Mark:
    """The meeting of that name, the newest of several, or the end of a day as ISO text.

    Raises Refused when it is neither.
    """
    named = (m for m in meetings(workspace.snapshot) if m.name.casefold() == text.casefold())
    found = next(named, None)
    if found is not None:
        return found
    try:
        day = read_day(text)
    except UserError as error:
        raise Refused(Message(_UNKNOWN.text, {"name": text})) from error
    return end_of_day(workspace, day)


def changes_between(workspace: Workspace, since: Mark, until: Mark | None = None) -> list[Changed]:
    """What differs between two places, or between one and now, whichever of them is first."""
    ends = (since.txn, workspace.last_txn if until is None else until.txn)
    before, after, sets = workspace.journal.between(workspace.snapshot, min(ends), max(ends))
    found = what_changed(before, after, sets)
    gone = [row.change for item in found for row in item.rows if row.change.after is None]
    names = after.apply(Change(c.table, c.id, None, c.before) for c in gone)
    return [
        Changed(item.table, item.id, _title(names, item), item.fate, tuple(_lines(names, item)))
        for item in found
    ]


def as_text(
    found: list[Changed], say: Callable[[Message], str], moment: Callable[[str], str]
) -> str:
    """The changes as plain text. ``say`` puts a message, ``moment`` a UTC moment into words."""
    return "\n".join(text for item in found for text in [item.title, *_text(item, say, moment)])


def _text(
    item: Changed, say: Callable[[Message], str], moment: Callable[[str], str]
) -> Iterator[str]:
    for line in item.lines:
        who = ", ".join(filter(None, (line.who, moment(line.at))))
        note = f" “{line.note}”" if line.note else ""
        yield f"  {say(line.words)}{note} ({who})"


def _title(names: Snapshot, item: ItemChanges) -> str:
    return name_of(names.find(t.TABLE_BY_NAME[item.table], item.id))


def _lines(names: Snapshot, item: ItemChanges) -> Iterator[Line]:
    for row in item.rows:
        entries = _entries(names, row)
        if row.change.id == item.id and item.fate is not Fate.CHANGED:
            word = "Created" if item.fate is Fate.CREATED else "Deleted"
            yield _line(names, row, Message(word), ())
        elif row.change.table is t.CHECK_IN:
            yield _line(names, row, _check_in(row, entries), entries)
        else:
            for entry in entries:
                yield _line(names, row, _part_words(names, row, item, entry), (entry,))


def _entries(names: Snapshot, row: RowChange) -> tuple[Entry, ...]:
    return tuple(entries_of(names, ChangeSet(_STEP, (row.change,))))


def _line(names: Snapshot, row: RowChange, words: Message, parts: tuple[Entry, ...]) -> Line:
    who = row.by.get(parts[0].field, row.by[ROW]) if len(parts) == 1 else row.by[ROW]
    kept = row.change.after or row.change.before
    note = getattr(kept, "note", "") if parts or row.change.table is t.CHECK_IN else ""
    return Line(words, name_of(names.find(t.PERSON, who.author)), who.at, note, parts)


def _check_in(row: RowChange, parts: tuple[Entry, ...]) -> Message:
    """All that a check-in says, in one line."""
    if row.change.after is None:
        return Message("Check-in removed")
    said = [_words(part) for part in parts if part.field != "note"]
    if not said:
        return Message("Check-in")
    return Message("Check-in: {what}", {"what": reduce(_joined, said)})


def _joined(one: Message, other: Message) -> Message:
    return Message("{one} · {other}", {"one": one, "other": other})


def _part_words(names: Snapshot, row: RowChange, item: ItemChanges, entry: Entry) -> Message:
    """What became of a field, or of a part of the item that came, went or has a name."""
    if entry.field == row.change.table.name:
        text = "{field} removed: {old}" if row.change.after is None else "{field} added: {new}"
        return Message(text, _shown(entry))
    name = name_of(names.find(row.change.table, row.change.id))
    if row.change.id == item.id or not name:
        return _words(entry)
    return Message("{part}: {words}", {"part": name, "words": _words(entry)})


def _words(entry: Entry) -> Message:
    if entry.old is None or entry.old == entry.new:
        return Message("{field}: {new}", _shown(entry))
    return Message("{field} {old} → {new}", _shown(entry))


def _shown(entry: Entry) -> dict[str, object]:
    old, new = (_value(entry.field, text) for text in (entry.old, entry.new))
    return {"field": FIELD_WORDS[entry.field], "old": old, "new": new}


def _value(field: str, text: str | None) -> object:
    """A value of the history, so that a language can write it in its own way."""
    if not text:
        return "—"
    if field == "status" and text in {status.value for status in Status}:
        return STATUS_WORDS[Status(text)]
    if field in _AMOUNTS:
        with suppress(InvalidOperation):
            return Decimal(text)
    with suppress(ValueError):
        return date.fromisoformat(text)
    return text if len(text) <= MOST else f"{text[: MOST - 1]}…"
