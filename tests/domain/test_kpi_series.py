"""A pasted column of dates and values."""

from datetime import date
from decimal import Decimal

import pytest

from okrdesk.domain.amounts import parse_amount
from okrdesk.domain.errors import UserError
from okrdesk.domain.kpi_series import Fate, entered, read_series
from okrdesk.text import Message

JULY, AUGUST = date(2026, 7, 31), date(2026, 8, 31)
HELD = {JULY: Decimal(46)}


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UserError(Message("Use a date, for example 2026-09-30.")) from None


@pytest.mark.parametrize(
    ("line", "fate", "value"),
    [
        ("2026-08-31\t47", Fate.NEW, 47),
        ("47\t2026-08-31", Fate.NEW, 47),
        ("2026-08-31; 1,047 ;a note", Fate.NEW, 1047),
        ("2026-08-31 47", Fate.NEW, 47),
        ("2026-08-31   3.2 h", Fate.REJECTED, None),
        ("2026-08-31 1 047", Fate.NEW, 1047),
        ("2026-07-31\t47", Fate.REPLACES, 47),
        ("2026-07-31\t46.0", Fate.SAME, 46),
        ("2026-07-31\tmany", Fate.REJECTED, None),
        ("2026-07-31", Fate.REJECTED, None),
        ("12\t47", Fate.REJECTED, None),
    ],
)
def test_a_line(line: str, fate: Fate, value: int | None) -> None:
    (read,) = read_series(line, day, parse_amount, HELD)
    assert (read.text, read.fate, read.value) == (line, fate, value)


def test_why_a_line_was_rejected() -> None:
    lines = read_series("1\n2026-07-31\tmany", day, parse_amount, {})
    assert [line.why and line.why.text for line in lines] == [
        "Each line needs a day and a value.",
        "Use a number, for example 640 or +24.",
    ]


def test_heads_are_passed_over_and_the_last_line_of_a_day_counts() -> None:
    text = "Day\tValue\r\n2026-08-31\t1\r\n\r\n2026-07-31\t2\n2026-08-31\t3\nx1"
    lines = read_series(text, day, parse_amount, HELD)
    assert [line.fate for line in lines] == [Fate.LATER, Fate.REPLACES, Fate.NEW, Fate.REJECTED]
    assert lines[1].before == 46
    assert entered(lines) == [(JULY, 2), (AUGUST, 3)]
    assert read_series("", day, parse_amount, HELD) == []
