"""What was read out of a sentence, in words and numbers of the screen's language."""

from decimal import Decimal

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication

from okrdesk.app.sentences import currency_signs
from okrdesk.domain.sentences import Form, Reading, Sureness
from okrdesk.ui.translation import number, percent_shape, short_date, tr


def reading_words(reading: Reading) -> str:
    """The reading as "0 → 1,000 survey responses", or that there is no number yet."""
    words = _numbers(reading)
    if reading.due is not None:
        due = short_date(reading.due, year=True)
        words = tr("{reading}, due {day}").format(reading=words, day=due)
    if reading.sureness is Sureness.DOUBTFUL:
        return tr("{reading}? Tab to change").format(reading=words)
    return words


def unit_words(reading: Reading) -> str:
    """The unit as a person types it: "€" for EUR."""
    return currency_signs().get(reading.unit, reading.unit)


def arrow() -> str:
    """From start to target, in the direction in which the language is read."""
    return "←" if QGuiApplication.isRightToLeft() else "→"


def _numbers(reading: Reading) -> str:
    if reading.form is Form.DONE_OR_NOT:
        return tr("Yes or no")
    if reading.form is Form.RELATIVE:
        change = _amount(reading, reading.change)
        return tr("A change of {amount}: from where? (Tab)").format(amount=change)
    if reading.kind is None:
        return tr("No number yet, add one any time (Tab)")
    if reading.form is Form.RANGE:
        low, high = _plain(reading.low), _amount(reading, reading.high)
        return tr("Between {low} and {high}").format(low=low, high=high)
    if reading.form is Form.LIMIT:
        words = tr("At most {amount}") if reading.kind == "at_most" else tr("At least {amount}")
        return words.format(amount=_amount(reading, reading.target))
    start = tr("first value") if reading.start is None else _end(reading, reading.start)
    return f"{start} {arrow()} {_amount(reading, reading.target)}"


def _end(reading: Reading, value: Decimal) -> str:
    """The start: with what belongs to the number, without a word that the target says too."""
    plain = reading._replace(unit="") if reading.kind not in ("percent", "currency") else reading
    return _amount(plain, value)


def _amount(reading: Reading, value: Decimal | None) -> str:
    if reading.unit == "%":
        return percent_shape().format(number=_plain(value))
    sign = currency_signs().get(reading.unit)
    if sign is not None and value is not None:
        places = 0 if value == value.to_integral_value() else 2
        return QLocale().toCurrencyString(float(value), sign, places)
    if reading.kind == "ratio":
        return f"{_plain(value)}:1"
    return f"{_plain(value)} {reading.unit}".strip()


def _plain(value: Decimal | None) -> str:
    return tr("no number") if value is None else number(value)
