"""KPIs by industry: data files under ``resources/kpi_templates``."""

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from okrdesk.assets import resource

FOLDER = "kpi_templates"
COMMON = "common"
"""The set that fits everybody."""
_AMOUNTS = ("target", "low", "high")


class KpiSet(NamedTuple):
    """KPIs that go together. ``id`` is the name of their file."""

    id: str
    title: str
    kpis: tuple[Mapping[str, Any], ...]
    """What ``create_kpi`` gets for each."""


def kpi_sets(currency: str = "EUR") -> tuple[KpiSet, ...]:
    """Every set in the order of the files' places, amounts of money in a currency."""
    read = [_set(path, currency) for path in resource(FOLDER).glob("*.toml")]
    return tuple(found for _, found in sorted(read, key=lambda pair: pair[0]))


def _set(path: Path, currency: str) -> tuple[int, KpiSet]:
    content = tomllib.loads(path.read_text("utf-8"))
    kpis = tuple(_fields(row, currency) for row in content["kpi"])
    return content["place"], KpiSet(path.stem, content["title"], kpis)


def _fields(row: Mapping[str, Any], currency: str) -> dict[str, Any]:
    amounts = {name: Decimal(row[name]) for name in _AMOUNTS if name in row}
    unit = currency if row["unit"] == "EUR" else row["unit"]
    return {**row, **amounts, "unit": unit}
