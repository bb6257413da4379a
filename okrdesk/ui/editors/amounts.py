"""Amounts of a key result as they are read from and written into fields."""

from decimal import Decimal

from PySide6.QtCore import QLocale

from okrdesk.domain.amounts import Context, parse_amount
from okrdesk.domain.entities import Terms
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import KEY_RESULT, TERMS
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.translation import number, tr


def terms_of(snapshot: Snapshot, key_result: int) -> Terms | None:
    """What the key result asks for now."""
    rows = snapshot.children(TERMS, "key_result", key_result)
    return rows[-1] if rows else None


def current_text(bridge: Bridge, key_result: int) -> str:
    """The current value as a field shows it; empty when nothing was measured."""
    current = bridge.scores.key_result(key_result).current
    if not isinstance(current, Decimal):
        return ""
    return number(current)


def target_text(bridge: Bridge, key_result: int, *, unit: bool = True) -> str:
    """What stands behind the value: "of 1,000 responses", or "of 1,000"."""
    row = bridge.snapshot.get(KEY_RESULT, key_result)
    terms = terms_of(bridge.snapshot, key_result)
    if terms is None or terms.target is None:
        return (row.unit if unit else "") or tr("No number yet")
    words = tr("of {target} {unit}")
    return words.format(target=number(terms.target), unit=row.unit if unit else "").strip()


def read_amount(bridge: Bridge, key_result: int, text: str) -> Decimal:
    """What a person typed as a value, "640", "+24" or "=" for no change. Raises UserError."""
    current = bridge.scores.key_result(key_result).current
    row = bridge.snapshot.get(KEY_RESULT, key_result)
    terms = terms_of(bridge.snapshot, key_result)
    context = Context(
        current if isinstance(current, Decimal) else None,
        None if terms is None else terms.start,
        None if terms is None else terms.target,
        row.unit,
        QLocale().decimalPoint(),
    )
    return parse_amount(text, context)
