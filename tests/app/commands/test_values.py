from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from okrdesk.app.commands import check_in
from okrdesk.app.commands import values as v
from okrdesk.domain.errors import UserError
from okrdesk.domain.words import Level

NUMBER = "Use a number, for example 640 or +24."
DAY = "Use a date, for example 2026-09-30."
YEARS = "Use a date between 1900 and 2200."


@pytest.mark.parametrize(
    ("rule", "given", "kept"),
    [
        (v.title, "  Research\r\nand\timprove\x00\x1b ", "Research and improve"),
        (v.title, "😀 שלום \u200d", "😀 שלום \u200d"),
        (v.title, "half a pair \ud83d", "half a pair"),
        (v.title, "x" * 500, "x" * 500),
        (v.line, "", ""),
        (v.note, "x" * 20_000, "x" * 20_000),
        (v.note, "one\r\ntwo\rthree\x07\n", "one\ntwo\nthree"),
        (v.words, " a\nb ", "a\nb"),
        (v.day, date(1900, 1, 1), date(1900, 1, 1)),
        (v.day, datetime(2026, 8, 17, 9, tzinfo=UTC), date(2026, 8, 17)),
        (v.day, " 2026-08-17", date(2026, 8, 17)),
        (v.amount, "4.60", Decimal("4.60")),
        (v.amount, 0.1, Decimal("0.1")),
        (v.amount, True, Decimal(1)),
        (v.amount, Decimal(-3), Decimal(-3)),
        (v.real, Decimal("1.5"), 1.5),
        (v.weight, 0, 0.0),
        (v.grade, 0.7, 0.7),
        (v.between(0, 1), 1, 1.0),
        (v.whole_between(1, 10), 10, 10),
        (v.yes_no, False, False),
        (v.row_id, 7, 7),
        (v.one_of(Level), "team", Level.TEAM),
        (v.one_of_texts(("a", "b")), "b", "b"),
        (v.optional(v.title), None, None),
        (v.optional(v.day), "", None),
        (v.optional(v.weight), 2, 2.0),
    ],
)
def test_what_is_kept(rule: Callable[[object], Any], given: object, kept: object) -> None:
    assert rule(given) == kept
    assert str(rule(given)) == str(kept)


@pytest.mark.parametrize(
    ("rule", "given", "sentence"),
    [
        (v.title, " \n ", "Write a few words. Everything else can be added later."),
        (
            v.title,
            "x" * 501,
            "This has 501 characters. Use at most 500; details can go into the description.",
        ),
        (v.title, 5, "Use text here."),
        (v.words, " \n", "Write a few words."),
        (v.note, "x" * 20_001, "This has 20001 characters. Use at most 20000."),
        (v.day, date(1899, 12, 31), YEARS),
        (v.day, date(9999, 1, 1), YEARS),
        (v.day, "0000-01-01", YEARS),
        (v.day, "9999-12-31", YEARS),
        (v.day, "tomorrow", DAY),
        (v.day, 20260817, DAY),
        (v.amount, "many", NUMBER),
        (v.amount, "NaN", NUMBER),
        (v.amount, float("inf"), NUMBER),
        (v.amount, Decimal("sNaN"), NUMBER),
        (v.amount, [], NUMBER),
        (v.amount, 1e308, "This number is too large to count with. Use at most 15 digits."),
        (v.amount, "0.1234567890123", "This number has too many decimals. Use at most 12."),
        (v.real, "1", NUMBER),
        (v.real, True, NUMBER),
        (v.real, float("nan"), NUMBER),
        (v.weight, -0.1, "A weight is 0 or more. With 0 it is shown and not counted."),
        (v.weight, 1e308, "A weight is at most 1000000000."),
        (v.grade, 0.65, "Use one decimal, for example 0.7."),
        (v.grade, -0.1, "Use a number from 0 to 1."),
        (v.between(0, 1), 1.01, "Use a number from 0 to 1."),
        (v.whole_between(1, 10), 0, "Use a whole number from 1 to 10."),
        (v.whole_between(1, 10), 5.0, "Use a whole number from 1 to 10."),
        (v.whole_between(1, 10), True, "Use a whole number from 1 to 10."),
        (v.yes_no, 1, "Use yes or no."),
        (v.row_id, "x", "Choose one from the list."),
        (v.row_id, True, "Choose one from the list."),
        (
            v.one_of(Level),
            "boss",
            "“boss” is not known here. Use one of: company, department, team, individual.",
        ),
        (v.one_of_texts(("a", "b")), "c", "“c” is not known here. Use one of: a, b."),
    ],
)
def test_what_is_refused(rule: Callable[[object], Any], given: object, sentence: str) -> None:
    with pytest.raises(UserError) as caught:
        rule(given)
    assert str(caught.value) == sentence


def test_a_command_says_what_it_is() -> None:
    assert repr(check_in) == "<command Check-in>"
    assert (check_in.__doc__ or "").startswith("Reports about a key result")
