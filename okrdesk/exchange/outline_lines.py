"""One line of an outline: how deep it stands, what marks it, and its title.

Known marks: ``-``, ``*``, ``+``, ``•`` and the like, ``1.``, ``1)``, ``a)``, ``[ ]``, ``#`` for
headings, ``>`` for notes, and ``Objective:``, ``Key result 2:``, ``O1:``, ``KR 1.2 –`` in front.
"""

import re
from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import NamedTuple

from okrdesk.exchange.rows import RowWords

TAB = 4
"""Columns that a tab goes on to."""

_BULLET = re.compile(r"([-*+•◦‣▪▫·●○■□–—]|\d{1,3}(\.\d{1,3})*[.)]|[a-z]\))\s+")
_BOX = re.compile(r"\[[ xX✓]?\]\s+")
_HEADING = re.compile(r"(#{1,6})\s+")
_QUOTE = re.compile(r">\s?")
_RULE = re.compile(r"([-*_=])(\s*\1){2,}|(```|~~~)\w*")
_BOLD = re.compile(r"(\*\*|__)(?=\S)((?:\\.|[^\\])+?)(?<=\S)\1")
_SHORT = re.compile(r"(O|KR)\s?\d{1,3}(\.\d{1,3})*\s*([:.)]|[–—-](?=\s))\s*")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]<>()#+\-.!|~])")
ESCAPES = frozenset("\\`*_[]<>#|~")
"""Characters that mean something within a line of Markdown."""


class Mark(Enum):
    """What a line says that it is."""

    NONE = 0
    OBJECTIVE = 1
    KEY_RESULT = 2
    NOTE = 3


class Line(NamedTuple):
    """A line with its marks taken off."""

    depth: float
    """Headings by their rank from −6; below them columns of indentation, half one more after a
    bullet, so that a list stands below the line before it."""
    title: str
    mark: Mark = Mark.NONE
    bullet: bool = False
    cells: tuple[tuple[str, str], ...] = ()

    @property
    def heading(self) -> bool:
        """Whether it is a heading."""
        return self.depth < 0


def line_of(text: str, words: RowWords) -> Line | None:
    """The line read, or None where it is empty or only draws a rule."""
    plain = text.strip()
    if not plain or _RULE.fullmatch(plain):
        return None
    heading = _HEADING.match(plain)
    if heading:
        title = plain[heading.end() :].rstrip("# ")
        return _line(len(heading[1]) - 7.0, title, words, _unescaped) if title else None
    indent = float(_columns(text))
    quote = _QUOTE.match(plain)
    if quote:
        return Line(indent + 0.9, plain[quote.end() :].strip(), Mark.NOTE)
    rest = _without_bullet(plain)
    if rest is None:
        return _line(indent, plain, words, str)
    return _line(indent + 0.5, rest, words, _unescaped)._replace(bullet=True)


def _line(depth: float, text: str, words: RowWords, shown: Callable[[str], str]) -> Line:
    title, mark = _marked(text.strip(), words)
    return Line(depth, shown(title), mark)


def _columns(text: str) -> int:
    column = 0
    for character in text[: len(text) - len(text.lstrip())]:
        column += TAB - column % TAB if character == "\t" else 1
    return column


def _without_bullet(text: str) -> str | None:
    bullet = _BULLET.match(text)
    rest = text[bullet.end() :] if bullet else text
    box = _BOX.match(rest)
    if box:
        return rest[box.end() :]
    return rest if bullet else None


def _unescaped(text: str) -> str:
    """Markdown's text as it is shown."""
    return _ESCAPED.sub(r"\1", text)


def _marked(text: str, words: RowWords) -> tuple[str, Mark]:
    """The title without what says that it is an objective or a key result."""
    bold = _BOLD.match(text)
    if bold and bold.end() == len(text):
        title, mark = _marked(bold[2], words)
        return title, mark if mark is not Mark.NONE else Mark.OBJECTIVE
    plain = bold[2] + text[bold.end() :] if bold else text
    for pattern, mark in ((_objective(words), Mark.OBJECTIVE), (_result(words), Mark.KEY_RESULT)):
        found = pattern.match(plain)
        if found and plain[found.end() :]:
            return plain[found.end() :], mark
    short = _SHORT.match(plain)
    if short and plain[short.end() :]:
        return plain[short.end() :], Mark.OBJECTIVE if short[1] == "O" else Mark.KEY_RESULT
    return text, Mark.NONE


@cache
def _prefix(words: tuple[str, ...]) -> re.Pattern[str]:
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?:{listed})\s*#?(?:\d[\d.]*)?\s*:\s*", re.IGNORECASE)


def _objective(words: RowWords) -> re.Pattern[str]:
    return _prefix(words.objective)


def _result(words: RowWords) -> re.Pattern[str]:
    return _prefix(words.key_result)
