"""Text a person sees: messages not yet put into words, and catalogues that do it without Qt."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from babel import Locale

SOURCE = "en"
"""The language of the source texts."""
PSEUDO = "xx"
"""A made-up language, accented and 40 % longer, that shows what was not translated or is cut."""
PLACES = 12
_WIDE = Context(prec=400)
"""Holds every float and every id to all places."""
"""A number keeps at most this many decimal places, as everywhere in a plan."""

# English without a region: the day first, and the month as "Sep", where en_GB has "Sept".
_DAY_FIRST = {"MMMd": "d MMM", "yMMMd": "d MMM y", "yMMMMd": "d MMMM y", "yMMM": "MMM y"}
_CHOICE = re.compile(r"\((\w*)\|(\w+)\)|\((e?s)\)")
_KEPT = re.compile(r"\{[^{}]*\}|%n|<[^<>]*>|&\w+;")
_DIGITS = re.compile(r"[#0][#0,.]*")
_ACCENTS = str.maketrans("aceginosuyACEGINOSUYlrtdzk", "åçéĝîñøšûýÅÇÉĜÎÑØŠÛÝłŕţďžķ")


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence in its English source form, with the values of its ``{named}`` places.

    ``count`` fills ``%n`` and chooses between singular and plural: in the source
    ``%n week(s)``, or ``%n (person|people) (is|are) late``. An argument may be a Message.
    """

    text: str
    arguments: Mapping[str, object] = field(default_factory=dict)
    count: int | None = None

    def __str__(self) -> str:
        return filled(english(self.text, self.count), self.count, self.arguments)


@dataclass(frozen=True, slots=True)
class Percent:
    """A number of hundredths, which each language writes with its own sign and space."""

    number: Decimal | float

    def __str__(self) -> str:
        exact = Decimal(str(self.number))
        return f"{int(exact) if exact == int(exact) else exact}%"


@dataclass(frozen=True, slots=True)
class Run:
    """Values and signs in a row that read alike in every language, such as a formula."""

    parts: tuple[object, ...]

    def __str__(self) -> str:
        return "".join(str(part) for part in self.parts)


@cache
def percent_form(language: str) -> str:
    """``{number}%``, or as the language writes it: with a space, or the sign before."""
    if language in {SOURCE, PSEUDO}:
        return "{number}%"
    from babel import Locale, UnknownLocaleError

    try:
        pattern = Locale(language).percent_formats[None].pattern
    except UnknownLocaleError:
        return "{number}%"
    return _DIGITS.sub("{number}", pattern.partition(";")[0])


def english(text: str, count: int | None) -> str:
    """The source text with the forms for ``count`` chosen: ``(s)``, ``(es)``, ``(is|are)``."""
    if count is None:
        return text
    one = abs(count) == 1
    return _CHOICE.sub(lambda m: (m[1] or "") if one else (m[2] or m[3]), text)


def filled(text: str, count: int | None, arguments: Mapping[str, object]) -> str:
    """The text with its places filled; what is filled in is never read for places again."""
    if count is not None:
        text = text.replace("%n", "{%n}")
        arguments = {"%n": count, **arguments}
    return text.format_map(arguments) if "{" in text or "}" in text else text


def pseudo(text: str) -> str:
    """``text`` in the pseudo-language: ``Save`` → ``⟦Šåvé··⟧``; places and tags stay."""
    kept = _KEPT.findall(text)
    parts = [part.translate(_ACCENTS) for part in _KEPT.split(text)]
    body = "".join(part + place for part, place in zip(parts, [*kept, ""], strict=True))
    return f"⟦{body}{'·' * -(-len(text) * 2 // 5)}⟧"


