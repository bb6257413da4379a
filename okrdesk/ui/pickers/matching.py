"""Which texts a few letters mean, the best first."""

from collections.abc import Iterable
from typing import TypeVar

from okrdesk.app.finding.folding import folded
from okrdesk.app.finding.fuzzy import Span, matched, words_of

T = TypeVar("T")

Spans = tuple[Span, ...]


def found(typed: str, named: Iterable[tuple[str, T]]) -> list[tuple[T, Spans]]:
    """What the letters fit, with the parts of the names that were typed; all of it for none."""
    words = words_of(typed)
    if not words:
        return [(what, ()) for _, what in named]
    hits = []
    for place, (name, what) in enumerate(named):
        match = matched(words, folded(name))
        if match is not None:
            hits.append((match.rank, place, what, match.spans))
    hits.sort(key=lambda hit: hit[:2])
    return [(what, spans) for _, _, what, spans in hits]
