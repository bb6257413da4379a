"""Items that are dropped elsewhere in the tree go there together, in one step."""

import pytest

from okrdesk.app import commands as c
from okrdesk.domain import tables as t
from okrdesk.domain.alignment import parent_of, unaligned
from okrdesk.domain.errors import UserError
from okrdesk.domain.tree import children_of
from okrdesk.domain.words import Level
from tests.app.plan import Plan


@pytest.fixture
def above(plan: Plan, quarter: int) -> int:
    made = plan.run(c.create_objective, "Above", cycle=quarter, level=Level.COMPANY)
    plan.run(c.align, made, c.MISSION)
    return int(made)


@pytest.fixture
def three(plan: Plan, quarter: int, above: int) -> list[int]:
    """Three objectives that support the one above, in order."""
    made = [plan.run(c.create_objective, f"Goal {n}", cycle=quarter) for n in range(3)]
    for item in made:
        plan.run(c.align, item, above)
    return [int(item) for item in made]


def test_several_go_before_a_sibling_in_their_order(
    plan: Plan, above: int, three: list[int]
) -> None:
    first, second, third = three
    plan.run(c.move_items, [second, third], above, before=first)
    assert children_of(plan.snapshot, above) == [second, third, first]
    plan.run(c.move_items, [second], above, after=first)
    assert children_of(plan.snapshot, above) == [third, first, second]
    plan.run(c.move_items, [third, first], above, after=third)
    assert children_of(plan.snapshot, above) == [third, first, second]


def test_onto_a_row_they_support_it(plan: Plan, above: int, three: list[int]) -> None:
    plan.run(c.move_items, three[1:], three[0])
    assert children_of(plan.snapshot, three[0]) == three[1:]
    assert children_of(plan.snapshot, above) == three[:1]


def test_key_results_go_to_another_objective_in_order(plan: Plan, three: list[int]) -> None:
    first, second, _ = three
    own = [plan.run(c.create_key_result, first, f"K{n}", target=9) for n in range(3)]
    there = plan.run(c.create_key_result, second, "There", target=9)
    plan.run(c.move_items, own[:2], second, before=there)
    assert list(plan.snapshot.child_ids(t.KEY_RESULT, "objective", second)) == [*own[:2], there]
    plan.run(c.move_items, own[2:], second)
    assert plan.snapshot.child_ids(t.KEY_RESULT, "objective", first) == ()


def test_both_kinds_together_and_what_is_below_stays_below(plan: Plan, three: list[int]) -> None:
    first, second, third = three
    own = plan.run(c.create_key_result, first, "Own", target=9)
    loose = plan.run(c.create_key_result, second, "Loose", target=9)
    plan.run(c.move_items, [first, own, loose], third)
    assert children_of(plan.snapshot, third) == [loose, first]
    assert children_of(plan.snapshot, first) == [own]


def test_out_of_the_tree_and_below_a_key_result(plan: Plan, three: list[int]) -> None:
    first, second, third = three
    own = plan.run(c.create_key_result, first, "Own", target=9)
    plan.run(c.move_items, [second], own)
    assert children_of(plan.snapshot, own) == [second]
    plan.run(c.move_items, [second, third], None)
    assert [row.id for row in unaligned(plan.snapshot)][-2:] == [second, third]
    plan.run(c.move_items, [third], c.MISSION)
    assert parent_of(plan.snapshot, third) is not None


def test_what_the_rules_forbid(plan: Plan, above: int, three: list[int]) -> None:
    own = plan.run(c.create_key_result, three[0], "Own", target=9)
    for items, below in (([above], three[0]), ([own], c.MISSION), ([own], None), ([own], own)):
        assert not c.can_move(plan.snapshot, items, below)
        with pytest.raises(UserError):
            plan.run(c.move_items, items, below)
    assert c.can_move(plan.snapshot, [own], three[1])
    assert c.can_move(plan.snapshot, three[1:], three[0])
    assert c.can_move(plan.snapshot, three, None)
