"""What the chart of a key result is made of, for every kind and every source."""

from datetime import date, timedelta
from typing import Any

import pytest

from okrdesk.app import commands as c
from okrdesk.app.key_result_history import Words, history_of
from okrdesk.charts.key_result_history import History, KeyResultHistory
from okrdesk.domain.key_results import KINDS
from okrdesk.domain.scoring import Scores
from okrdesk.domain.tables import STEP
from okrdesk.domain.words import Rhythm, Source
from okrdesk.text import Catalogue
from tests.app.plan import TODAY, Plan

START, DUE = date(2026, 7, 1), date(2026, 9, 30)
WORDS = Words("{:g}".format, "{:.0%}".format)


def shown(plan: Plan, key_result: int) -> History:
    history = history_of(Scores(plan.snapshot, plan.today), key_result, WORDS)
    assert history is not None
    return history


def made(plan: Plan, objective: int, kind: str, **fields: Any) -> int:
    return int(plan.run(c.create_key_result, objective, "New", kind=kind, **fields))


def test_values_run_from_start_to_target(plan: Plan, key_result: int) -> None:
    for day, value in ((13, 5), (20, 10), (20, 12)):
        plan.run(c.check_in, key_result, value, on=date(2026, 7, day))
    history = shown(plan, key_result)
    assert (history.first, history.due, history.today) == (START, DUE, TODAY)
    assert (history.start, history.target, history.limits) == (0, 50, ())
    assert [(mark.day.day, mark.value) for mark in history.readings] == [(13, 5), (20, 12)]
    assert [mark.status for mark in history.readings] == ["behind", "on_track"]
    assert history.expected == ()
    assert history.number(12.0) == "12"
    assert history.gap == timedelta(weeks=2)


def test_phases_bend_what_is_expected(plan: Plan, key_result: int) -> None:
    phases = [(date(2026, 8, 1), 40), (DUE, 50)]
    plan.run(c.set_phases, key_result, phases)
    bends = [(START, 0), (date(2026, 8, 1), 40), (DUE, 50)]
    assert list(shown(plan, key_result).expected) == bends


@pytest.mark.parametrize(
    ("kind", "fields", "limits"),
    [
        ("at_most", {"target": 25}, (25,)),
        ("at_least", {"target": 25}, (25,)),
        ("range", {"low": 4, "high": 5}, (4, 5)),
        ("baseline", {}, ()),
    ],
)
def test_limits_stand_where_there_is_no_way(
    plan: Plan, objective: int, kind: str, fields: dict[str, int], limits: tuple[float, ...]
) -> None:
    item = made(plan, objective, kind, **fields)
    plan.run(c.check_in, item, 4.5)
    history = shown(plan, item)
    assert (history.start, history.target, history.limits) == (None, None, limits)
    assert history.expected == ()


def test_a_number_without_a_start_has_its_target_as_limit(plan: Plan, objective: int) -> None:
    assert shown(plan, made(plan, objective, "number", target=7)).limits == (7,)


def test_steps_are_shares(plan: Plan, objective: int) -> None:
    item = made(plan, objective, "milestones", steps=["A", "B", "C", "D"])
    first, second, *_ = plan.snapshot.child_ids(STEP, "key_result", item)
    plan.run(c.check_in, item, steps=[first], on=date(2026, 7, 13))
    plan.run(c.check_in, item, steps=[first, second], on=date(2026, 8, 10))
    history = shown(plan, item)
    assert [(mark.day.month, mark.value) for mark in history.readings] == [(7, 0.25), (8, 0.5)]
    assert (history.start, history.target, history.number(0.25)) == (0, 1, "25%")
    assert history.expected[0] == (START, 0.0)
    assert history.expected[-1] == (DUE, 1.0)


def test_supporting_objectives_are_looked_at_week_by_week(
    plan: Plan, objective: int, key_result: int, quarter: int
) -> None:
    plan.run(c.change_key_result, key_result, source=Source.CHILDREN)
    child = plan.run(
        c.create_objective, "Call", cycle=quarter, supports=key_result, contributes=True
    )
    calls = made(plan, child, "number", start=0, target=10)
    plan.run(c.check_in, calls, 5, on=date(2026, 8, 3))
    history = shown(plan, key_result)
    assert history.readings[-1].value == 0.5
    assert history.readings[0].day >= date(2026, 8, 3)


def test_without_days_there_is_no_chart(plan: Plan) -> None:
    loose = plan.run(c.create_objective, "Some day")
    item = made(plan, loose, "number", start=0, target=10)
    assert history_of(Scores(plan.snapshot, plan.today), item, WORDS) is None
    plan.run(c.check_in, item, 3, on=date(2026, 8, 3))
    assert shown(plan, item).first == date(2026, 8, 3)
    plan.run(c.change_key_result, item, source=Source.CHILDREN)
    assert history_of(Scores(plan.snapshot, plan.today), item, WORDS) is None


def test_what_follows_a_kpi_goes_by_the_kpi_s_rhythm(plan: Plan, key_result: int) -> None:
    kpi = plan.run(c.create_kpi, "Net promoter score", rhythm=Rhythm.MONTHLY)
    plan.run(c.change_key_result, key_result, source=Source.KPI, kpi=kpi)
    assert shown(plan, key_result).gap == timedelta(days=60)


@pytest.mark.parametrize("kind", [kind.id for kind in KINDS])
def test_every_kind_has_a_chart_and_a_sentence(plan: Plan, objective: int, kind: str) -> None:
    asked = {"at_least": {"target": 5}, "at_most": {"target": 5}, "range": {"low": 4, "high": 5}}
    item = made(plan, objective, kind, **asked.get(kind, {}))
    chart = KeyResultHistory()
    data = chart.data(shown(plan, item), Catalogue())
    assert "New" in str(chart.describe(data))
