"""What another value would do up the tree."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from okrdesk.domain import tables as t
from okrdesk.domain.scoring import Scores
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.what_if import Effect, Reach, reach_of, what_if
from okrdesk.domain.words import CycleState, Drivers, Horizon, Source, Status
from tests.domain.world import Q3, TODAY, YEAR, World


def afresh(world: World, key_result: int, value: int) -> Scores:
    """Scores of the plan in which the value was really reported."""
    rows = {name: list(of_table) for name, of_table in world.rows.items()}
    entered = "2099"
    row = t.CHECK_IN.row(99_999, key_result, TODAY, entered, Decimal(value))
    rows.setdefault("check_in", []).append(row)
    return Scores(Snapshot(rows), TODAY)


def test_every_level_above_and_its_cycle() -> None:
    world = World()
    year = world.cycle("2026", Horizon.YEAR, *YEAR)
    top = world.objective(cycle=year, drivers=Drivers.CHILDREN)
    below = world.objective()
    world.link(below, objective=top)
    row = world.key_result(below, values=[20])
    world.key_result(below, values=[50])
    world.check_in(world.key_result(world.objective()), 10)
    scores = world.scores()
    before = {item: scores.item(item).progress for item in (row, below, top)}
    found = what_if(scores, row, Decimal(80))
    then = afresh(world, row, 80)
    assert found.key_result == Effect(row, 0.2, 0.8)
    assert found.above == (
        Effect(below, 0.35, then.objective(below).progress),
        Effect(top, before[top], then.objective(top).progress),
    )
    assert found.cycles == (
        Effect(world.quarter, scores.cycle(world.quarter).progress, then.cycle(world.quarter).raw),
        Effect(year, scores.cycle(year).progress, then.cycle(year).raw),
    )
    assert {item: scores.item(item).progress for item in before} == before
    assert scores.snapshot.count(t.CHECK_IN) == 3


def test_through_a_key_result_that_children_feed() -> None:
    world = World()
    top, below = world.objective(), world.objective()
    fed = world.key_result(top, source=Source.CHILDREN)
    world.link(below, key_result=fed)
    row = world.key_result(below, values=[20])
    found = what_if(world.scores(), row, Decimal(40))
    assert [effect.id for effect in found.above] == [below, fed, top]


def test_what_does_not_change_is_not_told() -> None:
    world = World()
    objective, other = world.objective(), world.objective(cycle=None)
    row = world.key_result(objective, values=[20])
    world.link(objective, objective=other)
    world.key_result(other, values=[5])
    same = what_if(world.scores(), row, Decimal(20))
    assert same == (Effect(row, 0.2, 0.2), (), ())
    moved = what_if(world.scores(), row, Decimal(30))
    assert [effect.id for effect in moved.above] == [objective]


def test_in_a_circle_it_ends() -> None:
    world = World()
    one, two = (world.objective(drivers=Drivers.BOTH) for _ in range(2))
    world.link(one, objective=two)
    world.link(two, objective=one)
    row = world.key_result(one, values=[20])
    assert what_if(world.scores(), row, Decimal(30)).key_result.after == 0.3


def test_of_a_kpi_it_is_the_kpi_that_would_move() -> None:
    world = World()
    kpi = world.add(t.KPI, name="KPI")
    world.add(t.KPI_VALUE, kpi=kpi, date=TODAY, entered="2026", value=Decimal(10))
    row = world.key_result(world.objective(), source=Source.KPI, kpi=kpi)
    assert what_if(world.scores(), row, Decimal(60)).key_result == Effect(row, 0.1, 0.6)


def test_after_the_due_day_it_counts_on_that_day() -> None:
    world = World()
    row = world.key_result(world.objective(), due=TODAY - timedelta(7))
    world.check_in(row, 10, TODAY - timedelta(9))
    assert what_if(world.scores(), row, Decimal(60)).key_result == Effect(row, 0.1, 0.6)


def test_a_status_of_one_s_own_does_not_hide_the_number() -> None:
    world = World()
    row = world.key_result(world.objective())
    world.check_in(row, 10, status=Status.AT_RISK)
    assert what_if(world.scores(), row, Decimal(60)).key_result.after == 0.6


def test_the_steps_of_a_reach_end_at_both_its_ends() -> None:
    reach = Reach(Decimal(10), Decimal(24), Decimal(5), Decimal(18))
    assert (reach.steps, reach.steps_to(reach.current), reach.steps_to(None)) == (3, 2, 0)
    assert [reach.value_at(steps) for steps in range(4)] == [10, 15, 20, 24]


@pytest.mark.parametrize(
    ("kind", "fields", "reach"),
    [
        ("number", {"values": [30]}, Reach(Decimal(0), Decimal(100), Decimal(1), Decimal(30))),
        (
            "number",
            {"start": 100, "target": 60},
            Reach(Decimal(60), Decimal(100), Decimal(1), None),
        ),
        (
            "number",
            {"target": 10, "decimals": 2, "values": [12]},
            Reach(Decimal(0), Decimal(12), Decimal("0.1"), Decimal(12)),
        ),
        (
            "currency",
            {"start": 0, "target": 500_000},
            Reach(Decimal(0), Decimal(500_000), Decimal(5_000), None),
        ),
        (
            "number",
            {"target": 30, "decimals": 1},
            Reach(Decimal(0), Decimal(30), Decimal("0.2"), None),
        ),
        (
            "at_most",
            {"start": None, "target": 20, "values": [24]},
            Reach(Decimal(14), Decimal(30), Decimal(1), Decimal(24)),
        ),
        (
            "range",
            {"start": None, "target": None, "limits": (4, 5)},
            Reach(Decimal(2), Decimal(7), Decimal(1), None),
        ),
        (
            "yes_no",
            {"start": None, "target": None},
            Reach(Decimal(0), Decimal(1), Decimal(1), None),
        ),
    ],
)
def test_what_can_be_tried(kind: str, fields: dict[str, object], reach: Reach) -> None:
    world = World()
    row = world.key_result(world.objective(), kind, **fields)  # type: ignore[arg-type]  # fields by name
    assert reach_of(world.scores(), row) == reach


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("number", {"target": None}),
        ("number", {"start": 5, "target": 5}),
        ("at_least", {"start": None, "target": None}),
        ("milestones", {"start": None, "target": None}),
        ("baseline", {"start": None, "target": None}),
        ("number", {"source": Source.CHILDREN}),
    ],
)
def test_nothing_to_try(kind: str, fields: dict[str, object]) -> None:
    world = World()
    row = world.key_result(world.objective(), kind, **fields)  # type: ignore[arg-type]  # fields by name
    assert reach_of(world.scores(), row) is None


def test_in_a_closed_cycle_nothing_is_tried() -> None:
    world = World()
    over = world.cycle("Q2", Horizon.QUARTER, date(2026, 4, 1), Q3[0], state=CycleState.CLOSED)
    row = world.key_result(world.objective(cycle=over))
    assert reach_of(world.scores(), row) is None
