"""An edit drops the scores that it may alter, and hands on all others untouched."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from okrdesk.domain import tables as t
from okrdesk.domain.changes import Change, ChangeSet
from okrdesk.domain.scoring import Scores
from okrdesk.domain.words import CycleState, Drivers, Horizon, Level, ObjectiveState, Source, Status
from okrdesk.text import Message
from tests.domain.world import Q3, TODAY, YEAR, World

NOON = "2026-08-17T12:00:00.000+00:00"


class Branches:
    """A year objective over two quarter ones, each with a key result; one is fed by a KPI."""

    def __init__(self) -> None:
        world = self.world = World()
        self.year = world.cycle("2026", Horizon.YEAR, *YEAR)
        self.kpi = world.add(t.KPI, name="Score")
        self.top = world.objective(cycle=self.year, level=Level.COMPANY, drivers=Drivers.BOTH)
        self.one, self.other = world.objective(), world.objective()
        self.one_result = world.key_result(self.one, values=[40])
        self.other_result = world.key_result(self.other, source=Source.KPI, kpi=self.kpi)
        self.link = world.link(self.one, objective=self.top)
        world.link(self.other, objective=self.top)

    def items(self) -> dict[str, int]:
        names = ("top", "one", "other", "one_result", "other_result")
        return {name: getattr(self, name) for name in names}

    def dropped(self, table: t.Table[Any], row_id: int | None = None, **fields: Any) -> set[str]:
        """Which scores were not handed on; every score afterwards equals one counted afresh."""
        before = self.world.snapshot
        scores = Scores(before, TODAY)
        known = {name: scores.item(item) for name, item in self.items().items()}
        if row_id is None:
            row_id = self.world.add(table, **fields)
        else:
            self.world.change(table, row_id, **fields)
        old, row = before.find(table, row_id), self.world.snapshot.get(table, row_id)
        change = Change(table, row_id, old, row)
        after = before.apply([change])
        later = scores.after(after, ChangeSet(Message("Edit"), (change,)))
        fresh = Scores(after, TODAY)
        found = {name: later.item(item) for name, item in self.items().items()}
        assert found == {name: fresh.item(item) for name, item in self.items().items()}
        return {name for name in known if found[name] is not known[name]}


BRANCH = {"one", "one_result", "top"}
FED = {"other", "other_result", "top"}
ALL = BRANCH | FED


@pytest.mark.parametrize(
    ("table", "fields"),
    [
        (t.CHECK_IN, {"date": TODAY, "entered": NOON, "value": Decimal(70)}),
        (t.TERMS, {"valid_from": date(2026, 8, 1), "start": Decimal(0), "target": Decimal(50)}),
        (t.PHASE, {"date": TODAY, "value": Decimal(10)}),
        (t.STEP, {"title": "Step"}),
        (t.ZONE, {"title": "Zone", "ratio": 0.3}),
        (t.STATUS_OVERRIDE, {"date": TODAY, "entered": NOON, "status": Status.AT_RISK}),
        (t.GRADE, {"date": TODAY, "grade": 0.5}),
    ],
)
def test_a_part_of_a_key_result_drops_its_branch(
    table: t.Table[Any], fields: dict[str, Any]
) -> None:
    branches = Branches()
    assert branches.dropped(table, key_result=branches.one_result, **fields) == BRANCH


def test_a_kpi_value_drops_what_it_feeds() -> None:
    branches = Branches()
    value = {"kpi": branches.kpi, "date": TODAY, "entered": NOON, "value": Decimal(30)}
    assert branches.dropped(t.KPI_VALUE, **value) == FED


def test_an_objective_drops_its_key_results_and_what_it_drives() -> None:
    branches = Branches()
    assert branches.dropped(t.OBJECTIVE, branches.one, due=date(2026, 8, 31)) == BRANCH
    assert branches.dropped(t.OBJECTIVE, branches.one, state=ObjectiveState.DRAFT) == BRANCH
    grade = {"date": TODAY, "grade": 0.5, "objective": branches.one}
    assert branches.dropped(t.GRADE, **grade) == BRANCH


def test_an_objectives_own_status_leaves_its_key_results() -> None:
    branches = Branches()
    own = {"date": TODAY, "entered": NOON, "status": Status.AT_RISK, "objective": branches.one}
    assert branches.dropped(t.STATUS_OVERRIDE, **own) == {"one", "top"}


def test_a_moved_key_result_drops_both_branches() -> None:
    branches = Branches()
    moved = branches.dropped(t.KEY_RESULT, branches.one_result, objective=branches.other)
    assert moved == BRANCH | {"other"}


def test_a_link_drops_what_it_ends_at_and_not_its_child() -> None:
    branches = Branches()
    assert branches.dropped(t.LINK, branches.link, contributes=False) == {"top"}
    assert branches.dropped(t.LINK, branches.link, contributes=True, objective=branches.other) == {
        "other",
        "top",
    }


def test_a_cycle_drops_what_lies_in_it_and_above() -> None:
    branches = Branches()
    assert branches.dropped(t.CYCLE, branches.year, end=date(2027, 6, 30)) == {"top"}
    assert branches.dropped(t.CYCLE, branches.world.quarter, state=CycleState.CLOSED) == ALL


def test_a_rule_of_counting_drops_all_and_a_name_nothing() -> None:
    branches = Branches()
    assert branches.dropped(t.ORGANISATION, branches.world.organisation, name="New") == set()
    assert branches.dropped(t.ORGANISATION, branches.world.organisation, cap=1.5) == ALL


@pytest.mark.parametrize("table", [t.OBJECTIVE_TEAM, t.OBJECTIVE_OWNER, t.COMMENT, t.INITIATIVE])
def test_what_never_counts_drops_nothing(table: t.Table[Any]) -> None:
    branches = Branches()
    fields = {
        t.OBJECTIVE_TEAM: {"team": 1},
        t.OBJECTIVE_OWNER: {"person": 1},
        t.COMMENT: {"entered": NOON, "text": "Thanks"},
        t.INITIATIVE: {"text": "Do it"},
    }[table]
    assert branches.dropped(table, objective=branches.one, **fields) == set()


def test_what_two_parents_wait_for_is_counted_once() -> None:
    world = World()
    top, middle, low = (world.objective() for _ in range(3))
    world.link(low, objective=top)
    world.link(middle, objective=top)
    world.link(low, objective=middle)
    world.key_result(low, values=[50])
    score = world.scores().objective(top)
    assert score.raw == score.progress == pytest.approx(0.5)
    assert len(score.drivers) == 2


def test_a_child_without_a_cycle_counts_whole() -> None:
    world = World()
    parent, child = world.objective(), world.objective(cycle=None, due=Q3[1])
    world.key_result(child, values=[50])
    world.link(child, objective=parent)
    assert world.scores().objective(parent).raw == pytest.approx(0.5)
