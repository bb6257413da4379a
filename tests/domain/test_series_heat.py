"""Confidence and pace of each team in each week, and why a cell is empty."""

from datetime import date, timedelta

import pytest

from okrdesk.domain import tables as t
from okrdesk.domain.groups import Groups
from okrdesk.domain.scoring import Scores
from okrdesk.domain.series.heat import Cell, CellState, Heat, HeatRow, Measure, heat
from okrdesk.domain.words import Horizon, ObjectiveState
from tests.domain.world import Q3, TODAY, YEAR, World


def on(days: int) -> date:
    return Q3[0] + timedelta(days)


def report(world: World, objective: int, *days: int, value: int = 30) -> None:
    row = world.key_result(objective)
    for day in days:
        world.check_in(row, value, on(day), confidence=4 + day % 5)


def found(world: World, measure: Measure = Measure.CONFIDENCE, today: date = TODAY) -> Heat:
    return heat(world.snapshot, world.quarter, today, measure)


def shown(row: HeatRow) -> list[float | CellState | None]:
    return [c.value if c.state is CellState.SHOWN else c.state for c in row.cells]


def test_a_cell_for_each_team_and_week() -> None:
    world = World()
    red, blue = (
        world.add(t.TEAM, name=name, position=place) for place, name in enumerate(("Red", "Blue"))
    )
    report(world, world.objective(team=blue), 0, 6, 21, 42)
    report(world, world.objective(team=red), 9)
    result = found(world)
    assert result.weeks == tuple(range(1, 14))
    assert result.current == 6
    assert [(row.kind, row.id) for row in result.rows] == [(Groups.TEAM, red), (Groups.TEAM, blue)]
    missing, due, ahead = CellState.MISSING, CellState.DUE, CellState.AHEAD
    assert shown(result.rows[0]) == [missing, 8.0, *[missing] * 4, due, *[ahead] * 6]
    blues = [5.0, missing, missing, 5.0, missing, missing, 6.0]
    assert shown(result.rows[1]) == [*blues, *[ahead] * 6]


def test_confidence_is_the_team_s_score_on_the_last_day_of_the_week() -> None:
    world = World()
    team = world.add(t.TEAM, name="Red")
    for days in ((1, 8, 15), (2, 9, 44)):
        report(world, world.objective(team=team), *days)
    cells = found(world).rows[0].cells
    for week in (0, 1, 2, 6):
        day = min(on(7 * week + 6), TODAY)
        assert cells[week].value == Scores(world.snapshot, day).team(team, world.quarter).confidence


def test_pace_is_progress_as_a_share_of_what_is_expected() -> None:
    world = World()
    team = world.add(t.TEAM, name="Red")
    report(world, world.objective(team=team), 2, 10, 45)
    cells = found(world, Measure.PACE).rows[0].cells
    assert cells[0] == Cell(None, CellState.MISSING)
    assert cells[1] == Cell(pytest.approx(0.3 / (10 / 91)), CellState.SHOWN)
    assert cells[6] == Cell(pytest.approx(0.3 / (45 / 91)), CellState.SHOWN)


def test_pace_without_a_number_says_nothing() -> None:
    world = World()
    team = world.add(t.TEAM, name="Red")
    row = world.key_result(world.objective(team=team))
    world.check_in(row, None, on(45), confidence=5)
    assert found(world, Measure.PACE).rows[0].cells[6] == Cell(None, CellState.MISSING)


def test_owners_where_no_objective_has_a_team_and_the_rest_last() -> None:
    world = World()
    ann = world.add(t.PERSON, name="Ann")
    owned, loose = world.objective(owner=ann), world.objective()
    world.objective(owner=ann, state=ObjectiveState.DRAFT)
    rows = found(world).rows
    assert [(r.kind, r.id, r.objectives) for r in rows] == [
        (Groups.PERSON, ann, (owned,)),
        (None, None, (loose,)),
    ]


def test_a_shared_objective_stands_in_the_row_of_each_team() -> None:
    world = World()
    red, blue = (world.add(t.TEAM, name=name) for name in ("Red", "Blue"))
    shared, other = world.objective(team=red), world.objective(team=red)
    world.add(t.OBJECTIVE_TEAM, objective=shared, team=blue)
    assert [row.objectives for row in found(world).rows] == [(shared, other), (shared,)]
    only = heat(world.snapshot, world.quarter, TODAY, Measure.PACE, objectives={shared})
    assert [row.objectives for row in only.rows] == [(shared,), (shared,)]


def test_a_year_has_columns_of_four_weeks() -> None:
    world = World()
    year = world.cycle("2026", Horizon.YEAR, *YEAR)
    world.objective(cycle=year)
    result = heat(world.snapshot, year, TODAY, Measure.CONFIDENCE)
    assert result.weeks == tuple(range(4, 53, 4))
    assert result.current == 8
    assert len(result.rows[0].cells) == 13


@pytest.mark.parametrize(
    ("today", "states"),
    [
        (Q3[0] - timedelta(1), {CellState.AHEAD}),
        (Q3[1] + timedelta(1), {CellState.MISSING}),
    ],
)
def test_outside_of_the_cycle_no_column_is_today_s(today: date, states: set[CellState]) -> None:
    world = World()
    world.objective()
    result = found(world, today=today)
    assert result.current is None
    assert {cell.state for cell in result.rows[0].cells} == states
