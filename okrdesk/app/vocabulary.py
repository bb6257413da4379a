"""An organisation's own words in the texts of the program: "goal" wherever we say objective."""

import re
from collections.abc import Callable, Mapping
from copy import copy
from typing import NamedTuple

from okrdesk.app.plan_settings import CONFIDENCE_WORDS, LEVEL_WORDS, NAMED_WORDS
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import WORD
from okrdesk.text import Catalogue, Message

_PLACES = re.compile(r"(\{[^{}]*\}|<[^<>]*>|&\w+;)")
_VOWELS = "aeiouAEIOU"


class OwnWord(NamedTuple):
    """A word of ours as the program says it, and what the organisation says instead."""

    ours: str
    own: str


class Vocabulary:
    """Puts an organisation's words in place of ours.

    Names of levels and of confidence replace only a whole text; the other words are found inside of
    sentences, keep their capital and the letter that chooses them in a menu, and in English the
    article before them follows. Places such as ``{name}`` are left alone.
    """

    def __init__(self, inside: tuple[OwnWord, ...], whole: tuple[OwnWord, ...]) -> None:
        self.words = (inside, whole)
        self._whole = dict(whole)
        self._own = {word.ours.casefold(): word.own for word in inside}
        longest = sorted(self._own, key=len, reverse=True)
        choices = "|".join("&?".join(re.escape(letter) for letter in word) for word in longest)
        pattern = rf"(?:\b(an?)(\s+))?(?<!\w)(&?(?:{choices}))(?!\w)"
        self._pattern = re.compile(pattern, re.IGNORECASE) if longest else None

    def __eq__(self, other: object) -> bool:
        """Two are the same when they say the same."""
        return isinstance(other, Vocabulary) and other.words == self.words

    def __hash__(self) -> int:
        return hash(self.words)

    def __bool__(self) -> bool:
        """Whether any word is other than ours."""
        return any(self.words)

    def __call__(self, text: str) -> str:
        """The text in the organisation's words."""
        if text.replace("&", "") in self._whole:
            return self._whole[text.replace("&", "")]
        if self._pattern is None:
            return text
        parts = _PLACES.split(text)
        spoken = [self._pattern.sub(self._replaced, part) for part in parts[::2]]
        places = [*parts[1::2], ""]
        return "".join(part + place for part, place in zip(spoken, places, strict=True))

    def _replaced(self, match: re.Match[str]) -> str:
        article, space, ours = match[1], match[2], match[3]
        plain = ours.replace("&", "")
        own = self._own[plain.casefold()]
        if plain[0].islower() and own[1:] == own[1:].lower():
            own = own[0].lower() + own[1:]
        elif plain[0].isupper():
            own = own[0].upper() + own[1:]
        letter = "&" if "&" in ours else ""
        if article is None:
            return letter + own
        return f"{article[0]}{'n' if own[0] in _VOWELS else ''}{space}{letter}{own}"


def vocabulary(snapshot: Snapshot, say: Callable[[Message], str] = str) -> Vocabulary:
    """The words of a plan; ``say`` puts ours into the language they are to be found in."""
    alone = {str(level): word for level, word in LEVEL_WORDS.items()} | {**CONFIDENCE_WORDS}
    names = {row.word: row.name for row in snapshot.rows(WORD)}
    return Vocabulary(
        tuple(_pairs(names, say)),
        tuple(OwnWord(say(word), names[key]) for key, word in alone.items() if key in names),
    )


def _pairs(names: Mapping[str, str], say: Callable[[Message], str]) -> list[OwnWord]:
    """The words with a name; where only one of a pair has one, several add an s."""
    pairs = [OwnWord(say(word), names[key]) for key, word in NAMED_WORDS.items() if key in names]
    for one, several in zip(*[iter(NAMED_WORDS)] * 2, strict=True):
        if one in names and several not in names:
            pairs.append(OwnWord(say(NAMED_WORDS[several]), f"{names[one]}s"))
    return pairs


def in_own_words(catalogue: Catalogue, snapshot: Snapshot) -> Catalogue:
    """A catalogue that speaks with the words of a plan."""
    found = vocabulary(snapshot, catalogue.text)
    if not found:
        return catalogue
    speaking = copy(catalogue)
    speaking.own = found
    return speaking
