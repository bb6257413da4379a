"""References from a table to itself must not lead round in a circle: walks would not end."""

from collections.abc import Hashable, Iterable, Mapping
from typing import Any

from okrdesk.domain.tables import TABLES, Table

PARENTS: tuple[tuple[Table[Any], str], ...] = tuple(
    (table, ref.field) for table in TABLES for ref in table.refs if ref.target == table.name
)
"""Tables and the fields that refer to another row of the same table."""


def places(links: Iterable[Any], key_results: Iterable[Any]) -> dict[Any, Any]:
    """The objective right above each one in the tree; rows may be of the file or of the plan."""
    objectives = {row[0]: row[1] for row in key_results}
    return {
        child: objective or objectives.get(key_result)
        for _, child, objective, key_result, primary, *_ in links
        if primary
    }


def in_circles(parents: Mapping[Any, Hashable]) -> set[Any]:
    """The ids from which the way up never ends, from each id's parent or None."""
    ends: set[Any] = set()
    endless: set[Any] = set()
    for start in parents:
        way: dict[Any, None] = {}
        at: Any = start
        while at in parents and at not in way and at not in ends and at not in endless:
            way[at] = None
            at = parents[at]
        (endless if at in way or at in endless else ends).update(way)
    return endless
