"""What is written in digits and is no amount: versions, ordinals, times, telephone numbers."""

from collections.abc import Callable
from typing import NamedTuple

from okrdesk.domain.sentences.days import Calendar, Due, days_at, due_at
from okrdesk.domain.sentences.numerals import numeral_at
from okrdesk.domain.sentences.tokens import Token, phrase_at, phrase_before, touching
from okrdesk.domain.sentences.words import Words

Recogniser = Callable[[tuple[Token, ...], int, Words, Calendar], int]
"""How many tokens, from one on, are no amount."""


class Marked(NamedTuple):
    """The tokens that are no amounts, and the day that is due."""

    taken: frozenset[int]
    due: Due | None


def marked(tokens: tuple[Token, ...], words: Words, calendar: Calendar) -> Marked:
    """Goes through the sentence once, from the left; the last day that is named is due."""
    taken: set[int] = set()
    due: Due | None = None
    at = 0
    while at < len(tokens):
        found = due_at(tokens, at, words, calendar)
        due = found or due
        length = found.end - at if found else skipped(tokens, at, words, calendar)
        taken.update(range(at, at + length))
        at += max(1, length)
    return Marked(frozenset(taken), due)


def skipped(tokens: tuple[Token, ...], at: int, words: Words, calendar: Calendar) -> int:
    """The first answer of the recognisers that is not 0."""
    return next((n for n in (skip(tokens, at, words, calendar) for skip in SKIPS) if n), 0)


def _days(tokens: tuple[Token, ...], at: int, words: Words, calendar: Calendar) -> int:
    """A date, a quarter, a year."""
    days = days_at(tokens, at, words, calendar)
    return days.tokens if days is not None and days.alone else 0


def _frame(tokens: tuple[Token, ...], at: int, words: Words, _calendar: Calendar) -> int:
    """In 6 months: how long it may take."""
    length = phrase_at(tokens, at, words.deadline)
    number = numeral_at(tokens, at + length, words) if length else None
    if number is None:
        return 0
    end = at + length + number.tokens
    return end + 1 - at if end < len(tokens) and tokens[end].word in words.periods else 0


def _named(tokens: tuple[Token, ...], at: int, words: Words, _calendar: Calendar) -> int:
    """Version 2, the 2.0 release, top 10, no one."""
    number = numeral_at(tokens, at, words)
    if number is None:
        return 0
    by_sign = at > 0 and tokens[at - 1].text == "#"
    dotted = "." in tokens[at].text and phrase_at(tokens, at + 1, words.labels)
    named = by_sign or dotted or phrase_before(tokens, at, words.labels)
    return number.tokens if named else 0


def _ordinal(tokens: tuple[Token, ...], at: int, words: Words, _calendar: Calendar) -> int:
    """3rd; "3. Platz" where ordinals are written so."""
    if not (tokens[at].is_number and touching(tokens, at + 1)):
        return 0
    dot = words.ordinal_dot and tokens[at + 1].text == "." and at + 2 < len(tokens)
    return 2 if dot or phrase_at(tokens, at + 1, words.ordinals) else 0


def _telephone(tokens: tuple[Token, ...], at: int, _words: Words, _calendar: Calendar) -> int:
    """+44 20 7946 0018, 0800 555 0199: begins with a plus or a zero, and more numbers follow."""
    text = tokens[at].text
    zero = len(text) > 1 and text.isdecimal() and text[0] == "0"
    plus = tokens[at].is_number and at > 0 and tokens[at - 1].text == "+"
    run = _run(tokens, at)
    return run if zero or (plus and run > 1) else 0


def _run(tokens: tuple[Token, ...], at: int) -> int:
    """How many tokens of numbers, and of dashes between them, follow each other."""
    end = at
    while end < len(tokens) and (tokens[end].is_number or tokens[end].text in ("-", "/")):
        end += 1
    return end - at


def _clock(tokens: tuple[Token, ...], at: int, _words: Words, _calendar: Calendar) -> int:
    """18:00, 24/7, 4/5."""
    parts = tokens[at : at + 3]
    if len(parts) < 3 or not (parts[0].is_number and parts[2].is_number):
        return 0
    minutes = parts[1].text == ":" and parts[2].text in ("00", "15", "30", "45")
    return 3 if minutes or parts[1].text == "/" else 0


def _compound(tokens: tuple[Token, ...], at: int, words: Words, _calendar: Calendar) -> int:
    """5-star, 5G, 10s of: an adjective, a name, no number in particular."""
    if not (tokens[at].is_number and touching(tokens, at + 1)):
        return 0
    following = tokens[at + 1]
    if following.text == "-" and touching(tokens, at + 2) and tokens[at + 2].is_word:
        return 3
    tens = following.word == "s" and phrase_at(tokens, at + 2, words.level)
    letter = following.is_word and len(following.text) == 1 and following.text.isupper()
    known = following.word in words.scales
    return 2 if tens or (letter and not known) else 0


SKIPS: tuple[Recogniser, ...] = (
    _days,
    _frame,
    _named,
    _ordinal,
    _telephone,
    _clock,
    _compound,
)
