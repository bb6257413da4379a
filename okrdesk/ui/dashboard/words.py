"""Numbers as the dashboard writes them."""

from datetime import date

from PySide6.QtCore import QLocale

from okrdesk.domain.rounding import one_decimal
from okrdesk.ui.translation import number


def one_place(value: float | None) -> str:
    """A mean with one decimal place; a dash for none."""
    return "—" if value is None else number(one_decimal(value), 1)


def weekday(day: date) -> str:
    """The day of the week in the language of the locale."""
    return QLocale().dayName(day.isoweekday())
