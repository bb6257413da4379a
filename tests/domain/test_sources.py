"""Where values come from, and what that leaves out; more progress is never a worse status."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from okrdesk.domain import tables as t
from okrdesk.domain.entities import Organisation
from okrdesk.domain.explain import explain
from okrdesk.domain.key_results import Reason
from okrdesk.domain.pace import by_pace, grace_over, worst
from okrdesk.domain.words import Drivers, Source, Status, StatusRule
from tests.domain.world import Q3, TODAY, World

ON, RISK, DONE = Status.ON_TRACK, Status.AT_RISK, Status.ACHIEVED
PACE, GAP = Organisation(1, ""), Organisation(1, "", status_rule=StatusRule.GAP)


@given(some.floats(-1, 2), some.floats(0, 1), some.floats(0, 1), some.sampled_from([PACE, GAP]))
def test_more_progress_is_never_a_worse_status(
    progress: float, more: float, expected: float, rules: Organisation
) -> None:
    pair = [by_pace(progress, expected, rules), by_pace(progress + more, expected, rules)]
    assert worst(pair) is pair[0]


def one(kind: str = "number", **fields: Any) -> tuple[World, int, int]:
    world = World()
    objective = world.objective()
    return world, objective, world.key_result(objective, kind, **fields)


def test_a_range_has_no_second_limit() -> None:
    world, _, row = one("range", limits=(4, 5), values=[6])
    assert world.scores().key_result(row).status is RISK


def test_a_baseline_is_done_once_known() -> None:
    world, _, row = one("baseline", start=None, target=None, values=[5])
    assert world.scores().key_result(row).status is DONE


def test_no_ratio_but_a_check_in_has_no_suggestion() -> None:
    world, objective, row = one(target=None, values=[5])
    assert world.scores().key_result(row).status is None
    assert world.scores().objective(objective).status is None


def fed_by_children() -> tuple[World, int, int, int]:
    world = World()
    parent = world.objective()
    row = world.key_result(parent, source=Source.CHILDREN, start=None, target=None)
    child = world.objective()
    result = world.key_result(child)
    world.link(child, key_result=row)
    return world, parent, row, result


def test_a_key_result_fed_by_its_children_keeps_its_own_words() -> None:
    world, parent, row, result = fed_by_children()
    assert world.scores().key_result(row).reason is Reason.NO_MEASUREMENT
    world.check_in(result, 50, date(2026, 8, 10), confidence=3)
    assert world.scores().key_result(row).confidence == 3
    world.check_in(row, None, TODAY, confidence=8, status=RISK)
    score = world.scores().key_result(row)
    assert (score.raw, score.reason) == (0.5, Reason.CHILDREN)
    assert (score.confidence, score.lowest_confidence) == (8.0, 8)
    assert (score.status, score.suggested, score.last_check_in) == (RISK, ON, TODAY)
    assert world.scores().objective(parent).raw == 0.5


def test_without_children_it_is_left_out() -> None:
    world, parent, row, _ = fed_by_children()
    alone = world.key_result(parent, source=Source.CHILDREN)
    world.key_result(parent, values=[40])
    scores = world.scores()
    assert scores.key_result(alone).reason is Reason.NO_DRIVERS
    assert scores.key_result(row).raw is None
    assert scores.objective(parent).raw == pytest.approx(0.4)


def test_a_kpi_feeds_from_the_start_to_the_due_day() -> None:
    world = World()
    kpi = world.add(t.KPI, name="NPS")
    values = ((date(2026, 6, 1), 90), (date(2026, 7, 10), 30), (date(2026, 8, 10), 40))
    for day, value in (*values, (date(2026, 9, 20), 60)):
        world.add(t.KPI_VALUE, kpi=kpi, date=day, entered="", value=value)
    row = world.key_result(
        world.objective(), source=Source.KPI, kpi=kpi, due=date(2026, 9, 10), values=[99]
    )
    found = {
        day: world.scores(day).key_result(row).raw
        for day in (date(2026, 7, 5), date(2026, 7, 10), TODAY, Q3[1])
    }
    assert list(found.values()) == [None, 0.3, 0.4, 0.4]


def test_a_qualitative_kpi_feeds_a_rubric() -> None:
    world = World()
    kpi = world.add(t.KPI, name="Mood")
    row = world.key_result(world.objective(), "rubric", source=Source.KPI, kpi=kpi)
    for number, ratio in enumerate((0.0, 0.3, 0.7, 1.0)):
        world.add(t.ZONE, key_result=row, title="Zone", ratio=ratio, position=number)
    days = [Q3[0] + timedelta(n) for n in range(3)]
    for day, quality in zip(days, (2, 1, 0), strict=True):
        world.add(t.KPI_VALUE, kpi=kpi, date=day, entered="", value=quality)
    assert [world.scores(day).key_result(row).raw for day in days] == [1.0, 0.3, 0.0]
    assert world.scores(days[0] - timedelta(1)).key_result(row).raw is None


def test_a_child_without_a_number_is_left_out_of_its_parent() -> None:
    world = World()
    parent = world.objective(drivers=Drivers.CHILDREN)
    for values in ([60], []):
        child = world.objective()
        world.key_result(child, values=values)
        world.link(child, objective=parent)
    score = world.scores().objective(parent)
    assert (score.raw, score.measured) == (0.6, (1, 2))


def test_each_sample_of_a_hit_rate_is_held_against_the_limits_of_its_day() -> None:
    world = World()
    row = world.key_result(
        world.objective(), "at_most", start=None, target=5, parameters='{"method": "hit_rate"}'
    )
    world.add(t.TERMS, key_result=row, valid_from=date(2026, 8, 10), target=Decimal(3))
    for day, value in ((date(2026, 7, 2), 4), (date(2026, 8, 12), 4)):
        world.check_in(row, value, day)
    score = world.scores().key_result(row)
    assert (score.raw, score.reason) == (0.5, Reason.BROKE_LIMIT)


@pytest.mark.parametrize(
    ("span", "days", "late"),
    [(91, 7, False), (91, 8, True), (30, 3, False), (30, 4, True), (5, 1, False), (5, 2, True),
     (None, 7, False), (None, 8, True)],
)  # fmt: skip
def test_a_first_report_has_some_days_of_grace(span: int | None, days: int, *, late: bool) -> None:
    due = None if span is None else Q3[0] + timedelta(span)
    assert grace_over(Q3[0], due, Q3[0] + timedelta(days)) is late
    assert not grace_over(None, due, TODAY)


def test_what_is_late_with_its_first_report_says_so() -> None:
    world, _, row = one()
    found = [explain(world.scores(Q3[0] + timedelta(days)), row).lines for days in (7, 8)]
    assert ["still without" in " ".join(map(str, lines)) for lines in found] == [False, True]
