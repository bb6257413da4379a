"""What a number of the dashboard opens."""

from typing import NamedTuple

from okrdesk.domain.filters import Query


class Search(NamedTuple):
    """The plan, filtered to what is counted."""

    query: Query


class Item(NamedTuple):
    """An objective or a key result."""

    id: int


class Measure(NamedTuple):
    """A KPI."""

    id: int


class Place(NamedTuple):
    """Another page, by its id."""

    page: str


Wish = Search | Item | Measure | Place
