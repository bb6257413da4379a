"""What objectives may support, the nearest first."""

from datetime import date

from okrdesk.app import commands as c
from okrdesk.app.support_choices import Nearness, SupportChoices
from okrdesk.domain.words import Horizon
from tests.app.plan import Plan


def titles(plan: Plan, *objectives: int) -> dict[Nearness, list[str]]:
    groups = SupportChoices(plan.snapshot, objectives).objectives()
    return {near: [row.title for row in rows] for near, rows in groups.items() if rows}


def test_one_level_up_comes_before_what_is_higher_and_beside(plan: Plan) -> None:
    new = {
        level: plan.run(c.create_objective, level, level=level)
        for level in ("company", "department", "team", "individual")
    }
    twin = plan.run(c.create_objective, "twin", level="team")
    assert titles(plan, new["team"]) == {
        Nearness.ONE_UP: ["department"],
        Nearness.HIGHER: ["company"],
        Nearness.BESIDE: ["twin"],
    }
    plan.run(c.align, twin, new["team"])
    key_result = plan.run(c.create_key_result, new["team"], "5 calls")
    plan.run(c.also_support, twin, key_result)
    assert titles(plan, new["team"])[Nearness.ONE_UP] == ["department"]
    assert Nearness.BESIDE not in titles(plan, new["team"])
    assert titles(plan, twin) == {Nearness.ONE_UP: ["department"], Nearness.HIGHER: ["company"]}
    assert titles(plan, twin, new["individual"])[Nearness.ONE_UP] == ["department"]
    assert titles(plan, new["company"]) == {}
    assert "Nothing stands above" in str(SupportChoices(plan.snapshot, [twin]).why_none())


def test_a_longer_horizon_of_the_same_level_is_one_up(plan: Plan, quarter: int) -> None:
    year = plan.run(c.ensure_cycle, Horizon.YEAR, plan.today)
    plan.run(c.create_objective, "year", cycle=year, level="company")
    low = plan.run(c.create_objective, "quarter", cycle=quarter, level="company")
    plan.run(c.create_objective, "beside", cycle=quarter, level="company")
    own = plan.run(c.create_cycle, "Own", "custom", date(2026, 7, 1), date(2026, 7, 9))
    plan.run(c.create_objective, "custom", cycle=own, level="company")
    assert titles(plan, low) == {
        Nearness.ONE_UP: ["year"],
        Nearness.BESIDE: ["beside", "custom"],
    }
    plan.run(c.close_cycle, year)
    assert Nearness.ONE_UP not in titles(plan, low)


def test_key_results_can_be_supported_unless_they_are(
    plan: Plan, objective: int, key_result: int
) -> None:
    other = plan.run(c.create_key_result, objective, "Other", start=0, target=1)
    child = plan.run(c.create_objective, "Child", supports=key_result)
    assert list(SupportChoices(plan.snapshot, [child]).key_results()) == [other]
    assert list(SupportChoices(plan.snapshot, [objective]).key_results()) == []
    assert list(SupportChoices(plan.snapshot, [child, child]).key_results()) == [key_result, other]
