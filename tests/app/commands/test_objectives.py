from datetime import date

import pytest

from okrdesk.app import commands as c
from okrdesk.domain import tables as t
from okrdesk.domain.entities import Objective
from okrdesk.domain.words import Level, ObjectiveState, Outcome, Priority
from tests.app.plan import Plan


def test_only_the_title_is_needed(plan: Plan) -> None:
    first = plan.run(c.create_objective, " Delight\ncustomers ")
    second = plan.run(c.create_objective, "Grow", state="draft", priority="P1", level="company")
    assert plan.get(t.OBJECTIVE, first).title == "Delight customers"
    row = plan.get(t.OBJECTIVE, second)
    assert (row.state, row.priority, row.level) == (
        ObjectiveState.DRAFT,
        Priority.P1,
        Level.COMPANY,
    )
    assert plan.get(t.OBJECTIVE, first).position < row.position
    assert plan.get(t.OBJECTIVE, first).level is Level.TEAM
    plan.run(c.set_organisation, solo=True)
    mine = plan.run(c.create_objective, "Sleep well")
    assert plan.get(t.OBJECTIVE, mine).level is Level.INDIVIDUAL


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"title": "  "}, ("Write a few words. Everything else can be added later.", "title")),
        ({"weight": -1}, ("A weight is 0 or more. With 0 it is shown and not counted.", "weight")),
        (
            {"cycle": 77},
            ("What you chose is no longer in the plan. Choose again.", "cycle"),
        ),
        (
            {"start": date(2026, 8, 1), "due": date(2026, 7, 31)},
            ("The due day is before the start. Choose a later day.", "due"),
        ),
        (
            {"start": date(2026, 10, 1)},
            ("The due day is before the start. Choose a later day.", "due"),
        ),
        ({"due": "9999-01-01"}, ("Use a date between 1900 and 2200.", "due")),
        ({"priority": "P9"}, ("“P9” is not known here. Use one of: P0, P1, P2, P3.", "priority")),
    ],
)
def test_what_an_objective_refuses(
    plan: Plan, objective: int, fields: dict[str, object], refusal: tuple[str, str]
) -> None:
    assert plan.refused(c.change_objective, objective, **fields) == refusal


def test_changing_nothing_writes_nothing(plan: Plan, objective: int) -> None:
    row = plan.run(c.change_objective, objective, title="Delight customers ")
    assert isinstance(row, Objective)
    assert plan.changes == []


def test_teams_owners_and_tags(plan: Plan, objective: int) -> None:
    one, two = plan.run(c.create_team, "One"), plan.run(c.create_team, "Two")
    anna, ben = plan.run(c.create_person, "Anna"), plan.run(c.create_person, "Ben")
    plan.run(c.set_teams, objective, [one, two, one])
    plan.run(c.set_owners, objective, [anna, ben])
    plan.run(c.set_tags, objective, ["#care", "care", "growth"])
    row = plan.get(t.OBJECTIVE, objective)
    assert (row.team, row.owner) == (one, anna)
    assert [r.team for r in plan.rows(t.OBJECTIVE_TEAM)] == [two]
    assert [r.person for r in plan.rows(t.OBJECTIVE_OWNER)] == [ben]
    assert [r.tag for r in plan.rows(t.OBJECTIVE_TAG)] == ["care", "growth"]
    plan.run(c.set_tags, objective, ["growth", "new"])
    assert [r.tag for r in plan.rows(t.OBJECTIVE_TAG)] == ["growth", "new"]
    plan.run(c.set_teams, objective, [])
    assert plan.get(t.OBJECTIVE, objective).team is None
    assert plan.refused(c.set_tags, objective, ["#"])[1] == "tag"


