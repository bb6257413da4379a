"""Days, months, quarters and years in a sentence: when it is due."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from okrdesk.domain.cycles import fiscal_quarter, fiscal_year, inside, month_of, week_of_year
from okrdesk.domain.sentences.tokens import Token, phrase_at, touching
from okrdesk.domain.sentences.words import Words

_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})(?:\.(\d{4}))?")
_PART = re.compile(r"([qh])([1-4])")
_YEARS_AROUND = 15
_FIRST_YEAR, _LAST_YEAR = 1900, 2200
"""Between them lie the days of a plan, and the day before each of them."""


class Calendar(NamedTuple):
    """What days are read against."""

    today: date
    first: date | None = None
    """The first day of the cycle that the key result is of."""
    last: date | None = None
    fiscal_start: int = 1


class Days(NamedTuple):
    """A stretch of days and how many tokens it takes."""

    tokens: int
    first: date
    last: date
    alone: bool = True
    """It is one without a word such as "by" before it."""


class Due(NamedTuple):
    """A day on which something is due, and its first and last token."""

    day: date
    first: int
    end: int


Recogniser = Callable[[tuple[Token, ...], int, Words, Calendar], Days | None]


def days_at(tokens: tuple[Token, ...], at: int, words: Words, calendar: Calendar) -> Days | None:
    """The days that are named from a token on."""
    found = (recognise(tokens, at, words, calendar) for recognise in RECOGNISERS)
    return next((days for days in found if days is not None), None)


def due_at(tokens: tuple[Token, ...], at: int, words: Words, calendar: Calendar) -> Due | None:
    """The day of "by March", "before the end of Q3": the last one, or the one before."""
    length = phrase_at(tokens, at, words.deadline)
    if not length:
        return None
    here = at + length
    here += phrase_at(tokens, here, words.end_of)
    here += phrase_at(tokens, here, words.articles)
    days = days_at(tokens, here, words, calendar)
    if days is None:
        return None
    before = phrase_at(tokens, at, words.before) == length and here == at + length
    day = days.first - timedelta(days=1) if before else days.last
    return Due(day, at, here + days.tokens)


def _iso(tokens: tuple[Token, ...], at: int, _words: Words, _calendar: Calendar) -> Days | None:
    """2026-09-15."""
    parts = tokens[at : at + 5]
    if [part.text for part in parts[1::2]] != ["-", "-"] or not all(
        part.text.isdecimal() for part in parts[::2]
    ):
        return None
    return _day(5, *(int(part.text) for part in parts[::2]))


def _dotted(tokens: tuple[Token, ...], at: int, words: Words, calendar: Calendar) -> Days | None:
    """30.9. and 30.09.2026, where days are written so."""
    found = _DOTTED.fullmatch(tokens[at].text) if at < len(tokens) else None
    dot = touching(tokens, at + 1) and tokens[at + 1].text == "."
    if found is None or not words.ordinal_dot or not (found[3] or dot):
        return None
    day, month = int(found[1]), int(found[2])
    year = int(found[3]) if found[3] else _year_of(month, calendar)
    return _day(1 if found[3] else 2, year, month, day)


def _day_and_month(
    tokens: tuple[Token, ...], at: int, words: Words, calendar: Calendar
) -> Days | None:
    """15 October, 15th of October 2026, 15. Oktober."""
    here = at + 1
    if at >= len(tokens) or not _is_day(tokens[at].text):
        return None
    if touching(tokens, here) and (
        phrase_at(tokens, here, words.ordinals) or (words.ordinal_dot and tokens[here].text == ".")
    ):
        here += 1
    here += int(here < len(tokens) and tokens[here].word in ("of", "de"))
    month = words.months.get(tokens[here].word) if here < len(tokens) else None
    if month is None:
        return None
    year, length = _year_behind(tokens, here + 1, month, calendar)
    return _day(here + 1 + length - at, year, month, int(tokens[at].text))


def _month_and_day(
    tokens: tuple[Token, ...], at: int, words: Words, calendar: Calendar
) -> Days | None:
    """October 15, October 15th 2026, but not September 3 where that day is "3. September"."""
    month = words.months.get(tokens[at].word) if at < len(tokens) else None
    if month is None or words.ordinal_dot:
        return None
    if at + 1 >= len(tokens) or not _is_day(tokens[at + 1].text):
        return None
    here = at + 2
    here += phrase_at(tokens, here, words.ordinals) if touching(tokens, here) else 0
    year, length = _year_behind(tokens, here, month, calendar)
    return _day(here + length - at, year, month, int(tokens[at + 1].text))


def _month(tokens: tuple[Token, ...], at: int, words: Words, calendar: Calendar) -> Days | None:
    """October, October 2026. A month alone may be a word, as "may" and "march"."""
    month = words.months.get(tokens[at].word) if at < len(tokens) else None
    if month is None:
        return None
    year, length = _year_behind(tokens, at + 1, month, calendar)
    last = date(year, month, monthrange(year, month)[1])
    return Days(1 + length, last.replace(day=1), last, alone=length > 0)


def _part(tokens: tuple[Token, ...], at: int, _words: Words, calendar: Calendar) -> Days | None:
    """Q3, Q3 2026, H2: quarters and halves of the fiscal year."""
    found = _PART.fullmatch(tokens[at].word) if at < len(tokens) else None
    if found is None or found[0] in ("h3", "h4"):
        return None
    year, length = _stated_year(tokens, at + 1)
    months = 3 if found[1] == "q" else 6
    month = (calendar.fiscal_start - 1 + months * int(found[2]) - 1) % 12 + 1
    year = year or _year_of(month, calendar)
    last = date(year, month, monthrange(year, month)[1])
    first = (last.replace(day=1) - timedelta(days=28 * (months - 1))).replace(day=1)
    return Days(1 + length, first, last)


def _year(tokens: tuple[Token, ...], at: int, _words: Words, calendar: Calendar) -> Days | None:
    """2026, but not 2025/26."""
    year, length = _stated_year(tokens, at)
    if (
        not year
        or phrase_at(tokens, at + 1, (("/",),))
        or abs(year - calendar.today.year) > _YEARS_AROUND
    ):
        return None
    return Days(length, date(year, 1, 1), date(year, 12, 31))


def _period(tokens: tuple[Token, ...], at: int, words: Words, calendar: Calendar) -> Days | None:
    """The year, the quarter: those of today."""
    period = words.periods.get(tokens[at].word) if at < len(tokens) else None
    if period is None:
        return None
    today, start = calendar.today, calendar.fiscal_start
    found = {
        "week": week_of_year(today),
        "month": month_of(today),
        "quarter": fiscal_quarter(today, start),
        "year": fiscal_year(today, start),
    }[period]
    end = phrase_at(tokens, at + 1, words.end_of)
    return Days(1 + end, found.start, found.end, alone=False)


RECOGNISERS: tuple[Recogniser, ...] = (
    _iso,
    _dotted,
    _day_and_month,
    _month_and_day,
    _month,
    _part,
    _year,
    _period,
)


def _is_day(text: str) -> bool:
    return text.isdecimal() and text.isascii() and len(text) <= 2 and 1 <= int(text) <= 31


def _day(tokens: int, year: int, month: int, day: int) -> Days | None:
    """One day, where a plan can hold it; 31 September is its last one."""
    if not (_FIRST_YEAR < year <= _LAST_YEAR and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    found = date(year, month, min(day, monthrange(year, month)[1]))
    return Days(tokens, found, found)


def _stated_year(tokens: tuple[Token, ...], at: int) -> tuple[int, int]:
    """A year in digits and its tokens; 0, 0 when none stands there."""
    text = tokens[at].text if at < len(tokens) else ""
    plain = (
        text.isdecimal()
        and text.isascii()
        and len(text) == 4
        and _FIRST_YEAR < int(text) <= _LAST_YEAR
    )
    return (int(text), 1) if plain else (0, 0)


def _year_behind(
    tokens: tuple[Token, ...], at: int, month: int, calendar: Calendar
) -> tuple[int, int]:
    """The year that stands behind a day, with or without a comma, else the one that is meant."""
    comma = int(at < len(tokens) and tokens[at].text in (",", "of", "de"))
    year, length = _stated_year(tokens, at + comma)
    return (year, comma + length) if year else (_year_of(month, calendar), 0)


def _year_of(month: int, calendar: Calendar) -> int:
    """The year of a month without one: in the cycle, else the next time it comes, or now."""
    today = calendar.today
    if calendar.first is not None and calendar.last is not None:
        for year in (calendar.first.year, calendar.last.year):
            if inside(date(year, month, 1), calendar.first.replace(day=1), calendar.last):
                return year
    return today.year + (month < today.month)
