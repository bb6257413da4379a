"""The one way to say which items are wanted: a query, typed, chosen from menus, or saved."""

from okrdesk.domain.filters.facts import Facts
from okrdesk.domain.filters.matching import compiled, matching, narrows
from okrdesk.domain.filters.query import (
    EVERYTHING,
    NONE,
    TAG,
    TEXT,
    Condition,
    Query,
    parse,
    query_text,
)
from okrdesk.domain.filters.texts import Texts, folded

__all__ = [
    "EVERYTHING",
    "NONE",
    "TAG",
    "TEXT",
    "Condition",
    "Facts",
    "Query",
    "Texts",
    "compiled",
    "folded",
    "matching",
    "narrows",
    "parse",
    "query_text",
]
