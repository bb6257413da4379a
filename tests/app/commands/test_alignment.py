from datetime import date

import pytest

from okrdesk.app import commands as c
from okrdesk.domain import tables as t
from tests.app.plan import Plan


@pytest.fixture
def top(plan: Plan) -> int:
    return int(plan.run(c.create_objective, "Top", level="company", supports=c.MISSION))


def test_an_objective_has_one_place(plan: Plan, objective: int, top: int) -> None:
    link = plan.run(c.align, objective, top)
    row = plan.get(t.LINK, link)
    assert (row.objective, row.primary, row.contributes) == (top, True, False)
    key_result = plan.run(c.create_key_result, top, "Revenue")
    assert plan.run(c.align, objective, key_result, contributes=True) == link
    row = plan.get(t.LINK, link)
    assert (row.objective, row.key_result, row.contributes) == (None, key_result, True)
    plan.run(c.align, objective, top)
    assert plan.get(t.LINK, link).contributes, "a move keeps what the link was"
    plan.run(c.align, objective, 1)
    row = plan.get(t.LINK, link)
    assert (row.objective, row.key_result, row.contributes) == (None, None, False)
    plan.run(c.unalign, objective)
    plan.run(c.unalign, objective)
    assert plan.children(t.LINK, "child", objective) == []


def test_further_supports(plan: Plan, objective: int, top: int) -> None:
    second = plan.run(c.create_objective, "Second", level="company")
    plan.run(c.align, objective, top)
    also = plan.run(c.also_support, objective, second)
    assert not plan.get(t.LINK, also).primary
    assert plan.run(c.also_support, objective, second, contributes=True) == also
    assert plan.get(t.LINK, also).contributes
    plan.run(c.set_contributes, also, contributes=False)
    assert not plan.get(t.LINK, also).contributes
    plan.run(c.align, objective, second)
    assert [row.primary for row in plan.children(t.LINK, "child", objective)] == [True]
    third = plan.run(c.also_support, objective, top)
    plan.run(c.remove_link, third)
    plan.run(c.remove_link, plan.children(t.LINK, "child", objective)[0].id)
    assert plan.children(t.LINK, "child", objective) == []


def test_a_circle_is_refused(plan: Plan, objective: int) -> None:
    other = plan.run(c.create_objective, "Other", supports=objective)
    sentence = (
        "“{}” is this objective or stands below it, so this would be a circle. Choose another one."
    )
    assert plan.refused(c.align, objective, objective) == (
        sentence.format("Delight customers"),
        "supports",
    )
    assert plan.refused(c.align, objective, other) == (sentence.format("Other"), "supports")
    key_result = plan.run(c.create_key_result, other, "Below")
    assert plan.refused(c.also_support, objective, key_result)[1] == "supports"


def test_only_what_is_above_is_supported(plan: Plan, objective: int, top: int) -> None:
    sentence = (
        "“Delight customers” is not above “Top”. An objective supports one of a higher level, "
        "or of the same level with the same or a longer horizon."
    )
    assert plan.refused(c.align, top, objective) == (sentence, "supports")
    assert plan.refused(c.align, objective, 99)[1] == "supports"


@pytest.mark.parametrize(
    ("horizon", "days", "fits"),
    [
        ("year", (date(2026, 1, 1), date(2026, 12, 31)), True),
        ("quarter", (date(2026, 10, 1), date(2026, 12, 31)), True),
        ("month", (date(2026, 7, 1), date(2026, 7, 31)), False),
        ("custom", (date(2026, 7, 1), date(2026, 7, 8)), True),
    ],
)
def test_the_same_level_needs_as_long_a_horizon(
    plan: Plan, objective: int, horizon: str, days: tuple[date, date], *, fits: bool
) -> None:
    cycle = plan.run(c.create_cycle, "Other", horizon, *days)
    above = plan.run(c.create_objective, "Above", cycle=cycle)
    if fits:
        plan.run(c.align, objective, above)
    else:
        assert plan.refused(c.align, objective, above)[1] == "supports"


def test_a_level_stays_below_what_it_supports(plan: Plan, objective: int, top: int) -> None:
    plan.run(c.align, objective, top)
    key_result = plan.run(c.create_key_result, objective, "Interviews")
    plan.run(c.create_objective, "Mine", level="individual", supports=key_result)
    assert plan.refused(c.change_objective, top, level="individual")[1] == "supports"
    plan.run(c.change_objective, objective, level="department")
    month = plan.run(c.create_cycle, "July", "month", date(2026, 7, 1), date(2026, 7, 31))
    plan.run(c.create_objective, "Peer", level="department", supports=objective)
    plan.run(c.change_objective, objective, cycle=month)
    plan.holds_together()


def test_the_mission_has_no_number(plan: Plan, top: int) -> None:
    (link,) = plan.children(t.LINK, "child", top)
    assert plan.refused(c.set_contributes, link.id, contributes=True) == (
        "The mission has no number that this could count for.",
        "contributes",
    )
    assert plan.refused(c.also_support, top, c.MISSION) == (
        "The mission is a place in the tree. Choose an objective.",
        "supports",
    )


def test_shares_leave_no_more_than_there_is(
    plan: Plan, objective: int, key_result: int, top: int
) -> None:
    second = plan.run(c.create_key_result, objective, "Second", share=80)
    refusal = ("20% is left. Use that much or less, or give others a smaller share.", "share")
    assert plan.refused(c.set_share, key_result, 20.5) == refusal
    assert plan.refused(c.change_key_result, key_result, share=21) == refusal
    assert plan.refused(c.create_key_result, objective, "Third", share=21) == refusal
    assert plan.refused(c.set_share, key_result, 101) == (
        "Use a number from 0 to 100.",
        "share",
    )
    plan.run(c.set_share, key_result, 20)
    plan.run(c.set_share, second, None)
    plan.run(c.set_share, key_result, 100)
    plan.run(c.set_weight, key_result, 0)
    assert plan.get(t.KEY_RESULT, key_result).weight == 0
    plan.run(c.change_objective, top, drivers="both")
    plan.run(c.create_key_result, top, "Revenue", share=60)
    plan.run(c.align, objective, top, contributes=True)
    assert plan.refused(c.change_objective, objective, share=50)[0].startswith("40% is left.")
    other = plan.run(c.create_objective, "Other", supports=top, contributes=True, share=30)
    plan.run(c.set_share, objective, 10)
    assert plan.refused(c.set_share, other, 31)[0].startswith("30% is left.")
    plan.run(c.change_objective, top, drivers="children")
    plan.run(c.set_share, other, 90)
    revenue = plan.children(t.KEY_RESULT, "objective", top)[0].id
    plan.run(c.align, objective, revenue)
    plan.run(c.set_share, objective, 100)


def test_what_is_for_show_takes_no_share(plan: Plan, objective: int, top: int) -> None:
    plan.run(c.change_objective, top, drivers="children")
    plan.run(c.create_objective, "Shown", supports=top, share=90)
    link = plan.run(c.align, objective, top, contributes=True)
    assert plan.run(c.align, objective, top) == link
    plan.run(c.set_share, objective, 100)
