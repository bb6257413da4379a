import pytest

from okrdesk.app import commands as c
from okrdesk.domain import tables as t
from okrdesk.domain.words import StatusRule
from tests.app.plan import Plan


def test_statements_and_rules(plan: Plan) -> None:
    plan.run(c.set_organisation, mission="Help people\nshine", cap=1.2, hidden_levels=["team"])
    plan.run(c.set_organisation, status_rule="gap", fiscal_start=4, solo=True)
    row = plan.get(t.ORGANISATION, 1)
    assert (row.mission, row.cap, row.hidden_levels) == ("Help people\nshine", 1.2, ("team",))
    assert (row.status_rule, row.fiscal_start, row.solo) == (StatusRule.GAP, 4, True)


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "", "Write a few words. Everything else can be added later."),
        ("cap", 1.6, "Use a number from 1 to 1.5."),
        ("fiscal_start", 13, "Use a whole number from 1 to 12."),
        ("pace_behind", 0.95, "“Behind” begins below “on track”. Use a smaller number."),
        ("gap_behind", 4.0, "“Behind” begins above “on track”. Use a larger number."),
        ("hidden_levels", "team", "Choose levels from the list."),
        (
            "hidden_levels",
            ["boss"],
            "“boss” is not known here. Use one of: company, department, team, individual.",
        ),
    ],
)
def test_rules_are_checked(plan: Plan, field: str, value: object, sentence: str) -> None:
    assert plan.refused(c.set_organisation, **{field: value}) == (sentence, field)


def test_a_field_that_is_not_there_is_a_bug(plan: Plan) -> None:
    with pytest.raises(TypeError, match="organisation has no field colour"):
        plan.run(c.set_organisation, colour=1)


def test_values_stand_in_order_and_go(plan: Plan, objective: int) -> None:
    first = plan.run(c.add_value, "Care", "We listen")
    second = plan.run(c.add_value, "Courage")
    assert [row.id for row in plan.rows(t.VALUE)] == [first, second]
    plan.run(c.change_value, second, title="Boldness")
    plan.run(c.set_values, objective, [first, second, first])
    plan.run(c.reorder, t.VALUE, second, before=first)
    assert [row.title for row in plan.rows(t.VALUE)] == ["Boldness", "Care"]
    plan.run(c.delete_row, t.VALUE, first)
    assert [row.value for row in plan.rows(t.OBJECTIVE_VALUE)] == [second]


def test_a_word_gets_our_own_name_and_back(plan: Plan) -> None:
    plan.run(c.name_word, "team", "Squad")
    plan.run(c.name_word, "team", "Crew")
    assert [(row.word, row.name) for row in plan.rows(t.WORD)] == [("team", "Crew")]
    plan.run(c.name_word, "team", " ")
    plan.run(c.name_word, "team", "")
    assert plan.rows(t.WORD) == []


def test_the_plan_itself_stays(plan: Plan) -> None:
    sentence = "The plan's own page cannot be deleted. Empty its texts instead."
    assert plan.refused(c.delete_row, t.ORGANISATION, 1) == (sentence, None)


def test_bookkeeping(plan: Plan, objective: int) -> None:
    view = plan.run(c.save_view, "Mine", "owner:me")
    plan.run(c.save_view, "Mine, red", "owner:me status:at_risk", view=view)
    assert [row.name for row in plan.rows(t.SAVED_VIEW)] == ["Mine, red"]
    plan.run(c.mute, "O4", objective)
    plan.run(c.mute, "P1")
    assert [(row.rule, row.objective) for row in plan.rows(t.MUTE)] == [
        ("O4", objective),
        ("P1", None),
    ]
    plan.run(c.add_bookmark, "Monday meeting", 12)
    (bookmark,) = plan.rows(t.BOOKMARK)
    assert (bookmark.txn, bookmark.date) == (12, plan.today)
