import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from okrdesk.exchange.spreadsheet_text import escape, unescape

NASTY = st.text(
    st.sampled_from("=+-@|%'\t\r\n\uff1d\uff0b\uff0d\uff20\uff5c\uff05a1. "), max_size=6
)


@given(st.text() | NASTY)
@example("'=1")
@example("''")
@example("-1e5")
def test_the_way_back_is_exact(text: str) -> None:
    assert unescape(escape(text)) == text


@given(NASTY)
def test_two_texts_never_become_one(text: str) -> None:
    assert escape(escape(text)) != escape(text) or text == escape(text)


@pytest.mark.parametrize("first", list("=+-@|%\uff1d\uff0b\uff0d\uff20\uff5c\uff05\t\r\n"))
def test_a_text_that_would_run_gets_an_apostrophe(first: str) -> None:
    assert escape(first + "cmd") == "'" + first + "cmd"


@pytest.mark.parametrize("number", ["-5", "+3.5", "-.5", "-1e5", "+2E-3", "-7."])
def test_a_number_stays_a_number(number: str) -> None:
    assert escape(number) == number


@pytest.mark.parametrize("text", ["-5-3", "-5\n", "+49 30 123", "-٣", "--1", "-1,5"])
def test_what_only_looks_like_a_number_is_text(text: str) -> None:
    assert escape(text) == "'" + text


def test_a_real_apostrophe_is_doubled() -> None:
    assert escape("'n Boom") == "''n Boom"


@pytest.mark.parametrize("text", ["", "a=b", "Grow 5 %", " =1"])
def test_other_text_is_left_alone(text: str) -> None:
    assert escape(text) == text
