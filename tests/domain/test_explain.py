"""An explanation names the inputs, the formula, and what was left out and why."""

from datetime import date

import pytest

from okrdesk.domain import tables as t
from okrdesk.domain.explain import REASONS, explain
from okrdesk.domain.key_results import Reason
from okrdesk.domain.words import (
    STATUS_WORDS,
    Drivers,
    Horizon,
    Level,
    ObjectiveState,
    Outcome,
    Source,
    Status,
)
from tests.domain.world import Q3, TODAY, YEAR, World


def lines(world: World, item: int, today: date = TODAY) -> list[str]:
    return [str(line) for line in explain(world.scores(today), item).lines]


def test_every_reason_and_every_status_has_words() -> None:
    assert set(REASONS) == set(Reason)
    assert set(STATUS_WORDS) == set(Status)


def test_a_number_names_its_ends_and_its_formula() -> None:
    world = World()
    row = world.key_result(world.objective(), start=100, target=60, values=[80])
    assert lines(world, row)[:2] == [
        "Start 100, target 60, now 80 (2026-08-17).",
        "(80 − 100) / (60 − 100) = 50%",
    ]
    assert "Expected today 52%." in lines(world, row)
    assert "Suggested status: On track." in lines(world, row)


def test_without_a_value_it_says_so_and_has_no_formula() -> None:
    world = World()
    row = world.key_result(world.objective())
    assert lines(world, row)[:2] == [
        "Start 0, target 100, now — (—).",
        str(REASONS[Reason.NO_MEASUREMENT]),
    ]
    assert "Nothing was reported for two rhythms." in lines(world, row)


def test_start_at_the_target_gives_no_formula_but_a_reason() -> None:
    world = World()
    row = world.key_result(world.objective(), start=5, target=5, values=[5])
    assert lines(world, row)[1:3] == ["That gives 100%.", str(REASONS[Reason.NO_RANGE])]


def test_what_comes_after_the_due_date_is_named_as_history() -> None:
    world = World()
    row = world.key_result(world.objective(), due=date(2026, 8, 10))
    world.check_in(row, 10, date(2026, 8, 10))
    world.check_in(row, 20, date(2026, 8, 11))
    history = "1 check-in after the due date 2026-08-10 is history and does not count."
    assert history in lines(world, row)


def test_limits_and_methods_are_named() -> None:
    world = World()
    limit = world.key_result(world.objective(), "at_most", start=None, target=3, values=[2])
    assert lines(world, limit)[:3] == [
        "Limit 3, now 2 (2026-08-17).",
        "100% by the method “binary”.",
        "The last value is inside the limit.",
    ]
    rate = world.key_result(
        world.objective(), "range", limits=(4, 5), values=[9], parameters='{"method": "hit_rate"}'
    )
    assert lines(world, rate)[:2] == [
        "Between 4 and 5, now 9 (2026-08-17).",
        "0 of 1 periods inside = 0%.",
    ]


def test_steps_are_counted() -> None:
    world = World()
    row = world.key_result(world.objective(), "milestones")
    world.step(row, weight=3.0, done=Q3[0])
    world.step(row)
    assert lines(world, row)[:2] == ["1 of 2 steps are done.", "Weight done / all weight = 75%."]


def test_a_rubric_names_its_zone() -> None:
    world = World()
    kr = world.key_result(world.objective(), "rubric")
    assert "Zone — (—)." in lines(world, kr)
    zone = world.add(t.ZONE, key_result=kr, title="Target", ratio=0.7)
    world.check_in(kr, zone=zone)
    assert lines(world, kr)[0] == "Zone Target (2026-08-17)."


def test_a_kpi_is_named_as_the_source() -> None:
    world = World()
    kpi = world.add(t.KPI, name="Net promoter score")
    row = world.key_result(world.objective(), source=Source.KPI, kpi=kpi)
    world.add(t.KPI_VALUE, kpi=kpi, date=TODAY, entered="", value=40)
    assert lines(world, row)[0] == "The values come from Net promoter score."


def test_a_mean_is_written_out_with_what_it_left_out() -> None:
    world = World()
    objective = world.objective(state=ObjectiveState.DRAFT)
    for value, weight in ((50, 4.0), (250, 1.0)):
        world.key_result(objective, values=[value], weight=weight)
    world.key_result(objective)
    world.key_result(objective, "at_most", start=None, target=3)
    world.key_result(objective, "baseline", start=None, target=None)
    world.key_result(objective, outcome=Outcome.DROPPED)
    assert lines(world, objective)[:9] == [
        "Result: 50%, weight 4.",
        "Result: 250%, counts as 100%, weight 1.",
        "Result: no check-in yet, counts as 0%, weight 1.",
        "Result: no percent yet, left out.",
        "2 of 4 measured.",
        "Weighted mean: (4 × 50% + 1 × 100% + 1 × 0%) / 6 = 50%.",
        "Result: a baseline, never counted.",
        "Result: dropped, left out.",
        "It is a draft, so it is left out of every mean above it.",
    ]


