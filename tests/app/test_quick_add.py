"""One line from anywhere: what it becomes and where it goes."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from okrdesk.app import commands as c
from okrdesk.app.quick_add import Line, Typed, Where, parent_title, parts_of, read_line
from okrdesk.domain import tables as t
from okrdesk.domain.words import Level
from tests.app.plan import TODAY, Plan


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Interview 50 @amara #care", Typed("Interview 50", ("amara",), ("care",))),
        ("@ada Get 5 #a #b-c", Typed("Get 5", ("ada",), ("a", "b-c"))),
        ("Get 5 > churn calls", Typed("Get 5", place="churn calls")),
        ("> churn", Typed("", place="churn")),
        ("Get 5 >", Typed("Get 5")),
        ("Mail a@b.com # now, response>5", Typed("Mail a@b.com # now, response>5")),
    ],
)
def test_the_parts_of_a_line(text: str, parts: Typed) -> None:
    assert parts_of(text) == parts


@pytest.fixture
def staffed(plan: Plan, objective: int) -> Plan:
    plan.run(c.create_person, "Amara Diallo")
    plan.run(c.create_person, "Mei Tanaka")
    gone = plan.run(c.create_person, "Amanda Left")
    plan.run(c.change_person, gone, active=False)
    plan.run(c.create_team, "Customer Care", kind="team")
    plan.run(c.create_team, "Digital", kind="team")
    return plan


def read(plan: Plan, text: str, selected: int | None = None, **more: Any) -> Line:
    titles = {row.title: row.id for row in plan.snapshot.rows(t.OBJECTIVE)}
    found = {title.split()[0].casefold(): row_id for title, row_id in titles.items()}
    return read_line(text, Where(plan.snapshot, TODAY, selected), found.get, **more)


def named(plan: Plan, table: t.Table[Any], name: str) -> int:
    return int(next(row.id for row in plan.snapshot.rows(table) if row.name == name))


def test_a_number_makes_a_key_result_of_the_selected_objective(
    staffed: Plan, objective: int
) -> None:
    line = read(staffed, "Interview 50 customers @amara", objective)
    assert (line.title, line.as_key_result, line.objective) == (
        "Interview 50 customers",
        True,
        objective,
    )
    assert line.reading.target == Decimal(50)
    assert line.owner == named(staffed, t.PERSON, "Amara Diallo")
    assert line.problem is None
    assert parent_title(staffed.snapshot, line) == "Delight customers"


def test_a_selected_key_result_stands_for_its_objective(plan: Plan, key_result: int) -> None:
    assert read(plan, "Get 5", key_result).objective == plan.get(t.KEY_RESULT, key_result).objective


def test_without_a_number_or_an_objective_it_is_an_objective(staffed: Plan, objective: int) -> None:
    assert not read(staffed, "Become known", objective).as_key_result
    line = read(staffed, "Get 50 replies")
    assert (line.as_key_result, line.objective, line.level) == (False, None, Level.COMPANY)
    assert parent_title(staffed.snapshot, line) == ""


def test_a_person_says_what_it_is(staffed: Plan, objective: int) -> None:
    assert read(staffed, "Become known", objective, as_key_result=True).as_key_result
    assert not read(staffed, "Get 50", objective, as_key_result=False).as_key_result
    assert not read(staffed, "Get 50", as_key_result=True).as_key_result


def test_an_objective_takes_level_team_and_cycle_of_what_it_supports(
    staffed: Plan, objective: int, quarter: int
) -> None:
    care = named(staffed, t.TEAM, "Customer Care")
    staffed.run(c.change_objective, objective, team=care)
    line = read(staffed, "Become known", objective)
    assert (line.objective, line.level, line.team, line.cycle) == (
        objective,
        Level.TEAM,
        care,
        quarter,
    )
    staffed.run(c.change_objective, objective, level=Level.COMPANY)
    digital = read(staffed, "Become known #digital", objective)
    assert (digital.level, digital.team) == (Level.TEAM, named(staffed, t.TEAM, "Digital"))
    staffed.run(c.set_organisation, solo=True)
    assert read(staffed, "Become known").level is Level.INDIVIDUAL


def test_a_team_chooses_its_objective_of_this_cycle(staffed: Plan, objective: int) -> None:
    other = staffed.run(c.create_objective, "Launch the app", cycle=None)
    care = named(staffed, t.TEAM, "Customer Care")
    staffed.run(c.change_objective, objective, team=care)
    assert read(staffed, "Get 5 #care").objective == objective
    assert read(staffed, "Get 5 #care", other).objective == objective
    assert read(staffed, "Get 5 #digital", other).objective == other
    staffed.run(c.change_objective, objective, state="draft")
    assert read(staffed, "Get 5 #care").objective is None


def test_without_a_cycle_of_today_a_team_chooses_among_those_without_one(staffed: Plan) -> None:
    digital = named(staffed, t.TEAM, "Digital")
    loose = staffed.run(c.create_objective, "Tidy up", team=digital)
    where = Where(staffed.snapshot, date(2030, 1, 1))
    assert read_line("Get 5 #digital", where, {}.get).objective in (loose, None)


def test_words_behind_an_angle_choose_the_objective(staffed: Plan, objective: int) -> None:
    assert read(staffed, "Get 5 > delight").objective == objective
    line = read(staffed, "Get 5 > nowhere", objective)
    assert str(line.problem) == "No objective is called “nowhere”."


def test_what_is_unknown_is_said_and_never_guessed(staffed: Plan, objective: int) -> None:
    assert str(read(staffed, "Get 5 @nobody", objective).problem) == "Nobody is called “nobody”."
    assert str(read(staffed, "Get 5 @amanda", objective).problem) == "Nobody is called “amanda”."
    assert "no team “slow”" in str(read(staffed, "Get 5 #slow", objective).problem)
    assert str(read(staffed, " @amara").problem).startswith("Write what")


def test_initials_and_words_of_a_name_count(staffed: Plan, objective: int) -> None:
    mei = named(staffed, t.PERSON, "Mei Tanaka")
    assert [read(staffed, f"Get 5 @{name}", objective).owner for name in ("mt", "tana", "MEI")] == [
        mei
    ] * 3


def test_it_is_written_in_one_step(staffed: Plan, objective: int) -> None:
    row_id = staffed.run(c.add_line, read(staffed, "Get 50 replies @mei", objective))
    row = staffed.get(t.KEY_RESULT, row_id)
    assert (row.title, row.objective) == ("Get 50 replies", objective)
    assert row.owner == named(staffed, t.PERSON, "Mei Tanaka")
    assert staffed.children(t.TERMS, "key_result", row_id)[0].target == Decimal(50)


def test_an_objective_is_written_with_its_tags(staffed: Plan, objective: int) -> None:
    row_id = staffed.run(c.add_line, read(staffed, "Become known #digital #fame", objective))
    row = staffed.get(t.OBJECTIVE, row_id)
    assert row.team == named(staffed, t.TEAM, "Digital")
    assert [tag.tag for tag in staffed.children(t.OBJECTIVE_TAG, "objective", row_id)] == ["fame"]
    (link,) = staffed.children(t.LINK, "child", row_id)
    assert link.objective == objective


def test_at_the_top_it_supports_the_mission_in_this_quarter(plan: Plan) -> None:
    row_id = plan.run(c.add_line, read(plan, "Become known"))
    (link,) = plan.children(t.LINK, "child", row_id)
    assert (link.objective, link.key_result) == (None, None)
    assert plan.get(t.CYCLE, plan.get(t.OBJECTIVE, row_id).cycle).name == "Q3 2026"
