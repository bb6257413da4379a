"""What a person puts right in a reading."""

from decimal import Decimal

import pytest

from okrdesk.app.sentences import currency_signs, put_right
from okrdesk.app.word_lists import word_lists
from okrdesk.domain.sentences import Form, read_sentence
from tests.domain.reading_words import Q3, compact


@pytest.mark.parametrize(
    ("sentence", "given", "reading"),
    [
        ("Get 1,000 answers", ("200", "1500", "answers"), "number 200 -> 1500 answers"),
        ("Raise NPS to 60", ("41", "60", ""), "number 41 -> 60"),
        ("Reach 5 towns", (None, "6", "towns"), "number ? -> 6 towns"),
        ("Customers stay", ("60", "75", "%"), "percent 60 -> 75"),
        ("Raise money", ("0", "1200000", "€"), "currency eur 0 -> 1200000"),
        ("Answer fast", ("9", "4", " h "), "duration 9 -> 4 h"),
        ("Lead ratio from 2:1 to 4:1", ("1", "4", ""), "ratio 1 -> 4"),
        ("Lead ratio from 2:1 to 4:1", ("1", "4", "leads"), "number 1 -> 4 leads"),
        ("Churn below 4 %", (None, "5", "%"), "at_most 5 %"),
        ("Churn below 4 %", ("6", "4", "%"), "percent 6 -> 4"),
        ("Keep between 4 and 5", ("6", "4.5", "stars"), "range 4.5..6 stars"),
        ("Keep between 4 and 5", ("6", None, ""), "number 6 -> ?"),
        ("Keep between 4 and 5", (None, "6", ""), "number ? -> 6"),
        ("Get 5 answers by March", (None, None, ""), "none due 2027-03-31"),
        ("Launch the site", (None, None, "sites"), "yes_no"),
        ("Launch the site", ("0", "2", "sites"), "number 0 -> 2 sites"),
        ("Win 5 by March", ("0", "6.25", ""), "number 0 -> 6.25 due 2027-03-31"),
    ],
)
def test_a_reading_is_put_right(
    sentence: str, given: tuple[str | None, str | None, str], reading: str
) -> None:
    start, target = (None if end is None else Decimal(end) for end in given[:2])
    right = put_right(read_sentence(sentence, word_lists(), Q3), start, target, given[2])
    assert compact(right) == reading
    assert right.decimals == (2 if target == Decimal("6.25") else 1 if "4.5" in reading else 0)
    assert right.form is not Form.NOTHING or reading.startswith("none")


def test_currencies_have_signs() -> None:
    assert currency_signs()["EUR"] == "€"
    assert "CHF" not in currency_signs()
