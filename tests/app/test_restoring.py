"""A value of before comes back by the rules of today."""

from datetime import date
from typing import Any

import pytest

from okrdesk.app import commands as c
from okrdesk.app.history import entries_of
from okrdesk.domain import tables as t
from okrdesk.domain.changes import ChangeSet, squash
from okrdesk.text import Message
from tests.app.plan import Plan


def sources(plan: Plan) -> dict[str, Any]:
    """What the last step changed, by field."""
    changeset = ChangeSet(Message("Step"), squash(plan.changes))
    found = entries_of(plan.snapshot, changeset)
    return {entry.field: entry.source for entry in found}


def restore(plan: Plan, field: str) -> None:
    plan.run(c.restore_value, *sources(plan)[field])


def test_fields_of_an_objective_and_a_key_result(
    plan: Plan, objective: int, key_result: int
) -> None:
    plan.run(c.change_objective, objective, title="Delight all")
    restore(plan, "title")
    assert plan.snapshot.get(t.OBJECTIVE, objective).title == "Delight customers"
    plan.run(c.set_share, key_result, 40)
    restore(plan, "share")
    assert plan.snapshot.get(t.KEY_RESULT, key_result).share is None
    plan.run(c.change_key_result, key_result, unit="calls")
    restore(plan, "unit")
    assert plan.snapshot.get(t.KEY_RESULT, key_result).unit == ""


def test_terms_that_are_new_since_a_check_in(plan: Plan, key_result: int) -> None:
    plan.run(c.check_in, key_result, 5, on=date(2026, 8, 1))
    plan.today = date(2026, 8, 18)
    plan.run(c.set_terms, key_result, target=60)
    found = sources(plan)
    assert set(found) == {"target"}
    restore(plan, "target")
    rows = plan.snapshot.children(t.TERMS, "key_result", key_result)
    assert rows[-1].target == 50


def test_a_check_in_is_corrected_back_but_its_coming_is_no_value(
    plan: Plan, key_result: int
) -> None:
    row = plan.run(c.check_in, key_result, 5)
    assert sources(plan) == {"value": None}
    plan.run(c.change_check_in, row, value=6)
    restore(plan, "value")
    assert plan.snapshot.get(t.CHECK_IN, row).value == 5


def test_the_other_tables(plan: Plan, quarter: int, objective: int, key_result: int) -> None:
    plan.run(c.set_organisation, vision="Everywhere")
    restore(plan, "vision")
    assert next(plan.snapshot.rows(t.ORGANISATION)).vision == ""
    comment = plan.run(c.add_comment, objective, "Well done")
    plan.run(c.change_comment, comment, "Done")
    restore(plan, "text")
    assert plan.snapshot.get(t.COMMENT, comment).text == "Well done"
    child = plan.run(c.create_objective, "Call", cycle=quarter, supports=key_result)
    (link,) = plan.snapshot.children(t.LINK, "child", child)
    plan.run(c.set_contributes, link.id, contributes=True)
    restore(plan, "contributes")
    assert not plan.snapshot.get(t.LINK, link.id).contributes


def test_what_has_no_place_any_more_is_refused(plan: Plan, objective: int) -> None:
    plan.run(c.change_objective, objective, title="Delight all")
    source = sources(plan)["title"]
    assert c.can_restore(plan.snapshot, source.table, source.row, "title")
    assert not c.can_restore(plan.snapshot, source.table, source.row, "position")
    person = plan.run(c.create_person, "Anna")
    assert not c.can_restore(plan.snapshot, t.PERSON, person, "name")
    plan.run(c.delete_item, objective)
    sentence, _ = plan.refused(c.restore_value, *source)
    assert sentence == "This cannot be put back, because its place is gone."


@pytest.mark.parametrize("field", ["objective", "key_result", "primary"])
def test_places_are_moved_and_not_restored(
    plan: Plan, quarter: int, objective: int, field: str
) -> None:
    child = plan.run(c.create_objective, "Call", cycle=quarter, supports=objective)
    (link,) = plan.snapshot.children(t.LINK, "child", child)
    assert not c.can_restore(plan.snapshot, t.LINK, link.id, field)
