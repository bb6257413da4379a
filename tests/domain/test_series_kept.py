"""Courses go along from edit to edit, and a sight counts them once for all its tiles."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from okrdesk.domain import tables as t
from okrdesk.domain.changes import Change, ChangeSet
from okrdesk.domain.entities import Cycle
from okrdesk.domain.filters import parse
from okrdesk.domain.groups import Group, Groups
from okrdesk.domain.overview.heat_map import heat_map
from okrdesk.domain.overview.sight import Narrowed, Sight, sight_of
from okrdesk.domain.overview.sureness import sureness
from okrdesk.domain.scoring import Scores
from okrdesk.domain.series.courses import Courses, courses_of
from okrdesk.domain.series.heat import Measure, heat
from okrdesk.domain.series.measured import Ratios, Reports
from okrdesk.domain.series.progress import group_progress
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.words import Drivers
from okrdesk.text import Message
from tests.domain.test_incremental import Draw, plan
from tests.domain.world import Q3, TODAY, World

DAYS = tuple(Q3[0] + timedelta(days) for days in (-3, 30, 60, 110))
Everything = dict[int, tuple[Ratios, Ratios, Reports]]


def everything(snapshot: Snapshot, courses: Courses) -> Everything:
    paced = courses.for_pace
    items = [*snapshot.ids(t.OBJECTIVE), *snapshot.ids(t.KEY_RESULT)]
    return {i: (courses.ratios(i), paced.ratios(i), courses.reports(i)) for i in items}


def edited(world: World, *changes: Change) -> tuple[Snapshot, ChangeSet]:
    return world.snapshot.apply(changes), ChangeSet(Message("Edit"), changes)


def check_in(world: World, key_result: int, on: date = DAYS[1]) -> Change:
    row = t.CHECK_IN.row(
        id=10_000, key_result=key_result, date=on, entered="2026-08-17T10", confidence=9
    )
    return Change(t.CHECK_IN, row.id, None, row)


@settings(max_examples=25, deadline=None)
@given(data=some.data(), edits=some.integers(1, 10))
def test_courses_after_any_edits_are_those_counted_afresh(
    data: some.DataObject, edits: int
) -> None:
    world = plan()
    snapshot, draw = world.snapshot, Draw(data, world)
    scores = Scores(snapshot, TODAY)
    for _ in range(edits):
        everything(snapshot, courses_of(scores, DAYS))
        change = draw.change(snapshot)
        if change is not None:
            snapshot = snapshot.apply((change,))
            scores = scores.after(snapshot, ChangeSet(Message("Edit"), (change,)))
    fresh = everything(snapshot, Courses(snapshot, DAYS))
    assert everything(snapshot, courses_of(scores, DAYS)) == fresh


def test_an_edit_keeps_what_it_does_not_touch_and_counts_the_branch_above_it_anew() -> None:
    world = World()
    top, below, other = (world.objective(drivers=Drivers.BOTH) for _ in range(3))
    world.link(below, objective=top)
    moved, still = world.key_result(below, values=[10]), world.key_result(other, values=[20])
    scores = world.scores()
    before = everything(world.snapshot, courses_of(scores, DAYS))
    snapshot, done = edited(world, check_in(world, moved))
    courses = courses_of(scores.after(snapshot, done), DAYS)
    after = everything(snapshot, courses)
    for item in (other, still):
        assert all(a is b for a, b in zip(after[item], before[item], strict=True))
    for item in (top, below, moved):
        assert after[item][2].confidence[1] == 9.0
        assert before[item][2].confidence[1] is None
    assert after == everything(snapshot, Courses(snapshot, DAYS))
    assert everything(world.snapshot, courses_of(scores, DAYS)) == before, "the old ones stay"


def test_a_circle_made_by_an_edit_and_cut_by_the_next() -> None:
    world = World()
    one, two = (world.objective(drivers=Drivers.BOTH) for _ in range(2))
    world.key_result(one, values=[50])
    world.link(one, objective=two)
    scores = world.scores()
    courses_of(scores, DAYS).ratios(two)
    row = t.LINK.row(id=10_000, child=two, objective=one, contributes=True, primary=False)
    closing = Change(t.LINK, row.id, None, row)
    snapshot, done = edited(world, closing)
    scores = scores.after(snapshot, done)
    assert courses_of(scores, DAYS).ratios(two).raw == (None,) * 4
    scores = scores.after(world.snapshot, ChangeSet(Message("Undo"), (closing.inverse(),)))
    assert courses_of(scores, DAYS).ratios(two) == Courses(world.snapshot, DAYS).ratios(two)
    assert courses_of(scores, DAYS).ratios(two).raw[-1] is not None


def test_a_rule_of_counting_keeps_nothing() -> None:
    world = World()
    objective = world.objective()
    world.key_result(objective, values=[130])
    scores, row = world.scores(), next(world.snapshot.rows(t.ORGANISATION))
    found = courses_of(scores, DAYS).ratios(objective)
    snapshot, done = edited(world, Change(t.ORGANISATION, row.id, row, row._replace(cap=1.5)))
    after = courses_of(scores.after(snapshot, done), DAYS).ratios(objective)
    assert (found.raw[-1], after.raw[-1]) == (1.0, 1.3)


def test_places_of_days_and_what_stands_there() -> None:
    courses = Courses(World().snapshot, DAYS)
    assert courses.places([DAYS[3], DAYS[0]]) == [3, 0]
    with pytest.raises(KeyError):
        courses.places([TODAY])
    assert Ratios((0.1, 0.2), (0.3, None)).at([1]) == Ratios((0.2,), (None,))
    assert Reports((1.0, None), (None, TODAY)).at([1, 0]) == Reports((None, 1.0), (TODAY, None))


def board(world: World, text: str = "") -> Sight:
    return sight_of(world.scores(), cycle(world), Narrowed(None, parse(text)))


def cycle(world: World) -> Cycle:
    return world.snapshot.get(t.CYCLE, world.quarter)


def reported(world: World) -> None:
    for value in (40, 70):
        row = world.key_result(world.objective())
        for weeks in range(6):
            day = Q3[0] + timedelta(weeks=weeks)
            world.check_in(row, value + weeks, on=day, confidence=3 + weeks)


def test_the_tiles_of_a_sight_share_one_counting_and_say_what_they_say_alone() -> None:
    world = World()
    reported(world)
    sight, group = board(world), Group(Groups.CYCLE, world.quarter, world.quarter)
    assert sight.course == group_progress(world.snapshot, group, TODAY)
    for measure in Measure:
        assert heat_map(sight, measure) == heat(world.snapshot, world.quarter, TODAY, measure)
    alone = Courses(world.snapshot, [TODAY - timedelta(weeks=1)])
    assert sureness(sight).last_week == alone.reports_of_all(sight.objectives).confidence[0]
    assert list(sight.scores.followers) == [sight.days]


def test_a_narrowed_sight_counts_by_the_same_days_and_the_cycle_before_by_its_own() -> None:
    world = World()
    reported(world)
    assert board(world, "is:objective").days == board(world).days
    world.cycle("Q2 2026", cycle(world).horizon, date(2026, 4, 1), date(2026, 6, 30))
    sight = board(world)
    assert sight.course.before is None, "nobody reported then"
    own, before = sight.scores.followers
    assert own == sight.days
    assert isinstance(before, tuple)
    assert (before[0], before[-1]) == (date(2026, 4, 1), date(2026, 6, 30))


def test_before_its_first_day_a_cycle_has_weeks_and_no_cells() -> None:
    world = World()
    reported(world)
    early = Q3[0] - timedelta(days=3)
    for measure in Measure:
        found = heat(world.snapshot, world.quarter, early, measure)
        assert {cell.state.value for row in found.rows for cell in row.cells} == {"ahead"}
        assert heat_map(sight_of(world.scores(early), cycle(world)), measure) == found
