"""Pasted rows become objectives and key results; what cannot be placed stays readable."""

import subprocess
import sys
from datetime import date
from decimal import Decimal

import pytest

from okrdesk.app import commands as c
from okrdesk.app.row_copies import rows_in, rows_of
from okrdesk.app.row_words import row_words
from okrdesk.domain import tables as t
from okrdesk.domain.scoring import Scores
from okrdesk.domain.tree import children_of
from okrdesk.domain.words import Horizon, Level
from okrdesk.exchange.row_text import plain_text, table, tsv
from okrdesk.exchange.rows import ItemRow, as_key_results
from tests.app.plan import Plan

COLUMNS = (
    "kind",
    "title",
    "owner",
    "team",
    "level",
    "cycle",
    "start",
    "target",
    "unit",
    "due",
    "tags",
    "note",
)
HEADS = {
    name: next(n for n, column in row_words().columns.items() if column == name) for name in COLUMNS
}


def paste(plan: Plan, text: str, **fields: object) -> c.Pasted:
    rows = rows_in(plan.snapshot, text, plan.today).rows
    result: c.Pasted = plan.run(c.paste_rows, rows, **fields)
    plan.holds_together()
    return result


def described(plan: Plan, item: int) -> str:
    table = t.OBJECTIVE if plan.snapshot.find(t.OBJECTIVE, item) else t.KEY_RESULT
    return str(plan.get(table, item).description)


def terms(plan: Plan, title: str) -> tuple[str, Decimal | None, Decimal | None, date | None]:
    row = next(row for row in plan.rows(t.KEY_RESULT) if row.title == title)
    (held,) = plan.children(t.TERMS, "key_result", row.id)
    return row.unit, held.start, held.target, held.due


def test_a_list_becomes_objectives_with_measured_key_results(plan: Plan) -> None:
    text = "Delight customers\n  - Interview 50 customers\n  - NPS 41 → 55\nGrow\n  - Sell it"
    result = paste(plan, text)
    assert result[:2] == (2, 3)
    assert children_of(plan.snapshot, 1) == list(result.tops)
    assert terms(plan, "NPS 41 → 55")[1:3] == (Decimal(41), Decimal(55))
    assert terms(plan, "Interview 50 customers")[2] == Decimal(50)


def test_rows_stand_behind_what_is_selected(plan: Plan, objective: int, key_result: int) -> None:
    plan.run(c.align, objective, c.MISSION)
    last = plan.run(c.create_key_result, objective, "Last", start=0, target=1)
    other = plan.run(c.create_objective, "Other", supports=c.MISSION)
    rows = as_key_results(rows_in(plan.snapshot, "One\nTwo", plan.today).rows)
    one, two = plan.run(c.paste_rows, rows, at=key_result).tops
    assert children_of(plan.snapshot, objective) == [key_result, one, two, last]
    (new,) = plan.run(c.paste_rows, rows_in(plan.snapshot, "New", plan.today).rows, at=two).tops
    assert children_of(plan.snapshot, 1) == [objective, new, other]
    (end,) = plan.run(c.paste_rows, rows[:1], at=objective).tops
    assert children_of(plan.snapshot, objective)[-1] == end
    (loose,) = paste(plan, "Loose", at=plan.run(c.create_objective, "Alone")).tops
    assert plan.children(t.LINK, "child", loose) == []


def test_levels_of_a_list_support_each_other(plan: Plan) -> None:
    text = "Company\n\tKey result: 10 cities\n\t\tObjective: Go\n\tTeam\n\t\tGet 5 deals"
    paste(plan, text)
    by_title = {row.title: row.id for row in plan.rows(t.OBJECTIVE)}
    (cities, team) = children_of(plan.snapshot, by_title["Company"])
    assert team == by_title["Team"]
    assert children_of(plan.snapshot, cities) == [by_title["Go"]]


def test_cells_fill_the_fields(plan: Plan, quarter: int) -> None:
    mei = plan.run(c.create_person, "Mei Tan")
    care = plan.run(c.create_team, "Care")
    text = (
        "Type\tTitle\tOwner\tTeam\tLevel\tCycle\tTags\tStart\tCurrent\tTarget\tUnit\tDue\n"
        "Objective\tGrow\tmei tan\tcare\tcompany\tQ3 2026\t#a; b\t\t\t\t\t2026-09-15\n"
        "Key result\tChurn\tMT\t\t\t\t\t6 %\t5\t4 %\t\t31 Aug\n"
        "Key result\tInterviews\tZoë\t\t\t\t\t\t\t50\tcustomers\t\n"
        "Objective\tCare\t\tNew team\t\t\t\t\t\t\t\t\n"
    )
    paste(plan, text)
    grow = next(row for row in plan.rows(t.OBJECTIVE) if row.title == "Grow")
    assert (grow.owner, grow.team, grow.level, grow.cycle) == (mei, care, Level.COMPANY, quarter)
    assert grow.due == date(2026, 9, 15)
    assert [row.tag for row in plan.rows(t.OBJECTIVE_TAG)] == ["a", "b"]
    assert terms(plan, "Churn") == ("%", Decimal(6), Decimal(4), date(2026, 8, 31))
    assert terms(plan, "Interviews")[:3] == ("customers", Decimal(0), Decimal(50))
    assert [row.value for row in plan.rows(t.CHECK_IN)] == [Decimal(5)]
    assert [row.name for row in plan.rows(t.PERSON)] == ["Mei Tan", "Zoë"]
    assert [row.name for row in plan.rows(t.TEAM)] == ["Care", "New team"]
    assert described(plan, grow.id) == ""


