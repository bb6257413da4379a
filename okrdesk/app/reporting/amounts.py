"""Amounts with their units, short enough for a cell."""

from decimal import Decimal

from okrdesk.domain.entities import KeyResult
from okrdesk.text import PSEUDO, SOURCE, Catalogue

_LONGEST_UNIT = 3
"""A longer unit is a word that the title says too."""
_MILLION = 1_000_000
_TIE = "\u00a0"
"""A space at which no line ends."""


def amount(catalogue: Catalogue, value: Decimal | None, unit: str, decimals: int) -> str:
    """“640”, “77%”, “3.2 h”, “€420,000”; a dash without a value."""
    if value is None:
        return "—"
    number = _number(catalogue, value, decimals)
    if unit == "%":
        return catalogue.percent(value, max(decimals, 0))
    if len(unit) == 3 and unit.isascii() and unit.isupper():
        return _money(catalogue, number, unit)
    return f"{number}{_TIE}{unit}" if 0 < len(unit) <= _LONGEST_UNIT else number


def key_result_amount(catalogue: Catalogue, row: KeyResult, value: Decimal | None) -> str:
    """A value of a key result in its own unit."""
    if row.kind == "ratio" and value is not None:
        return catalogue("{number}:1", number=catalogue.number(value, row.decimals))
    unit = "%" if row.kind == "percent" else row.unit
    return amount(catalogue, value, unit, row.decimals)


def _number(catalogue: Catalogue, value: Decimal, decimals: int) -> str:
    """In full, or “57.25M” where that is exact."""
    millions = value / _MILLION
    if abs(value) >= _MILLION and millions == round(millions, 2):
        return catalogue("{number}M", number=catalogue.number(millions))
    return catalogue.number(value, max(decimals, 0))


def _money(catalogue: Catalogue, number: str, currency: str) -> str:
    from babel.numbers import get_currency_symbol

    language = SOURCE if catalogue.language == PSEUDO else catalogue.language
    symbol = get_currency_symbol(currency, language)
    space = _TIE if symbol == currency else ""
    return catalogue("{symbol}{number}", symbol=f"{symbol}{space}", number=number)