def test_a_copy_has_everything_but_its_history(
    plan: Plan, objective: int, key_result: int, quarter: int
) -> None:
    steps = plan.run(c.create_key_result, objective, "Steps", kind="milestones", steps=["a", "b"])
    plan.run(c.set_phases, key_result, [(date(2026, 8, 1), 20)])
    plan.run(c.change_key_result, key_result, due=date(2026, 9, 1), start_date=date(2026, 7, 2))
    plan.run(c.check_in, key_result, 20)
    plan.run(c.check_in, steps, steps=[plan.rows(t.STEP)[0].id])
    plan.run(c.set_tags, objective, ["care"])
    plan.run(c.set_outcome, objective, "dropped")
    top = plan.run(c.create_objective, "Top", level="company", supports=c.MISSION)
    plan.run(c.align, objective, top, contributes=True)
    new = plan.run(c.duplicate_objective, objective)
    row = plan.get(t.OBJECTIVE, new)
    assert (row.title, row.outcome, row.cycle) == ("Delight customers", None, quarter)
    (link,) = plan.children(t.LINK, "child", new)
    assert (link.objective, link.contributes) == (top, True)
    copies = plan.children(t.KEY_RESULT, "objective", new)
    assert [copy.title for copy in copies] == ["Interviews", "Steps"]
    assert [s.done for s in plan.children(t.STEP, "key_result", copies[1].id)] == [None, None]
    assert len(plan.children(t.PHASE, "key_result", copies[0].id)) == 1
    assert plan.children(t.CHECK_IN, "key_result", copies[0].id) == []
    assert [r.tag for r in plan.children(t.OBJECTIVE_TAG, "objective", new)] == ["care"]
    plan.holds_together()


def test_a_copy_in_another_cycle_has_that_cycles_dates(
    plan: Plan, objective: int, key_result: int
) -> None:
    plan.run(c.change_key_result, key_result, due=date(2026, 9, 1), start_date=date(2026, 7, 2))
    plan.run(c.change_objective, objective, due=date(2026, 9, 2))
    fourth = plan.run(c.create_cycle, "Q4 2026", "quarter", date(2026, 10, 1), date(2026, 12, 31))
    new = plan.run(c.duplicate_objective, objective, cycle=fourth, title="Again")
    row = plan.get(t.OBJECTIVE, new)
    assert (row.title, row.cycle, row.due) == ("Again", fourth, None)
    (copy,) = plan.children(t.KEY_RESULT, "objective", new)
    (terms,) = plan.children(t.TERMS, "key_result", copy.id)
    assert (copy.start_date, terms.due, terms.target) == (None, None, 50)


@pytest.mark.parametrize("keep", [True, False])
def test_objectives_move_to_another_cycle(
    plan: Plan, objective: int, key_result: int, *, keep: bool
) -> None:
    fourth = plan.run(c.create_cycle, "Q4 2026", "quarter", date(2026, 10, 1), date(2026, 12, 31))
    steps = plan.run(c.create_key_result, objective, "Steps", kind="milestones", steps=["a"])
    plan.run(c.check_in, steps, steps=[plan.rows(t.STEP)[0].id])
    plan.run(c.change_key_result, key_result, due=date(2026, 9, 1), outcome=Outcome.MISSED)
    plan.run(c.change_objective, objective, due=date(2026, 9, 2))
    plan.run(c.check_in, key_result, 20)
    plan.run(c.set_status, key_result, "behind")
    plan.run(c.grade, objective, 0.3)
    plan.run(c.move_to_cycle, [objective], fourth, keep_values=keep)
    row = plan.get(t.OBJECTIVE, objective)
    assert (row.cycle, row.due) == (fourth, None)
    assert plan.children(t.TERMS, "key_result", key_result)[-1].due is None
    assert len(plan.rows(t.CHECK_IN)) == (2 if keep else 0)
    assert len(plan.rows(t.STATUS_OVERRIDE)) == len(plan.rows(t.GRADE)) == (1 if keep else 0)
    assert (plan.rows(t.STEP)[0].done is None) is not keep
    assert (plan.get(t.KEY_RESULT, key_result).outcome is None) is not keep


def test_dates_on_the_edge_of_the_new_cycle_are_kept(plan: Plan, objective: int) -> None:
    first, last = date(2026, 10, 1), date(2026, 12, 31)
    fourth = plan.run(c.create_cycle, "Q4 2026", "quarter", first, last)
    plan.run(c.change_objective, objective, start=first, due=last)
    plan.run(c.move_to_cycle, [objective], fourth)
    row = plan.get(t.OBJECTIVE, objective)
    assert (row.start, row.due) == (first, last)


def test_there_must_be_a_cycle_to_move_to(plan: Plan, objective: int) -> None:
    sentence = "What you chose is no longer in the plan. Choose again."
    assert plan.refused(c.move_to_cycle, [objective], 9) == (sentence, "cycle")
