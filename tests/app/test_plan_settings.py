from typing import Any

import pytest

from okrdesk.app import commands as c
from okrdesk.app.forms import SECTIONS, Kind, Section
from okrdesk.app.plan_settings import (
    PLAN_SETTINGS,
    PlanSetting,
    change_plan_setting,
    word_of,
)
from okrdesk.app.settings import SETTINGS
from okrdesk.domain import tables as t
from okrdesk.domain.words import CycleState, Horizon, Level
from tests.app.plan import TODAY, Plan

BY_KEY = {setting.key: setting for setting in PLAN_SETTINGS}


def another(setting: PlanSetting, value: Any) -> Any:
    """A value that is allowed and is not this one."""
    form = setting.form
    if form.kind is Kind.SWITCH:
        return not value
    if form.kind is Kind.NUMBER:
        return value + 1
    if form.kind is Kind.TEXT:
        return f"{value}x"
    return next(choice for choice, _ in form.choices if choice != value)


@pytest.mark.parametrize("setting", PLAN_SETTINGS, ids=lambda setting: setting.key)
def test_a_setting_is_written_and_read(plan: Plan, setting: PlanSetting) -> None:
    plan.run(c.create_cycle, "Now", Horizon.QUARTER, TODAY, TODAY)
    before = setting.read(plan.snapshot)
    assert (
        before == "" or setting.form.kind is not Kind.CHOICE or before in dict(setting.form.choices)
    )
    value = another(setting, before)
    plan.run(change_plan_setting, setting, value)
    assert setting.read(plan.snapshot) == value
    plan.run(change_plan_setting, setting, before)
    assert setting.read(plan.snapshot) == before


def test_changing_a_setting_has_a_name() -> None:
    assert str(change_plan_setting.label) == "Change plan settings"


def test_every_setting_has_a_section_and_a_label_and_keys_differ() -> None:
    forms = [setting.form for setting in SETTINGS if setting.form is not None]
    forms += [setting.form for setting in PLAN_SETTINGS]
    assert set(SECTIONS) == set(Section)
    assert {form.section for form in forms} == set(Section) - {
        Section.PEOPLE,
        Section.FILE,
        Section.SHORTCUTS,
    }
    assert len(BY_KEY) == len(PLAN_SETTINGS)
    assert all(str(setting.label) for setting in PLAN_SETTINGS)
    assert all(form.low < form.high for form in forms if form.kind is Kind.NUMBER)
    assert all(form.choices for form in forms if form.kind is Kind.CHOICE)


def test_a_ratio_is_set_in_percent(plan: Plan) -> None:
    plan.run(change_plan_setting, BY_KEY["pace_on_track"], 85)
    plan.run(change_plan_setting, BY_KEY["cap"], 120)
    (row,) = plan.snapshot.rows(t.ORGANISATION)
    assert (row.pace_on_track, row.cap) == (0.85, 1.2)


def test_limits_that_cross_are_refused(plan: Plan) -> None:
    sentence, field = plan.refused(change_plan_setting, BY_KEY["pace_behind"], 95)
    assert (field, "smaller" in sentence) == ("pace_behind", True)


def test_a_level_is_hidden_and_used_again(plan: Plan) -> None:
    plan.run(change_plan_setting, BY_KEY["use_department"], False)
    plan.run(change_plan_setting, BY_KEY["use_company"], False)
    (row,) = plan.snapshot.rows(t.ORGANISATION)
    assert row.hidden_levels == (Level.COMPANY, Level.DEPARTMENT)
    plan.run(change_plan_setting, BY_KEY["use_company"], True)
    (row,) = plan.snapshot.rows(t.ORGANISATION)
    assert row.hidden_levels == (Level.DEPARTMENT,)


def test_an_emptied_word_is_ours_again(plan: Plan) -> None:
    plan.run(change_plan_setting, BY_KEY["objective"], "Goal")
    assert word_of(plan.snapshot, "objective") == "Goal"
    plan.run(change_plan_setting, BY_KEY["objective"], "")
    assert not list(plan.snapshot.rows(t.WORD))


def test_the_check_in_day_is_that_of_all_open_cycles_and_of_new_ones(plan: Plan) -> None:
    closed = plan.run(c.create_cycle, "Past", Horizon.QUARTER, TODAY, TODAY)
    plan.run(c.close_cycle, closed)
    now = plan.run(c.create_cycle, "Now", Horizon.QUARTER, TODAY, TODAY, check_in_day=4)
    assert BY_KEY["check_in_day"].read(plan.snapshot) == 4
    plan.run(change_plan_setting, BY_KEY["check_in_day"], 2)
    later = plan.run(c.create_cycle, "Later", Horizon.YEAR, TODAY, TODAY)
    rows = {row.id: row for row in plan.snapshot.rows(t.CYCLE)}
    assert rows[closed].state is CycleState.CLOSED
    assert (rows[closed].check_in_day, rows[now].check_in_day, rows[later].check_in_day) == (
        0,
        2,
        2,
    )
