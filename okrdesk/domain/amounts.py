"""Amounts as people type them: ``640``, ``+24``, ``=-3``, ``64%``, ``3.2 h``, ``€412k``, ``1,5``.

The rules are those of the design (ux.md 5.1, Numbers): a sign means a change from the current
value, except that a minus sets the value where start or target is negative; ``=`` always sets,
and alone means "no change".
"""

import re
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from okrdesk.domain.errors import UserError
from okrdesk.text import Message

LARGEST = Decimal(10) ** 15
MOST_PLACES = 12

_USE_A_NUMBER = Message("Use a number, for example 640 or +24.")
_NO_CURRENT = Message("There is no value yet to change. Use a number, for example 640.")
_TOO_LARGE = Message("This number is too large to count with. Use at most 15 digits.")
_TOO_FINE = Message("This number has too many decimals. Use at most 12.")
_OTHER_UNIT = Message("This is counted in {unit}. Use a number, for example 640.")

_MONEY = ("€", "$", "£", "¥")
_FACTORS = {"k": 1_000, "m": 1_000_000, "mio": 1_000_000, "bn": 1_000_000_000}
_SECONDS = {
    **dict.fromkeys(("s", "sec", "second", "seconds"), 1),
    **dict.fromkeys(("min", "minute", "minutes"), 60),
    **dict.fromkeys(("h", "hr", "hour", "hours"), 3_600),
    **dict.fromkeys(("d", "day", "days"), 86_400),
}
_SHAPE = re.compile(
    r"(?P<set>=)?\s*(?P<sign>[+\-−])?\s*(?P<before>[^\d\s.,+\-−=:]{0,4})\s*"
    r"(?P<digits>\d[\d.,'’\u00a0\u202f ]*|[.,]\d+)\s*(?P<after>[^\d]*)"
)
_RATIO = re.compile(r"=?\s*(\d+(?:[.,]\d+)?)\s*:\s*(\d+(?:[.,]\d+)?)")
_SPACES = re.compile(r"['’\s]")


class Context(NamedTuple):
    """What a typed amount is read against."""

    current: Decimal | None = None
    start: Decimal | None = None
    target: Decimal | None = None
    unit: str = ""
    decimal_sign: str = "."


def parse_amount(text: str, context: Context | None = None) -> Decimal:
    """The value that the text sets.

    Raises UserError with the sentence to show beside the field.
    """
    context = context or Context()
    plain = text.strip()
    if plain == "=":
        return _known(context.current)
    ratio = _RATIO.fullmatch(plain)
    if ratio:
        return _quotient(ratio[1], ratio[2])
    shape = _SHAPE.fullmatch(plain)
    if shape is None:
        raise UserError(_USE_A_NUMBER)
    size = _digits(shape["digits"], context.decimal_sign)
    size = _scaled(size, shape["before"], shape["after"], context.unit)
    signed = -size if shape["sign"] in ("-", "−") else size
    if _is_change(shape, context):
        signed += _known(context.current)
    return checked_amount(signed)


def checked_amount(amount: Decimal) -> Decimal:
    """The amount, if it is one to count with; raises UserError when it is not."""
    if not amount.is_finite():
        raise UserError(_USE_A_NUMBER)
    if abs(amount) > LARGEST:
        raise UserError(_TOO_LARGE)
    exponent = amount.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > MOST_PLACES:
        raise UserError(_TOO_FINE)
    return amount


def _known(current: Decimal | None) -> Decimal:
    if current is None:
        raise UserError(_NO_CURRENT)
    return current


def _quotient(left: str, right: str) -> Decimal:
    divisor = _digits(right, ".")
    if not divisor:
        raise UserError(_USE_A_NUMBER)
    return checked_amount(_plain(_digits(left, ".") / divisor))


def _is_change(shape: re.Match[str], context: Context) -> bool:
    """Whether the sign means a change of the current value."""
    if shape["set"] or not shape["sign"]:
        return False
    if shape["sign"] == "+":
        return True
    return all(end is None or end >= 0 for end in (context.start, context.target))


def _digits(text: str, decimal_sign: str) -> Decimal:
    """The number, with either sign for decimals and groups of three."""
    digits = _SPACES.sub("", text)
    other = "," if decimal_sign == "." else "."
    if not _grouped(digits, other, decimal_sign):
        decimal_sign, other = other, decimal_sign
        if digits.count(decimal_sign) != 1 or not _grouped(digits, other, decimal_sign):
            raise UserError(_USE_A_NUMBER)
    try:
        return Decimal(digits.replace(other, "").replace(decimal_sign, "."))
    except InvalidOperation:
        raise UserError(_USE_A_NUMBER) from None


def _grouped(digits: str, group: str, decimal_sign: str) -> bool:
    """Whether the group sign, where it stands, parts the whole number into threes."""
    whole, _, fraction = digits.partition(decimal_sign)
    first, *rest = whole.split(group)
    return group not in fraction and (
        not rest or (0 < len(first) <= 3 and all(len(p) == 3 for p in rest))
    )


def _scaled(size: Decimal, before: str, after: str, unit: str) -> Decimal:
    """The size in the key result's unit, by the words around the digits."""
    word, own = after.strip().lower(), unit.strip().lower()
    known = ("", own or "%", *_MONEY)
    if before.strip().lower() in known:
        if word in _SECONDS and own in _SECONDS:
            return _plain(size * _SECONDS[word] / _SECONDS[own])
        if word in known:
            return size
        head, _, tail = word.partition(" ")
        if head in _FACTORS and tail in known:
            return _plain(size * _FACTORS[head])
    raise UserError(Message(_OTHER_UNIT.text, {"unit": unit}) if unit else _USE_A_NUMBER)


def _plain(size: Decimal) -> Decimal:
    """To 12 places, without zeros at the end and without an exponent."""
    return Decimal(f"{round(size, MOST_PLACES).normalize():f}")
