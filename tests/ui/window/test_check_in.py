"""The check-in of one key result, by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QPushButton

from okrdesk.app import commands as c
from okrdesk.domain.tables import CHECK_IN
from okrdesk.domain.words import Source, Status
from okrdesk.ui.check_in.dialog import CheckInDialog
from okrdesk.ui.dialogs.confidence import ConfidenceStrip
from okrdesk.ui.main_window import MainWindow
from tests.ui.window.conftest import Find
from tests.ui.window.keys import focused, press, type_text
from tests.ui.window.small_plan import CALLS, OTHER


def ask(desk: MainWindow, item: int) -> CheckInDialog:
    assert desk.plan is not None
    desk.activateWindow()
    QApplication.processEvents()
    desk.plan.select(item)
    desk.plan.focus_tree()
    press("Ctrl+Shift+K")
    dialog = desk.findChild(CheckInDialog)
    assert dialog is not None
    dialog.activateWindow()
    QApplication.processEvents()
    dialog.form.value.focus_input()
    return dialog


def last(desk: MainWindow, item: int) -> tuple[object, ...]:
    assert desk.bridge is not None
    row = desk.bridge.snapshot.children(CHECK_IN, "key_result", item)[-1]
    return row.value, row.confidence, row.status, row.note


def test_value_confidence_status_and_note_by_keys(desk: MainWindow, find: Find) -> None:
    ask(desk, find(CALLS))
    type_text("7")
    press("Alt+Up", "Alt+Up", "Alt+3", "Alt+N")
    type_text("Vouchers helped.")
    press("Shift+Return")
    type_text("Two rebooked.")
    press("Return")
    assert last(desk, find(CALLS)) == (
        7,
        5,
        Status.AT_RISK,
        "Vouchers helped.\nTwo rebooked.",
    )
    assert desk.findChild(CheckInDialog) is None


def test_enter_alone_confirms_the_last_value(desk: MainWindow, find: Find) -> None:
    ask(desk, find(CALLS))
    press("Return")
    assert last(desk, find(CALLS)) == (5, None, None, "")


def test_the_suggestion_follows_the_typing(desk: MainWindow, find: Find) -> None:
    dialog = ask(desk, find(CALLS))
    assert desk.bridge is not None
    before = desk.bridge.snapshot
    type_text("8")
    assert dialog.form.status.override is None
    dialog.form.status.choose(Status.ON_TRACK)
    assert dialog.form.status.override is None
    dialog.form.status.choose(Status.BEHIND)
    assert dialog.form.status.override is Status.BEHIND
    dialog.form.status.choose(Status.BEHIND)
    assert dialog.form.status.override is None
    assert desk.bridge.snapshot is before
    press("Escape")
    assert desk.bridge.snapshot is before


def test_a_wrong_number_is_refused_in_its_place(desk: MainWindow, find: Find) -> None:
    dialog = ask(desk, find(CALLS))
    type_text("many")
    press("Return")
    assert dialog.isVisible()
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Use a number, for example 640 or +24." in texts
    dialog.reject()


def test_confidence_has_no_preset_and_stays_in_bounds(desk: MainWindow, find: Find) -> None:
    dialog = ask(desk, find(CALLS))
    assert dialog.form.confidence.value is None
    for _ in range(12):
        dialog.form.confidence.step(1)
    assert dialog.form.confidence.value == 10
    strip = ConfidenceStrip(desk.look, None)
    strip.step(-1)
    assert strip.value == 4
    strip.deleteLater()
    dialog.reject()


def test_tab_leaves_the_note(desk: MainWindow, find: Find) -> None:
    dialog = ask(desk, find(CALLS))
    dialog.form.note.setFocus()
    press("Tab")
    assert focused() is not dialog.form.note
    assert dialog.form.note.toPlainText() == ""
    dialog.reject()


def test_enter_on_a_choice_saves(desk: MainWindow, find: Find) -> None:
    dialog = ask(desk, find(CALLS))
    dialog.form.confidence.setFocus(Qt.FocusReason.TabFocusReason)
    press("Space", "Return")
    assert last(desk, find(CALLS))[1] == 3
    dialog = ask(desk, find(CALLS))
    press("Alt+1")
    dialog.form.status.buttons[Status.ON_TRACK].setFocus()
    press("Return")
    assert last(desk, find(CALLS))[2] is Status.ON_TRACK


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        ("yes_no", {}, 1.0),
        ("milestones", {"steps": ["First", "Second"]}, 0.5),
        ("rubric", {}, 1.0),
    ],
)
def test_the_other_ways_of_measuring(
    desk: MainWindow, find: Find, kind: str, fields: dict[str, list[str]], expected: float
) -> None:
    assert desk.bridge is not None
    item = desk.bridge.run(c.create_key_result, find(OTHER), "New", kind=kind, **fields)
    dialog = ask(desk, item)
    for button in dialog.form.value.findChildren(QPushButton)[-1:]:
        button.click()
    for box in dialog.form.value.findChildren(QCheckBox)[:1]:
        box.click()
    for choice in dialog.form.value.findChildren(QComboBox):
        choice.setCurrentIndex(3)
    dialog.form.save()
    assert desk.bridge.scores.key_result(item).raw == pytest.approx(expected)


def test_a_value_from_a_kpi_takes_confidence_only(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    kpi = desk.bridge.run(c.create_kpi, "Net promoter score")
    desk.bridge.run(c.change_key_result, find(CALLS), kpi=kpi, source=Source.KPI)
    dialog = ask(desk, find(CALLS))
    dialog.form.confidence.step(1)
    dialog.form.save()
    assert last(desk, find(CALLS))[:2] == (None, 4)


def test_the_button_of_the_inspector_asks_too(desk: MainWindow, find: Find) -> None:
    assert desk.plan is not None
    assert desk.view is not None
    desk.plan.select(find(CALLS))
    editor = desk.view.inspector.editor
    button = next(b for b in editor.findChildren(QPushButton) if b.text() == "Check in")
    button.click()
    dialog = desk.findChild(CheckInDialog)
    assert dialog is not None
    dialog.reject()
