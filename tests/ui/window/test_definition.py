"""Every kind of key result has its own fields, and each can be changed in its place."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from okrdesk.app import commands as c
from okrdesk.domain.key_results import KINDS
from okrdesk.domain.tables import KEY_RESULT, PHASE, STEP, TERMS, ZONE
from okrdesk.domain.words import Source
from okrdesk.ui.editors.fields import ChoiceField, LineField, TextField
from okrdesk.ui.editors.key_result import KeyResultEditor
from okrdesk.ui.editors.source_choice import SourceChoice
from okrdesk.ui.main_window import MainWindow
from tests.ui.window.conftest import Find
from tests.ui.window.keys import focused, press, type_text
from tests.ui.window.small_plan import CALLS, SURVEY, TEAM
from tests.ui.window.test_inspector import definition, named, objective_editor

FIELDS = {
    "number": {"Start", "Target", "Unit", "Decimals"},
    "percent": {"Start", "Target", "Unit", "Decimals"},
    "currency": {"Start", "Target", "Unit", "Decimals"},
    "ratio": {"Start", "Target", "Unit", "Decimals"},
    "duration": {"Start", "Target", "Unit", "Decimals"},
    "at_least": {"Limit", "Warning limit", "Unit", "Decimals", "Counted as"},
    "at_most": {"Limit", "Warning limit", "Unit", "Decimals", "Counted as"},
    "range": {"Lower limit", "Upper limit", "Unit", "Decimals", "Counted as"},
    "milestones": {"Part 1", "Part 1, Due", "Part 1, Weight"},
    "yes_no": set(),
    "rubric": {"Part 1", "Part 1, Counts, 0 to 1", "Part 4"},
    "baseline": {"Unit", "Decimals"},
}
"""What the form of each kind asks for, besides what all have."""
COMMON = {"First day", "Due", "Weight", "Kind", "The value comes from"}


def made(desk: MainWindow, find: Find, kind: str) -> int:
    assert desk.bridge is not None
    asked = {"at_least": {"target": 5}, "at_most": {"target": 5}, "range": {"low": 4, "high": 5}}
    fields = asked.get(kind, {})
    return desk.bridge.run(c.create_key_result, find(TEAM), "New", kind=kind, **fields)


def write(field: LineField, text: str) -> None:
    field.setFocus()
    field.selectAll()
    if text:
        type_text(text)
    else:
        press("Delete")
    press("Tab")


@pytest.mark.parametrize("kind", [kind.id for kind in KINDS])
def test_a_kind_asks_for_its_own_fields(desk: MainWindow, find: Find, kind: str) -> None:
    form = definition(desk, made(desk, find, kind)).form
    fields = [*form.findChildren(LineField), *form.findChildren(ChoiceField)]
    names = {field.accessibleName() for field in fields}
    assert names >= FIELDS[kind] | COMMON
    others = set().union(*FIELDS.values()) - FIELDS[kind]
    assert not {name for name in names & others if "Part" not in name}
    phased = "Part 1, Value expected then" in names
    assert phased == ({"Start", "Target"} <= FIELDS[kind])


@pytest.mark.parametrize("kind", [kind.id for kind in KINDS])
def test_tab_leaves_every_field_of_every_kind(desk: MainWindow, find: Find, kind: str) -> None:
    editor = definition(desk, made(desk, find, kind))
    form, seen = editor.form, set()
    form.kind.setFocus()
    for _ in range(60):
        here = focused()
        assert here not in seen, "it goes in a circle"
        seen.add(here)
        press("Tab")
        if not form.isAncestorOf(focused()):
            break
    assert not form.isAncestorOf(focused())


def test_steps_have_weight_and_day(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    item = made(desk, find, "milestones")
    editor = definition(desk, item)
    write(named(editor, "Part 1"), "Draft")
    write(named(editor, "Part 1, Due"), "2026-08-31")
    write(named(editor, "Part 1, Weight"), "2.5")
    write(named(editor, "Part 2"), "Show")
    rows = desk.bridge.snapshot.children(STEP, "key_result", item)
    assert [(row.title, row.due, row.weight) for row in rows] == [
        ("Draft", date(2026, 8, 31), 2.5),
        ("Show", None, 1.0),
    ]
    write(named(editor, "Part 1, Due"), "soon")
    assert named(editor, "Part 1, Due").toolTip() == "Use a date, for example 2026-09-30."
    named(editor, "Part 1, Due").restore()
    write(named(editor, "Part 1, Due"), "")
    write(named(editor, "Part 1, Weight"), "")
    rows = desk.bridge.snapshot.children(STEP, "key_result", item)
    assert (rows[0].due, rows[0].weight) == (None, 1.0)
    write(named(editor, "Part 1"), "")
    assert [row.title for row in desk.bridge.snapshot.children(STEP, "key_result", item)] == [
        "Show"
    ]
    assert named(editor, "Part 1").text() == "Show"


def test_zones_have_a_ratio(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    item = made(desk, find, "rubric")
    editor = definition(desk, item)
    write(named(editor, "Part 2, Counts, 0 to 1"), "0.4")
    write(named(editor, "Part 5"), "Beyond")
    rows = desk.bridge.snapshot.children(ZONE, "key_result", item)
    assert [row.ratio for row in rows] == [0.0, 0.4, 0.7, 1.0, 1.0]
    write(named(editor, "Part 6"), "Too many")
    assert named(editor, "Part 6").toolTip() == "A rubric has two to five zones."


def test_phases_are_written_once_they_are_whole(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    item = find(CALLS)
    editor = definition(desk, item)
    write(named(editor, "Part 1"), "2026-08-01")
    assert not desk.bridge.snapshot.children(PHASE, "key_result", item)
    write(named(editor, "Part 1, Value expected then"), "10")
    (phase,) = desk.bridge.snapshot.children(PHASE, "key_result", item)
    assert (phase.date, phase.value) == (date(2026, 8, 1), Decimal(10))
    write(named(editor, "Part 1, Value expected then"), "12")
    assert desk.bridge.snapshot.children(PHASE, "key_result", item)[0].value == 12
    write(named(editor, "Part 1"), "")
    assert not desk.bridge.snapshot.children(PHASE, "key_result", item)


def test_the_value_comes_from_a_kpi_or_from_below(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    bridge, item = desk.bridge, find(CALLS)
    score = bridge.run(c.create_kpi, "Score")
    mood = bridge.run(c.create_kpi, "Mood", rule="qualitative")
    editor = definition(desk, item)
    source = editor.form.findChild(SourceChoice)
    assert source is not None
    for data, wanted in ((score, Source.KPI), ("children", Source.CHILDREN)):
        source.activated.emit(source.findData(data))
        assert bridge.snapshot.get(KEY_RESULT, item).source is wanted
    source.activated.emit(source.findData(mood))
    assert "only a rubric" in source.toolTip()
    assert source.currentData() == "children"
    source.activated.emit(source.findData("check_ins"))
    assert source.toolTip() == ""
    assert bridge.snapshot.get(KEY_RESULT, item).source is Source.CHECK_INS


def test_first_day_description_and_guidance(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    item = find(SURVEY)
    editor = definition(desk, item)
    first = named(editor, "First day")
    assert first.placeholderText() == "1 Jul 2026"
    write(first, "2026-07-15")
    assert first.placeholderText() == "1 Jul 2026"
    for name, text in (("Description", "All regions"), ("Guidance for the grade", "0.7 is good")):
        field = next(f for f in editor.findChildren(TextField) if f.accessibleName() == name)
        field.setFocus()
        type_text(text)
    editor.commit()
    row = desk.bridge.snapshot.get(KEY_RESULT, item)
    assert (row.start_date, row.description, row.scoring) == (
        date(2026, 7, 15),
        "All regions",
        "0.7 is good",
    )


def test_another_kind_keeps_the_focus(desk: MainWindow, find: Find) -> None:
    editor: KeyResultEditor = definition(desk, find(CALLS))
    editor.form.kind.setFocus()
    editor.form.kind.activated.emit(editor.form.kind.findData("rubric"))
    QApplication.processEvents()
    assert focused() is editor.form.kind
    assert editor.form.kind.currentData() == "rubric"


def test_the_target_of_today_is_shown_and_not_one_to_come(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    item = find(CALLS)
    desk.bridge.run(c.set_terms, item, valid_from=date(2026, 9, 1), target=30)
    editor = definition(desk, item)
    assert named(editor, "Target").text() == "15"
    assert len(desk.bridge.snapshot.children(TERMS, "key_result", item)) == 2


def test_steps_done_after_the_due_day_do_not_count(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    item = desk.bridge.run(
        c.create_key_result,
        find(TEAM),
        "Prepare",
        kind="milestones",
        steps=["A", "B"],
        due=date(2026, 8, 1),
    )
    first, second = desk.bridge.snapshot.child_ids(STEP, "key_result", item)
    desk.bridge.run(c.check_in, item, steps=[first], on=date(2026, 7, 20))
    desk.bridge.run(c.check_in, item, steps=[first, second], on=date(2026, 8, 10))
    rows = objective_editor(desk, find(TEAM)).rows
    row = next(row for row in rows if row.key_result == item)
    assert "1 of 2 steps" in {label.text() for label in row.value.findChildren(QLabel)}
