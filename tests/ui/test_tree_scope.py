"""The tree under a chosen cycle."""

from datetime import date

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from okrdesk.domain.entities import Cycle, KeyResult, Link, Objective
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CYCLE, KEY_RESULT, LINK, OBJECTIVE
from okrdesk.domain.words import Horizon
from okrdesk.ui.models.tree_filter import TreeFilter
from okrdesk.ui.models.tree_model import TreeModel
from okrdesk.ui.models.tree_structure import UNALIGNED
from tests.ui import plans
from tests.ui.chance import Chance
from tests.ui.plans import (
    CALLS,
    CHURNED,
    DELIGHT,
    LONG,
    LOOSE,
    LOVED,
    MISSION,
    QUARTER,
    READ,
    RESEARCH,
    VOICE,
    YEAR,
    asking,
)
from tests.ui.test_tree_model import Plan, Tree, nodes, tree

SPRING, NEXT_YEAR = 24, 25
SPRUNG, SOWN, TIMELESS = 111, 211, 112
"""An objective of the spring below Delight with a key result, and one without a cycle."""


def seasons() -> Snapshot:
    """The plan with an earlier quarter and a year that has nothing yet."""
    return plans.plan(
        cycle=[
            Cycle(SPRING, "Q2 2026", Horizon.QUARTER, date(2026, 4, 1), date(2026, 6, 30)),
            Cycle(NEXT_YEAR, "2030", Horizon.YEAR, date(2030, 1, 1), date(2030, 12, 31)),
        ],
        objective=[
            Objective(SPRUNG, "Sow churned seeds", SPRING),
            Objective(TIMELESS, "Be kind", None),
        ],
        link=[Link(311, SPRUNG, DELIGHT), Link(312, TIMELESS, key_result=SOWN)],
        key_result=[KeyResult(SOWN, SPRUNG, "Sow 10 seeds")],
    )


@pytest.fixture
def plan(qtbot: QtBot) -> Plan:
    del qtbot
    return Plan(seasons(), plans.numbers())


def shown(plan: Plan) -> set[int]:
    return nodes(tree(plan.model))


def fresh(plan: Plan, cycle: int | None) -> Tree:
    model = TreeModel(plan.snapshot, plan.numbers, lambda _id, _text: None)
    model.set_scope(cycle)
    model.set_filter(plan.model.filter)
    return tree(model)


def test_a_quarter_shows_what_overlaps_it_and_what_has_no_cycle(plan: Plan) -> None:
    plan.apply(plans.changed(plan.snapshot, LINK, 312, key_result=None, objective=LOVED))
    plan.model.set_scope(QUARTER)
    assert {LOVED, DELIGHT, RESEARCH, CHURNED, VOICE, CALLS, LOOSE, TIMELESS} <= shown(plan)
    assert not {SPRUNG, SOWN} & shown(plan)
    plan.model.set_scope(SPRING)
    assert {MISSION, LOVED, DELIGHT, SPRUNG, SOWN, TIMELESS} == shown(plan)


def test_what_stands_above_is_shown_whatever_its_cycle(plan: Plan) -> None:
    plan.model.set_scope(QUARTER)
    above = {SPRUNG, SOWN}
    assert above <= shown(plan), "the objective without a cycle stands below them"
    plan.model.set_scope(NEXT_YEAR)
    assert shown(plan) == {MISSION, LOVED, DELIGHT, SPRUNG, SOWN, TIMELESS}


def test_a_year_shows_its_quarters(plan: Plan) -> None:
    plan.model.set_scope(YEAR)
    assert {SPRUNG, RESEARCH} <= shown(plan)
    assert plan.model.shows(SOWN)


@pytest.mark.parametrize("everything", [None, 999, LONG])
def test_everything_is_shown_without_a_cycle_or_with_one_that_is_gone(
    plan: Plan, everything: int | None
) -> None:
    plan.model.set_scope(SPRING)
    plan.apply(*plans.deleted(plan.snapshot, NEXT_YEAR))
    plan.model.set_scope(everything)
    assert {*plans.ITEMS, SPRUNG, SOWN, TIMELESS, UNALIGNED} <= shown(plan)


def test_the_group_goes_when_nothing_in_it_is_in_the_cycle(plan: Plan) -> None:
    plan.model.set_scope(SPRING)
    assert UNALIGNED not in shown(plan)
    tree(plan.model)
    plan.apply(plans.changed(plan.snapshot, OBJECTIVE, LOOSE, cycle=SPRING))
    assert {UNALIGNED, LOOSE, READ} <= shown(plan)


def test_filter_and_scope_both_must_hold_unless_it_looks_everywhere(plan: Plan) -> None:
    plan.model.set_filter(asking("churned", everywhere=False))
    assert {SPRUNG, CHURNED} <= shown(plan)
    plan.model.set_scope(SPRING)
    assert shown(plan) == {MISSION, LOVED, DELIGHT, SPRUNG}
    plan.model.set_filter(asking("research", everywhere=False))
    assert shown(plan) == set()
    plan.model.set_filter(asking("churned"))
    assert {SPRUNG, CHURNED} <= shown(plan)


def test_the_same_cycle_again_resets_nothing(plan: Plan, qtbot: QtBot) -> None:
    plan.model.set_scope(SPRING)
    with qtbot.assertNotEmitted(plan.model.modelReset):
        plan.model.set_scope(SPRING)


def test_a_check_in_or_a_new_title_keeps_every_row(plan: Plan, qtbot: QtBot) -> None:
    plan.model.set_scope(SPRING)
    tree(plan.model)
    with qtbot.assertNotEmitted(plan.model.rowsInserted):
        plan.apply(plans.changed(plan.snapshot, OBJECTIVE, SPRUNG, title="Sow"))
        plan.apply(plans.changed(plan.snapshot, KEY_RESULT, SOWN, title="Sow 20"))


def test_dates_and_the_end_of_a_cycle_move_rows(plan: Plan) -> None:
    plan.model.set_scope(SPRING)
    tree(plan.model)
    plan.apply(plans.changed(plan.snapshot, CYCLE, SPRING, end=date(2026, 7, 2)))
    assert RESEARCH in shown(plan)
    plan.apply(*plans.deleted(plan.snapshot, SPRING))
    assert tree(plan.model) == fresh(plan, None)


def test_a_key_result_takes_what_supports_it_along(plan: Plan) -> None:
    plan.model.set_scope(NEXT_YEAR)
    tree(plan.model)
    plan.apply(plans.changed(plan.snapshot, KEY_RESULT, SOWN, objective=RESEARCH))
    assert tree(plan.model) == fresh(plan, NEXT_YEAR)
    assert RESEARCH in shown(plan)
    assert SPRUNG not in shown(plan)


@pytest.mark.parametrize("wanted", [TreeFilter(), asking("churned")])
@pytest.mark.parametrize("cycle", [SPRING, QUARTER])
@pytest.mark.parametrize("seed", range(4))
def test_random_changes_under_a_scope_keep_the_model_sound(
    plan: Plan, seed: int, cycle: int, wanted: TreeFilter
) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(plan.model, mode)
    chance = Chance(seed)
    plan.model.set_scope(cycle)
    plan.model.set_filter(wanted)
    for step in range(60):
        if step % 3:
            tree(plan.model)
        plan.apply(*(chance.edit(plan.snapshot) if step % 4 else chance.recycle(plan.snapshot)))
        assert tree(plan.model) == fresh(plan, cycle)
    tester.deleteLater()
