"""What a terminal shows: aligned tables, exact JSON, and nothing that a terminal would obey."""

import io
import json
import re
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import accumulate
from typing import TextIO

_EXACT = re.compile(r'"\\u0000(-?[0-9.]+)"')
_ANY_WIDTH = 10_000
_NARROWEST = 20
_WIDE = frozenset("WF")
_OBEYED = frozenset(("Cc", "Cs"))
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def speak_utf8(*streams: TextIO) -> None:
    """Makes the streams write UTF-8 on every system; what has no form in it is escaped."""
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(text: str = "") -> None:
    """Prints one line of text on standard output."""
    sys.stdout.write(f"{text}\n")


def as_json(value: object) -> str:
    """JSON text, readable, the same for the same value; a Decimal keeps all its digits."""
    text = json.dumps(value, ensure_ascii=False, indent=2, default=_plain)
    return _EXACT.sub(r"\1", text)


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return f"\0{value:f}"
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no form in JSON")


def enum_text(value: StrEnum | None) -> str | None:
    """The word as it stands in JSON."""
    return None if value is None else value.value


def printable(text: str) -> str:
    """The text on one line, without what a terminal would obey or turn around."""
    kept = (" " if character in "\t\n\r" else character for character in text)
    return "".join(c for c in kept if unicodedata.category(c) not in _OBEYED and c not in _TURNING)


def cells(text: str) -> int:
    """How many places of a terminal the text takes."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


def shortened(text: str, width: int) -> str:
    """At most ``width`` places, with … where something is left out."""
    if cells(text) <= width:
        return text
    used = accumulate(_width(character) for character in text)
    kept = (character for character, end in zip(text, used, strict=True) if end < width)
    return "".join(kept).rstrip() + "…"


class Column:
    """A column of a table: its heading, and whether it holds numbers."""

    def __init__(self, heading: str, *, right: bool = False, most: int = 0) -> None:
        """``most``: how many places a cell may take, 0 for as many as it wants."""
        self.heading, self.right, self.most = heading, right, most

    def cell(self, text: str) -> str:
        """The text as it stands in a cell."""
        clean = printable(text)
        return shortened(clean, self.most) if self.most else clean

    def padded(self, text: str, width: int) -> str:
        """The cell filled up to the width of the column."""
        space = " " * (width - cells(text))
        return space + text if self.right else text + space


def room() -> int:
    """How wide the terminal is; a file or a pipe has room for every line."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else _ANY_WIDTH


def table(
    columns: Sequence[Column], rows: Iterable[Sequence[str]], width: int = _ANY_WIDTH
) -> Iterator[str]:
    """Lines of an aligned table, its headings first; the widest column gives way to ``width``."""
    body = [[c.cell(text) for c, text in zip(columns, row, strict=True)] for row in rows]
    lines = [[column.heading for column in columns], *body]
    widths = [max(cells(line[place]) for line in lines) for place in range(len(columns))]
    widest = max(range(len(columns)), key=widths.__getitem__)
    too_wide = sum(widths) + 2 * (len(columns) - 1) - width
    widths[widest] = max(widths[widest] - max(too_wide, 0), min(widths[widest], _NARROWEST))
    for line in lines:
        line[widest] = shortened(line[widest], widths[widest])
        parts = zip(columns, line, widths, strict=True)
        yield "  ".join(column.padded(text, width) for column, text, width in parts).rstrip()
