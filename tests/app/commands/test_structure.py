from datetime import date

from okrdesk.app import commands as c
from okrdesk.domain import tables as t
from tests.app.plan import Plan


def titles(rows: list[object]) -> list[str]:
    return [str(getattr(row, "title", "")) for row in rows]


def test_key_results_change_places(plan: Plan, objective: int) -> None:
    a, b, d = (plan.run(c.create_key_result, objective, name) for name in "abd")
    plan.run(c.reorder, t.KEY_RESULT, d, before=a)
    assert titles(plan.children(t.KEY_RESULT, "objective", objective)) == ["d", "a", "b"]
    plan.run(c.reorder, t.KEY_RESULT, d, after=a)
    assert titles(plan.children(t.KEY_RESULT, "objective", objective)) == ["a", "d", "b"]
    plan.run(c.reorder, t.KEY_RESULT, a)
    assert titles(plan.children(t.KEY_RESULT, "objective", objective)) == ["d", "b", "a"]
    other = plan.run(c.create_key_result, plan.run(c.create_objective, "Other"), "x")
    sentence = "The two do not stand side by side. Choose another place."
    assert plan.refused(c.reorder, t.KEY_RESULT, a, before=other) == (sentence, None)
    plan.run(c.reorder, t.KEY_RESULT, other)
    assert b


def test_there_is_always_room_between(plan: Plan, objective: int) -> None:
    a, b, d = (plan.run(c.create_key_result, objective, name) for name in "abd")
    for _ in range(30):
        plan.run(c.reorder, t.KEY_RESULT, d, after=a)
        plan.run(c.reorder, t.KEY_RESULT, b, after=a)
    assert titles(plan.children(t.KEY_RESULT, "objective", objective)) == ["a", "b", "d"]


def test_objectives_change_places_in_the_tree(plan: Plan) -> None:
    top = plan.run(c.create_objective, "Top", level="company")
    a, b = (plan.run(c.create_objective, name, supports=top) for name in "ab")
    plan.run(c.reorder, t.OBJECTIVE, b, before=a)
    assert [link.child for link in plan.children(t.LINK, "objective", top)] == [b, a]
    assert plan.get(t.OBJECTIVE, b).position < plan.get(t.OBJECTIVE, a).position
    loose = plan.run(c.create_objective, "Loose")
    plan.run(c.reorder, t.OBJECTIVE, loose, before=top)
    assert plan.get(t.OBJECTIVE, loose).position < plan.get(t.OBJECTIVE, top).position
    plan.run(c.align, loose, c.MISSION)
    plan.run(c.align, top, c.MISSION)
    plan.run(c.reorder, t.OBJECTIVE, top, before=loose)
    assert plan.get(t.OBJECTIVE, top).position < plan.get(t.OBJECTIVE, loose).position
    key_result = plan.run(c.create_key_result, top, "KR")
    first = plan.run(c.also_support, a, key_result)
    second = plan.run(c.also_support, b, key_result)
    plan.run(c.reorder, t.LINK, second, before=first)
    assert [link.child for link in plan.children(t.LINK, "key_result", key_result)] == [b, a]


def test_everything_below_goes_and_each_row_is_recorded(
    plan: Plan, objective: int, key_result: int
) -> None:
    plan.run(c.check_in, key_result, 3)
    below = plan.run(c.create_objective, "Below", level="individual", supports=key_result)
    beside = plan.run(c.create_objective, "Beside", level="individual", supports=objective)
    plan.run(c.also_support, beside, key_result)
    plan.run(c.add_initiative, "Do", item=key_result)
    plan.run(c.add_initiative, "Sub", parent=plan.rows(t.INITIATIVE)[0].id)
    plan.run(c.add_comment, objective, "Well done")
    plan.run(c.create_objective, "Below Beside", level="individual", supports=beside)
    follower = plan.run(c.create_objective, "Next", predecessor=objective)
    plan.run(c.delete_item, objective)
    assert [row.id for row in plan.rows(t.OBJECTIVE)] == [follower]
    assert plan.get(t.OBJECTIVE, follower).predecessor is None
    gone = {change.id for change in plan.changes if change.after is None}
    assert {objective, key_result, below, beside} <= gone
    tables = [t.KEY_RESULT, t.TERMS, t.CHECK_IN, t.LINK, t.INITIATIVE, t.COMMENT]
    assert [plan.snapshot.count(table) for table in tables] == [0] * 6
    plan.holds_together()


def test_a_diamond_goes_once(plan: Plan, objective: int) -> None:
    left = plan.run(c.create_objective, "Left", level="individual", supports=objective)
    plan.run(c.create_objective, "Right", level="individual", supports=left)
    plan.run(c.also_support, plan.rows(t.OBJECTIVE)[-1].id, objective)
    plan.run(c.delete_row, t.OBJECTIVE, objective)
    assert plan.rows(t.OBJECTIVE) == []


def test_supporting_objectives_may_stay(plan: Plan, objective: int, key_result: int) -> None:
    below = plan.run(c.create_objective, "Below", level="individual", supports=key_result)
    plan.run(c.delete_item, objective, keep_supporting=True)
    assert [row.id for row in plan.rows(t.OBJECTIVE)] == [below]
    assert plan.rows(t.LINK) == []


def test_smaller_things_go_too(plan: Plan, objective: int, key_result: int) -> None:
    check_in = plan.run(c.check_in, key_result, 3)
    initiative = plan.run(c.add_initiative, "Do", item=objective)
    comment = plan.run(c.add_comment, initiative, "When?")
    kpi = plan.run(c.create_kpi, "NPS")
    for item in (check_in, comment, initiative, kpi):
        plan.run(c.delete_item, item)
    plan.run(c.delete_row, t.KEY_RESULT, key_result)
    assert plan.snapshot.count(t.KEY_RESULT) == 0
    gone = "This is no longer in the plan. Choose again."
    assert plan.refused(c.delete_item, key_result) == (gone, None)
    assert plan.refused(c.delete_row, t.TEAM, 5) == (gone, None)


def test_a_kpi_stays_while_it_feeds_a_result(plan: Plan, objective: int) -> None:
    kpi = plan.run(c.create_kpi, "NPS")
    fed = plan.run(c.create_key_result, objective, "Raise NPS", kpi=kpi, start=30, target=50)
    plan.run(c.record_kpi_value, kpi, 40, on=date(2026, 8, 1))
    sentence = "“NPS” is still used by “Raise NPS”. Nothing was deleted. Move or delete that first."
    assert plan.refused(c.delete_item, kpi) == (sentence, None)
    plan.run(c.change_key_result, fed, kpi=None)
    plan.run(c.delete_item, kpi)
    assert plan.snapshot.count(t.KPI_VALUE) == 0
