"""How well words match a text: at the start of it, of a word, inside one, or letter by letter."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from okrdesk.app.finding.folding import folded

AT_START, AT_WORD, INSIDE, LETTERS = range(4)
"""How a word was found, best first."""


_Paths = dict[int, tuple[int, ...]]
"""By the place of the last letter, the places of all."""


class Span(NamedTuple):
    """A part of a text: the first place, and the first one behind it."""

    start: int
    end: int


class Match(NamedTuple):
    """``rank``: smaller is better; ``spans``: what matched, in order, for underlining."""

    rank: int
    spans: tuple[Span, ...]


def words_of(query: str) -> tuple[str, ...]:
    """The folded words of what was typed."""
    return tuple(folded(query).split())


def matched(words: Sequence[str], text: str) -> Match | None:
    """How the words match a folded text; None when one of them does not."""
    rank, spans = 0, list[Span]()
    for word in words:
        found = _found(word, text)
        if found is None:
            return None
        rank += found.rank
        spans += found.spans
    return Match(rank, _merged(spans))


def _found(word: str, text: str) -> Match | None:
    place = _place(word, text)
    if place is not None:
        return Match(_how(place, text), (Span(place, place + len(word)),))
    letters = _letters(word, text) if len(word) > 1 else None
    if letters is None:
        return None
    return Match(LETTERS, _merged([Span(at, at + 1) for at in letters]))


def _place(word: str, text: str) -> int | None:
    """Where the word stands: where another word begins if it can, else anywhere."""
    first = place = text.find(word)
    while place >= 0:
        if _begins(text, place):
            return place
        place = text.find(word, place + 1)
    return first if first >= 0 else None


def _how(place: int, text: str) -> int:
    if place == 0:
        return AT_START
    return AT_WORD if _begins(text, place) else INSIDE


def _begins(text: str, place: int) -> bool:
    return place == 0 or not text[place - 1].isalnum()


def _letters(word: str, text: str) -> tuple[int, ...] | None:
    """The places of the letters one by one, or None.

    The first begins a word; each next one stands later in the same word or begins another, so
    ``icc`` finds "Interview churned customers", and ``chrn`` finds "churn".
    """
    paths: _Paths = {at: (at,) for at in _places(word[0], text) if _begins(text, at)}
    for letter in word[1:]:
        paths = dict(_continued(paths, letter, text))
    return min(paths.values(), key=lambda path: path[-1] - path[0], default=None)


def _continued(paths: _Paths, letter: str, text: str) -> Iterator[tuple[int, tuple[int, ...]]]:
    for at in _places(letter, text):
        low = 0 if _begins(text, at) else _word_start(text, at)
        before = max((place for place in paths if low <= place < at), default=None)
        if before is not None:
            yield at, (*paths[before], at)


def _places(letter: str, text: str) -> list[int]:
    return [at for at, there in enumerate(text) if there == letter]


def _word_start(text: str, place: int) -> int:
    while not _begins(text, place):
        place -= 1
    return place


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    """The spans in order, those that touch as one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
