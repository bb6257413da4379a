from datetime import date
from decimal import Decimal

import pytest

from okrdesk.app import commands as c
from okrdesk.domain import tables as t
from okrdesk.domain.words import Status
from tests.app.plan import Plan

UNKNOWN_STATUS = (
    "“great” is not known here. Use one of: on_track, behind, at_risk, achieved, not_started."
)


def test_a_second_one_on_a_day_is_a_later_entry(plan: Plan, key_result: int) -> None:
    anna = plan.run(c.create_person, "Anna")
    plan.author = anna
    first = plan.run(c.check_in, key_result, "5.50", confidence=7, note=" Slow start ")
    second = plan.run(c.check_in, key_result, 6, status="behind")
    third = plan.run(c.check_in, key_result, 7)
    earlier = plan.run(c.check_in, key_result, 1, on=date(2026, 8, 10))
    rows = plan.children(t.CHECK_IN, "key_result", key_result)
    assert [row.id for row in rows] == [earlier, first, second, third]
    assert (str(rows[1].value), rows[1].note, rows[1].author) == ("5.50", "Slow start", anna)
    assert rows[2].status is Status.BEHIND


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"value": "many"}, ("Use a number, for example 640 or +24.", "value")),
        ({"value": 1, "confidence": 11}, ("Use a whole number from 1 to 10.", "confidence")),
        ({"value": 1, "confidence": 0}, ("Use a whole number from 1 to 10.", "confidence")),
        ({"value": 1, "on": date(9999, 1, 1)}, ("Use a date between 1900 and 2200.", "date")),
        (
            {"value": 1, "note": "x" * 20_001},
            ("This has 20001 characters. Use at most 20000.", "note"),
        ),
        ({}, ("A check-in needs a value, a confidence or a note.", "value")),
        ({"zone": 1}, ("Choose one of the zones of this key result.", "zone")),
        ({"steps": [1]}, ("Choose steps of this key result.", "steps")),
        (
            {"value": 1, "status": "great"},
            (UNKNOWN_STATUS, "status"),
        ),
    ],
)
def test_what_a_check_in_refuses(
    plan: Plan, key_result: int, fields: dict[str, object], refusal: tuple[str, str]
) -> None:
    assert plan.refused(c.check_in, key_result, **fields) == refusal


def test_each_kind_is_told_what_it_measures(plan: Plan, objective: int) -> None:
    steps = plan.run(c.create_key_result, objective, "Steps", kind="milestones", steps=["a", "b"])
    rubric = plan.run(c.create_key_result, objective, "Rubric", kind="rubric")
    yes = plan.run(c.create_key_result, objective, "Yes", kind="yes_no")
    assert plan.refused(c.check_in, steps, 1) == (
        "This is measured by its steps. Say which are done.",
        "value",
    )
    assert plan.refused(c.check_in, rubric, 1) == (
        "This is measured by its zones. Choose one.",
        "value",
    )
    assert plan.refused(c.check_in, yes, 2) == ("Use yes or no.", "value")
    plan.run(c.check_in, yes, True)
    zone = plan.children(t.ZONE, "key_result", rubric)[2].id
    check_in = plan.run(c.check_in, rubric, zone=zone)
    assert plan.get(t.CHECK_IN, check_in).zone == zone
    assert plan.children(t.CHECK_IN, "key_result", yes)[0].value == Decimal(1)


def test_a_check_in_says_which_steps_are_done(plan: Plan, objective: int) -> None:
    result = plan.run(c.create_key_result, objective, "S", kind="milestones", steps=["a", "b"])
    a, b = (step.id for step in plan.children(t.STEP, "key_result", result))
    plan.run(c.check_in, result, steps=[a], on=date(2026, 8, 10))
    plan.run(c.check_in, result, steps=[a, b])
    assert [row.done for row in plan.rows(t.STEP)] == [date(2026, 8, 10), plan.today]
    plan.run(c.check_in, result, steps=[b])
    assert [row.done for row in plan.rows(t.STEP)] == [None, plan.today]
    plan.run(c.check_in, result, steps=[])
    assert [row.done for row in plan.rows(t.STEP)] == [None, None]


def test_a_result_with_another_source_takes_confidence_and_a_note(
    plan: Plan, objective: int, key_result: int
) -> None:
    kpi = plan.run(c.create_kpi, "Net promoter score")
    plan.run(c.change_key_result, key_result, kpi=kpi)
    plan.run(c.check_in, key_result, confidence=6, note="Stable")
    plan.run(c.check_in, key_result)
    sentence = "The value comes from Net promoter score. Confidence and a note can be given."
    assert plan.refused(c.check_in, key_result, 5) == (sentence, "value")
    result = plan.run(c.create_key_result, objective, "Children", source="children")
    sentence = "The value comes from the supporting objectives. Confidence and a note can be given."
    assert plan.refused(c.check_in, result, 5) == (sentence, "value")
    plan.run(c.check_in, result, confidence=5)


def test_a_check_in_can_be_corrected(plan: Plan, key_result: int) -> None:
    check_in = plan.run(c.check_in, key_result, 5, note="Typo")
    row = plan.run(c.change_check_in, check_in, value=6, note="")
    assert (row.value, row.note) == (6, "")
    assert plan.refused(c.change_check_in, check_in, zone=5)[1] == "zone"
    plan.run(c.change_check_in, check_in, date=date(2026, 8, 1))


def test_an_own_status_comes_and_goes(plan: Plan, objective: int, key_result: int) -> None:
    plan.run(c.check_in, key_result, 5, status="behind")
    plan.run(c.set_status, key_result, Status.AT_RISK, "Two people are ill")
    plan.run(c.set_status, key_result, "achieved")
    plan.run(c.set_status, objective, "on_track")
    rows = plan.children(t.STATUS_OVERRIDE, "key_result", key_result)
    assert [row.status for row in rows] == [Status.AT_RISK, Status.ACHIEVED]
    assert rows[0].reason == "Two people are ill"
    assert rows[0].calculated is Status.AT_RISK
    plan.run(c.set_status, key_result, None)
    plan.run(c.set_status, objective, None)
    assert plan.rows(t.STATUS_OVERRIDE) == []
    assert plan.rows(t.CHECK_IN)[0].status is None
    plan.run(c.set_status, plan.run(c.create_key_result, objective, "None yet"), None)
    assert plan.refused(c.set_status, 5, None) == (
        "This is no longer in the plan. Choose again.",
        None,
    )
