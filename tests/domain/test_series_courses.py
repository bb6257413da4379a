"""Scores on many days at once are the scores of each of the days."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from okrdesk.domain import tables as t
from okrdesk.domain.groups import Group, Groups, members
from okrdesk.domain.score import Score
from okrdesk.domain.scoring import Scores
from okrdesk.domain.series.courses import Courses
from okrdesk.domain.series.measured import Ratios
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.words import Drivers, Horizon, Outcome, Rhythm, Source
from tests.domain.test_incremental import Draw, plan
from tests.domain.world import Q3, YEAR, World

DAYS = [Q3[0] + timedelta(days) for days in (-9, 0, 6, 20, 47, 61, 91, 99)]


def on(days: int) -> date:
    return Q3[0] + timedelta(days)


def check(snapshot: Snapshot, days: Sequence[date] = DAYS) -> None:
    """Every item, cycle, team and person on every day, against scores of that day alone."""
    plain, paced = Courses(snapshot, days), Courses(snapshot, days, for_pace=True)
    items = sorted([*snapshot.ids(t.OBJECTIVE), *snapshot.ids(t.KEY_RESULT)])
    for place, day in enumerate(days):
        scores = Scores(snapshot, day)
        for item in items:
            told, score = plain.reports(item), scores.item(item)
            found = told.confidence[place], told.last[place]
            assert found == (score.confidence, score.last_check_in), (item, day)
            check_ratios(plain.ratios(item), paced.ratios(item), place, score)
        for group in groups(snapshot):
            score = scores.mean(members(snapshot, group))
            assert plain.group_reports(group).confidence[place] == score.confidence
            check_ratios(plain.group_ratios(group), paced.group_ratios(group), place, score)


def groups(snapshot: Snapshot) -> list[Group]:
    cycles = sorted(snapshot.ids(t.CYCLE))
    shared = [(Groups.TEAM, team) for team in snapshot.ids(t.TEAM)]
    shared += [(Groups.PERSON, person) for person in snapshot.ids(t.PERSON)]
    found = [Group(kind, whose, cycle) for kind, whose in shared for cycle in cycles]
    return [*found, *(Group(Groups.CYCLE, cycle, cycle) for cycle in cycles)]


def check_ratios(plain: Ratios, paced: Ratios, place: int, score: Score) -> None:
    assert (plain.raw[place], plain.expected[place]) == (score.raw, score.expected)
    if score.raw is not None:
        assert paced.expected[place] == score.pace_expected


def every_kind(world: World, objective: int) -> None:
    """A key result of each kind, reported about now and then."""
    world.key_result(objective, "number", weight=2.0)
    moved = world.key_result(objective, "percent", values=[], rhythm=Rhythm.DAILY)
    capped = world.key_result(objective, "currency", start=10, target=20)
    limit = world.key_result(objective, "at_most", start=None, target=5)
    rate = world.key_result(
        objective,
        "range",
        start=None,
        target=None,
        limits=(1, 9),
        parameters='{"method":"hit_rate"}',
    )
    done = world.key_result(objective, "yes_no", start=None, target=None)
    world.key_result(objective, "baseline", start=None, target=None)
    world.key_result(objective, "number", target=None, values=[4])
    phased = world.key_result(objective, "number", weight=0.5)
    world.add(t.PHASE, key_result=phased, date=on(40), value=Decimal(70))
    steps = world.key_result(objective, "milestones", start=None, target=None)
    world.step(steps, done=on(5), due=on(9))
    world.step(steps, done=None, weight=3.0)
    rubric = world.key_result(objective, "rubric", start=None, target=None)
    zone = world.add(t.ZONE, key_result=rubric, title="Target", ratio=0.7)
    for day, value in ((3, 5), (15, 25), (60, 8), (95, 90)):
        for row in (moved, capped, limit, rate, phased):
            world.check_in(row, value, on(day), confidence=5 + row % 3)
    world.check_in(moved, None, on(50), confidence=2)
    world.check_in(done, 1, on(30))
    world.check_in(rubric, None, on(45), zone=zone)
    world.check_in(rubric, None, on(70), confidence=9)


def test_every_kind_by_check_ins() -> None:
    world = World(cap=1.5)
    every_kind(world, world.objective())
    check(world.snapshot)


def test_terms_that_change_and_bring_the_due_day_forward() -> None:
    world = World()
    row = world.key_result(world.objective(), due=on(90))
    world.add(t.TERMS, key_result=row, valid_from=on(40), start=Decimal(0), target=Decimal(50))
    world.add(
        t.TERMS,
        key_result=row,
        valid_from=on(60),
        start=Decimal(0),
        target=Decimal(80),
        due=on(50),
    )
    for day in (10, 45, 55, 80):
        world.check_in(row, day, on(day), confidence=6)
    check(world.snapshot, [on(days) for days in range(0, 95, 3)])


def test_without_terms_and_without_a_cycle() -> None:
    world = World()
    loose = world.objective(cycle=None)
    world.add(t.KEY_RESULT, objective=loose, title="No terms")
    world.key_result(loose, values=[3])
    check(world.snapshot)


def test_fed_by_a_kpi_from_the_first_day_on() -> None:
    world = World()
    kpi = world.add(t.KPI, name="KPI")
    for day in (-5, 4, 33, 92):
        world.add(t.KPI_VALUE, kpi=kpi, date=on(day), entered="", value=Decimal(day + 10))
    for cycle in (world.quarter, None):
        row = world.key_result(world.objective(cycle=cycle), source=Source.KPI, kpi=kpi)
        world.check_in(row, None, on(12), confidence=4)
    world.key_result(world.objective(), source=Source.KPI)
    check(world.snapshot)


def tree(world: World) -> tuple[int, int, int]:
    """A year's objective, driven by a quarter's and by a key result that a third one feeds."""
    year = world.cycle("2026", Horizon.YEAR, *YEAR)
    top = world.objective(cycle=year, drivers=Drivers.BOTH)
    quarter, feeding = world.objective(weight=3.0), world.objective()
    fed = world.key_result(top, source=Source.CHILDREN)
    world.link(quarter, objective=top)
    world.link(feeding, key_result=fed)
    for objective, value in ((quarter, 40), (feeding, 90)):
        row = world.key_result(objective)
        world.check_in(row, value, on(10), confidence=value // 10)
        world.check_in(row, value + 30, on(40))
    return top, quarter, fed


def test_children_of_a_shorter_cycle_and_a_key_result_fed_by_them() -> None:
    world = World()
    _top, _quarter, fed = tree(world)
    check(world.snapshot)
    world.check_in(fed, None, on(15), confidence=3)
    world.check_in(fed, None, on(44))
    check(world.snapshot)


@pytest.mark.parametrize("share", [None, 60.0])
def test_shares_weights_of_nothing_and_what_is_left_out(share: float | None) -> None:
    world = World()
    objective, idle = world.objective(), world.objective()
    for weight, value in ((0.0, 50), (-1.0, 20), (2.0, 130)):
        row = world.key_result(objective, weight=weight, share=share if weight else None)
        world.check_in(row, value, on(9))
    world.key_result(objective, outcome=Outcome.DROPPED, values=[99])
    world.check_in(world.key_result(idle, weight=0.0), 10, on(3))
    world.objective(outcome=Outcome.POSTPONED)
    check(world.snapshot)


def test_a_circle_has_nothing_and_what_leans_on_it_goes_on() -> None:
    world = World()
    one, two, above, itself = (world.objective(drivers=Drivers.BOTH) for _ in range(4))
    for child, parent in ((one, two), (two, one), (one, above), (itself, itself)):
        world.link(child, objective=parent)
    for objective in (one, above):
        world.check_in(world.key_result(objective), 50, on(8), confidence=5)
    check(world.snapshot)
    for first in (above, two, itself):
        courses = Courses(world.snapshot, DAYS)
        courses.ratios(first)
        assert courses.ratios(one).raw == (None,) * len(DAYS)


def test_measured_on_every_day() -> None:
    world = World()
    row = world.key_result(world.objective(), values=[])
    for day in (0, 5, 9):
        world.check_in(row, 10 * day, on(day))
    check(world.snapshot, [on(day) for day in range(12)])


def test_no_days_and_no_such_item() -> None:
    world = World()
    with pytest.raises(KeyError):
        Courses(world.snapshot, DAYS).ratios(99)
    assert Courses(world.snapshot, []).ratios_of_all([world.objective()][:0]).raw == ()


@settings(max_examples=25, deadline=None)
@given(data=some.data(), edits=some.integers(1, 14))
def test_whatever_the_plan_is(data: some.DataObject, edits: int) -> None:
    world = plan()
    snapshot, draw = world.snapshot, Draw(data, world)
    for _ in range(edits):
        change = draw.change(snapshot)
        snapshot = snapshot.apply([change] if change else [])
    check(snapshot, [on(days) for days in (-3, 30, 60, 110)])
