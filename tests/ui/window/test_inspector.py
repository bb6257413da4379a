"""The inspector shows what is selected and writes what a person changes, and nothing else."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QPushButton

from okrdesk.app import commands as c
from okrdesk.domain.key_results import KINDS
from okrdesk.domain.tables import (
    KEY_RESULT,
    OBJECTIVE,
    ORGANISATION,
    PERSON,
    STEP,
    TERMS,
    VALUE,
    ZONE,
)
from okrdesk.domain.tree import mission_id
from okrdesk.domain.words import Rhythm, Source
from okrdesk.ui.editors.explanation import ExplanationPopup
from okrdesk.ui.editors.fields import ChoiceField, LineField, NumberField
from okrdesk.ui.editors.key_result import KeyResultEditor
from okrdesk.ui.editors.mission import MissionEditor
from okrdesk.ui.editors.objective import ObjectiveEditor
from okrdesk.ui.editors.value import FedValue
from okrdesk.ui.look import ElidedButton
from okrdesk.ui.main_window import MainWindow
from tests.ui.window.conftest import Find
from tests.ui.window.keys import focused, press, type_text
from tests.ui.window.small_plan import CALLS, OTHER, SURVEY, TEAM, TODAY, TOP


def show(desk: MainWindow, item: int) -> ObjectiveEditor | KeyResultEditor | MissionEditor:
    assert desk.plan is not None
    assert desk.view is not None
    desk.plan.select(item)
    editor = desk.view.inspector.editor
    assert editor is not None
    return editor


def objective_editor(desk: MainWindow, item: int) -> ObjectiveEditor:
    editor = show(desk, item)
    assert isinstance(editor, ObjectiveEditor)
    return editor


def key_result_editor(desk: MainWindow, item: int) -> KeyResultEditor:
    editor = show(desk, item)
    assert isinstance(editor, KeyResultEditor)
    return editor


def definition(desk: MainWindow, item: int) -> KeyResultEditor:
    """The editor of a key result, with its definition to be seen."""
    editor = key_result_editor(desk, item)
    editor.show_tab("definition")
    QApplication.processEvents()
    return editor


def named(editor: ObjectiveEditor | KeyResultEditor | MissionEditor, name: str) -> LineField:
    return next(f for f in editor.findChildren(LineField) if f.accessibleName() == name)


def test_looking_at_everything_writes_nothing(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    before = desk.bridge.snapshot
    for title in (TOP, TEAM, OTHER, SURVEY, CALLS):
        show(desk, find(title))
        QApplication.processEvents()
    show(desk, mission_id(before) or 0)
    assert desk.bridge.snapshot is before


def test_a_title_is_edited_where_it_is_shown(desk: MainWindow, find: Find) -> None:
    item = find(TEAM)
    editor = objective_editor(desk, item)
    editor.heading.title.setFocus()
    editor.heading.title.selectAll()
    type_text("Know our customers")
    press("Return")
    assert find("Know our customers") == item
    editor.heading.title.selectAll()
    type_text("Nonsense")
    press("Escape")
    assert editor.heading.title.toPlainText() == "Know our customers"


def test_an_owner_is_chosen(desk: MainWindow, find: Find) -> None:
    item = find(OTHER)
    editor = objective_editor(desk, item)
    owner = editor.heading.owner
    assert owner.text() == "No owner"
    owner.click()
    type_text("Mei")
    press("Return")
    assert desk.bridge is not None
    row = desk.bridge.snapshot.get(OBJECTIVE, item)
    assert desk.bridge.snapshot.get(PERSON, row.owner or 0).name == owner.text() == "Mei Tanaka"
    owner.click()
    press("Up", "Return")
    assert desk.bridge.snapshot.get(OBJECTIVE, item).owner is None


def test_the_links_lead_up_and_down(desk: MainWindow, find: Find) -> None:
    assert desk.plan is not None
    editor = objective_editor(desk, find(TEAM))
    title = next(b for b in editor.rows[1].findChildren(QPushButton) if b.text() == CALLS)
    title.click()
    assert desk.plan.current == find(CALLS)
    assert desk.view is not None
    editor = key_result_editor(desk, find(CALLS))
    link = next(b for b in editor.heading.findChildren(ElidedButton))
    link.click()
    assert desk.plan.current == find(TEAM)


def test_values_are_set_in_the_list(desk: MainWindow, find: Find) -> None:
    editor = objective_editor(desk, find(TEAM))
    assert desk.bridge is not None
    editor.rows[0].value.focus_value()
    type_text("700")
    press("Tab")
    assert desk.bridge.scores.key_result(find(SURVEY)).current == 700
    assert editor.rows[0].value.findChild(NumberField).text() == "700"


def test_a_wrong_number_keeps_its_text_and_says_why(desk: MainWindow, find: Find) -> None:
    editor = objective_editor(desk, find(TEAM))
    value = editor.rows[0].value
    value.focus_value()
    type_text("many")
    press("Return")
    field = value.findChild(NumberField)
    assert field.text() == "many"
    assert value.error.text() == "Use a number, for example 640 or +24."
    assert not value.error.isHidden()
    assert focused() is field
    press("Escape")
    assert field.text() == "640"


def test_the_wheel_changes_nothing_without_the_focus(desk: MainWindow, find: Find) -> None:
    editor = objective_editor(desk, find(TEAM))
    assert desk.plan is not None
    desk.plan.focus_tree()
    fields = [*editor.findChildren(NumberField), *editor.findChildren(ChoiceField)]
    before = [f.text() if isinstance(f, NumberField) else f.currentText() for f in fields]
    for field in fields:
        event = QWheelEvent(
            QPointF(5, 5),
            QPointF(field.mapToGlobal(QPoint(5, 5))),
            QPoint(0, 120),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(field, event)
    after = [f.text() if isinstance(f, NumberField) else f.currentText() for f in fields]
    assert after == before


def test_the_arrows_of_a_value_step_and_enter_writes(desk: MainWindow, find: Find) -> None:
    editor = objective_editor(desk, find(TEAM))
    assert desk.bridge is not None
    editor.rows[1].value.focus_value()
    press("Up", "Up")
    assert desk.bridge.scores.key_result(find(CALLS)).current == 5
    press("Return")
    assert desk.bridge.scores.key_result(find(CALLS)).current == 7


def test_a_key_result_is_added_from_the_list(desk: MainWindow, find: Find) -> None:
    editor = objective_editor(desk, find(OTHER))
    button = next(b for b in editor.findChildren(QPushButton) if b.text() == "Add key result")
    button.click()
    type_text("Win 3 awards")
    press("Return", "Escape")
    assert desk.bridge is not None
    assert desk.bridge.snapshot.get(KEY_RESULT, find("Win 3 awards")).objective == find(OTHER)


def test_many_key_results_get_advice(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    for number in range(6):
        desk.bridge.run(c.create_key_result, find(OTHER), f"Key result {number}")
    editor = objective_editor(desk, find(OTHER))
    texts = [label.text() for label in editor.findChildren(type(editor.rows[0].value.error))]
    assert "6 key results. Could some be initiatives?" in texts


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_percent_explains_itself(desk: MainWindow, find: Find) -> None:
    for title in (TEAM, CALLS):
        editor = show(desk, find(title))
        assert isinstance(editor, ObjectiveEditor | KeyResultEditor)
        editor.headline.percent_button.click()
        popup = editor.headline.percent_button.findChild(ExplanationPopup)
        assert popup is not None
        assert popup.isVisible()
        popup.close()


@pytest.mark.parametrize("kind", [kind.id for kind in KINDS])
def test_every_kind_has_a_form_and_a_value(desk: MainWindow, find: Find, kind: str) -> None:
    assert desk.bridge is not None
    limits = {"target": 25} if kind in {"at_least", "at_most"} else {}
    limits = {"low": 4, "high": 5} if kind == "range" else limits
    steps = ["First", "Second"] if kind == "milestones" else []
    item = desk.bridge.run(
        c.create_key_result, find(OTHER), "New", kind=kind, steps=steps, **limits
    )
    row = objective_editor(desk, find(OTHER)).rows[0]
    row.refresh()
    editor = key_result_editor(desk, item)
    assert editor.form is not None
    assert editor.value is not None
    editor.focus_value()
    assert editor.isAncestorOf(focused())
    editor.refresh()
    editor.commit()


def test_another_kind_brings_another_form(desk: MainWindow, find: Find) -> None:
    item = find(CALLS)
    editor = definition(desk, item)
    kinds = next(f for f in editor.findChildren(ChoiceField) if f.findData("rubric") >= 0)
    place = kinds.findData("rubric")
    kinds.setCurrentIndex(place)
    kinds.activated.emit(place)
    assert desk.bridge is not None
    assert desk.bridge.snapshot.get(KEY_RESULT, item).kind == "rubric"
    editor.focus_value()
    zones = focused()
    assert isinstance(zones, QComboBox)
    assert zones.count() == 4
    zones.setCurrentIndex(2)
    zones.activated.emit(2)
    assert desk.bridge.scores.key_result(item).raw == pytest.approx(0.7)


def test_the_definition_is_changed_field_by_field(desk: MainWindow, find: Find) -> None:
    item = find(CALLS)
    editor = definition(desk, item)
    assert desk.bridge is not None
    for name, text in (
        ("Target", "20"),
        ("Unit", "interviews"),
        ("Decimals", "1"),
        ("Due", "2026-09-15"),
        ("Weight", "2"),
    ):
        field = named(editor, name)
        field.setFocus()
        field.selectAll()
        type_text(text)
        press("Return")
    terms = desk.bridge.snapshot.children(TERMS, "key_result", item)[-1]
    row = desk.bridge.snapshot.get(KEY_RESULT, item)
    assert (terms.target, terms.due) == (Decimal(20), date(2026, 9, 15))
    assert (row.unit, row.decimals, row.weight) == ("interviews", 1, 2.0)
    assert named(editor, "Due").text() == "15 Sep 2026"


def test_a_wrong_definition_is_refused_beside_its_field(desk: MainWindow, find: Find) -> None:
    editor = definition(desk, find(CALLS))
    for name, text, sentence in (
        ("Due", "soon", "Use a date, for example 2026-09-30."),
        ("Target", "0", "Start and target are the same, so progress cannot be measured."),
    ):
        field = named(editor, name)
        field.setFocus()
        field.selectAll()
        type_text(text)
        press("Return")
        assert field.toolTip() == sentence
        press("Escape")


def test_steps_are_written_and_ticked(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    item = desk.bridge.run(
        c.create_key_result, find(OTHER), "Prepare", kind="milestones", steps=["First"]
    )
    editor = definition(desk, item)
    named(editor, "Part 2").setFocus()
    type_text("Second")
    press("Return")
    titles = [row.title for row in desk.bridge.snapshot.children(STEP, "key_result", item)]
    assert titles == ["First", "Second"]
    editor.show_tab("value")
    QApplication.processEvents()
    box = next(b for b in editor.value.findChildren(QCheckBox) if b.text() == "Second")
    box.click()
    done = [row.done for row in desk.bridge.snapshot.children(STEP, "key_result", item)]
    assert done == [None, TODAY]
    editor.show_tab("definition")
    first = named(editor, "Part 1")
    first.setFocus()
    first.clear()
    first.setModified(True)
    press("Return")
    assert len(desk.bridge.snapshot.children(STEP, "key_result", item)) == 1


def test_zones_are_renamed(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    item = desk.bridge.run(c.create_key_result, find(OTHER), "Judge", kind="rubric")
    field = named(definition(desk, item), "Part 1")
    field.setFocus()
    field.selectAll()
    type_text("Not yet")
    press("Return")
    assert desk.bridge.snapshot.children(ZONE, "key_result", item)[0].title == "Not yet"


def test_yes_or_no_is_one_click(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    item = desk.bridge.run(c.create_key_result, find(OTHER), "Ship it", kind="yes_no")
    editor = key_result_editor(desk, item)
    yes = next(b for b in editor.value.findChildren(QPushButton) if b.text() == "Yes")
    yes.click()
    assert desk.bridge.scores.key_result(item).raw == 1.0
    assert yes.isChecked()


def test_a_control_kind_has_switch_and_method(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    item = desk.bridge.run(c.create_key_result, find(OTHER), "Keep calm", kind="at_most", target=25)
    editor = definition(desk, item)
    method = next(f for f in editor.findChildren(ChoiceField) if f.findData("hit_rate") >= 0)
    method.activated.emit(method.findData("hit_rate"))
    editor.form.findChild(QCheckBox).click()
    row = desk.bridge.snapshot.get(KEY_RESULT, item)
    assert "hit_rate" in row.parameters
    assert "true" in row.parameters


def test_a_value_from_a_kpi_is_only_shown(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    kpi = desk.bridge.run(c.create_kpi, "Net promoter score", rhythm=Rhythm.MONTHLY)
    desk.bridge.run(c.change_key_result, find(CALLS), kpi=kpi, source=Source.KPI)
    editor = key_result_editor(desk, find(CALLS))
    assert isinstance(editor.value, FedValue)


def test_the_mission_is_written(desk: MainWindow) -> None:
    assert desk.bridge is not None
    mission = mission_id(desk.bridge.snapshot) or 0
    editor = show(desk, mission)
    assert isinstance(editor, MissionEditor)
    editor.focus_value()
    press("Ctrl+A")
    type_text("Make people smile")
    press("Tab")
    type_text("In every town")
    press("Tab")
    row = desk.bridge.snapshot.get(ORGANISATION, mission)
    assert (row.mission, row.vision) == ("Make people smile", "In every town")
    editor.show_tab("values")
    value = named(editor, "Value")
    value.setFocus()
    value.selectAll()
    type_text("Warmth")
    press("Return")
    add = next(b for b in editor.findChildren(QPushButton) if b.text() == "Add value")
    add.click()
    type_text("Courage")
    press("Return")
    assert [v.title for v in desk.bridge.snapshot.sorted_rows(VALUE)] == ["Warmth", "Courage"]


def test_nothing_selected_asks_to_choose(desk: MainWindow, find: Find) -> None:
    assert desk.view is not None
    show(desk, find(CALLS))
    desk.view.inspector.show_item(None)
    assert desk.view.inspector.editor is None
    desk.view.inspector.focus_value()
    desk.view.inspector.show_item(12345)
    assert desk.view.inspector.editor is None


def test_leaving_commits(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    editor = key_result_editor(desk, find(CALLS))
    editor.focus_value()
    type_text("9")
    desk.view.inspector.show_item(find(TEAM))
    assert desk.bridge.scores.key_result(find(CALLS)).current == 9
