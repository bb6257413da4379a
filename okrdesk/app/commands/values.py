"""Rules for one value: each takes what was given and returns it clean, or raises UserError."""

import math
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeVar

from okrdesk.domain.amounts import checked_amount
from okrdesk.domain.errors import UserError
from okrdesk.domain.rounding import one_decimal
from okrdesk.text import Message

TITLE_LENGTH = 500
NOTE_LENGTH = 20_000
HEAVIEST = 1e9
FIRST_YEAR, LAST_YEAR = 1900, 2200
_BREAKS = "\t\n\r\v\f\x85\u2028\u2029"

Rule = Callable[[object], object]
E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")


def refuse(text: str, field: str | None = None, **arguments: object) -> UserError:
    """The error to raise for bad input."""
    return UserError(Message(text, arguments), field)


def checked(rule: Callable[[object], T], field: str, value: object) -> T:
    """What the rule makes of the value; its error names the field."""
    try:
        return rule(value)
    except UserError as error:
        raise UserError(error.message, field) from None


def line(value: object) -> str:
    """One line of text without control characters, at most 500 characters; may be empty."""
    text = "".join(
        " " if character in _BREAKS else character
        for character in _text(value).replace("\r\n", "\n")
        if character in _BREAKS or unicodedata.category(character) != "Cc"
    ).strip()
    if len(text) > TITLE_LENGTH:
        raise refuse(
            "This has {n} characters. Use at most {most}; details can go into the description.",
            n=len(text),
            most=TITLE_LENGTH,
        )
    return text


def title(value: object) -> str:
    """One line that is not empty."""
    text = line(value)
    if not text:
        raise refuse("Write a few words. Everything else can be added later.")
    return text


def note(value: object) -> str:
    """Several lines of at most 20,000 characters; may be empty."""
    text = _text(value).replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(c for c in text if c in "\t\n" or unicodedata.category(c) != "Cc").strip()
    if len(kept) > NOTE_LENGTH:
        raise refuse("This has {n} characters. Use at most {most}.", n=len(kept), most=NOTE_LENGTH)
    return kept


def words(value: object) -> str:
    """Several lines that are not empty."""
    text = note(value)
    if not text:
        raise refuse("Write a few words.")
    return text


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise refuse("Use text here.")
    return "".join(c for c in value if unicodedata.category(c) != "Cs")


def day(value: object) -> date:
    """A calendar day between 1900 and 2200, as a date or as ISO text."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, str):
        value = _iso_day(value)
    if not isinstance(value, date):
        raise refuse("Use a date, for example 2026-09-30.")
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise _outside_years()
    return value


def _outside_years() -> UserError:
    return refuse(
        "Use a date between {first} and {last}.", first=str(FIRST_YEAR), last=str(LAST_YEAR)
    )


def _iso_day(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        if text.strip().startswith("0000-"):
            raise _outside_years() from None
        raise refuse("Use a date, for example 2026-09-30.") from None


def amount(value: object) -> Decimal:
    """A decimal to count with, in the precision that was given."""
    if isinstance(value, bool):
        value = int(value)
    try:
        number = Decimal(str(value).strip()) if isinstance(value, int | float | str) else value
    except InvalidOperation:
        number = None
    if not isinstance(number, Decimal):
        raise refuse("Use a number, for example 640 or +24.")
    return checked_amount(number)


def real(value: object) -> float:
    """A finite number where its precision does not matter, such as a weight."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise refuse("Use a number, for example 640 or +24.")
    number = float(value)
    if not math.isfinite(number):
        raise refuse("Use a number, for example 640 or +24.")
    return number


def between(low: float, high: float) -> Callable[[object], float]:
    """A number from ``low`` to ``high``, both included."""

    def rule(value: object) -> float:
        number = real(value)
        if not low <= number <= high:
            raise refuse("Use a number from {low} to {high}.", low=f"{low:g}", high=f"{high:g}")
        return number

    return rule


def whole_between(low: int, high: int) -> Callable[[object], int]:
    """A whole number from ``low`` to ``high``, both included."""

    def rule(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise refuse("Use a whole number from {low} to {high}.", low=low, high=high)
        return value

    return rule


def grade(value: object) -> float:
    """A grade from 0.0 to 1.0 with one decimal."""
    number = between(0, 1)(value)
    if one_decimal(number) != number:
        raise refuse("Use one decimal, for example 0.7.")
    return number


def weight(value: object) -> float:
    """0 or more; 0 is visible and not counted."""
    number = real(value)
    if number < 0:
        raise refuse("A weight is 0 or more. With 0 it is shown and not counted.")
    if number > HEAVIEST:
        raise refuse("A weight is at most {most}.", most=int(HEAVIEST))
    return number


def yes_no(value: object) -> bool:
    """A truth value."""
    if not isinstance(value, bool):
        raise refuse("Use yes or no.")
    return value


def row_id(value: object) -> int:
    """The id of a row; whether there is such a row is asked of the plan."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise refuse("Choose one from the list.")
    return value


def one_of(words: type[E]) -> Callable[[object], E]:
    """One of the fixed words."""

    def rule(value: object) -> E:
        try:
            return words(str(value))
        except ValueError:
            names = ", ".join(word.value for word in words)
            raise refuse(
                "“{value}” is not known here. Use one of: {names}.", value=value, names=names
            ) from None

    return rule


def one_of_texts(texts: Iterable[str]) -> Callable[[object], str]:
    """One of some fixed texts."""
    known = tuple(texts)

    def rule(value: object) -> str:
        if value not in known:
            raise refuse(
                "“{value}” is not known here. Use one of: {names}.",
                value=value,
                names=", ".join(known),
            )
        return str(value)

    return rule


def optional(rule: Rule) -> Rule:
    """The same rule, where None and empty text mean nothing given."""
    return lambda value: None if value is None or value == "" else rule(value)
