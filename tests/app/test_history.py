from datetime import date
from typing import Any

from okrdesk.app import commands as c
from okrdesk.app.history import Entry, entries_of
from okrdesk.domain import tables as t
from okrdesk.domain.changes import ChangeSet, squash
from okrdesk.text import Message
from tests.app.plan import Plan


def last_step(plan: Plan) -> list[Entry]:
    changes = squash(plan.changes)
    changeset = ChangeSet(Message("Step"), changes, plan.author, "2026-08-17T09:00", 7)
    return entries_of(plan.snapshot, changeset)


def lines(plan: Plan) -> list[tuple[Any, ...]]:
    return [(e.item, e.field, e.old, e.new) for e in last_step(plan)]


def test_a_field_from_what_to_what(plan: Plan, objective: int) -> None:
    anna = plan.run(c.create_person, "Anna")
    plan.author = anna
    plan.run(c.change_objective, objective, title="Delight all", owner=anna, weight=0.5)
    assert lines(plan) == [
        ("Delight all", "title", "Delight customers", "Delight all"),
        ("Delight all", "owner", None, "Anna"),
        ("Delight all", "weight", "1", "0.5"),
    ]
    entry = last_step(plan)[0]
    assert (entry.when, entry.author, entry.txn) == ("2026-08-17T09:00", "Anna", 7)
    assert (str(entry.label), entry.item_id, entry.note) == ("Step", objective, "")


def test_a_check_in_says_what_it_moved(plan: Plan, key_result: int) -> None:
    plan.run(c.check_in, key_result, "5.50", confidence=7)
    assert lines(plan) == [
        ("Interviews", "value", None, "5.50"),
        ("Interviews", "confidence", None, "7"),
    ]
    plan.run(c.check_in, key_result, 8, status="behind", note="Two are ill")
    assert lines(plan) == [
        ("Interviews", "value", "5.50", "8"),
        ("Interviews", "status", None, "behind"),
    ]
    assert {entry.note for entry in last_step(plan)} == {"Two are ill"}
    (first, _) = plan.rows(t.CHECK_IN)
    plan.run(c.delete_row, t.CHECK_IN, first.id)
    assert lines(plan) == [("Interviews", "check_in", "2026-08-17 · 5.50 · 7", None)]


def test_rows_that_come_and_go(plan: Plan, quarter: int, objective: int, key_result: int) -> None:
    plan.run(c.set_tags, objective, ["care"])
    assert lines(plan) == [("Delight customers", "objective_tag", None, "care")]
    plan.run(c.set_terms, key_result, target=60, due=date(2026, 9, 1))
    assert lines(plan) == [
        ("Interviews", "target", "50", "60"),
        ("Interviews", "due", None, "2026-09-01"),
    ]
    plan.run(c.set_organisation, solo=True, hidden_levels=["team", "company"])
    assert lines(plan) == [
        ("Marigold", "solo", "no", "yes"),
        ("Marigold", "hidden_levels", None, "company, team"),
    ]
    plan.run(c.delete_item, objective)
    assert ("Delight customers", "objective", "Delight customers", None) in lines(plan)
    assert ("Interviews", "key_result", "Interviews", None) in lines(plan)
    plan.run(c.write_retrospective, quarter, worked="Talks")
    assert lines(plan) == [("Q3 2026", "retrospective", None, "Talks")]


def test_a_link_belongs_to_what_supports(plan: Plan, objective: int) -> None:
    top = plan.run(c.create_objective, "Top", level="company")
    plan.run(c.align, objective, top)
    assert lines(plan)[0] == ("Delight customers", "link", None, "Top")
    plan.run(c.unalign, objective)
    assert lines(plan) == [("Delight customers", "link", "Top", None)]
    plan.run(c.reorder, t.OBJECTIVE, objective, before=top)
    assert lines(plan) == []


def test_names_of_what_is_gone_are_empty(plan: Plan, objective: int) -> None:
    plan.author = 999
    plan.run(c.change_objective, objective, title="New")
    assert [entry.author for entry in last_step(plan)] == [""]
