"""Reads ``field=value`` words: each becomes what the field of the row holds."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from okrdesk.app import commands as c
from okrdesk.app.commands.values import day
from okrdesk.cli.find import MISSION_WORD, find_item, find_named, find_person
from okrdesk.domain import tables as t
from okrdesk.domain.errors import UserError
from okrdesk.domain.snapshot import Snapshot
from okrdesk.text import Message

Read = Callable[[Snapshot, str], object]

_YES = frozenset({"yes", "y", "true", "on", "1"})
_NO = frozenset({"no", "n", "false", "off", "0"})
_HIDDEN = frozenset({"id", "position", "entered", "parameters", "key_result", "objective"})
_NAMED = (t.CYCLE, t.TEAM, t.KPI, t.VALUE)
_NUMBERS = frozenset({"weight", "ratio"})
_LENGTH = 30
"""No number with more digits than this is meant."""


def split_words(words: Iterable[str]) -> dict[str, str]:
    """The fields and their texts, from words such as ``owner=Mei``."""
    texts: dict[str, str] = {}
    for word in words:
        name, equals, text = word.partition("=")
        if not equals:
            raise UserError(
                Message(
                    "“{word}” is not a change. Write field=value, for example owner=Mei.",
                    {"word": word},
                )
            )
        texts[name.strip().lower().replace("-", "_")] = text
    return texts


def read_fields(
    snapshot: Snapshot, fields: Mapping[str, Read], words: Iterable[str]
) -> dict[str, Any]:
    """The values by field; UserError for a field that is not there, or a value it cannot hold."""
    values = {}
    for name, text in split_words(words).items():
        if name not in fields:
            raise UserError(
                Message(
                    "There is no field “{field}” here. There is: {fields}.",
                    {"field": name, "fields": ", ".join(fields)},
                )
            )
        try:
            values[name] = fields[name](snapshot, text)
        except UserError as error:
            raise UserError(error.message, name) from None
    return values


def row_fields(table: t.Table[Any]) -> dict[str, Read]:
    """A reader for every field of the table that a person sets."""
    refs = {ref.field: t.TABLE_BY_NAME[ref.target] for ref in table.refs}
    hints = get_type_hints(table.row)
    return {
        name: _reference(refs[name]) if name in refs else _plain(hints[name])
        for name in table.fields
        if name not in _HIDDEN
    }


def _plain(hint: Any) -> Read:
    """Amounts and fixed words are read by the commands; here what is never a text there."""
    types = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    if date in types:
        return _day
    if bool in types:
        return truth
    if int in types:
        return _number(int)
    if float in types:
        return _number(float)
    return listed if get_origin(hint) is tuple else _text


def _text(_snapshot: Snapshot, text: str) -> object:
    return text


def _day(_snapshot: Snapshot, text: str) -> object:
    return day(text) if text.strip() else None


def truth(_snapshot: Snapshot, text: str) -> object:
    """Whether the text says yes; UserError for anything but yes and no."""
    word = text.strip().lower()
    if word not in _YES | _NO:
        raise UserError(Message("Use yes or no."))
    return word in _YES


def _number(number: type[int] | type[float]) -> Read:
    def read(_snapshot: Snapshot, text: str) -> object:
        if not text.strip():
            return None
        try:
            return number(text[:_LENGTH])
        except ValueError:
            raise UserError(Message("Use a number, for example 640 or +24.")) from None

    return read


def listed(_snapshot: Snapshot, text: str) -> list[str]:
    """Texts between commas; nothing for an empty text."""
    return [part.strip() for part in text.split(",") if part.strip()]


def _reference(table: t.Table[Any]) -> Read:
    def read(snapshot: Snapshot, text: str) -> object:
        if not text.strip():
            return None
        if table is t.PERSON:
            return find_person(snapshot, text)
        if table in _NAMED:
            return find_named(snapshot, table, text)
        return find_item(snapshot, text, table)

    return read


def references(table: t.Table[Any]) -> Read:
    """Several rows of a table, between commas."""
    one = _reference(table)
    return lambda snapshot, text: [one(snapshot, part) for part in listed(snapshot, text)]


def supported(snapshot: Snapshot, text: str) -> object:
    """What an objective supports: ``mission``, an objective or a key result; nothing for ""."""
    if not text.strip():
        return None
    if text.strip().lower() == MISSION_WORD:
        return c.MISSION
    return find_item(snapshot, text, t.OBJECTIVE, t.KEY_RESULT)


def parts(*names: str) -> Read:
    """Steps or zones: ``Title:0.5; Another:1``, the fields of a part between colons."""

    def read(_snapshot: Snapshot, text: str) -> object:
        return [_part(part, names) for part in text.split(";") if part.strip()]

    return read


def _part(text: str, names: tuple[str, ...]) -> dict[str, object]:
    """Only the first field is free text: the others begin at the last colons."""
    texts = text.rsplit(":", len(names) - 1)
    while len(texts) > 1 and not _fits(names[1], texts[1].strip()):
        texts = [f"{texts[0]}:{texts[1]}", *texts[2:]]
    found = dict(zip(names, (part.strip() for part in texts), strict=False))
    return {name: float(part) if name in _NUMBERS else part for name, part in found.items()}


def _fits(name: str, text: str) -> bool:
    """Whether the text is what stands in the second field of a part."""
    if name not in _NUMBERS:
        return True
    return re.fullmatch(r"\d{1,9}(\.\d{1,9})?", text, re.ASCII) is not None
