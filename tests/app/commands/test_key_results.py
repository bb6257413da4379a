import json
from datetime import date
from decimal import Decimal

import pytest

from okrdesk.app import commands as c
from okrdesk.domain import tables as t
from okrdesk.domain.words import Source
from tests.app.plan import Plan

SAME = "Start and target are the same, so progress cannot be measured."
NUMBER = "Use a number, for example 640 or +24."


def test_a_key_result_needs_only_its_title(plan: Plan, objective: int) -> None:
    first = plan.run(c.create_key_result, objective, "Interviews")
    second = plan.run(c.create_key_result, objective, "Churn", kind="percent", target="4.60")
    (terms,) = plan.children(t.TERMS, "key_result", second)
    assert (terms.start, str(terms.target), terms.valid_from) == (None, "4.60", plan.today)
    rows = plan.children(t.KEY_RESULT, "objective", objective)
    assert [row.id for row in rows] == [first, second]
    sales = plan.run(c.create_key_result, objective, "Sales", kind="currency")
    assert plan.get(t.KEY_RESULT, sales).unit == "EUR"


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"start": 5, "target": "5.0"}, (SAME, "target")),
        ({"target": "NaN"}, (NUMBER, "target")),
        ({"target": float("inf")}, (NUMBER, "target")),
        ({"start": "many"}, (NUMBER, "start")),
        ({"due": date(2201, 1, 1)}, ("Use a date between 1900 and 2200.", "due")),
        ({"weight": -2}, ("A weight is 0 or more. With 0 it is shown and not counted.", "weight")),
        ({"kind": "at_most"}, ("This kind needs its limit, for example 25.", "target")),
        (
            {"kind": "at_most", "target": 25, "warning": 20},
            ("The warning limit lies outside the limit. Use another number.", "warning"),
        ),
        (
            {"kind": "at_least", "target": 25, "warning": 30},
            ("The warning limit lies outside the limit. Use another number.", "warning"),
        ),
        (
            {"kind": "at_most", "target": 0, "method": "distance"},
            ("The distance to a limit needs a limit above 0.", "target"),
        ),
        ({"kind": "range", "low": 4}, ("A range needs both of its limits.", "high")),
        ({"kind": "range", "high": 4}, ("A range needs both of its limits.", "low")),
        (
            {"kind": "range", "low": 5, "high": 4},
            ("The upper limit is below the lower one. Use a larger number.", "high"),
        ),
        ({"kind": "rubric", "zones": [("One", 0.5)]}, ("A rubric has two to five zones.", "zones")),
        (
            {"kind": "rubric", "zones": [("A", 0), ("B", 1.1)]},
            ("Use a number from 0 to 1.", "ratio"),
        ),
        ({"source": "kpi"}, ("Choose the KPI that the value comes from.", "kpi")),
        ({"title": ""}, ("Write a few words. Everything else can be added later.", "title")),
    ],
)
def test_what_a_key_result_refuses(
    plan: Plan, objective: int, fields: dict[str, object], refusal: tuple[str, str]
) -> None:
    given = {"title": "Interviews", **fields}
    assert plan.refused(c.create_key_result, objective, **given) == refusal


@pytest.mark.parametrize(
    "fields",
    [{"kind": "at_most"}, {"kind": "range"}, {"kind": "milestones"}, {"kind": "range", "low": 1}],
)
def test_a_draft_may_be_unfinished(plan: Plan, fields: dict[str, object]) -> None:
    draft = plan.run(c.create_objective, "Draft", state="draft")
    made = plan.run(c.create_key_result, draft, "Unfinished", **fields)
    assert plan.snapshot.get(t.KEY_RESULT, made).kind == fields["kind"]


def test_control_kinds_keep_their_method(plan: Plan, objective: int) -> None:
    wait = plan.run(
        c.create_key_result,
        objective,
        "Wait",
        kind="at_most",
        target=1,
        warning=2,
        method="distance",
    )
    plan.run(c.create_key_result, objective, "Band", kind="range", low=4, high=5)
    plan.run(c.change_key_result, wait, method="hit_rate")
    assert json.loads(plan.get(t.KEY_RESULT, wait).parameters) == {"method": "hit_rate"}
    plan.run(c.change_key_result, wait, kind="at_least", warning=None, target=0)
    assert plan.refused(c.change_key_result, wait, method="guess")[1] == "method"


