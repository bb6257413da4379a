"""A sentence is read as a person means it, and nothing is made up."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrdesk.app.word_lists import word_lists
from okrdesk.domain.amounts import checked_amount
from okrdesk.domain.sentences import Calendar, Form, Reading, Role, Sureness, read_sentence
from tests.domain.reading_words import Q3, compact, expected, sentence_of

WORDS = word_lists()
ALL = [*expected("seen.txt"), *expected("unseen.txt"), *expected("blind.txt")]


def read(sentence: str, calendar: Calendar = Q3) -> Reading:
    return read_sentence(sentence, WORDS, calendar)


@pytest.mark.parametrize(("sentence", "reading"), ALL)
def test_sentences_are_read(sentence: str, reading: str) -> None:
    assert compact(read(sentence)) == reading.lower()


def test_there_are_enough_sentences_and_a_third_has_no_number() -> None:
    bare = [s for s, reading in ALL if reading.split()[0] in ("none", "yes_no")]
    assert len({sentence for sentence, _ in ALL}) == len(ALL) >= 150
    assert len(bare) * 3 >= len(ALL)


def test_a_reading_says_where_its_parts_stand() -> None:
    text = "Reduce churn from 6 % to below 4 % by March"
    spans = read(text).spans
    assert [(span.role, text[span.start : span.end]) for span in spans] == [
        (Role.START, "6 %"),
        (Role.TARGET, "4 %"),
        (Role.DUE, "by March"),
    ]


@pytest.mark.parametrize(
    ("sentence", "sureness"),
    [
        ("Reduce churn from 6 % to 4 %", Sureness.WRITTEN),
        ("Grow by 20 %", Sureness.WRITTEN),
        ("Get 1,000 answers", Sureness.LIKELY),
        ("Launch the site", Sureness.LIKELY),
        ("Get 1.200 answers", Sureness.DOUBTFUL),
        ("People feel welcome", Sureness.NONE),
    ],
)
def test_a_reading_says_how_sure_it_is(sentence: str, sureness: Sureness) -> None:
    assert read(sentence).sureness is sureness


def test_a_reading_gives_the_fields_that_the_sentence_names() -> None:
    assert read("Keep between 4 and 5.5 stars").fields == {
        "kind": "range",
        "low": Decimal(4),
        "high": Decimal("5.5"),
        "unit": "stars",
        "decimals": 1,
    }
    assert read("Be ready by 2027").fields == {"due": date(2027, 12, 31)}
    assert read("Grow by 20 %").fields == {}


def test_the_preferred_language_decides_where_no_word_does() -> None:
    german = word_lists("de")
    assert (german[0].language, WORDS[0].language) == ("de", "en")
    assert read_sentence("NPS 1.200", german, Q3).sureness is Sureness.LIKELY
    assert read_sentence("NPS 1.200", WORDS, Q3).sureness is Sureness.DOUBTFUL


def test_a_month_without_a_cycle_is_the_next_one() -> None:
    assert read("Win 5 by March", Calendar(date(2026, 2, 1))).due == date(2026, 3, 31)
    assert read("Win 5 by March", Calendar(date(2026, 4, 1))).due == date(2027, 3, 31)


def test_a_title_without_end_is_read_up_to_a_point() -> None:
    assert read("x" * 10_000 + " 5").form is Form.NOTHING
    assert read("get 5 " * 2_000).target == Decimal(5)


PIECES = st.sampled_from(
    [*(w for words in WORDS for w in sorted(words.known)), *"0123456789.,:;-–+%€$/()<≤→'’#°", "->"]
)
NUMBERS = st.decimals(-(10**16), 10**16, places=3).map(str)
TEXTS = st.lists(PIECES | NUMBERS | st.text(max_size=4), max_size=12).flatmap(
    lambda parts: st.sampled_from(["", " "]).map(lambda joint: joint.join(parts))
)


@given(TEXTS | st.text(), st.dates(date(1950, 1, 1), date(2150, 12, 31)))
def test_whatever_is_typed_is_read_and_pointed_at(text: str, today: date) -> None:
    reading = read(text, Calendar(today))
    ends = [place for span in reading.spans for place in (span.start, span.end)]
    assert ends == sorted(ends)
    assert all(text[span.start : span.end].strip() for span in reading.spans)
    assert all(0 <= place <= len(text) for place in ends)
    amounts = (reading.start, reading.target, reading.low, reading.high, reading.change)
    assert all(checked_amount(amount) == amount for amount in amounts if amount is not None)
    assert reading.decimals <= 12
    assert reading.due is None or 1900 <= reading.due.year <= 2200
    assert (reading.form is Form.NOTHING) == (reading.sureness is Sureness.NONE)


UNITS = st.sampled_from(["", "answers", "new members", "kg"])
AMOUNTS = st.decimals(0, 10**9, places=2)


@pytest.mark.parametrize("sentence", [sentence for sentence, _ in ALL])
def test_a_reading_put_into_words_is_read_again_the_same(sentence: str) -> None:
    once = read(sentence)
    words = [own for own in WORDS if once.kind != "duration" or once.unit.lower() in own.durations]
    again = read_sentence(sentence_of(once, words[0]), words[:1], Q3)
    assert again[2:9] == once[2:9]
    assert again.form is once.form


@given(AMOUNTS, AMOUNTS, UNITS)
def test_written_amounts_are_read_again_the_same(start: Decimal, end: Decimal, unit: str) -> None:
    given_ = Reading(Form.FROM_TO, start=start, target=end, unit=unit, kind="number")
    again = read(sentence_of(given_, WORDS[0]))
    want = (None, None, "") if start == end else (start, end, unit)
    assert (again.start, again.target, again.unit) == want
