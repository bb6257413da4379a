"""Loads the word lists of the sentence reader: one TOML file per language."""

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from okrdesk.assets import resource
from okrdesk.domain.sentences.words import Phrase, Phrases, Words, with_indexes

_AMOUNTS = ("scales", "durations")


@cache
def word_lists(preferred: str = "en") -> tuple[Words, ...]:
    """The words of every language there is a file for, the preferred one first.

    A sentence is read in the language it is written in; the first one decides when none of its
    words do.
    """
    found = [_words(path.read_text("utf-8")) for path in sorted(resource("words").glob("*.toml"))]
    return tuple(sorted(found, key=lambda words: (words.language != preferred, words.language)))


def _words(source: str) -> Words:
    table = tomllib.loads(source, parse_float=Decimal)
    return with_indexes(Words(**{name: _value(name, value) for name, value in table.items()}))


def _value(name: str, value: Any) -> Any:
    """A field of ``Words`` from its value in the file."""
    if name == "letters":
        return frozenset(value)
    if name == "numbers":
        return {phrase: Decimal(value[" ".join(phrase)]) for phrase in _phrases(value)}
    if name in _AMOUNTS:
        return {word: Decimal(amount) for word, amount in value.items()}
    return _phrases(value) if isinstance(value, list) else value


def _phrases(listed: list[str] | Mapping[str, object]) -> Phrases:
    phrases: list[Phrase] = [tuple(text.split(" ")) for text in listed]
    return tuple(sorted(phrases, key=len, reverse=True))
