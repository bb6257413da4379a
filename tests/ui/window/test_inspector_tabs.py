"""The tabs of the inspector are built when they are shown, counted, and never cut."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from okrdesk.app import commands as c
from okrdesk.domain.tree import mission_id
from okrdesk.ui.check_in.dialog import CheckInDialog
from okrdesk.ui.editors.explanation import ExplanationPopup
from okrdesk.ui.editors.page import Page, Tab
from okrdesk.ui.editors.percent import PercentButton
from okrdesk.ui.editors.spread import Spread
from okrdesk.ui.editors.tab_bar import CountedTabBar
from okrdesk.ui.editors.tab_strip import TabStrip
from okrdesk.ui.icons import IconSet
from okrdesk.ui.look import Look
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.theme import ThemeController
from tests.ui.window.conftest import Find
from tests.ui.window.keys import press
from tests.ui.window.small_plan import CALLS, LOOSE, SURVEY, TEAM, TOP
from tests.ui.window.test_inspector import key_result_editor, objective_editor, show


def pressed(editor_button: QPushButton | QToolButton) -> None:
    QTest.mouseClick(editor_button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def test_tabs_are_counted(desk: MainWindow, find: Find) -> None:
    strip = objective_editor(desk, find(TEAM)).strip
    assert strip.names[:2] == ["Key results, 2", "Check-ins, 2"]
    assert desk.bridge is not None
    desk.bridge.run(c.check_in, find(CALLS), 6)
    assert strip.names[1] == "Check-ins, 3"
    assert key_result_editor(desk, find(CALLS)).strip.names[1] == "Check-ins, 2"
    mission = show(desk, mission_id(desk.bridge.snapshot) or 0)
    assert mission.strip.names[1] == "Values, 1"


def test_what_has_no_room_is_in_a_menu(
    qtbot: QtBot, themes: ThemeController, icons: IconSet
) -> None:
    names = ("Key results", "Check-ins", "Initiatives", "Notes", "History")
    tabs = [Tab(name, name, Page) for name in names]
    strip = TabStrip(Look(themes, icons), tabs)
    qtbot.addWidget(strip)
    strip.resize(900, 40)
    strip.show()
    assert len(strip.names) == len(names)
    for width in (320, 250, 180):
        strip.resize(width, 40)
        assert len(strip.names) < len(names)
        bar = strip.findChild(CountedTabBar)
        assert bar is not None
        assert sum(bar.width_of(label) for label in bar.labels) <= bar.width()
    hidden = strip.menu().actions()
    assert hidden[-1].text() == "History"
    hidden[-1].trigger()
    assert strip.current == "History"
    assert "History" in strip.names
    strip.show_tab("Initiatives")
    assert "History" not in strip.names


def test_arrows_go_through_the_tabs_and_the_choice_is_kept(desk: MainWindow, find: Find) -> None:
    editor = objective_editor(desk, find(TEAM))
    bar = editor.strip.findChild(CountedTabBar)
    assert bar is not None
    bar.setFocus()
    press("Right")
    assert editor.strip.current == "check_ins"
    assert objective_editor(desk, find(TOP)).strip.current == "check_ins"
    assert key_result_editor(desk, find(CALLS)).strip.current == "value"
    assert objective_editor(desk, find(TEAM)).strip.current == "check_ins"


def test_the_row_that_is_worked_on_is_marked(desk: MainWindow, find: Find) -> None:
    page = objective_editor(desk, find(TEAM)).key_results
    assert page.current == find(SURVEY)
    page.rows[1].value.focus_value()
    assert page.current == find(CALLS)
    QTest.mouseClick(page.rows[0], Qt.MouseButton.LeftButton, pos=page.rows[0].rect().bottomLeft())
    assert page.current == find(SURVEY)
    assert desk.bridge is not None
    desk.bridge.run(c.delete_item, find(SURVEY))
    assert page.current == find(CALLS)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_every_percent_explains_itself(desk: MainWindow, find: Find) -> None:
    editor = objective_editor(desk, find(TEAM))
    QApplication.processEvents()
    buttons = [b for b in editor.findChildren(PercentButton) if b.isVisible()]
    assert len(buttons) == 4, "headline, expected, and one for each key result"
    for button in buttons:
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        popup = button.findChild(ExplanationPopup)
        assert popup is not None
        assert popup.isVisible()
        popup.close()


def test_a_row_says_itself_in_a_sentence(desk: MainWindow, find: Find) -> None:
    row = objective_editor(desk, find(TEAM)).key_results.rows[0]
    said = "Get 1,000 responses, On track, Progress 64%, Expected today 52%, Confidence 8"
    assert row.accessibleName() == said


def test_a_check_in_asks_about_the_key_result_that_is_worked_on(
    desk: MainWindow, find: Find
) -> None:
    editor = objective_editor(desk, find(TEAM))
    editor.key_results.rows[1].value.focus_value()
    button = next(b for b in editor.heading.findChildren(QPushButton) if b.text() == "Check in")
    pressed(button)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CheckInDialog)
    assert CALLS in {label.text() for label in dialog.findChildren(QLabel)}
    dialog.reject()


def test_a_check_in_without_a_key_result_writes_one(desk: MainWindow, find: Find) -> None:
    editor = objective_editor(desk, find(LOOSE))
    asked: list[int] = []
    editor.tools.key_result_wanted.connect(asked.append)
    button = next(b for b in editor.heading.findChildren(QPushButton) if b.text() == "Check in")
    pressed(button)
    assert asked == [find(LOOSE)]
    press("Escape")


def test_the_menu_offers_what_can_be_done(desk: MainWindow, find: Find) -> None:
    editor = objective_editor(desk, find(TEAM))
    assert desk.view is not None
    places: list[object] = []
    desk.view.page.menu_wanted.disconnect()
    desk.view.page.menu_wanted.connect(places.append)
    more = next(b for b in editor.heading.findChildren(QToolButton) if b.toolTip() == "More")
    pressed(more)
    assert len(places) == 1


def test_a_value_that_is_removed_comes_back_by_undo(desk: MainWindow) -> None:
    assert desk.bridge is not None
    mission = show(desk, mission_id(desk.bridge.snapshot) or 0)
    mission.show_tab("values")
    told: list[str] = []
    mission.tools.told.connect(told.append)
    page = mission.page("values")
    remove = next(b for b in page.findChildren(QToolButton) if b.toolTip())
    remove.click()
    assert told == ["Value deleted"]
    assert mission.strip.names[1] == "Values"
    desk.bridge.undo()
    assert mission.strip.names[1] == "Values, 1"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_selected_percent_explains_itself_by_a_key(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    show(desk, mission_id(desk.bridge.snapshot) or 0)
    assert not desk.actions_.action("explain").isEnabled()
    editor = objective_editor(desk, find(TEAM))
    assert desk.plan is not None
    desk.plan.focus_tree()
    press("Ctrl+Shift+H")
    popup = editor.findChild(ExplanationPopup)
    assert popup is not None
    popup.close()


def test_what_has_no_room_beside_stands_below(qtbot: QtBot) -> None:
    first, second = QLabel("Expected today 52%"), QLabel("Confidence 6.3 of 10")
    spread = Spread(first, second)
    # A window is never smaller than its layout; a part of one may be.
    spread.setMinimumWidth(1)
    qtbot.addWidget(spread)
    spread.resize(500, 40)
    spread.show()
    assert not spread.stacked
    spread.resize(150, 40)
    assert spread.stacked
    spread.resize(500, 40)
    assert not spread.stacked
    second.setText("A sentence that is far too long to stand beside the other one. " * 2)
    qtbot.waitUntil(lambda: spread.stacked)


def test_large_text_gets_a_wider_region(desk: MainWindow) -> None:
    assert desk.view is not None
    desk.look.themes.set_text_percent(200)
    assert desk.view.inspector.minimumWidth() == 540
    desk.look.themes.set_text_percent(100)
    assert desk.view.inspector.minimumWidth() == 360
