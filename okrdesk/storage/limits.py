"""What rows of a plan may say, whoever wrote them: for files from others, and the doctor."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from okrdesk.domain.key_results import KINDS
from okrdesk.domain.tables import CYCLE, KEY_RESULT, LINK, TABLES, Table

TITLE, NOTE = 500, 20_000
"""Characters; titles, names and units are one line."""
ROWS = 5_000_000
FIRST_YEAR, LAST_YEAR = 1900, 2200

_LONG = frozenset(
    {
        "description",
        "narrative",
        "note",
        "reason",
        "text",
        "worked",
        "did_not",
        "change",
        "mission",
        "vision",
        "scoring",
        "parameters",
        "query",
    }
)
_RANGES: Mapping[tuple[str, str], tuple[float, float]] = {
    ("organisation", "fiscal_start"): (1, 12),
    ("organisation", "week_start"): (0, 6),
    ("organisation", "cap"): (1, 1.5),
    ("cycle", "check_in_day"): (0, 6),
    ("check_in", "confidence"): (1, 10),
    ("grade", "grade"): (0, 1),
    ("objective", "weight"): (0, 1e9),
    ("key_result", "weight"): (0, 1e9),
    ("objective", "share"): (0, 100),
    ("key_result", "share"): (0, 100),
    ("step", "weight"): (0, 1e9),
    ("key_result", "decimals"): (0, 12),
    ("kpi", "decimals"): (0, 12),
}
_BREAKS = frozenset(map(chr, range(32)))
_KIND_IDS = frozenset(kind.id for kind in KINDS)


def beyond(rows: Mapping[str, Sequence[Any]]) -> Iterator[tuple[str, int, str]]:
    """Table, row and field of what lies beyond the limits; rows by the table's name."""
    if sum(map(len, rows.values())) > ROWS:
        yield "", 0, ""
    for table in TABLES:
        for row in rows[table.name]:
            yield from ((table.name, row[0], field) for field in _fields(table, row))


def _fields(table: Table[Any], row: Any) -> Iterator[str]:
    if not 0 < row[0] < 1 << 60:
        yield "id"
    for field, value in zip(table.fields, row, strict=True):
        if value is not None and not _fits(table.name, field, value):
            yield field
    rule = _RULES.get(table.name)
    if rule is not None:
        yield from rule(row)


def _fits(table: str, field: str, value: Any) -> bool:
    low, high = _RANGES.get((table, field), (None, None))
    if low is not None and high is not None:
        return bool(low <= value <= high)
    if type(value) is str:
        return _text_fits(value, field)
    return not isinstance(value, date) or FIRST_YEAR <= value.year <= LAST_YEAR


def _text_fits(text: str, field: str) -> bool:
    if field in _LONG:
        return len(text) <= NOTE and "\0" not in text
    return len(text) <= TITLE and not _BREAKS.intersection(text)


def _key_result(row: Any) -> Iterator[str]:
    if row.kind not in _KIND_IDS:
        yield "kind"
    try:
        whole = isinstance(json.loads(row.parameters), dict)
    except (ValueError, RecursionError):
        whole = False
    if not whole:
        yield "parameters"


def _cycle(row: Any) -> Iterator[str]:
    if row.end < row.start:
        yield "end"


def _link(row: Any) -> Iterator[str]:
    if row.child == row.objective or (row.objective and row.key_result):
        yield "objective"


_RULES: Mapping[str, Callable[[Any], Iterator[str]]] = {
    KEY_RESULT.name: _key_result,
    CYCLE.name: _cycle,
    LINK.name: _link,
}
