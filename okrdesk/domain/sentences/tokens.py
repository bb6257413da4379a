"""A sentence cut into words, numbers and signs, each with its place in the text."""

import re
from typing import NamedTuple

from okrdesk.domain.sentences.words import Phrases

_PIECES = re.compile(
    r"(?P<number>[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]+)?(?![\w])"
    r"|[0-9](?:[0-9.,'’\u00a0\u202f]*[0-9])?)"
    r"|(?P<word>[^\W\d_][\w’'-]*(?:\.\d+)*)"
    r"|(?P<sign><=|>=|->|=>|\S)"
)


class Token(NamedTuple):
    """A piece of the text."""

    text: str
    word: str
    """The text in lower case."""
    start: int
    end: int
    shape: str
    """"number", "word" or "sign"."""

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        return self.shape == "number"

    @property
    def is_word(self) -> bool:
        """Whether it begins with a letter."""
        return self.shape == "word"


def tokens_in(text: str) -> tuple[Token, ...]:
    """The tokens in their order; spaces are left out."""
    return tuple(
        Token(m[0], m[0].lower(), *m.span(), str(m.lastgroup)) for m in _PIECES.finditer(text)
    )


def phrase_at(tokens: tuple[Token, ...], at: int, phrases: Phrases) -> int:
    """How many tokens, from ``at`` on, are one of the phrases: the longest, or 0."""
    if at >= len(tokens):
        return 0
    word = tokens[at].word
    for phrase in phrases:
        if phrase[0] == word and _words(tokens, at, at + len(phrase)) == phrase:
            return len(phrase)
    return 0


def phrase_before(tokens: tuple[Token, ...], end: int, phrases: Phrases) -> int:
    """How many tokens right before ``end`` are one of the phrases: the longest, or 0."""
    if not 0 < end <= len(tokens):
        return 0
    word = tokens[end - 1].word
    for phrase in phrases:
        if phrase[-1] == word and _words(tokens, end - len(phrase), end) == phrase:
            return len(phrase)
    return 0


def touching(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the token stands right behind the one before it, without a space."""
    return 0 < at < len(tokens) and tokens[at - 1].end == tokens[at].start


def _words(tokens: tuple[Token, ...], first: int, end: int) -> tuple[str, ...]:
    return tuple(token.word for token in tokens[max(first, 0) : end])