def test_a_rubric_begins_with_the_usual_zones(plan: Plan, objective: int) -> None:
    rubric = plan.run(c.create_key_result, objective, "Quality", kind="rubric")
    zones = plan.children(t.ZONE, "key_result", rubric)
    assert [(zone.title, zone.ratio) for zone in zones] == [
        ("Fail", 0.0),
        ("Commit", 0.3),
        ("Target", 0.7),
        ("Stretch", 1.0),
    ]
    keep = {"id": zones[3].id, "title": "Wow"}
    plan.run(c.set_zones, rubric, [{"title": "Meh", "ratio": 0.1}, keep])
    assert [(z.title, z.ratio) for z in plan.children(t.ZONE, "key_result", rubric)] == [
        ("Meh", 0.1),
        ("Wow", 1.0),
    ]
    plan.run(c.change_key_result, rubric, kind="number")
    plan.run(c.change_key_result, rubric, kind="rubric")
    assert len(plan.children(t.ZONE, "key_result", rubric)) == 2
    plan.run(c.set_zones, plan.run(c.create_key_result, objective, "No rubric"), [])


def test_steps_and_phases(plan: Plan, objective: int, key_result: int) -> None:
    steps = plan.run(
        c.create_key_result,
        objective,
        "Open a store",
        kind="milestones",
        steps=["Lease", ("Staff", 2, date(2026, 9, 1)), {"title": "Party", "weight": 0.5}],
    )
    rows = plan.children(t.STEP, "key_result", steps)
    assert [(row.title, row.weight) for row in rows] == [("Lease", 1), ("Staff", 2), ("Party", 0.5)]
    plan.run(c.check_in, steps, steps=[rows[0].id])
    plan.run(c.set_steps, steps, [{"id": rows[1].id}, {"id": rows[0].id, "title": "Sign"}])
    after = plan.children(t.STEP, "key_result", steps)
    assert [(row.title, row.done) for row in after] == [("Staff", None), ("Sign", plan.today)]
    plan.run(c.set_phases, key_result, [(date(2026, 8, 1), 20)])
    plan.run(c.set_phases, key_result, [(date(2026, 8, 2), 25)])
    assert [row.value for row in plan.rows(t.PHASE)] == [Decimal(25)]
    assert plan.refused(c.set_phases, key_result, [(date(2026, 8, 1), "x")]) == (NUMBER, "value")


def test_terms_are_a_dated_history(plan: Plan, key_result: int) -> None:
    plan.today = date(2026, 8, 20)
    plan.run(c.set_terms, key_result, target=60)
    (terms,) = plan.rows(t.TERMS)
    assert (terms.target, terms.valid_from) == (60, date(2026, 8, 17)), "corrected in place"
    plan.run(c.check_in, key_result, 10)
    plan.run(c.change_key_result, key_result, target=70, title="Talks")
    plan.run(c.set_terms, key_result, target=80)
    plan.run(c.set_terms, key_result, valid_from=date(2026, 9, 1), due=date(2026, 9, 20))
    assert [(row.valid_from.day, row.target) for row in plan.rows(t.TERMS)] == [
        (17, 60),
        (20, 80),
        (1, 80),
    ]
    plan.today = date(2026, 9, 5)
    plan.run(c.set_terms, key_result, target=80)
    assert len(plan.rows(t.TERMS)) == 3
    assert plan.refused(c.set_terms, key_result, target=0) == (SAME, "target")
    year = plan.refused(c.set_terms, key_result, valid_from=date(1, 1, 1), target=1)
    assert year == ("Use a date between 1900 and 2200.", "valid_from")


def test_a_key_result_moves_to_another_objective(
    plan: Plan, objective: int, key_result: int
) -> None:
    other = plan.run(c.create_objective, "Other")
    last = plan.run(c.create_key_result, other, "Last")
    plan.run(c.set_share, key_result, 60)
    row = plan.run(c.change_key_result, key_result, objective=other)
    assert (row.objective, row.share) == (other, None)
    rows = plan.children(t.KEY_RESULT, "objective", other)
    assert [r.id for r in rows] == [last, key_result]


def test_a_kpi_feeds_a_key_result(plan: Plan, objective: int, key_result: int) -> None:
    score = plan.run(c.create_kpi, "NPS")
    mood = plan.run(c.create_kpi, "Mood", rule="qualitative")
    plan.run(c.change_key_result, key_result, kpi=score)
    assert plan.get(t.KEY_RESULT, key_result).source is Source.KPI
    refusal = (
        "Mood is good, fair or poor, and only a rubric can be measured by that.",
        "kpi",
    )
    assert plan.refused(c.change_key_result, key_result, kpi=mood) == refusal
    plan.run(c.create_key_result, objective, "Mood", kind="rubric", kpi=mood)
    plan.run(c.change_key_result, key_result, kpi=None)
    assert plan.get(t.KEY_RESULT, key_result).source is Source.CHECK_INS
    plan.run(c.change_key_result, key_result, kpi=score)
    row = plan.run(c.change_key_result, key_result, source="check_ins")
    assert (row.source, row.kpi) == (Source.CHECK_INS, None)
