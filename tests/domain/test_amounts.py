"""Amounts as people type them, each with what it sets or the sentence that refuses it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from okrdesk.domain.amounts import Context, checked_amount, parse_amount
from okrdesk.domain.errors import UserError

RISING = Context(Decimal(100), Decimal(0), Decimal(500))
BELOW_ZERO = Context(Decimal(-5), Decimal(-10), Decimal(0))
HOURS, MINUTES = Context(unit="h"), Context(unit="min")
COMMA = Context(decimal_sign=",")


@pytest.mark.parametrize(
    ("text", "context", "value"),
    [
        ("640", None, "640"),
        (" 640 ", RISING, "640"),
        ("+24", RISING, "124"),
        ("-3", RISING, "97"),
        ("−3", RISING, "97"),
        ("=-3", RISING, "-3"),
        ("= 7", RISING, "7"),
        ("=", RISING, "100"),
        ("-3", BELOW_ZERO, "-3"),
        ("+2", BELOW_ZERO, "-3"),
        ("64%", Context(unit="%"), "64"),
        ("64 %", None, "64"),
        ("3.2 h", HOURS, "3.2"),
        ("45 min", HOURS, "0.75"),
        ("2h", MINUTES, "120"),
        ("2 days", HOURS, "48"),
        ("€412k", RISING, "412000"),
        ("€ 412", RISING, "412"),
        ("412 €", RISING, "412"),
        ("1.5 mio", None, "1500000"),
        ("3k EUR", Context(unit="EUR"), "3000"),
        ("EUR 3k", Context(unit="EUR"), "3000"),
        ("$2bn", Context(unit="USD"), "2000000000"),
        ("12 pts", Context(unit="pts"), "12"),
        ("1,5", None, "1.5"),
        ("1.5", COMMA, "1.5"),
        ("1,5", COMMA, "1.5"),
        ("1,234", None, "1234"),
        ("1.234", COMMA, "1234"),
        ("1,234.5", None, "1234.5"),
        ("1.234,5", None, "1234.5"),
        ("1.234,5", COMMA, "1234.5"),
        ("12'500", None, "12500"),
        ("12 500", None, "12500"),
        (".5", None, "0.5"),
        ("4:1", None, "4"),
        ("1:4", None, "0.25"),
        ("=3:2", None, "1.5"),
        ("1000000000000000", None, "1000000000000000"),
    ],
)
def test_what_is_read(text: str, context: Context | None, value: str) -> None:
    assert parse_amount(text, context) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "context", "said"),
    [
        ("", None, "Use a number"),
        ("many", None, "Use a number"),
        ("1.2.3", None, "Use a number"),
        ("1,23,4", None, "Use a number"),
        ("--3", RISING, "Use a number"),
        ("NaN", None, "Use a number"),
        ("inf", None, "Use a number"),
        ("1e308", None, "Use a number"),
        ("4:0", None, "Use a number"),
        ("5 apples", None, "Use a number"),
        ("x5", None, "Use a number"),
        ("64%", Context(unit="kg"), "counted in kg"),
        ("5 EUR", Context(unit="USD"), "counted in USD"),
        ("5 min", Context(unit="kg"), "counted in kg"),
        ("5 pounds", Context(unit="kg"), "counted in kg"),
        ("+24", Context(), "no value yet"),
        ("=", Context(), "no value yet"),
        ("9999999999999999", None, "too large"),
        ("0.1234567890123", None, "too many decimals"),
    ],
)
def test_what_is_refused_in_one_sentence(text: str, context: Context | None, said: str) -> None:
    with pytest.raises(UserError, match=said):
        parse_amount(text, context)


@pytest.mark.parametrize("amount", ["NaN", "Infinity", "-Infinity", "1e16", "1e-13"])
def test_amounts_that_nobody_can_count_with(amount: str) -> None:
    with pytest.raises(UserError):
        checked_amount(Decimal(amount))


@given(some.decimals(-(10**15), 10**15, places=4, allow_nan=False))
def test_a_number_that_is_set_comes_back_exactly(amount: Decimal) -> None:
    assert parse_amount(f"={amount:f}") == amount


@given(some.text(max_size=12))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        assert parse_amount(text, RISING).is_finite()
    except UserError:
        return