@pytest.mark.parametrize(
    ("cells", "lost"),
    [
        ({"target": "many"}, "many"),
        ({"start": "5"}, "5"),
        ({"target": "9", "due": "soon"}, "9\nsoon"),
        ({"start": "7", "target": "7"}, "7\n7"),
        ({"current": "lots"}, "lots"),
        ({"unit": "cm"}, ""),
        ({"unit": "x" * 501}, "x" * 501),
    ],
)
def test_what_a_key_result_cannot_take_is_described(
    plan: Plan, objective: int, cells: dict[str, str], lost: str
) -> None:
    for title in ("Customers love us", "Sell 5 cars"):
        row = ItemRow(title, key_result=True, cells=tuple(cells.items()))
        (new,) = plan.run(c.paste_rows, (row,), at=objective).tops
        assert described(plan, new) == lost


def test_what_an_objective_cannot_take_is_described(plan: Plan) -> None:
    below = ItemRow(
        "Below", cells=(("level", "company"), ("cycle", "Q9"), ("due", "soon"), ("target", "5"))
    )
    above = ItemRow("Above", below=(below,), cells=(("level", "individual"),), note="Why")
    paste_result = plan.run(c.paste_rows, (above,))
    (low,) = children_of(plan.snapshot, paste_result.tops[0])
    assert described(plan, paste_result.tops[0]) == "Why"
    assert described(plan, low) == "company\nQ9\nsoon\n5"


def test_a_limit_in_a_sentence_stays_one(plan: Plan, objective: int) -> None:
    row = ItemRow(
        "Churn below 4 %", key_result=True, cells=(("target", "3 %"), ("due", "2026-09-01"))
    )
    (new,) = plan.run(c.paste_rows, (row,), at=objective).tops
    assert plan.get(t.KEY_RESULT, new).kind == "at_most"
    assert terms(plan, "Churn below 4 %")[2:] == (Decimal(3), date(2026, 9, 1))


def test_nothing_too_much_and_homeless_key_results_are_refused(plan: Plan) -> None:
    assert "nothing to paste" in plan.refused(c.paste_rows, ())[0]
    assert "5000" in plan.refused(c.paste_rows, (ItemRow("x"),) * 5001)[0]
    homeless = (ItemRow("x", key_result=True),)
    assert "Choose the objective" in plan.refused(c.paste_rows, homeless)[0]


def test_what_is_copied_is_what_is_pasted(plan: Plan, objective: int, key_result: int) -> None:
    plan.run(c.align, objective, c.MISSION)
    mei = plan.run(c.create_person, "Mei")
    plan.run(c.give_owner, [objective, key_result], mei)
    team = plan.run(c.create_team, "Care")
    plan.run(c.change_objective, objective, team=team, due=date(2026, 9, 1), description="Why")
    plan.run(c.set_tags, objective, ["a", "b"])
    plan.run(c.set_terms, key_result, due=date(2026, 9, 20))
    plan.run(c.check_in, key_result, 10)
    below = plan.run(c.create_objective, "Below", supports=key_result)
    rows = rows_of(Scores(plan.snapshot, plan.today), [1])
    assert dict(rows[0].cells)["status"]
    assert dict(rows[0].below[0].cells)["current"] == "10"
    assert rows == rows_of(Scores(plan.snapshot, plan.today), [below, objective])
    for text in (
        plain_text(rows, row_words()),
        tsv(table(rows, HEADS, ("Objective", "Key result"))),
    ):
        copy = paste(plan, text).tops
        again = rows_of(Scores(plan.snapshot, plan.today), copy)
        assert plain_text(again, row_words()) == plain_text(rows, row_words())
    keep = [name for name in COLUMNS if name not in {"kind", "title", "note"}]
    for one, two in ((rows[0], again[0]), (rows[0].below[0], again[0].below[0])):
        assert [dict(one.cells).get(n) for n in keep] == [dict(two.cells).get(n) for n in keep]
    assert again[0].note == "Why"


def test_a_copy_in_the_same_plan_keeps_kind_and_steps(
    plan: Plan, objective: int, quarter: int
) -> None:
    steps = plan.run(c.create_key_result, objective, "Plan", kind="milestones", steps=["A", "B"])
    plan.run(c.set_terms, steps, due=date(2026, 9, 1))
    year = plan.run(c.ensure_cycle, Horizon.YEAR, plan.today)
    other = plan.run(c.create_objective, "Other", cycle=year)
    for at, due in ((objective, date(2026, 9, 1)), (other, None)):
        rows = rows_of(Scores(plan.snapshot, plan.today), [steps])
        (new,) = plan.run(c.paste_rows, rows, at=at).tops
        assert [row.title for row in plan.children(t.STEP, "key_result", new)] == ["A", "B"]
        assert plan.children(t.TERMS, "key_result", new)[-1].due == due
    plan.run(c.change_key_result, steps, title="Renamed")
    (new,) = plan.run(c.paste_rows, rows, at=objective).tops
    assert plan.children(t.STEP, "key_result", new) == []


def test_the_sentence_reader_is_loaded_with_the_first_sentence() -> None:
    program = "import sys, okrdesk.app.commands; print('okrdesk.domain.sentences' in sys.modules)"
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "False"
