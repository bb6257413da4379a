"""Reads an example: folders of TOML with a plan as a person would write it down."""

import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from okrdesk.assets import resource

Record = Mapping[str, Any]
"""One table of the TOML text, its days moved."""

PICTURED = date(2026, 8, 17)
"""The day that the examples are written for: week 7 of its quarter."""


def read_example(name: str, today: date) -> dict[str, Any]:
    """All tables of the example, moved by so many days that its pictured day is ``today``.

    Lists of the files are joined in the order of the files' names.
    """
    merged: dict[str, Any] = {}
    for path in sorted(resource("examples", name).glob("*.toml")):
        found = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
        for key, value in found.items():
            merged[key] = [*merged.get(key, []), *value] if isinstance(value, list) else value
    shift = today - PICTURED
    return {key: _moved(value, shift) for key, value in merged.items()}


def _moved(value: Any, shift: timedelta) -> Any:
    match value:
        case date():
            return value + shift
        case list():
            return [_moved(item, shift) for item in value]
        case dict():
            return {_moved_key(key, shift): _moved(item, shift) for key, item in value.items()}
    return value


def _moved_key(key: str, shift: timedelta) -> str | date:
    """Notes are found by their day, which TOML gives as text."""
    return date.fromisoformat(key) + shift if key[:1].isdigit() else key


def cycle_names(today: date) -> dict[str, str]:
    """What the example's cycles are called when ``today`` is its week 7.

    The cycles of a plan that was moved no longer begin with a quarter; they are called after
    the quarter and the year in which today lies, so that names and days stay believable.
    """
    quarter = today.year * 4 + (today.month - 1) // 3
    return {
        "long": f"{today.year}–{(today.year + 3) % 100:02}",
        "year": f"{today.year}",
        "q2": _quarter(quarter - 1),
        "q3": _quarter(quarter),
    }


def _quarter(number: int) -> str:
    return f"Q{number % 4 + 1} {number // 4}"
