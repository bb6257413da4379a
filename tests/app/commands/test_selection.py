"""What is done with a selection: each is one command, so one step of undo."""

from datetime import date

import pytest

from okrdesk.app import commands as c
from okrdesk.domain import tables as t
from okrdesk.domain.scoring import Scores
from okrdesk.domain.selection import place_of, tops
from okrdesk.domain.tree import children_of
from okrdesk.domain.words import Horizon, Status
from tests.app.plan import Plan


@pytest.fixture
def below(plan: Plan, objective: int, quarter: int, key_result: int) -> int:
    """An objective that supports the key result."""
    child = plan.run(c.create_objective, "Call them", cycle=quarter, supports=key_result)
    plan.run(c.create_key_result, child, "Calls", start=0, target=20)
    plan.run(c.align, objective, c.MISSION)
    return int(child)


def status_of(plan: Plan, item: int) -> Status | None:
    return Scores(plan.snapshot, plan.today).item(item).status


def test_the_tops_of_a_selection_hold_the_others(
    plan: Plan, objective: int, key_result: int, below: int
) -> None:
    assert tops(plan.snapshot, [below, key_result, objective, objective]) == [objective]
    assert tops(plan.snapshot, [below, below]) == [below]
    assert place_of(plan.snapshot, below) == key_result
    assert place_of(plan.snapshot, objective) is None


def test_one_status_for_many(plan: Plan, objective: int, key_result: int) -> None:
    items = [objective, key_result]
    plan.run(c.set_statuses, items, Status.AT_RISK, "A supplier left")
    assert [status_of(plan, item) for item in items] == [Status.AT_RISK] * 2
    assert [row.reason for row in plan.rows(t.STATUS_OVERRIDE)] == ["A supplier left"] * 2
    plan.run(c.set_statuses, items, None)
    assert plan.rows(t.STATUS_OVERRIDE) == []


def test_confidence_is_a_check_in_of_key_results(
    plan: Plan, objective: int, key_result: int
) -> None:
    plan.run(c.set_statuses, [objective, key_result], "behind", "Slow", confidence=4)
    (entry,) = plan.rows(t.CHECK_IN)
    assert (entry.key_result, entry.confidence, entry.status) == (key_result, 4, Status.BEHIND)
    assert entry.note == "Slow"
    (own,) = plan.rows(t.STATUS_OVERRIDE)
    assert own.objective == objective
    plan.run(c.set_statuses, [key_result], None, confidence=7)
    assert [row.status for row in plan.rows(t.CHECK_IN)] == [None, None]


def test_one_owner_for_many_who_may_be_new(plan: Plan, objective: int, key_result: int) -> None:
    mei = plan.run(c.create_person, "Mei Tan")
    ada = plan.run(c.create_person, "Ada")
    plan.run(c.set_owners, objective, [mei, ada])
    new = plan.run(c.give_owner, [objective, key_result], "Zoë")
    assert plan.get(t.KEY_RESULT, key_result).owner == new
    assert plan.get(t.OBJECTIVE, objective).owner == new
    assert [row.person for row in plan.rows(t.OBJECTIVE_OWNER)] == [ada]
    assert plan.run(c.give_owner, [objective], "mei tan") == mei
    assert plan.run(c.give_owner, [objective], ada) == ada
    assert plan.rows(t.OBJECTIVE_OWNER) == []
    assert plan.run(c.give_owner, [objective, key_result], None) is None
    assert plan.get(t.OBJECTIVE, objective).owner is None
    assert plan.refused(c.give_owner, [objective], "  ")[1] == "owner"


def test_tags_come_and_go_for_many(plan: Plan, objective: int) -> None:
    other = plan.run(c.create_objective, "Other")
    plan.run(c.set_tags, other, ["Care", "old"])
    plan.run(c.change_tags, [objective, other], add=["#care", "new"], drop=["OLD"])
    tags = [
        [r.tag for r in plan.children(t.OBJECTIVE_TAG, "objective", o)] for o in (objective, other)
    ]
    assert tags == [["care", "new"], ["Care", "new"]]


def test_deleting_many_counts_what_went(
    plan: Plan, objective: int, key_result: int, below: int
) -> None:
    other = plan.run(c.create_objective, "Other")
    gone = plan.run(c.delete_items, [key_result, objective, other, below])
    assert gone == c.Deleted(3, 2)
    assert plan.rows(t.OBJECTIVE) == []
    assert plan.run(c.delete_items, []) == c.Deleted(0, 0)


def test_copies_stand_right_behind(plan: Plan, objective: int, key_result: int, below: int) -> None:
    last = plan.run(c.create_key_result, objective, "Last", start=0, target=5)
    plan.run(c.check_in, key_result, 10)
    (copy,) = plan.run(c.duplicate_items, [key_result])
    assert children_of(plan.snapshot, objective) == [key_result, copy, last]
    assert plan.get(t.KEY_RESULT, copy).title == "Interviews"
    assert plan.children(t.CHECK_IN, "key_result", copy) == []
    other = plan.run(c.create_objective, "Other", supports=c.MISSION)
    (twin,) = plan.run(c.duplicate_items, [objective, last])
    assert children_of(plan.snapshot, 1) == [objective, twin, other]
    assert len(plan.children(t.KEY_RESULT, "objective", twin)) == 3
    plan.holds_together()


def test_parent_and_child_move_to_a_longer_cycle_together(
    plan: Plan, objective: int, key_result: int
) -> None:
    below = plan.run(
        c.create_objective,
        "Below",
        cycle=plan.get(t.OBJECTIVE, objective).cycle,
        supports=objective,
    )
    year = plan.run(c.ensure_cycle, Horizon.YEAR, date(2027, 1, 1))
    for order in ([objective, below], [below, objective]):
        before = plan.snapshot
        plan.run(c.move_to_cycle, order, year)
        assert {plan.get(t.OBJECTIVE, item).cycle for item in order} == {year}
        plan.snapshot = before
    assert "is not above" in plan.refused(c.move_to_cycle, [below], year)[0]


def test_many_are_linked_and_let_go(plan: Plan, objective: int, key_result: int) -> None:
    children = [plan.run(c.create_objective, title) for title in ("One", "Two")]
    plan.run(c.link_all, children, key_result)
    assert children_of(plan.snapshot, key_result) == children
    plan.run(c.also_support_all, children, objective)
    assert len(plan.rows(t.LINK)) == 4
    plan.run(c.link_all, children, None)
    assert children_of(plan.snapshot, key_result) == []
    assert len(plan.rows(t.LINK)) == 2
