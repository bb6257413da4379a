"""Sentences of the other rooms, numbers and dates in the language of the screen."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from okrdesk.domain.rounding import whole_percent
from okrdesk.text import Message, Percent, Run, english, filled, percent_form

MESSAGES = "Message"
"""The context under which all source texts below ``ui`` are translated."""


def said(message: Message) -> str:
    """The message as a sentence."""
    count = -1 if message.count is None else message.count
    text = QCoreApplication.translate(MESSAGES, message.text, None, count)
    return filled(english(text, message.count), message.count, _shown(message.arguments))


def tr(text: str) -> str:
    """A text that stands outside of a Qt class."""
    return QCoreApplication.translate(MESSAGES, text)


def language_code() -> str:
    """The language of the screen as its code, such as ``de``."""
    return QLocale().name().partition("_")[0]


def short_date(day: date, *, year: bool = False) -> str:
    """The day as ``17 Aug``, in the order and language of the locale."""
    pattern = "d MMM yyyy" if year else "d MMM"
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def long_date(day: date) -> str:
    """The day as ``Monday 17 August``, in the language of the locale."""
    return QLocale().toString(QDate(day.year, day.month, day.day), tr("dddd d MMMM"))


def day_of_year(day: date) -> str:
    """The day as ``3 August 2026``, in the language of the locale."""
    return QLocale().toString(QDate(day.year, day.month, day.day), tr("d MMMM yyyy"))


def number(value: Decimal | float, decimals: int | None = None) -> str:
    """The value with the locale's separators, without trailing zeros unless asked for."""
    places = _places(Decimal(str(value))) if decimals is None else decimals
    return QLocale().toString(float(value), "f", places)


def percent(value: Decimal | float, decimals: int | None = None) -> str:
    """A number of hundredths with the sign and space of the locale, "62%"."""
    return percent_shape().format(number=number(value, decimals))


def percent_shape() -> str:
    """``{number}%``, as the locale writes it."""
    return percent_form(language_code()).replace("%", QLocale().percent())


def percent_text(progress: float | None) -> str:
    """A ratio as whole percent, "62%"; "—" when there is none."""
    return "—" if progress is None else percent(whole_percent(progress))


def _places(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _shown(arguments: Mapping[str, object]) -> dict[str, Any]:
    return {name: _argument(value) for name, value in arguments.items()}


def _argument(value: object) -> object:
    if isinstance(value, Message):
        return said(value)
    if isinstance(value, Percent):
        return percent(value.number)
    if isinstance(value, Run):
        return "".join(str(_argument(part)) for part in value.parts)
    if isinstance(value, date):
        return short_date(value, year=True)
    if isinstance(value, Decimal | float):
        return number(value)
    return value