def test_a_long_mean_is_not_written_out() -> None:
    world = World()
    objective = world.objective()
    for _ in range(7):
        world.key_result(objective, values=[50])
    assert "Weighted mean of what counts = 50%." in lines(world, objective)


def test_adjusted_shares_are_said() -> None:
    world = World()
    objective = world.objective()
    for share in (30.0, 30.0):
        world.key_result(objective, values=[50], share=share)
    adjusted = "The fixed shares do not sum to 100%, so they were adjusted."
    assert adjusted in lines(world, objective)


@pytest.mark.parametrize(
    ("drivers", "expected"),
    [
        (
            Drivers.KEY_RESULTS,
            {"Child: not counted, the key results alone drive this."},
        ),
        (
            Drivers.CHILDREN,
            {
                "Result: not counted, the contributing objectives alone drive this.",
                "Child: 50% for 25% of the days = 13%, weight 1.",
            },
        ),
        (
            Drivers.BOTH,
            {"Child: 50% for 25% of the days = 13%, weight 1."},
        ),
    ],
)
def test_children_say_whether_they_count_and_why_not(drivers: Drivers, expected: set[str]) -> None:
    world = World()
    year = world.cycle("2026", Horizon.YEAR, *YEAR)
    parent = world.objective(cycle=year, level=Level.COMPANY, drivers=drivers)
    result = world.key_result(parent, values=[10])
    for title, fields in (
        ("Child", {"objective": parent}),
        ("Shown", {"objective": parent, "contributes": False}),
        ("Below", {"key_result": result}),
    ):
        child = world.objective(title)
        world.key_result(child, values=[50])
        world.link(child, **fields)
        if title == "Below":
            world.link(child, objective=parent, primary=False)
    draft = world.objective("Draft", state=ObjectiveState.DRAFT)
    world.link(draft, objective=parent)
    said = set(lines(world, parent))
    always = {
        "Shown: linked for show, not counted.",
        "Below: counts through a key result, not once more.",
        "Draft: a draft, left out.",
    }
    assert expected | always <= said


def test_a_key_result_fed_by_children_names_them() -> None:
    world = World()
    row = world.key_result(world.objective(level=Level.COMPANY), source=Source.CHILDREN)
    assert str(REASONS[Reason.NO_DRIVERS]) in lines(world, row)
    child = world.objective("Child")
    world.key_result(child, values=[50])
    world.link(child, key_result=row)
    assert "Child: 50%, weight 1." in lines(world, row)


def test_a_cycle_explains_its_mean() -> None:
    world = World()
    world.key_result(world.objective("One"), values=[50])
    world.objective("Later", outcome=Outcome.POSTPONED)
    assert lines(world, world.quarter) == [
        "One: 50%, weight 1.",
        "1 of 1 measured.",
        "Weighted mean: (1 × 50%) / 1 = 50%.",
        "Later: postponed, left out.",
    ]


def test_an_own_status_keeps_the_way_back_to_the_calculated_one() -> None:
    world = World()
    objective = world.objective()
    world.key_result(objective, values=[60])
    override = {"status": Status.AT_RISK, "calculated": Status.ON_TRACK, "reason": "One leaves"}
    world.add(
        t.STATUS_OVERRIDE, date=TODAY, entered=f"{TODAY}T23:00", objective=objective, **override
    )
    explained = explain(world.scores(), objective)
    assert [str(line) for line in explained.lines[-3:]] == [
        "A person set: At risk.",
        "On 2026-08-17, the reason: One leaves",
        "Back to calculated would show On track.",
    ]
    assert explained.own is not None
    assert explained.own.calculated_then is Status.ON_TRACK
    assert explained.own.date == TODAY


def test_the_status_of_a_check_in_has_its_note_as_the_reason() -> None:
    world = World()
    row = world.key_result(world.objective(), target=None)
    world.check_in(row, 5, status=Status.BEHIND, note="Late start")
    own = explain(world.scores(), row).own
    assert own is not None
    assert (own.status, own.calculated, own.reason) == (Status.BEHIND, None, "Late start")
    assert lines(world, row)[-1] == "Back to calculated would show —."


def test_a_changed_grade_names_what_was_calculated() -> None:
    world = World()
    row = world.key_result(world.objective(), values=[60])
    world.add(t.GRADE, date=TODAY, grade=0.7, proposed=0.6, reason="Harder", key_result=row)
    assert lines(world, row)[-2:] == [
        "Graded 0.7 on 2026-08-17.",
        "Calculated was 0.6; the reason: Harder",
    ]
    same = world.key_result(world.objective(), values=[60])
    world.add(t.GRADE, date=TODAY, grade=0.6, proposed=0.6, key_result=same)
    assert lines(world, same)[-1] == "Graded 0.6 on 2026-08-17."


def test_what_is_no_item_has_nothing_to_explain() -> None:
    explained = explain(World().scores(), 999)
    assert (explained.own, explained.score.raw) == (None, None)
