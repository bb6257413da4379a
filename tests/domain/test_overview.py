"""What the dashboard counts, on plans small enough to count by hand."""

from datetime import date, timedelta

from okrdesk.domain import tables as t
from okrdesk.domain.entities import Cycle
from okrdesk.domain.filters import EVERYTHING, Condition, Facts, Query, matching, parse
from okrdesk.domain.overview.check_ins import check_ins
from okrdesk.domain.overview.concerns import Why, concerns
from okrdesk.domain.overview.heat_map import heat_map, heat_step
from okrdesk.domain.overview.pace_now import at_end, pace_now
from okrdesk.domain.overview.sight import (
    KEY_RESULTS,
    OBJECTIVES,
    Narrowed,
    Sight,
    search_for,
    sight_of,
    usual_cycle,
)
from okrdesk.domain.overview.statuses import statuses
from okrdesk.domain.overview.sureness import sure_now, sureness
from okrdesk.domain.series.heat import Measure
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.words import Horizon, ObjectiveState, Outcome, Source, Status
from tests.domain.world import Q3, TODAY, YEAR, World

WEEK = timedelta(weeks=1)


def cycle(world: World) -> Cycle:
    return world.snapshot.get(t.CYCLE, world.quarter)


def sight(world: World, text: str = "", day: date = TODAY, team: int | None = None) -> Sight:
    return sight_of(world.scores(day), cycle(world), Narrowed(team, parse(text)))


def found(seen: Sight, *conditions: Condition) -> set[int]:
    query = search_for(seen, *conditions).and_(seen.narrowed.query)
    return set(matching(query, Facts(seen.snapshot, seen.scores)))


def test_only_what_counts_is_seen_and_a_search_finds_the_same() -> None:
    world = World()
    one, draft = world.objective(), world.objective(state=ObjectiveState.DRAFT)
    kept, dropped = world.key_result(one), world.key_result(one, outcome=Outcome.DROPPED)
    world.key_result(draft)
    seen = sight(world)
    assert seen.objectives == (one,)
    assert seen.items == (one, kept)
    assert seen.key_results == (kept,)
    assert not seen.complete
    assert found(seen, OBJECTIVES) == {one}
    assert found(seen, KEY_RESULTS) == {kept}
    assert dropped not in found(seen)
    world.change(t.OBJECTIVE, draft, state=ObjectiveState.ACTIVE)
    world.change(t.KEY_RESULT, dropped, outcome=None)
    assert sight(world).complete
    assert search_for(sight(world)) == parse('cycle:"Q3 2026"')


def test_a_query_narrows_key_results_and_takes_their_objectives_along() -> None:
    world = World()
    mine, other = world.add(t.PERSON, name="Mei"), world.add(t.PERSON, name="Amara")
    owned, shared = world.objective(owner=mine), world.objective(owner=other)
    first, second = world.key_result(owned), world.key_result(shared, owner=mine)
    world.key_result(shared)
    seen = sight(world, "owner:Mei")
    assert seen.objectives == (owned, shared)
    assert seen.items == (owned, first, second)
    assert found(seen) == set(seen.items)
    asked = Narrowed(None, parse("owner:me"), mine)
    assert sight_of(world.scores(), cycle(world), asked).items == seen.items


def test_average_progress_against_desired_progress() -> None:
    world = World()
    world.key_result(world.objective(), values=[80])
    world.key_result(world.objective(), values=[20])
    world.key_result(world.objective(), "range", limits=(1, 2))
    now = pace_now(sight(world))
    assert now.progress == 0.5
    assert round(now.expected or 0, 4) == round(47 / 91, 4)
    assert (now.status, now.measured, now.objectives) == (Status.ON_TRACK, 2, 3)
    assert at_end(sight(world)) is None, "one day of check-ins leads nowhere"


def test_nothing_measured_and_everything_reached() -> None:
    world = World()
    assert pace_now(sight(world)) == (None, None, None, 0, 0)
    world.key_result(world.objective(), values=[120])
    assert pace_now(sight(world)).status is Status.ACHIEVED


def test_the_line_so_far_is_led_on_to_the_last_day() -> None:
    world = World()
    row = world.key_result(world.objective())
    for week in range(7):
        world.check_in(row, 5 * week, on=Q3[0] + week * WEEK)
    today = Q3[0] + 6 * WEEK
    led = at_end(sight(world, day=today))
    assert led is not None
    assert abs(led - 0.05 * 13) < 0.01
    assert at_end(sight(world, day=Q3[1] + WEEK)) is None


def test_the_course_of_everyone_of_a_team_and_of_a_query() -> None:
    world = World()
    before = world.cycle("Q2 2026", cycle(world).horizon, date(2026, 4, 1), date(2026, 6, 30))
    team = world.add(t.TEAM, name="Care")
    for quarter, value, day in ((before, 60, date(2026, 6, 1)), (world.quarter, 30, TODAY)):
        row = world.key_result(world.objective(cycle=quarter, team=team))
        world.check_in(row, value, on=day)
    assert sight(world).course.before is not None
    assert sight(world, "team:Care", team=team).course.before is not None
    assert sight(world, "is:objective").course.before is None
    assert [m.actual for m in sight(world).course.moments if m.day == TODAY] == [0.3]


