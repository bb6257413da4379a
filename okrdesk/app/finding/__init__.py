"""Finding anything in a plan by a few letters: an index of its texts, and how well they match."""

from okrdesk.app.finding.folding import folded
from okrdesk.app.finding.fuzzy import Match, Span, matched, words_of
from okrdesk.app.finding.index import Found, Hit, Index, Kind

__all__ = ["Found", "Hit", "Index", "Kind", "Match", "Span", "folded", "matched", "words_of"]
