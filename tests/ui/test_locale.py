"""What Babel writes outside the window and what Qt writes inside read the same."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QDate, QLocale

from okrdesk.text import Catalogue, Message, Percent, Run
from okrdesk.ui.translation import percent_text, said

ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)


@pytest.mark.parametrize("month", range(1, 13))
def test_dates(month: int) -> None:
    catalogue, day = Catalogue(), date(2026, month, 7)
    inside = QDate(2026, month, 7)
    assert catalogue.day(day) == ENGLISH.toString(inside, "d MMM")
    assert catalogue.day_and_year(day) == ENGLISH.toString(inside, "d MMM yyyy")
    assert catalogue.long_day(day) == ENGLISH.toString(inside, "d MMMM yyyy")
    assert catalogue.weekday(day) == ENGLISH.toString(inside, "dddd")


def test_percent_is_written_as_the_locale_does() -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German))
    said_so = said(Message("{a}, {b}", {"a": Percent(12.5), "b": Run((1.5, " × ", Percent(3)))}))
    assert said_so == "12,5\N{NO-BREAK SPACE}%, 1,5 × 3\N{NO-BREAK SPACE}%"
    assert percent_text(0.62) == "62\N{NO-BREAK SPACE}%"
    QLocale.setDefault(ENGLISH)
    assert percent_text(0.62) == "62%"
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("value", "decimals"), [("0", 0), ("1234567.5", 1), ("-0.25", 2), ("999.999", 3), ("-12", 0)]
)
def test_numbers(value: str, decimals: int) -> None:
    outside = Catalogue().number(Decimal(value), decimals)
    assert outside == ENGLISH.toString(float(value), "f", decimals)
