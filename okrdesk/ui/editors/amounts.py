"""Amounts of a key result as they are read from and written into fields."""

from decimal import Decimal

from PySide6.QtCore import QLocale

from okrdesk.domain.amounts import Context, parse_amount
from okrdesk.domain.entities import Terms
from okrdesk.domain.readings import terms_on
from okrdesk.domain.tables import KEY_RESULT
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.translation import number, tr


def terms_of(bridge: Bridge, key_result: int) -> Terms | None:
    """What the key result asks for today; what holds from a later day on is not meant."""
    return terms_on(bridge.snapshot, key_result, bridge.today)


def current_text(bridge: Bridge, key_result: int) -> str:
    """The current value as a field shows it; empty when nothing was measured."""
    current = bridge.scores.key_result(key_result).current
    if not isinstance(current, Decimal):
        return ""
    return number(current)


def target_text(bridge: Bridge, key_result: int, *, unit: bool = True) -> str:
    """What stands behind the value: "of 1,000 responses", or "of 1,000"."""
    row = bridge.snapshot.get(KEY_RESULT, key_result)
    terms = terms_of(bridge, key_result)
    if terms is None or terms.target is None:
        return (row.unit if unit else "") or tr("No number yet")
    words = tr("of {target} {unit}")
    return words.format(target=number(terms.target), unit=row.unit if unit else "").strip()


def read_amount(bridge: Bridge, key_result: int, text: str) -> Decimal:
    """What a person typed as a value, "640", "+24" or "=" for no change. Raises UserError."""
    current = bridge.scores.key_result(key_result).current
    row = bridge.snapshot.get(KEY_RESULT, key_result)
    terms = terms_of(bridge, key_result)
    context = Context(
        current if isinstance(current, Decimal) else None,
        None if terms is None else terms.start,
        None if terms is None else terms.target,
        row.unit,
        QLocale().decimalPoint(),
    )
    return parse_amount(text, context)


def plain_amount(text: str) -> Decimal:
    """An amount as a person typed it, where no other one is known. Raises UserError."""
    context = Context(start=Decimal(-1), decimal_sign=QLocale().decimalPoint())
    return parse_amount(text.strip(), context)


def plain_number(text: str) -> float:
    """A number as a person typed it, such as a weight. Raises UserError."""
    return float(plain_amount(text))