class Catalogue:
    """Words, numbers and dates in one language, which need not be the screen's.

    ``folder`` holds ``okrdesk_<language>.ts``; English and the pseudo-language need no file.
    ``region`` chooses how dates and numbers look (``US``, ``DE``); without one English writes
    the day first, as ``17 Aug``. Raises FileNotFoundError for a language without a file.
    """

    def __init__(
        self, language: str = SOURCE, folder: Path | None = None, region: str | None = None
    ) -> None:
        self.language = language
        self.own: Callable[[str], str] = str
        """Puts the words of an organisation in place of ours, before anything is filled in."""
        self._region = region
        self._forms = {} if language in {SOURCE, PSEUDO} else _read(folder or Path(), language)

    def __call__(self, text: str, /, *, count: int | None = None, **arguments: object) -> str:
        """The translation of a source text, with its places filled."""
        return self.text(Message(text, arguments, count))

    def text(self, message: Message) -> str:
        """The message in words; numbers and dates among its arguments as the language writes."""
        shown = {name: self.shown(value) for name, value in message.arguments.items()}
        if message.count is not None:
            shown["%n"] = self.number(message.count)
        text = self.own(self._translated(message.text, message.count))
        return filled(text, message.count, shown)

    def shown(self, value: object) -> object:
        """An argument as it stands in a sentence; what has no own form there is kept."""
        match value:
            case Message():
                return self.text(value)
            case Percent(number):
                return self.percent(number)
            case Run(parts):
                return "".join(str(self.shown(part)) for part in parts)
            case bool() | str():
                return value
            case int() | float() | Decimal():
                return self.number(value)
            case datetime():
                return self.moment(value)
            case date():
                return self.day_and_year(value)
        return value

    def number(self, value: Decimal | float, decimals: int | None = None) -> str:
        """``1,234.5``; exactly ``decimals`` places (half up), or as many as it has, at most 12."""
        from babel.numbers import format_decimal

        places = PLACES if decimals is None else decimals
        exact = value if isinstance(value, Decimal) else Decimal(str(value))
        rounded = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _WIDE)
        whole = self._locale.decimal_formats[None].pattern.partition(".")[0]
        pattern = f"{whole}.{('#' if decimals is None else '0') * places}".rstrip(".")
        with localcontext(_WIDE):
            return format_decimal(rounded + 0, pattern, self._locale)

    def percent(self, number: Decimal | float, decimals: int | None = None) -> str:
        """``64%`` of a number that was rounded before; other languages put a space."""
        return percent_form(self.language).format(number=self.number(number, decimals))

    def day(self, day: date) -> str:
        """``17 Aug``, where the year is plain."""
        return self._date("MMMd", day)

    def day_and_year(self, day: date) -> str:
        """``17 Aug 2026``."""
        return self._date("yMMMd", day)

    def month(self, day: date) -> str:
        """``Aug 2026``."""
        return self._date("yMMM", day)

    def long_day(self, day: date) -> str:
        """``17 August 2026``."""
        return self._date("yMMMMd", day)

    def weekday(self, day: date) -> str:
        """``Monday``."""
        from babel.dates import format_date

        return format_date(day, "EEEE", self._locale)

    def moment(self, moment: datetime) -> str:
        """``17 Aug 2026, 14:05``, in the zone that the moment carries."""
        return f"{self.day_and_year(moment)}, {moment:%H:%M}"

    def _date(self, skeleton: str, day: date) -> str:
        from babel.dates import format_date

        return format_date(day, self._pattern(skeleton), self._locale)

    def _pattern(self, skeleton: str) -> str:
        if self.language in {SOURCE, PSEUDO} and not self._region:
            return _DAY_FIRST[skeleton]
        if skeleton == "yMMMMd":
            return str(self._locale.date_formats["long"].pattern)
        return str(self._locale.datetime_skeletons[skeleton].pattern)

    def _translated(self, text: str, count: int | None) -> str:
        if self.language == PSEUDO:
            return pseudo(english(text, count))
        forms = self._forms.get(text, ("",))
        if not all(forms):
            return english(text, count)
        return forms[0] if count is None else forms[min(self._form(count), len(forms) - 1)]

    def _form(self, count: int) -> int:
        """Which plural form: languages order them alike (one, few, many), in Qt and in CLDR."""
        order = ("zero", "one", "two", "few", "many", "other")
        rule = self._locale.plural_form
        there = [tag for tag in order if tag in rule.tags or tag == "other"]
        return there.index(rule(abs(count)))

    @cached_property
    def _locale(self) -> "Locale":
        from babel import Locale

        if self.language in {SOURCE, PSEUDO}:
            return Locale(SOURCE, self._region)
        return Locale(self.language, self._region)


def _read(folder: Path, language: str) -> dict[str, tuple[str, ...]]:
    """The finished translations of a Qt ``.ts`` file: source text → its forms."""
    from xml.etree import ElementTree as ET

    path = folder / f"okrdesk_{language}.ts"
    root = ET.parse(path).getroot()  # noqa: S314  # our own file, shipped with the program
    return {
        message.findtext("source", ""): tuple(form.text or "" for form in _forms_of(found))
        for message in root.iter("message")
        if (found := message.find("translation")) is not None and found.get("type") is None
    }


def _forms_of(translation: "Element") -> "list[Element]":
    return translation.findall("numerusform") or [translation]
