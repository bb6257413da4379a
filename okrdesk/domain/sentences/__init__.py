"""Reads start, target, unit and due out of a sentence as a person writes it.

The sentence is cut into tokens; dates, versions, telephone numbers are set aside; what is left
gives amounts; the first form that is recognised among them is the reading. Nothing is guessed
silently: a reading says how sure it is, and where in the text its parts stand.
"""

from collections.abc import Sequence

from okrdesk.domain.sentences.correcting import Correction, corrected
from okrdesk.domain.sentences.days import Calendar
from okrdesk.domain.sentences.forms import RECOGNISERS, WITHOUT_AMOUNT, Scene
from okrdesk.domain.sentences.quantities import quantities_in
from okrdesk.domain.sentences.reading import Form, Reading, Role, Span, Sureness
from okrdesk.domain.sentences.skips import Marked, marked
from okrdesk.domain.sentences.tokens import Token, tokens_in
from okrdesk.domain.sentences.words import Words

__all__ = [
    "Calendar",
    "Correction",
    "Form",
    "Reading",
    "Role",
    "Span",
    "Sureness",
    "Words",
    "corrected",
    "read_sentence",
]

LONGEST = 500
"""Only so many characters are read: a title of 10,000 is no sentence."""


def read_sentence(text: str, languages: Sequence[Words], calendar: Calendar) -> Reading:
    """What a typed sentence says.

    ``languages``: at least one; of those that know most of its words, the first reads it.
    """
    tokens = tokens_in(text[:LONGEST])
    words = max(languages, key=lambda language: _known(tokens, language))
    mark = marked(tokens, words, calendar)
    quantities = quantities_in(text, tokens, mark, words)
    outside = tuple(q for q in quantities if not _in_brackets(tokens, q.first))
    scene = Scene(tokens, words, mark, outside or quantities)
    recognisers = RECOGNISERS if outside else WITHOUT_AMOUNT
    found = (recognise(scene) for recognise in recognisers)
    reading = next((reading for reading in found if reading is not None), Reading())
    return _with_due(reading, tokens, mark)


def _known(tokens: tuple[Token, ...], words: Words) -> int:
    """How many words are of the language; its own letters count, too."""
    known = sum(token.is_word and token.word in words.known for token in tokens)
    return known + sum(bool(words.letters & set(token.word)) for token in tokens)


def _in_brackets(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a token stands behind a bracket that is still open."""
    before = [token.text for token in tokens[:at]]
    return before.count("(") > before.count(")")


def _with_due(reading: Reading, tokens: tuple[Token, ...], mark: Marked) -> Reading:
    if mark.due is None:
        return reading._replace(spans=_in_order(reading.spans))
    due = Span(Role.DUE, tokens[mark.due.first].start, tokens[mark.due.end - 1].end)
    return reading._replace(due=mark.due.day, spans=_in_order((*reading.spans, due)))


def _in_order(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(sorted(spans, key=lambda span: span.start))
