"""Messages, and the catalogue that puts them into words."""

import subprocess
import sys
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from okrdesk.text import Catalogue, Message, Percent, Run, english, filled, percent_form, pseudo

DAY = date(2026, 9, 17)
GERMAN = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de"><context><name>Message</name>
<message><source>Save {title}</source><translation>{title} sichern</translation></message>
<message><source>Undo</source><translation type="unfinished">Rückg</translation></message>
<message><source>Quit</source></message>
<message><source>Nothing</source><translation></translation></message>
<message numerus="yes"><source>%n week(s)</source><translation>
<numerusform>%n Woche</numerusform><numerusform>%n Wochen</numerusform></translation></message>
<message numerus="yes"><source>%n sheep</source><translation>
<numerusform>%n Schaf</numerusform></translation></message>
</context></TS>"""


@pytest.fixture
def german(tmp_path: Path) -> Catalogue:
    (tmp_path / "okrdesk_de.ts").write_text(GERMAN, encoding="utf-8")
    return Catalogue("de", tmp_path)


def test_a_message_reads_as_english() -> None:
    inner = Message("the {colour} one", {"colour": "red"})
    assert str(Message("Take {what}", {"what": inner})) == "Take the red one"
    assert Message("Undo") == Message("Undo", {}, None)


@pytest.mark.parametrize(
    ("text", "count", "expected"),
    [
        ("%n week(s)", 1, "%n week"),
        ("%n week(s)", 0, "%n weeks"),
        ("%n week(s)", -1, "%n week"),
        ("%n branch(es)", 2, "%n branches"),
        ("%n (person|people) (is|are) late", 1, "%n person is late"),
        ("%n (person|people) (is|are) late", 2, "%n people are late"),
        ("%n child(|ren)", 1, "%n child"),
        ("Plan(s) (a|b)", None, "Plan(s) (a|b)"),
    ],
)
def test_english_plurals(text: str, count: int | None, expected: str) -> None:
    assert english(text, count) == expected


@given(some.text(), some.text())
def test_what_is_filled_in_is_never_read_again(title: str, other: str) -> None:
    shown = filled("{a}|%n|{b}", 3, {"a": title, "b": other})
    assert shown == f"{title}|3|{other}"


def test_a_text_without_places_is_kept() -> None:
    assert filled("100 %", None, {"unused": 1}) == "100 %"
    assert filled("{{x}}", None, {}) == "{x}"


@given(some.text(alphabet="abc {}<>%n&;", max_size=30))
def test_the_pseudo_language_is_longer_and_bracketed(text: str) -> None:
    shown = pseudo(text)
    assert shown.startswith("⟦")
    assert shown.endswith("⟧")
    assert len(shown) >= len(text) * 1.4 + 2


def test_the_pseudo_language_keeps_places_and_tags() -> None:
    shown = pseudo("<b>Save</b> {title} &amp; %n items")
    assert shown.startswith("⟦<b>Šåvé</b> {title} &amp; %n îţ")


def test_every_word_of_the_pseudo_language_changes() -> None:
    catalogue = Catalogue("xx")
    assert catalogue("Save {title}", title="Plan") == "⟦Šåvé Plan·····⟧"
    assert catalogue("%n week(s)", count=1) == "⟦1 wééķ···⟧"


def test_english_needs_no_file() -> None:
    catalogue = Catalogue()
    assert catalogue("Save {title} by {day}", title="A", day=DAY) == "Save A by 17 Sep 2026"
    assert catalogue("%n week(s)", count=1234) == "1,234 weeks"


def test_arguments_are_written_as_the_language_does() -> None:
    catalogue = Catalogue()
    moment = datetime(2026, 8, 17, 9, 5, tzinfo=UTC)
    inner = Message("at {when}", {"when": moment})
    shown = catalogue("{a} {b} {c} {d}", a=1234.5, b=True, c=inner, d=None)
    assert shown == "1,234.5 True at 17 Aug 2026, 09:05 None"


def test_translations(german: Catalogue) -> None:
    assert german("Save {title}", title="Plan") == "Plan sichern"
    assert [german("%n week(s)", count=n) for n in (0, 1, 2000)] == [
        "0 Wochen",
        "1 Woche",
        "2.000 Wochen",
    ]
    assert german("%n sheep", count=5) == "5 Schaf"


def test_what_is_not_translated_is_english(german: Catalogue) -> None:
    assert [german(text) for text in ("Undo", "Quit", "Nothing", "New")] == [
        "Undo",
        "Quit",
        "Nothing",
        "New",
    ]


def test_a_language_without_a_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Catalogue("tlh", tmp_path)


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (0, None, "0"),
        (-0.0, None, "0"),
        (Decimal("3.20"), None, "3.2"),
        (0.1 + 0.2, None, "0.3"),
        (1e15, None, "1,000,000,000,000,000"),
        (Decimal("51.65"), 1, "51.7"),
        (Decimal("2.5"), 0, "3"),
        (-2, 2, "-2.00"),
        ((1 << 60) - 1, None, "1,152,921,504,606,846,975"),
        (1e20, 0, "100,000,000,000,000,000,000"),
    ],
)
def test_numbers(value: Decimal | float, decimals: int | None, expected: str) -> None:
    assert Catalogue().number(value, decimals) == expected


def test_dates_in_english() -> None:
    catalogue = Catalogue()
    assert catalogue.day(DAY) == "17 Sep"
    assert catalogue.day_and_year(DAY) == "17 Sep 2026"
    assert catalogue.long_day(DAY) == "17 September 2026"
    assert catalogue.month(DAY) == "Sep 2026"
    assert catalogue.weekday(DAY) == "Thursday"
    assert catalogue.percent(-64) == "-64%"


def test_dates_elsewhere(german: Catalogue) -> None:
    assert german.day(DAY) == "17. Sept."
    assert german.long_day(DAY) == "17. September 2026"
    assert german.percent(64) == "64\N{NO-BREAK SPACE}%"
    assert german.percent(Decimal("0.5"), 2) == "0,50\N{NO-BREAK SPACE}%"
    run = Run((Decimal("1.5"), " × ", Percent(64)))
    assert german.text(Message("{run}", {"run": run})) == "1,5 × 64\N{NO-BREAK SPACE}%"
    assert str(run) == "1.5 × 64%"
    assert (str(Percent(12.5)), str(Percent(Decimal(100)))) == ("12.5%", "100%")
    assert Catalogue("en", region="US").day_and_year(DAY) == "Sep 17, 2026"


@pytest.mark.parametrize(
    ("language", "form"),
    [("en", "{number}%"), ("tr", "%{number}"), ("hi", "{number}%"), ("qq", "{number}%")],
)
def test_the_sign_stands_where_a_language_puts_it(language: str, form: str) -> None:
    assert percent_form(language) == form


def test_babel_is_loaded_when_first_needed() -> None:
    code = "import sys, okrdesk.text as t; print(t.Catalogue()('Undo'), 'babel' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["Undo", "False"]
