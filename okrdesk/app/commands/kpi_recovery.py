"""From a KPI that is off its target to the OKR that brings it back."""

from decimal import Decimal
from typing import Any

from okrdesk.app.commands.command import command
from okrdesk.app.commands.cycles import ensure_cycle
from okrdesk.app.commands.key_results import create_key_result
from okrdesk.app.commands.kpis import link_kpi
from okrdesk.app.commands.objectives import create_objective
from okrdesk.app.commands.support_rules import MISSION
from okrdesk.domain.entities import Kpi
from okrdesk.domain.kpi_overview import KpiLine, kpi_line
from okrdesk.domain.people import is_solo
from okrdesk.domain.words import Horizon, KpiLevel, KpiRule, KpiStrength, Level, ObjectiveState
from okrdesk.storage.transaction import Transaction


@command("New objective from KPI")
def recover_kpi(
    tx: Transaction,
    kpi: int,
    title: str,
    key_result: str,
    *,
    description: str = "",
    cycle: int | None = None,
) -> int:
    """Adds a draft that the KPI measures: one key result from its value to its target.

    ``title`` and ``key_result`` are its words, ``description`` what drives the KPI. It is of the
    company for a high-level KPI, else of the KPI's team, and in this quarter unless ``cycle`` is
    given. A target that is met already is left open. Returns the id of the objective.
    """
    line = kpi_line(tx.snapshot, kpi, tx.today)
    objective = create_objective(
        tx,
        title,
        cycle=cycle or ensure_cycle(tx, Horizon.QUARTER, tx.today),
        level=_level(tx, line.kpi),
        team=line.kpi.team,
        owner=line.kpi.owner,
        supports=MISSION,
        description=description,
        state=ObjectiveState.DRAFT,
    )
    create_key_result(tx, objective, key_result, kpi=kpi, **_measure(line))
    link_kpi(tx, objective, kpi, KpiStrength.DIRECT)
    return objective


def way_back(line: KpiLine) -> tuple[Decimal | None, Decimal | None]:
    """Where a KPI stands and where it should be; no target where it is met already."""
    value, asked = line.value, line.limits
    if line.kpi.rule is KpiRule.RANGE:
        ends = (asked.low, asked.high)
        above = value is not None and asked.high is not None and value > asked.high
        target = ends[above]
        met = value is None or asked.low is None or asked.low <= value
        return value, None if met and not above else target
    falling = line.kpi.rule in (KpiRule.AT_MOST, KpiRule.DECREASE_TO)
    if value is None or asked.target is None:
        return value, asked.target
    met = value <= asked.target if falling else value >= asked.target
    return value, None if met else asked.target


def _measure(line: KpiLine) -> dict[str, Any]:
    kpi = line.kpi
    if kpi.rule is KpiRule.QUALITATIVE:
        return {"kind": "rubric"}
    start, target = way_back(line)
    if start is None:
        start = kpi.baseline
    kind = "percent" if kpi.unit == "%" else "number"
    if len(kpi.unit) == 3 and kpi.unit.isupper():
        kind = "currency"
    return {
        "kind": kind,
        "start": start,
        "target": None if target == start else target,
        "unit": "" if kind == "percent" else kpi.unit,
        "decimals": kpi.decimals,
    }


def _level(tx: Transaction, kpi: Kpi) -> Level:
    if is_solo(tx.snapshot):
        return Level.INDIVIDUAL
    return Level.COMPANY if kpi.level is KpiLevel.HIGH else Level.TEAM
