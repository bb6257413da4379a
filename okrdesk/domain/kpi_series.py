"""A pasted column of dates and values: what is new, what is replaced, what found no place."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum, auto
from typing import NamedTuple

from okrdesk.domain.errors import UserError
from okrdesk.text import Message

ReadDay = Callable[[str], date]
ReadValue = Callable[[str], Decimal]
"""Read a cell as the person's language writes it; raise UserError."""

_CELLS = re.compile(r"[\t;|]")
_WORDS = re.compile(r"\s+(?=\S+$)")


class Fate(Enum):
    """What becomes of a line."""

    NEW = auto()
    REPLACES = auto()
    SAME = auto()
    """The day has this value already."""
    LATER = auto()
    """A later line is about the same day."""
    REJECTED = auto()


class SeriesLine(NamedTuple):
    """One line; ``day`` and ``value`` are None where it was rejected."""

    text: str
    fate: Fate
    day: date | None = None
    value: Decimal | None = None
    before: Decimal | None = None
    """What the day has so far."""
    why: Message | None = None


def read_series(
    text: str, read_day: ReadDay, read_value: ReadValue, held: Mapping[date, Decimal]
) -> list[SeriesLine]:
    """The lines of a text, a day and a value in each, in either order, parted as cells or words.

    A first line without a digit names the columns and is passed over. ``held``: the values that
    days have already.
    """
    lines = [line.strip() for line in text.replace("\r", "\n").split("\n")]
    lines = [line for line in lines if line]
    if lines and not any(character.isdigit() for character in lines[0]):
        lines = lines[1:]
    read = [_read(line, read_day, read_value) for line in lines]
    days = [line.day for line in read]
    return [
        line._replace(fate=Fate.LATER)
        if line.day is not None and line.day in days[place + 1 :]
        else _against(line, held)
        for place, line in enumerate(read)
    ]


def entered(lines: Sequence[SeriesLine]) -> list[tuple[date, Decimal]]:
    """What is to be written: the new values and those that replace others."""
    return [
        (line.day, line.value)
        for line in lines
        if line.fate in (Fate.NEW, Fate.REPLACES)
        and line.day is not None
        and line.value is not None
    ]


def _read(text: str, read_day: ReadDay, read_value: ReadValue) -> SeriesLine:
    why = Message("Each line needs a day and a value.")
    for first, second in _pairs(text):
        for day_text, value_text in ((first, second), (second, first)):
            try:
                day = read_day(day_text)
            except UserError:
                continue
            try:
                return SeriesLine(text, Fate.NEW, day, read_value(value_text))
            except UserError as error:
                why = error.message
    return SeriesLine(text, Fate.REJECTED, why=why)


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """The two cells of a line, or its last word and what stands before it."""
    cells = [cell.strip() for cell in _CELLS.split(text) if cell.strip()]
    if len(cells) > 1:
        yield cells[0], cells[1]
        return
    for parted in (_WORDS.split(text), text.split(maxsplit=1)):
        if len(parted) == 2:
            yield parted[0], parted[1]


def _against(line: SeriesLine, held: Mapping[date, Decimal]) -> SeriesLine:
    if line.day is None or line.day not in held:
        return line
    before = held[line.day]
    fate = Fate.SAME if before == line.value else Fate.REPLACES
    return line._replace(fate=fate, before=before)
