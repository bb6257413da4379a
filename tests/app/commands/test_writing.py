"""A written line becomes an objective or key result that fits where it stands."""

from datetime import date
from decimal import Decimal

from okrdesk.app import commands as c
from okrdesk.domain import tables as t
from okrdesk.domain.tree import children_of, mission_id
from okrdesk.domain.words import Horizon, Level
from tests.app.plan import Plan


def test_the_first_objective_is_of_this_quarter_and_the_company(plan: Plan) -> None:
    objective = plan.run(c.write_objective, "Delight customers")
    row = plan.snapshot.get(t.OBJECTIVE, objective)
    assert row.level is Level.COMPANY
    cycle = plan.snapshot.get(t.CYCLE, row.cycle or 0)
    assert cycle.horizon is Horizon.QUARTER
    assert children_of(plan.snapshot, mission_id(plan.snapshot) or 0) == [objective]


def test_in_a_plan_for_one_person_it_is_that_persons(plan: Plan) -> None:
    plan.run(c.set_organisation, solo=True)
    objective = plan.run(c.write_objective, "Grow")
    assert plan.snapshot.get(t.OBJECTIVE, objective).level is Level.INDIVIDUAL


def test_a_chosen_cycle_goes_before_the_ones_of_neighbour_and_day(
    plan: Plan, objective: int
) -> None:
    year = plan.run(c.ensure_cycle, Horizon.YEAR, plan.today)
    plan.run(c.align, objective, c.MISSION)
    for beside in (None, objective):
        new = plan.run(c.write_objective, "New", beside=beside, cycle=year)
        assert plan.snapshot.get(t.OBJECTIVE, new).cycle == year


def test_one_beside_another_is_like_it_and_follows_it(plan: Plan, objective: int) -> None:
    plan.run(c.align, objective, c.MISSION)
    last = plan.run(c.write_objective, "Last", beside=objective)
    middle = plan.run(c.write_objective, "Middle", beside=objective)
    row, first = (plan.snapshot.get(t.OBJECTIVE, item) for item in (middle, objective))
    assert (row.level, row.cycle, row.team) == (first.level, first.cycle, first.team)
    below = children_of(plan.snapshot, mission_id(plan.snapshot) or 0)
    assert below == [objective, middle, last]


def test_a_key_result_has_start_and_target_of_its_sentence(plan: Plan, objective: int) -> None:
    key_result = plan.run(c.write_key_result, objective, "Get 1,000 survey responses")
    (terms,) = plan.snapshot.children(t.TERMS, "key_result", key_result)
    assert (terms.start, terms.target) == (Decimal(0), Decimal(1000))
    bare = plan.run(c.write_key_result, objective, "Publish the story")
    (terms,) = plan.snapshot.children(t.TERMS, "key_result", bare)
    assert terms.target is None


def test_a_sentence_gives_kind_unit_and_due(plan: Plan, objective: int) -> None:
    key_result = plan.run(c.write_key_result, objective, "Raise €1.2m by March")
    (terms,) = plan.snapshot.children(t.TERMS, "key_result", key_result)
    row = plan.snapshot.get(t.KEY_RESULT, key_result)
    assert (row.kind, row.unit, terms.target) == ("currency", "EUR", Decimal(1_200_000))
    assert terms.due == date(2027, 3, 31)


def test_a_month_is_that_of_the_cycle(plan: Plan) -> None:
    cycle = plan.run(c.create_cycle, "2027/28", "year", date(2027, 7, 1), date(2028, 6, 30))
    objective = plan.run(c.create_objective, "Prepare", cycle=cycle)
    for sentence, day in [("5 by March", date(2028, 3, 31)), ("5 by July", date(2027, 7, 31))]:
        key_result = plan.run(c.write_key_result, objective, sentence)
        (terms,) = plan.snapshot.children(t.TERMS, "key_result", key_result)
        assert terms.due == day


def test_no_cycle_no_number_and_the_language_of_the_person(plan: Plan) -> None:
    objective = plan.run(c.create_objective, "Prepare")
    bare = plan.run(c.write_key_result, objective, "Customers love us")
    count = plan.run(c.write_key_result, objective, "NPS 1.200", language="de")
    assert plan.snapshot.get(t.KEY_RESULT, bare).kind == "number"
    (terms,) = plan.snapshot.children(t.TERMS, "key_result", bare)
    assert (terms.start, terms.target) == (None, None)
    (terms,) = plan.snapshot.children(t.TERMS, "key_result", count)
    assert (terms.start, terms.target) == (None, Decimal(1200))
