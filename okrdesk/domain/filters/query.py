"""A query as data, and as the text that people type and that a plan keeps.

``status:behind,at-risk -owner:"Amara Diallo" #growth survey`` asks for items that have all of
it: a status out of two, another owner, a tag, and a word in what is written about them. A quoted
value keeps its spaces and commas; ``-`` turns a condition round; a ``word:`` that is not known
is searched for as it stands.
"""

import re
from typing import NamedTuple

TEXT, TAG, NONE = "text", "tag", "none"

WORDS = frozenset(
    {
        "owner",
        "team",
        "status",
        "level",
        "cycle",
        TAG,
        "is",
        "progress",
        "confidence",
        "kpi",
        "priority",
    }
)
"""The words before a colon."""

_TOKEN = re.compile(r'-?(?:#|[^\W\d][\w-]*:)?(?:"[^"]*"?|[^\s"])+|-?#')
_PARTS = re.compile(r"(-?)(?:(#)|([^\W\d][\w-]*):)?(.*)", re.DOTALL)
_VALUE = re.compile(r'(?:"[^"]*"?|[^,"])+')
_NEEDS_QUOTES = re.compile(r"[\s,]")


class Condition(NamedTuple):
    """One thing that an item must have, or must not."""

    word: str
    """One of ``WORDS``, or ``TEXT``."""
    values: tuple[str, ...]
    """Any of them is enough."""
    negated: bool = False


class Query(NamedTuple):
    """All that an item must have; a query without conditions asks for nothing."""

    conditions: tuple[Condition, ...] = ()
    unknown: tuple[str, ...] = ()
    """Words that stood before a colon and are none of ours: a hint may say so."""

    def __bool__(self) -> bool:
        return bool(self.conditions)

    def values(self, word: str) -> tuple[str, ...]:
        """What is asked for by a word, not counting what is turned round."""
        found = [c.values for c in self.conditions if c.word == word and not c.negated]
        return tuple(value for values in found for value in values)

    def with_values(self, word: str, values: tuple[str, ...]) -> "Query":
        """The query with these values for a word, in the place of those it had; none drops it."""
        rest = [c for c in self.conditions if c.word != word or c.negated]
        added = [Condition(word, values)] if values else []
        return self._replace(conditions=(*rest, *added))

    def without(self, condition: Condition) -> "Query":
        """The query without one of its conditions."""
        return self._replace(conditions=tuple(c for c in self.conditions if c != condition))

    def and_(self, other: "Query") -> "Query":
        """What both ask for."""
        more = [c for c in other.conditions if c not in self.conditions]
        return Query((*self.conditions, *more), (*self.unknown, *other.unknown))


EVERYTHING = Query()


def parse(text: str) -> Query:
    """The query that a text asks for; no text is wrong, and half a word asks for nothing yet."""
    conditions: list[Condition] = []
    unknown: list[str] = []
    for token in _TOKEN.findall(text):
        sign, mark, word, rest = _parts(token)
        known = TAG if mark else word.casefold()
        if known in WORDS:
            values = tuple(filter(None, map(_bare, _VALUE.findall(rest))))
        else:
            if word:
                unknown.append(word)
            known, values = TEXT, tuple(filter(None, [_bare(token.removeprefix(sign))]))
        if values:
            conditions.append(Condition(known, values, bool(sign)))
    return Query(tuple(dict.fromkeys(conditions)), tuple(unknown))


def query_text(query: Query) -> str:
    """The text that asks for the same; ``parse`` reads it back."""
    return " ".join(map(_written, query.conditions))


def _parts(token: str) -> tuple[str, str, str, str]:
    found = _PARTS.fullmatch(token)
    sign, mark, word, rest = found.groups("") if found else ("", "", "", token)
    return sign, mark, word, rest


def _bare(value: str) -> str:
    return value.replace('"', "").strip()


def _written(condition: Condition) -> str:
    sign = "-" if condition.negated else ""
    values = ",".join(_quoted(value, condition.word) for value in condition.values)
    if condition.word == TEXT:
        return f"{sign}{values}"
    return f"{sign}#{values}" if condition.word == TAG else f"{sign}{condition.word}:{values}"


def _quoted(value: str, word: str) -> str:
    bare = _bare(value)
    plain = not _NEEDS_QUOTES.search(bare)
    if word == TEXT and plain:
        plain = _parts(bare)[:3] == ("", "", "")
    return bare if plain else f'"{bare}"'
