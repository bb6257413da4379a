"""Sentences with their expected readings, and readings written down as those are."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

from okrdesk.domain.sentences import Calendar, Form, Reading, Words

FOLDER = Path(__file__).with_name("sentences")
Q3 = Calendar(date(2026, 8, 17), date(2026, 7, 1), date(2026, 9, 30))


def expected(name: str) -> Iterator[tuple[str, str]]:
    """The pairs of a file."""
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            sentence, reading = line.split(" => ")
            yield sentence, reading


def plain(value: Decimal | None) -> str:
    if value is None:
        return "?"
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def numbers(reading: Reading) -> str:
    """Kind and numbers, without unit and due."""
    if reading.form is Form.RELATIVE:
        return f"relative {plain(reading.change)}"
    if reading.kind in (None, "yes_no"):
        return reading.kind or "none"
    if reading.kind == "range":
        return f"range {plain(reading.low)}..{plain(reading.high)}"
    if reading.kind in ("at_most", "at_least"):
        return f"{reading.kind} {plain(reading.target)}"
    money = f" {reading.unit}" if reading.kind == "currency" else ""
    return f"{reading.kind}{money} {plain(reading.start)} -> {plain(reading.target)}"


def compact(reading: Reading) -> str:
    """All of it, in lower case: "number 0 -> 40 testers due 2026-09-30"."""
    said = reading.kind in ("currency", "percent") or not reading.unit
    parts = [numbers(reading), "" if said else reading.unit]
    parts.append("" if reading.due is None else f"due {reading.due}")
    return " ".join(part for part in parts if part).lower()


def single(words: Words, role: str) -> str:
    """The first word that plays a role by itself; a phrase where none does."""
    phrases = getattr(words, role)
    return " ".join(next((phrase for phrase in phrases if len(phrase) == 1), phrases[-1]))


def sentence_of(reading: Reading, words: Words) -> str:
    """A reading put back into the words of a language; its reading is the same."""
    say = partial(single, words)
    unit = "" if reading.kind == "ratio" else f" {reading.unit}".rstrip()
    ratio = ":1" if reading.kind == "ratio" else ""
    low, high = plain(reading.low), plain(reading.high)
    start, target = (f"{plain(value)}{ratio}{unit}" for value in (reading.start, reading.target))
    return {
        Form.NOTHING: lambda: "",
        Form.FROM_TO: lambda: f"{say('start')} {start} {say('end')} {target}",
        Form.TARGET: lambda: f"{say('gain')} {target}",
        Form.LEVEL: lambda: f"{say('end')} {target}",
        Form.LIMIT: lambda: f"{say(str(reading.kind))} {target}",
        Form.RANGE: lambda: f"{say('between')} {low} {say('joined')} {high}{unit}",
        Form.RELATIVE: lambda: f"{say('by')} {plain(reading.change)}{unit}",
        Form.DONE_OR_NOT: lambda: say("finish"),
    }[reading.form]()
