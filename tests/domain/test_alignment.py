"""What supports what, and the one order of the tree."""

from datetime import date

import pytest

from okrdesk.domain import tables as t
from okrdesk.domain.alignment import (
    ancestors,
    fits_below,
    links_to,
    parent_of,
    supporters,
    target_objective,
    top_objectives,
    unaligned,
)
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tree import children_of, mission_id, walk
from okrdesk.domain.words import Horizon, Level
from tests.domain.world import YEAR, World


class Plan(World):
    """Mission, a top objective with a key result, one objective under each, and a loose one."""

    def __init__(self) -> None:
        super().__init__()
        self.top = self.objective("Top", position=2)
        self.first = self.objective("First", position=1)
        self.loose = self.objective("Loose", position=3)
        self.result = self.key_result(self.top)
        self.below, self.deep = self.objective("Below"), self.objective("Deep")
        self.link(self.top, position=2)
        self.link(self.first, position=1)
        self.up = self.link(self.below, objective=self.top)
        self.link(self.deep, key_result=self.result)
        self.link(self.deep, objective=self.first, primary=False)


def test_the_place_of_an_objective() -> None:
    plan = Plan()
    snapshot = plan.snapshot
    assert [row.id for row in top_objectives(snapshot)] == [plan.first, plan.top]
    assert [row.id for row in unaligned(snapshot)] == [plan.loose]
    link = parent_of(snapshot, plan.below)
    assert link is not None
    assert link.id == plan.up
    assert parent_of(snapshot, plan.loose) is None
    assert [row.id for row in supporters(snapshot, plan.top)] == [plan.below]
    assert [row.id for row in supporters(snapshot, plan.result)] == [plan.deep]
    assert supporters(snapshot, plan.first) == []
    assert [link.child for link in links_to(snapshot, plan.first)] == [plan.deep]


def test_a_link_ends_at_an_objective_a_key_result_or_the_mission() -> None:
    plan = Plan()
    ends = {
        link.child: target_objective(plan.snapshot, link)
        for link in plan.snapshot.rows(t.LINK)
        if link.primary
    }
    assert ends == {plan.top: None, plan.first: None, plan.below: plan.top, plan.deep: plan.top}


def test_what_stands_above() -> None:
    plan = Plan()
    lowest = plan.objective()
    plan.link(lowest, objective=plan.deep)
    found = ancestors(plan.snapshot, lowest)
    assert [row.id for row in found] == [plan.deep, plan.top]
    assert list(ancestors(plan.snapshot, plan.loose)) == []


def test_a_circle_ends() -> None:
    world = World()
    one, two = world.objective(), world.objective()
    world.link(one, objective=two)
    world.link(two, objective=one)
    assert [row.id for row in ancestors(world.snapshot, one)] == [two]
    assert [item for item, _parent, _depth in walk(world.snapshot)] == [world.organisation]


@pytest.mark.parametrize(
    ("child", "parent", "fits"),
    [
        ((Level.TEAM, "quarter"), (Level.COMPANY, "quarter"), True),
        ((Level.TEAM, "quarter"), (Level.INDIVIDUAL, "quarter"), False),
        ((Level.TEAM, "quarter"), (Level.TEAM, "quarter"), True),
        ((Level.TEAM, "quarter"), (Level.TEAM, "year"), True),
        ((Level.TEAM, "year"), (Level.TEAM, "quarter"), False),
        ((Level.TEAM, "year"), (Level.TEAM, "own"), True),
        ((Level.TEAM, "year"), (Level.TEAM, None), True),
    ],
)
def test_who_may_support_whom(
    child: tuple[Level, str | None], parent: tuple[Level, str | None], *, fits: bool
) -> None:
    world = World()
    cycles = {
        None: None,
        "quarter": world.quarter,
        "year": world.cycle("2026", Horizon.YEAR, *YEAR),
        "own": world.cycle("Own", Horizon.CUSTOM, date(2026, 2, 1), date(2026, 2, 3)),
    }
    low, high = (world.objective(level=lv, cycle=cycles[name]) for lv, name in (child, parent))
    rows = [world.snapshot.get(t.OBJECTIVE, row) for row in (low, high)]
    assert fits_below(world.snapshot, *rows) is fits


def test_the_order_of_the_tree() -> None:
    plan = Plan()
    assert mission_id(plan.snapshot) == plan.organisation
    assert children_of(plan.snapshot, plan.organisation) == [plan.first, plan.top]
    assert children_of(plan.snapshot, plan.top) == [plan.result, plan.below]
    assert list(walk(plan.snapshot)) == [
        (plan.organisation, None, 0),
        (plan.first, plan.organisation, 1),
        (plan.top, plan.organisation, 1),
        (plan.result, plan.top, 2),
        (plan.deep, plan.result, 3),
        (plan.below, plan.top, 2),
        (plan.loose, None, 0),
    ]


def test_an_empty_plan_has_no_tree() -> None:
    assert mission_id(Snapshot()) is None
    assert list(walk(Snapshot())) == []


def test_what_two_places_claim_is_shown_once() -> None:
    plan = Plan()
    plan.link(plan.below, objective=plan.first)
    items = [item for item, _parent, _depth in walk(plan.snapshot)]
    assert items.count(plan.below) == 1
