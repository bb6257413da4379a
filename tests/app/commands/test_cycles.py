from datetime import date

import pytest

from okrdesk.app import commands as c
from okrdesk.domain import tables as t
from okrdesk.domain.scoring import Scores
from okrdesk.domain.words import CycleState, Horizon, Rhythm
from tests.app.plan import Plan

CLOSED = "Q3 2026 is closed, and its numbers are kept as they were. Reopen it to change this."


def test_a_cycle_has_a_rhythm_that_suits_it(plan: Plan, quarter: int) -> None:
    assert plan.get(t.CYCLE, quarter).rhythm is Rhythm.WEEKLY
    days = date(2026, 1, 1), date(2026, 12, 31)
    year = plan.run(c.create_cycle, "2026", "year", *days, narrative="We shine")
    assert plan.get(t.CYCLE, year).rhythm is Rhythm.MONTHLY
    plan.run(c.change_cycle, year, rhythm="weekly", name="Year 2026")
    assert plan.get(t.CYCLE, year).rhythm is Rhythm.WEEKLY
    daily = plan.run(c.create_cycle, "Sprint", "custom", *days, rhythm="daily")
    assert plan.get(t.CYCLE, daily).rhythm is Rhythm.DAILY


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"end": date(2026, 6, 30)}, ("The end is before the start. Choose a later day.", "end")),
        ({"start": "0000-07-01"}, ("Use a date between 1900 and 2200.", "start")),
        (
            {"name": "q4 2026"},
            ("There is a cycle “q4 2026” already. Choose another name.", "name"),
        ),
    ],
)
def test_what_a_cycle_refuses(
    plan: Plan, quarter: int, fields: dict[str, object], refusal: tuple[str, str]
) -> None:
    plan.run(c.create_cycle, "Q4 2026", "quarter", date(2026, 10, 1), date(2026, 12, 31))
    assert plan.refused(c.change_cycle, quarter, **fields) == refusal


def test_a_closed_cycle_is_frozen_until_it_is_reopened(
    plan: Plan, quarter: int, objective: int, key_result: int
) -> None:
    link = plan.run(c.align, objective, c.MISSION)
    plan.run(c.close_cycle, quarter)
    assert plan.refused(c.change_objective, objective, title="No") == (CLOSED, None)
    assert plan.refused(c.create_objective, "No", cycle=quarter) == (CLOSED, None)
    assert plan.refused(c.check_in, key_result, 5) == (CLOSED, None)
    assert plan.refused(c.delete_item, objective) == (CLOSED, None)
    assert plan.refused(c.remove_link, link) == (CLOSED, None)
    assert plan.refused(c.grade, key_result, 0.5) == (CLOSED, None)
    assert plan.refused(c.change_cycle, quarter, name="No") == (CLOSED, None)
    assert plan.refused(c.close_cycle, quarter) == ("Q3 2026 is closed already.", None)
    plan.run(c.add_comment, objective, "Words are free")
    plan.run(c.write_retrospective, quarter, worked="The interviews")
    plan.run(c.reopen_cycle, quarter)
    assert plan.get(t.CYCLE, quarter).state is CycleState.ACTIVE
    plan.run(c.change_objective, objective, title="Yes")
    assert plan.refused(c.reopen_cycle, quarter) == ("Q3 2026 is not closed.", None)


def test_a_cycle_reopened_after_its_end_is_to_be_graded(plan: Plan, quarter: int) -> None:
    plan.run(c.close_cycle, quarter)
    plan.today = date(2026, 10, 1)
    plan.run(c.reopen_cycle, quarter)
    assert plan.get(t.CYCLE, quarter).state is CycleState.GRADING


def test_a_cycle_reopened_on_its_last_day_is_active(plan: Plan, quarter: int) -> None:
    plan.run(c.close_cycle, quarter)
    plan.today = date(2026, 9, 30)
    plan.run(c.reopen_cycle, quarter)
    assert plan.get(t.CYCLE, quarter).state is CycleState.ACTIVE


