"""The texts of one kind of row, searched without a look at each of them in Python."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from okrdesk.app.finding.folding import folded
from okrdesk.app.finding.fuzzy import Span, matched

_LOOKED_AT = 200
"""So many of the likeliest texts are ranked; of 100,000 that hold a letter nobody reads more."""


class Placed(NamedTuple):
    """A text that matches. ``rank``, then ``length``: smaller is better."""

    rank: int
    length: int
    id: int
    spans: tuple[Span, ...]


class Shelf:
    """Folded texts by the id of their row."""

    def __init__(self) -> None:
        self._ids: list[int] = []
        self._texts: list[str] = []
        self._slots: dict[int, int] = {}

    def put(self, row_id: int, text: str) -> None:
        """Adds a text, or gives the row another one; an empty text is never found."""
        slot = self._slots.get(row_id)
        if slot is not None:
            self._texts[slot] = folded(text)
        elif text:
            self._slots[row_id] = len(self._ids)
            self._ids.append(row_id)
            self._texts.append(folded(text))

    def find(self, words: Sequence[str], limit: int) -> tuple[list[Placed], int]:
        """The best matches of folded words, best first, and how many there are in all."""
        exact = self._holding(words)
        if not words or len(exact) >= limit:
            return self._ranked(self._likeliest(exact, words), words)[:limit], len(exact)
        known = set(exact)
        loose = [slot for slot in self._holding(set("".join(words))) if slot not in known]
        found = self._ranked([*exact, *loose[:_LOOKED_AT]], words)
        return found[:limit], len(found)

    def _holding(self, parts: Iterable[str]) -> list[int]:
        """The slots whose text holds every part; longest first, since it leaves fewest."""
        texts = self._texts
        slots: Iterable[int] = range(len(texts))
        for part in sorted(parts, key=len, reverse=True):
            slots = [slot for slot in slots if part in texts[slot]]
        return [slot for slot in slots if texts[slot]]

    def _likeliest(self, slots: list[int], words: Sequence[str]) -> list[int]:
        """Some hundred slots, those first where the text or a word in it begins like a word."""
        if len(slots) <= _LOOKED_AT or not words:
            return slots[:_LOOKED_AT]
        texts, word, inside = self._texts, words[0], f" {words[0]}"
        begin = [slot for slot in slots if texts[slot].startswith(word)][:_LOOKED_AT]
        if len(begin) < _LOOKED_AT:
            begin += [slot for slot in slots if inside in texts[slot]][:_LOOKED_AT]
        return list(dict.fromkeys([*begin, *slots[:_LOOKED_AT]]))[:_LOOKED_AT]

    def _ranked(self, slots: Iterable[int], words: Sequence[str]) -> list[Placed]:
        placed = []
        for slot in slots:
            text = self._texts[slot]
            match = matched(words, text)
            if match is not None:
                placed.append(Placed(match.rank, len(text), self._ids[slot], match.spans))
        return sorted(placed)