def test_confidence_today_and_a_week_ago() -> None:
    world = World()
    objective = world.objective()
    first, second = world.key_result(objective), world.key_result(objective)
    world.check_in(first, 10, on=TODAY - WEEK, confidence=4)
    world.check_in(first, 20, on=TODAY, confidence=7)
    world.check_in(second, 20, on=TODAY, confidence=8)
    sure = sureness(sight(world))
    assert (sure_now(sight(world)), sure.last_week) == (7.5, 4.0)
    assert sure.trend[-1] == 7.5
    assert sureness(sight(World())) == (None, (None,) * 8)


def test_check_ins_of_the_week() -> None:
    world = World()
    objective = world.objective()
    world.key_result(objective)
    heard, late = world.key_result(objective), world.key_result(objective)
    world.key_result(objective, source=Source.CHILDREN)
    world.check_in(heard, 1, on=TODAY)
    world.check_in(late, 1, on=TODAY - timedelta(days=1))
    week = check_ins(sight(world))
    assert (week.first, week.done, week.due, week.every) == (TODAY, 1, 1, 3)
    assert week.until == TODAY, "the cycle checks in on Mondays"
    world.change(t.CYCLE, world.quarter, check_in_day=4)
    assert check_ins(sight(world)).until == TODAY + timedelta(days=4)
    world.change(t.ORGANISATION, world.organisation, week_start=6)
    assert check_ins(sight(world)).done == 2, "the week began on Sunday"
    world.check_in(late, 2, on=Q3[1])
    over = check_ins(sight(world, day=Q3[1] + WEEK))
    assert (over.first, over.done, over.due) == (date(2026, 9, 24), 1, 0)


def test_reasons_come_with_what_needs_attention() -> None:
    world = World()
    people = [world.add(t.PERSON, name=name) for name in ("Amara", "Mei")]
    unowned = world.objective("Nobody's")
    owned = world.objective("Owned", owner=people[0])
    world.key_result(owned, values=[50])
    low, lower = world.key_result(owned), world.key_result(owned)
    world.check_in(low, 30)
    world.check_in(lower, 20)
    silent = world.key_result(owned)
    world.check_in(silent, 40, on=TODAY - 3 * WEEK)
    listed = concerns(sight(world))
    assert [(one.item, one.why) for one in listed] == [
        (lower, (Why.AT_RISK,)),
        (low, (Why.AT_RISK,)),
        (unowned, (Why.STALE, Why.NO_OWNER)),
        (silent, (Why.STALE,)),
    ]
    assert listed[0].progress == 0.2
    seen = sight(world)
    assert found(seen, Condition("is", ("attention",))) == {one.item for one in listed}


def test_statuses_and_who_has_most_of_those_at_risk() -> None:
    world = World()
    care = world.add(t.TEAM, name="Care")
    of_care, of_none = world.objective(team=care), world.objective()
    world.key_result(of_care, values=[90])
    for objective in (of_care, of_care, of_none):
        world.key_result(objective, values=[10])
    world.key_result(of_care)
    world.key_result(of_none, target=None, values=[3])
    counted = statuses(sight(world))
    assert counted.counts == ((Status.ON_TRACK, 1), (Status.AT_RISK, 3), (Status.NOT_STARTED, 1))
    assert (counted.known, counted.unknown) == (5, 1)
    assert counted.at_risk == (care, 2, 3)
    for status, count in counted.counts:
        asked = Condition("status", (status.value,))
        assert len(found(sight(world), KEY_RESULTS, asked)) == count
    assert statuses(sight(World())).at_risk is None
    assert statuses(sight(world, "team:none")).at_risk is None


def test_the_heatmap_of_a_team_has_its_own_row_alone() -> None:
    world = World()
    care, digital = (world.add(t.TEAM, name=name) for name in ("Care", "Digital"))
    shared = world.objective(team=care)
    world.add(t.OBJECTIVE_TEAM, objective=shared, team=digital)
    world.check_in(world.key_result(shared), 10, confidence=6)
    everyone = heat_map(sight(world), Measure.CONFIDENCE)
    assert [row.id for row in everyone.rows] == [care, digital]
    own = heat_map(sight(world, "team:Care", team=care), Measure.CONFIDENCE)
    assert [row.id for row in own.rows] == [care]
    assert own.rows[0].cells[6].value == 6.0


def test_six_steps_go_by_the_number_that_is_printed() -> None:
    sure = [heat_step(Measure.CONFIDENCE, value) for value in (1, 4.44, 4.45, 6.24, 6.25, 7.8)]
    assert sure == [0, 0, 1, 2, 3, 5]
    paces = [heat_step(Measure.PACE, value) for value in (0.2, 0.5, 0.7, 0.9, 0.999, 1.0, 1.1)]
    assert paces == [0, 1, 2, 3, 3, 4, 5]


def test_a_plan_without_quarters_shows_its_shortest_cycle() -> None:
    world = World()
    assert usual_cycle(world.snapshot, TODAY) == cycle(world)
    world.change(t.CYCLE, world.quarter, horizon=Horizon.HALF_YEAR)
    world.cycle("2026", Horizon.YEAR, *YEAR)
    assert usual_cycle(world.snapshot, TODAY) == cycle(world)
    assert usual_cycle(Snapshot(), TODAY) is None


def test_counted_is_a_word_of_the_search() -> None:
    world = World()
    one = world.objective()
    world.objective(outcome=Outcome.POSTPONED)
    asked = Query((Condition("is", ("counted",)),))
    assert set(matching(asked, Facts(world.snapshot, world.scores()))) == {one}
    assert Narrowed().query == EVERYTHING
