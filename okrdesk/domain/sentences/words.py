"""The words of one language that the sentence reader goes by: values, loaded by ``app``."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

Phrase = tuple[str, ...]
Phrases = tuple[Phrase, ...]
"""Lower case words, the longest phrase first."""


class Words(NamedTuple):
    """A list per role that words play; ``resources/words`` says what each of them is for."""

    language: str
    decimal_sign: str
    letters: frozenset[str]
    ordinal_dot: bool
    capital_nouns: bool
    start: Phrases
    end: Phrases
    level: Phrases
    at_most: Phrases
    at_least: Phrases
    or_less: Phrases
    or_more: Phrases
    within: Phrases
    between: Phrases
    joined: Phrases
    by: Phrases
    more: Phrases
    deadline: Phrases
    before: Phrases
    end_of: Phrases
    articles: Phrases
    per: Phrases
    percent: Phrases
    stop: Phrases
    labels: Phrases
    ordinals: Phrases
    gain: Phrases
    finish: Phrases
    common: Phrases
    numbers: Mapping[Phrase, Decimal]
    """The longest phrase first."""
    scales: Mapping[str, Decimal]
    currencies: Mapping[str, str]
    durations: Mapping[str, Decimal]
    """Seconds."""
    periods: Mapping[str, str]
    """To "week", "month", "quarter" or "year"."""
    months: Mapping[str, int]
    known: frozenset[str] = frozenset()
    """Every word that says that a sentence is of this language."""
    unit_ends: Phrases = ()
    """Every phrase that a unit stops at."""


UNIT_ENDS = (
    *("start", "end", "level", "at_most", "at_least", "within", "between", "joined", "by"),
    *("deadline", "articles", "stop"),
)
"""The lists whose phrases end a unit."""


def with_indexes(words: Words) -> Words:
    """The words with ``known`` and ``unit_ends`` made of the other lists."""
    lists = {name: getattr(words, name) for name in Words._fields}
    known = {word for name in lists for word in _all_words(lists[name])}
    ends = dict.fromkeys(phrase for name in UNIT_ENDS for phrase in lists[name])
    return words._replace(known=frozenset(known), unit_ends=tuple(ends))


def _all_words(listed: object) -> set[str]:
    if isinstance(listed, Mapping):
        return {word for key in listed for word in ((key,) if isinstance(key, str) else key)}
    if isinstance(listed, tuple):
        return {word for phrase in listed for word in phrase}
    return set()
