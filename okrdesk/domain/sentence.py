"""Start and target as a person writes them into the title of a key result."""

import re
from decimal import Decimal
from typing import NamedTuple

_DIGITS = r"\d[\d.,\u00a0\u202f']*\d|\d"
_NUMBER = re.compile(rf"(?<![\w.,])({_DIGITS})\s?(%?)(?!\w)")
_FROM_TO = re.compile(rf"\bfrom\s+({_DIGITS})\s?%?\s+to\s+({_DIGITS})\s?(%?)", re.IGNORECASE)
_YEARS = range(1900, 2101)


class Measure(NamedTuple):
    """What a sentence says about numbers; all None when it says nothing."""

    start: Decimal | None = None
    target: Decimal | None = None
    kind: str = "number"


def measure_in(sentence: str) -> Measure:
    """Reads "from 30 to 50" and "Get 1,000 …"; a percent sign makes it a percentage.

    A number that stands alone is the target of a count from 0. A year is no target.
    """
    both = _FROM_TO.search(sentence)
    if both is not None and _decimal(both[1]) != _decimal(both[2]):
        return Measure(_decimal(both[1]), _decimal(both[2]), _kind(both[3]))
    for found in _NUMBER.finditer(sentence):
        target = _decimal(found[1])
        if target and not (found[1].isdigit() and target in _YEARS):
            return Measure(Decimal(0), target, _kind(found[2]))
    return Measure()


def _kind(sign: str) -> str:
    return "percent" if sign else "number"


def _decimal(text: str) -> Decimal:
    """``1,000`` and ``1.000`` are a thousand, ``1,5`` and ``1.5`` are one and a half."""
    plain = re.sub(r"[\u00a0\u202f']", "", text)
    whole = re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", plain)
    if whole is not None:
        return Decimal(re.sub(r"[.,]", "", plain))
    parts = re.split(r"[.,]", plain)
    return Decimal("".join(parts[:-1]) + "." + parts[-1]) if len(parts) > 1 else Decimal(plain)
