"""The checklist of initiatives: groups, steps, done ones, and who and what is asked for."""

from datetime import date

from okrdesk.domain import tables as t
from okrdesk.domain.initiative_list import (
    Group,
    Grouping,
    Wanted,
    aims,
    family,
    initiative_groups,
    objective_of,
)
from okrdesk.domain.words import Horizon, ObjectiveState
from tests.domain.world import World

BY_OBJECTIVE, BY_OWNER = Grouping.OBJECTIVE, Grouping.OWNER
MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)


class Plan(World):
    """Two objectives, the second of which comes first in the tree; one has a key result."""

    def __init__(self) -> None:
        super().__init__()
        self.ann, self.ben = self.add(t.PERSON, name="Ann"), self.add(t.PERSON, name="Ben")
        self.loose = self.objective("Loose")
        self.first = self.objective("First")
        self.link(self.first)
        self.result = self.key_result(self.first)

    def do(self, text: str, **fields: object) -> int:
        return self.add(t.INITIATIVE, text=text, **fields)

    def groups(self, grouping: Grouping = BY_OBJECTIVE, **wanted: object) -> list[Group]:
        asked = Wanted(**wanted)  # type: ignore[arg-type]  # its fields by name
        return initiative_groups(self.snapshot, grouping, asked)


def test_below_an_objective_its_own_come_first_and_done_ones_stand_apart() -> None:
    plan = Plan()
    moves = plan.do("Moves the result", key_result=plan.result)
    old = plan.do("Old", objective=plan.first, done=MAY)
    new = plan.do("New", objective=plan.first, done=JUNE)
    whole = plan.do("For all of it", objective=plan.first, position=2.0)
    step = plan.do("A step", objective=plan.first, parent=whole, done=MAY)
    other = plan.do("Elsewhere", objective=plan.loose)
    assert plan.groups() == [
        Group(plan.first, (whole, step, moves), (new, old), (2, 4)),
        Group(plan.loose, (other,), (), (0, 1)),
    ]
    assert family(plan.snapshot, whole) == [whole, step]
    assert objective_of(plan.snapshot, plan.snapshot.get(t.INITIATIVE, moves)) == plan.first


def test_by_owner_the_nearest_day_is_first_and_nobody_last() -> None:
    plan = Plan()
    some = plan.do("Some day", objective=plan.first, owner=plan.ben)
    late = plan.do("June", objective=plan.loose, owner=plan.ben, due=JUNE)
    soon = plan.do("May", key_result=plan.result, owner=plan.ben, due=MAY)
    free = plan.do("Nobody's", objective=plan.first)
    assert plan.groups(BY_OWNER) == [
        Group(plan.ben, (soon, late, some), (), (0, 3)),
        Group(None, (free,), (), (0, 1)),
    ]


def test_only_those_of_a_person_with_the_steps_given_to_them() -> None:
    plan = Plan()
    mine = plan.do("Ann's", objective=plan.first, owner=plan.ann)
    shared = plan.do("Ben's with a step of Ann", objective=plan.loose, owner=plan.ben)
    step = plan.do("Step", objective=plan.loose, parent=shared, owner=plan.ann)
    free = plan.do("Nobody's", objective=plan.first)
    assert [group.open for group in plan.groups(person=plan.ann)] == [(mine,), (shared, step)]
    assert [group.open for group in plan.groups(person=None)] == [(free,)]


def test_only_those_of_a_cycle_and_of_what_is_asked_for() -> None:
    plan = Plan()
    before = plan.cycle("Q1 2026", Horizon.QUARTER, date(2026, 1, 1), date(2026, 3, 31))
    past = plan.do("Past", objective=plan.objective("Past", cycle=before))
    now = plan.do("Now", key_result=plan.result)
    here = plan.do("Here", objective=plan.first, position=1.0)
    assert [group.open for group in plan.groups(cycle=plan.quarter)] == [(here, now)]
    assert [group.open for group in plan.groups(cycle=before)] == [(past,)]
    of_result = plan.groups(items=frozenset({plan.result}))
    assert [group.open for group in of_result] == [(now,)]
    assert [group.open for group in plan.groups(items=frozenset({plan.first}))] == [(here, now)]


def test_what_an_initiative_can_be_for() -> None:
    plan = Plan()
    before = plan.cycle("Q1 2026", Horizon.QUARTER, date(2026, 1, 1), date(2026, 3, 31))
    past = plan.objective("Past", cycle=before)
    plan.objective("Closed", state=ObjectiveState.CLOSED)
    assert list(aims(plan.snapshot, None)) == [plan.first, plan.result, plan.loose, past]
    assert list(aims(plan.snapshot, plan.quarter)) == [plan.first, plan.result, plan.loose]


def test_a_plan_without_initiatives_has_no_groups() -> None:
    plan = Plan()
    assert plan.groups() == plan.groups(BY_OWNER) == []
