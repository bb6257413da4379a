from datetime import date
from decimal import Decimal

import pytest

from okrdesk.app import commands as c
from okrdesk.domain import tables as t
from okrdesk.domain.matrix import NO_KPI, watch_rule
from okrdesk.domain.words import KpiStrength
from tests.app.plan import Plan


@pytest.fixture
def kpi(plan: Plan) -> int:
    return int(plan.run(c.create_kpi, "Net promoter score", unit="points", target=50))


def test_values_and_targets(plan: Plan, kpi: int) -> None:
    plan.run(c.change_kpi, kpi, name="NPS", near=45)
    first = plan.run(c.record_kpi_value, kpi, "46.0", on=date(2026, 8, 1), note="Survey")
    assert str(plan.get(t.KPI_VALUE, first).value) == "46.0"
    sentence = "2026-08-01 already has 46.0. Replace it, or choose another day."
    assert plan.refused(c.record_kpi_value, kpi, 47, on=date(2026, 8, 1)) == (sentence, "value")
    assert plan.run(c.record_kpi_value, kpi, 47, on=date(2026, 8, 1), replace=True) == first
    plan.run(c.record_kpi_value, kpi, 48)
    assert [row.value for row in plan.rows(t.KPI_VALUE)] == [47, 48]
    period = plan.run(c.set_kpi_target, kpi, date(2026, 7, 1), target=52)
    assert plan.run(c.set_kpi_target, kpi, date(2026, 7, 1), target=53) == period
    plan.run(c.set_kpi_target, kpi, date(2026, 10, 1), target=55)
    assert [row.target for row in plan.rows(t.KPI_TARGET)] == [53, 55]


def test_a_value_is_put_right(plan: Plan, kpi: int) -> None:
    first = plan.run(c.record_kpi_value, kpi, 46, on=date(2026, 8, 1))
    plan.run(c.record_kpi_value, kpi, 47, on=date(2026, 8, 8))
    row = plan.run(c.change_kpi_value, first, date=date(2026, 8, 2), value=45, note="Counted anew")
    assert (row.date, row.value, row.note) == (date(2026, 8, 2), 45, "Counted anew")
    sentence = "2026-08-08 already has 47. Choose another day."
    assert plan.refused(c.change_kpi_value, first, date=date(2026, 8, 8)) == (sentence, "date")
    plan.run(c.change_kpi, kpi, rule="qualitative")
    assert plan.run(c.change_kpi_value, first, value="good").value == 2


def test_values_by_the_column_replace_what_days_have(plan: Plan, kpi: int) -> None:
    plan.run(c.record_kpi_value, kpi, 46, on=date(2026, 8, 1))
    plan.run(c.record_kpi_values, kpi, [(date(2026, 8, 1), 40), (date(2026, 8, 8), 41)])
    assert [row.value for row in plan.rows(t.KPI_VALUE)] == [40, 41]


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"rule": "range", "low": 4}, ("A range needs both of its limits.", "high")),
        ({"rule": "range", "high": 4}, ("A range needs both of its limits.", "low")),
        (
            {"rule": "range", "low": 4, "high": 3},
            ("The upper limit is below the lower one. Use a larger number.", "high"),
        ),
        ({"target": 1e400}, ("Use a number, for example 640 or +24.", "target")),
    ],
)
def test_what_a_kpi_refuses(
    plan: Plan, kpi: int, fields: dict[str, object], refusal: tuple[str, str]
) -> None:
    assert plan.refused(c.change_kpi, kpi, **fields) == refusal


def test_period_limits_are_in_order(plan: Plan, kpi: int) -> None:
    fields = {"low": 4, "high": 3}
    assert plan.refused(c.set_kpi_target, kpi, date(2026, 7, 1), **fields)[1] == "high"


@pytest.mark.parametrize(("given", "kept"), [("Good", 2), ("fair", 1), ("0", 0), (2, 2)])
def test_a_qualitative_kpi_takes_words(plan: Plan, given: object, kept: int) -> None:
    mood = plan.run(c.create_kpi, "Mood", rule="qualitative")
    row = plan.run(c.record_kpi_value, mood, given)
    assert plan.get(t.KPI_VALUE, row).value == Decimal(kept)


@pytest.mark.parametrize("given", ["great", 3, float("nan")])
def test_a_qualitative_kpi_takes_no_other_word(plan: Plan, given: object) -> None:
    mood = plan.run(c.create_kpi, "Mood", rule="qualitative")
    assert plan.refused(c.record_kpi_value, mood, given) == ("Use good, fair or poor.", "value")


def test_the_matrix(plan: Plan, kpi: int, objective: int) -> None:
    plan.run(c.link_kpi, objective, kpi, "direct")
    plan.run(c.link_kpi, objective, kpi, KpiStrength.INFLUENCES)
    (link,) = plan.rows(t.KPI_LINK)
    assert (link.strength, link.since) == (KpiStrength.INFLUENCES, plan.today)
    plan.run(c.link_kpi, objective, kpi, None)
    plan.run(c.link_kpi, objective, kpi, None)
    assert plan.rows(t.KPI_LINK) == []


def test_a_gap_that_is_meant_to_be(plan: Plan, kpi: int) -> None:
    objective = plan.run(c.create_objective, "Delight")
    for item in (kpi, objective, kpi):
        plan.run(c.watch_only, item)
    assert {(row.rule, row.objective) for row in plan.rows(t.MUTE)} == {
        (watch_rule(kpi), None),
        (NO_KPI, objective),
    }
    plan.run(c.watch_only, kpi, watched=False)
    assert [row.objective for row in plan.rows(t.MUTE)] == [objective]
