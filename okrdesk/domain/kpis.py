"""Rows of the KPIs: what is watched, targets, values, links. Conventions: ``entities.py``."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from okrdesk.domain.words import Aggregation, KpiLevel, KpiNature, KpiRule, KpiStrength, Rhythm


class Kpi(NamedTuple):
    """A health number that lives across cycles."""

    id: int
    name: str
    level: KpiLevel = KpiLevel.HIGH
    nature: KpiNature = KpiNature.OPERATIONAL
    rule: KpiRule = KpiRule.AT_LEAST
    unit: str = ""
    decimals: int = 0
    baseline: Decimal | None = None
    target: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    near: Decimal | None = None
    """The second limit; of a range how far beyond its ends. None: 15 % of the target beyond it."""
    rhythm: Rhythm = Rhythm.MONTHLY
    aggregation: Aggregation = Aggregation.LAST
    resets: bool = False
    """Counting starts again with each period."""
    team: int | None = None
    owner: int | None = None
    description: str = ""
    active: bool = True
    position: float = 0.0


class KpiTarget(NamedTuple):
    """The target of a KPI for the period that starts on a day, until the next one."""

    id: int
    kpi: int
    start: date
    target: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None


class KpiValue(NamedTuple):
    """A measurement. Qualitative: 2 good, 1 fair, 0 poor."""

    id: int
    kpi: int
    date: date
    entered: str
    value: Decimal
    note: str = ""
    author: int | None = None


class KpiLink(NamedTuple):
    """A cell of the matrix of objectives and KPIs."""

    id: int
    objective: int
    kpi: int
    strength: KpiStrength = KpiStrength.DIRECT
    since: date | None = None
