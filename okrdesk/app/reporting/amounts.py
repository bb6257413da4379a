"""Amounts with their units, short enough for a cell."""

from decimal import Decimal

from okrdesk.domain.entities import KeyResult
from okrdesk.text import Catalogue

_LONGEST_UNIT = 3
"""A longer unit is a word that the title says too."""


def amount(catalogue: Catalogue, value: Decimal | None, unit: str, decimals: int) -> str:
    """“640”, “77%”, “3.2 h”, “EUR 420,000”; a dash without a value."""
    if value is None:
        return "—"
    number = catalogue.number(value, max(decimals, 0))
    if unit == "%":
        return catalogue("{number}%", number=number)
    if len(unit) == 3 and unit.isupper():
        return catalogue("{currency} {number}", currency=unit, number=number)
    return f"{number} {unit}" if 0 < len(unit) <= _LONGEST_UNIT else number


def key_result_amount(catalogue: Catalogue, row: KeyResult, value: Decimal | None) -> str:
    """A value of a key result in its own unit."""
    if row.kind == "ratio" and value is not None:
        return catalogue("{number}:1", number=catalogue.number(value, row.decimals))
    unit = "%" if row.kind == "percent" else row.unit
    return amount(catalogue, value, unit, row.decimals)
