"""From a KPI to the objective that brings it back; KPIs by industry."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from okrdesk.app import commands as c
from okrdesk.app.kpi_templates import COMMON, kpi_sets
from okrdesk.domain import tables as t
from okrdesk.domain.kpi_overview import kpi_line
from okrdesk.domain.words import KpiStrength, Level, ObjectiveState, Source
from tests.app.plan import TODAY, Plan


def recovered(plan: Plan, kpi: int) -> tuple[Any, Any, Any]:
    objective = plan.run(c.recover_kpi, kpi, "Bring it back", "From here to there")
    (result,) = plan.children(t.KEY_RESULT, "objective", objective)
    (terms,) = plan.children(t.TERMS, "key_result", result.id)
    return plan.get(t.OBJECTIVE, objective), result, terms


def test_a_draft_of_the_company_that_the_kpi_measures(plan: Plan) -> None:
    owner = plan.run(c.create_person, "Luis")
    kpi = plan.run(c.create_kpi, "Sales", target=450, unit="EUR", owner=owner)
    plan.run(c.record_kpi_value, kpi, 412)
    objective, result, terms = recovered(plan, kpi)
    assert (objective.level, objective.state) == (Level.COMPANY, ObjectiveState.DRAFT)
    assert (objective.owner, plan.get(t.CYCLE, objective.cycle).horizon) == (owner, "quarter")
    assert (result.kpi, result.source, result.kind) == (kpi, Source.KPI, "currency")
    assert (terms.start, terms.target) == (412, 450)
    (link,) = plan.rows(t.KPI_LINK)
    assert (link.objective, link.strength) == (objective.id, KpiStrength.DIRECT)


def test_a_draft_of_the_team_in_the_chosen_cycle(plan: Plan) -> None:
    team = plan.run(c.create_team, "Care")
    kpi = plan.run(c.create_kpi, "Share", level="low", team=team, unit="%", target=80)
    cycle = plan.run(c.create_cycle, "Own", "custom", date(2026, 8, 1), date(2026, 10, 31))
    made = plan.run(c.recover_kpi, kpi, "Back", "From", cycle=cycle, description="Drivers")
    row = plan.get(t.OBJECTIVE, made)
    assert (row.level, row.team, row.cycle, row.description) == (
        *(Level.TEAM, team, cycle, "Drivers"),
    )
    assert plan.children(t.KEY_RESULT, "objective", made)[0].kind == "percent"


def test_of_one_person_and_in_words(plan: Plan) -> None:
    plan.run(c.set_organisation, solo=True)
    kpi = plan.run(c.create_kpi, "Mood", rule="qualitative")
    objective, result, _ = recovered(plan, kpi)
    assert (objective.level, result.kind) == (Level.INDIVIDUAL, "rubric")


@pytest.mark.parametrize(
    ("fields", "value", "way"),
    [
        ({"rule": "at_least", "target": 10}, 8, (8, 10)),
        ({"rule": "at_least", "target": 10}, 10, (10, None)),
        ({"rule": "increase_to", "target": 10}, None, (None, 10)),
        ({"rule": "at_most", "target": 10}, 12, (12, 10)),
        ({"rule": "decrease_to", "target": 10}, 9, (9, None)),
        ({"rule": "at_least"}, 9, (9, None)),
        ({"rule": "range", "low": 4, "high": 5}, 3, (3, 4)),
        ({"rule": "range", "low": 4, "high": 5}, 6, (6, 5)),
        ({"rule": "range", "low": 4, "high": 5}, 4, (4, None)),
        ({"rule": "range", "low": 4, "high": 5}, None, (None, None)),
        ({"rule": "range"}, 4, (4, None)),
    ],
)
def test_the_way_back_leads_to_the_nearest_limit(
    plan: Plan, fields: dict[str, Any], value: int | None, way: tuple[object, object]
) -> None:
    kpi = plan.run(c.create_kpi, "KPI", **fields)
    if value is not None:
        plan.run(c.record_kpi_value, kpi, value)
    assert c.way_back(kpi_line(plan.snapshot, kpi, TODAY)) == way


def test_without_a_value_the_start_is_that_of_the_kpi(plan: Plan) -> None:
    kpi = plan.run(c.create_kpi, "KPI", rule="increase_to", baseline=3, target=10, unit="pts")
    *_, terms = recovered(plan, kpi)
    assert (terms.start, terms.target) == (3, 10)
    plan.run(c.change_kpi, kpi, baseline=10)
    *_, terms = recovered(plan, kpi)
    assert (terms.start, terms.target) == (10, None)


def test_sets_by_industry_are_added_once_and_in_the_currency_of_the_plan(plan: Plan) -> None:
    sets = kpi_sets("USD")
    assert [found.id for found in sets] == [
        *(COMMON, "retail", "sales", "people", "technology", "health", "finance"),
    ]
    for found in sets:
        assert len(plan.run(c.add_kpis, found.kpis)) == 6
    assert plan.run(c.add_kpis, sets[0].kpis) == []
    sales, beds = (
        next(row for row in plan.rows(t.KPI) if row.name == name)
        for name in ("Monthly sales", "Beds in use")
    )
    assert sales.unit == "USD"
    assert (beds.low, beds.high) == (Decimal(85), Decimal(95))