def test_only_an_empty_cycle_goes(plan: Plan, quarter: int, objective: int) -> None:
    sentence = (
        "“Q3 2026” is still used by “Delight customers”. Nothing was deleted. "
        "Move or delete that first."
    )
    assert plan.refused(c.delete_cycle, quarter) == (sentence, None)
    plan.run(c.delete_item, objective)
    plan.run(c.write_retrospective, quarter, worked="Much")
    plan.run(c.delete_cycle, quarter)
    assert plan.rows(t.CYCLE) == plan.rows(t.RETROSPECTIVE) == []


@pytest.mark.parametrize(
    ("horizon", "name", "start", "end"),
    [
        (Horizon.LONG_TERM, "2026/27–2028/29", date(2026, 4, 1), date(2029, 3, 31)),
        (Horizon.YEAR, "2026/27", date(2026, 4, 1), date(2027, 3, 31)),
        (Horizon.HALF_YEAR, "H1 2026/27", date(2026, 4, 1), date(2026, 9, 30)),
        (Horizon.QUARTER, "Q2 2026/27", date(2026, 7, 1), date(2026, 9, 30)),
        (Horizon.MONTH, "2026-08", date(2026, 8, 1), date(2026, 8, 31)),
        (Horizon.WEEK, "2026-W34", date(2026, 8, 17), date(2026, 8, 23)),
    ],
)
def test_the_current_cycle_is_made_once_by_the_fiscal_year(
    plan: Plan, horizon: Horizon, name: str, start: date, end: date
) -> None:
    plan.run(c.set_organisation, fiscal_start=4)
    cycle = plan.run(c.ensure_cycle, horizon, plan.today)
    row = plan.get(t.CYCLE, cycle)
    assert (row.name, row.start, row.end) == (name, start, end)
    assert plan.run(c.ensure_cycle, horizon, plan.today) == cycle
    assert plan.run(c.ensure_cycle, horizon, date(2029, 4, 1)) != cycle


def test_the_second_half_of_a_year(plan: Plan) -> None:
    row = plan.get(t.CYCLE, plan.run(c.ensure_cycle, Horizon.HALF_YEAR, plan.today))
    assert (row.name, row.start, row.end) == ("H2 2026", date(2026, 7, 1), date(2026, 12, 31))
    sentence = "A custom cycle needs its own name and days."
    assert plan.refused(c.ensure_cycle, Horizon.CUSTOM, plan.today) == (sentence, "horizon")


def test_closing_freezes_what_comes_from_a_kpi(
    plan: Plan, quarter: int, objective: int, key_result: int
) -> None:
    kpi = plan.run(c.create_kpi, "NPS")
    for day, value in ((1, 20), (2, 25)):
        plan.run(c.record_kpi_value, kpi, value, on=date(2026, 8, day))
    plan.run(c.record_kpi_value, kpi, 5, on=date(2026, 6, 30))
    plan.run(c.change_key_result, key_result, kpi=kpi)
    plan.run(c.check_in, key_result, confidence=7, on=date(2026, 8, 2))
    own = plan.run(c.create_key_result, objective, "Own", start=0, target=5)
    before = Scores(plan.snapshot, plan.today).key_result(key_result).raw
    assert before == 0.5
    plan.run(c.close_cycle, quarter)
    plan.run(c.record_kpi_value, kpi, 50, on=date(2026, 8, 3))
    assert Scores(plan.snapshot, plan.today).key_result(key_result).raw == 0.5
    plan.run(c.reopen_cycle, quarter)
    assert Scores(plan.snapshot, plan.today).key_result(key_result).raw == 1.0
    assert plan.get(t.KEY_RESULT, own).kpi is None
    plan.run(c.close_cycle, quarter)
    assert [row.value for row in plan.rows(t.CHECK_IN)] == [20, None, 25, 50]
