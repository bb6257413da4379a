"""The weekly journal: whose page holds what, and how plans move on."""

from datetime import date, timedelta

from okrdesk.domain import tables as t
from okrdesk.domain.check_in_queue import ALL, Whose
from okrdesk.domain.cycles import week_start
from okrdesk.domain.week_page import Confidence, confidences, week_page
from okrdesk.domain.words import Priority, Rhythm, WeekPart
from tests.domain.world import TODAY, World

WEEK = timedelta(days=7)
MONDAY = date(2026, 8, 17)


def texts(world: World, start: date, whose: Whose = ALL) -> list[str]:
    return [plan.line.text for plan in week_page(world.snapshot, whose, start).plans]


def test_the_week_begins_where_the_organisation_says() -> None:
    assert week_start(World().snapshot, TODAY + timedelta(3)) == MONDAY
    assert week_start(World(week_start=6).snapshot, MONDAY) == date(2026, 8, 16)


def test_a_plan_moves_on_until_it_is_done_or_dropped() -> None:
    world = World()
    line = world.add(t.WEEK_LINE, week=MONDAY, text="Call", priority=Priority.P1)
    world.add(t.WEEK_LINE, week=MONDAY + WEEK, text="Later")
    assert texts(world, MONDAY - WEEK) == []
    assert texts(world, MONDAY) == ["Call"]
    assert texts(world, MONDAY + WEEK) == ["Call", "Later"]
    (first, second) = week_page(world.snapshot, ALL, MONDAY + WEEK).plans
    assert (first.moved, second.moved) == (True, False)
    world.change(t.WEEK_LINE, line, done=MONDAY + WEEK)
    assert [plan.done for plan in week_page(world.snapshot, ALL, MONDAY).plans] == [False]
    page = week_page(world.snapshot, ALL, MONDAY + WEEK)
    assert [plan.done for plan in page.plans] == [True, False]
    assert [plan.line.text for plan in page.priorities] == ["Call"]
    assert texts(world, MONDAY + 2 * WEEK) == ["Later"]
    world.change(t.WEEK_LINE, line, done=None, dropped=MONDAY - WEEK)
    (dropped,) = week_page(world.snapshot, ALL, MONDAY).plans
    assert (dropped.done, dropped.dropped) == (False, True)
    assert texts(world, MONDAY + WEEK) == ["Later"]


def test_other_parts_stay_in_their_week_and_everybody_has_a_page() -> None:
    world = World()
    team, person = world.add(t.TEAM, name="Care"), world.add(t.PERSON, name="Anna")
    world.add(t.WEEK_LINE, week=TODAY, text="Slow bank", part=WeekPart.PROBLEM, team=team)
    world.add(t.WEEK_LINE, week=TODAY, text="Own", person=person)
    page = week_page(world.snapshot, Whose(team=team), MONDAY)
    assert [line.text for line in page.lines[WeekPart.PROBLEM]] == ["Slow bank"]
    assert page.plans == page.lines[WeekPart.NEXT] == ()
    later = week_page(world.snapshot, Whose(team=team), MONDAY + WEEK)
    assert later.lines[WeekPart.PROBLEM] == ()
    assert texts(world, MONDAY, Whose(person=person)) == ["Own"]
    assert texts(world, MONDAY) == []


def test_confidence_now_and_before() -> None:
    world = World()
    main = world.objective()
    world.link(main)
    item = world.key_result(main)
    world.key_result(main, start_date=TODAY + 2 * WEEK)
    world.key_result(main, rhythm=Rhythm.MONTHLY)
    world.check_in(item, 10, on=TODAY - WEEK, confidence=4)
    world.check_in(item, 20, on=TODAY, confidence=6)
    world.check_in(item, 25, on=TODAY + timedelta(1))
    assert confidences(world.snapshot, ALL, MONDAY) == [Confidence(item, 6, 4)]
    assert confidences(world.snapshot, ALL, MONDAY - WEEK) == [Confidence(item, 4, None)]
    assert confidences(world.snapshot, Whose(person=9), MONDAY) == []
