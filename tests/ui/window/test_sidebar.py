"""The sidebar: plan, pages, saved views, teams, by mouse, by keyboard and as a rail."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from okrdesk.app import commands as c
from okrdesk.domain.ids import id_text
from okrdesk.domain.tables import ORGANISATION, PERSON
from okrdesk.domain.tables import TEAM as TEAMS
from okrdesk.domain.words import TeamKind
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.sidebar import Sidebar, numbers
from okrdesk.ui.sidebar.row import SidebarRow
from tests.ui.window.conftest import Find
from tests.ui.window.keys import focused, press
from tests.ui.window.small_plan import CALLS, LOOSE, OTHER, SURVEY, TEAM, TOP


def sidebar(desk: MainWindow) -> Sidebar:
    assert desk.view is not None
    return desk.view.sidebar


def rows(desk: MainWindow) -> list[SidebarRow]:
    return [row for section in sidebar(desk).sections for row in section.rows]


def row(desk: MainWindow, name: str) -> SidebarRow:
    return next(row for row in rows(desk) if row.state.name == name)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def be(desk: MainWindow, name: str) -> None:
    snapshot = desk.bridge.snapshot
    person = next(p.id for p in snapshot.rows(PERSON) if p.name == name)
    plan = id_text(next(snapshot.ids(ORGANISATION)))
    desk.session.settings.set_me(plan, id_text(person))
    desk.view.refresh()


def test_it_lists_what_there_is(desk: MainWindow) -> None:
    names = [r.state.name for r in rows(desk)]
    assert names[0] == "Plan"
    views = names.index("Needs attention")
    assert names[views + 1 : views + 4] == ["My objectives", "Not aligned", "Customer Care"]
    assert names[-2:] == ["Settings", "Shortcuts"]
    assert row(desk, "Shortcuts").state.key == "F1"
    assert row(desk, "Plan").state.shown
    assert row(desk, "Plan").accessibleDescription() == "Shown now"
    assert sidebar(desk).switcher.text() == "Small"
    assert sidebar(desk).switcher.below() == "2026 plan · 2 people"


def test_the_counts_follow_an_edit(desk: MainWindow, find: Find, qtbot: QtBot) -> None:
    attention = row(desk, "Needs attention")
    qtbot.waitUntil(lambda: attention.state.figure != "")
    before = int(attention.state.figure)
    desk.bridge.run(c.change_objective, find(TEAM), owner=None)
    assert int(attention.state.figure) == before + 1
    assert attention.accessibleName() == f"Needs attention, {before + 1}"
    assert row(desk, "Not aligned").state.figure == "1"
    assert row(desk, "My objectives").state.figure == ""
    be(desk, "Amara Diallo")
    assert row(desk, "My objectives").state.figure == "1"


def test_the_counts_of_a_large_plan_come_after_the_paint(
    desk: MainWindow, find: Find, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(numbers, "LARGE", 0)
    loose = row(desk, "Not aligned")
    qtbot.waitUntil(lambda: loose.state.figure == "1")
    desk.bridge.run(c.align, find(LOOSE), find(TOP))
    assert loose.state.figure == "1"
    qtbot.waitUntil(lambda: loose.state.figure == "")


def test_the_badge_tells_what_is_due(desk: MainWindow, find: Find, qtbot: QtBot) -> None:
    page = row(desk, "Check-in")
    qtbot.waitUntil(lambda: page.state.figure == "2")
    assert page.state.badge
    assert page.accessibleName() == "Check-in, 2 due"
    assert desk.bridge is not None
    for item in (find(CALLS), find(SURVEY)):
        desk.bridge.run(c.check_in, item, 7)
    qtbot.waitUntil(lambda: not page.state.figure)
    assert not page.state.badge
    assert page.accessibleName() == "Check-in"


def test_arrow_keys_walk_and_enter_chooses(desk: MainWindow) -> None:
    sidebar(desk).focus()
    assert focused() is row(desk, "Plan")
    press("Down", "Down")
    assert focused() is rows(desk)[2]
    press("Home")
    assert focused() is sidebar(desk).switcher
    press("Up", "End")
    assert focused() is rows(desk)[-1]
    sidebar(desk).focus()
    assert focused() is rows(desk)[-1]
    row(desk, "Not aligned").setFocus()
    press("Return")
    assert desk.view.narrowing.choice == "unaligned"
    press("Space")
    assert desk.view.narrowing.choice == ""


def test_tab_comes_to_one_row_alone(desk: MainWindow) -> None:
    row(desk, "Not aligned").setFocus()
    tabs = [r for r in rows(desk) if r.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [r.state.name for r in tabs] == ["Not aligned"]


def test_a_view_narrows_the_tree_until_its_chip_goes(desk: MainWindow, find: Find) -> None:
    click(row(desk, "Not aligned"))
    assert desk.plan.model.shows(find(LOOSE))
    assert not desk.plan.model.shows(find(OTHER))
    chip = desk.view.strip.chip
    assert chip.isVisible()
    assert chip.text() == "Not aligned"
    assert row(desk, "Not aligned").state.shown
    click(chip)
    assert not chip.isVisible()
    assert desk.plan.model.shows(find(OTHER))
    assert not row(desk, "Not aligned").state.shown


def test_escape_shows_everything_again(desk: MainWindow, find: Find) -> None:
    click(row(desk, "Not aligned"))
    desk.plan.focus_tree()
    press("Escape")
    assert desk.view.narrowing.choice == ""
    assert desk.plan.model.shows(find(OTHER))


def test_a_team_narrows_to_its_objectives(desk: MainWindow, find: Find) -> None:
    click(row(desk, "Customer Care"))
    assert desk.plan.model.shows(find(TEAM))
    assert desk.plan.model.shows(find(TOP)), "what stands above is always seen"
    assert not desk.plan.model.shows(find(LOOSE))
    assert desk.view.strip.chip.text() == "Customer Care"
    press("Alt+Left")
    assert desk.plan.model.shows(find(LOOSE))
    press("Alt+Right")
    assert desk.view.narrowing.name == "Customer Care"


def test_a_view_that_is_gone_narrows_nothing(desk: MainWindow, find: Find) -> None:
    desk.bridge.run(c.save_view, "Calls", "Interview")
    click(row(desk, "Calls"))
    assert desk.plan.model.shows(find(CALLS))
    assert not desk.plan.model.shows(find(OTHER))
    desk.bridge.undo()
    assert desk.view.narrowing.choice == ""
    assert desk.plan.model.shows(find(OTHER))
    assert not desk.view.strip.chip.isVisible()


def test_my_objectives_asks_once_who_i_am(desk: MainWindow, find: Find) -> None:
    row(desk, "My objectives").setFocus()
    press("Return")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [a.text() for a in menu.actions()] == ["You are…", "Amara Diallo", "Mei Tanaka"]
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert desk.view.narrowing.choice == "mine"
    assert desk.plan.model.shows(find(TEAM))
    assert not desk.plan.model.shows(find(OTHER))
    assert row(desk, "My objectives").state.figure == "2"


def test_without_teams_there_is_no_word_of_them(desk: MainWindow) -> None:
    for team in list(desk.bridge.snapshot.ids(TEAMS)):
        desk.bridge.run(c.change_team, team, active=False)
    assert not sidebar(desk).sections[2].isVisible()


def test_below_1100_it_is_a_rail_with_tooltips(desk: MainWindow, find: Find) -> None:
    desk.resize(1090, 700)
    assert sidebar(desk).width() == 52
    team = row(desk, "Customer Care")
    place = QPoint(5, 5)
    tip = QHelpEvent(QHelpEvent.Type.ToolTip, place, team.mapToGlobal(place))
    QApplication.sendEvent(team, tip)
    assert team.toolTip() == "Customer Care, 49%"
    assert not sidebar(desk).grab().isNull()
    click(team)
    assert not desk.plan.model.shows(find(LOOSE))
    desk.resize(1440, 900)
    QApplication.sendEvent(team, tip)
    assert team.toolTip() == ""
    desk.resize(1024, 640)
    QApplication.processEvents()
    bars = [bar for bar in sidebar(desk).findChildren(QScrollBar) if bar.isVisible()]
    assert bars == []


def test_its_width_outlives_the_rail(desk: MainWindow) -> None:
    desk.view.regions.set_sizes([300, 700, 440])
    desk.resize(1050, 700)
    assert desk.view.regions.sizes()[0] == 300
    desk.resize(1500, 900)
    assert sidebar(desk).width() == 300


def test_the_head_opens_another_plan(desk: MainWindow) -> None:
    click(sidebar(desk).switcher)
    menu = sidebar(desk).switcher.menu
    texts = [a.text() for a in menu.actions() if a.text()]
    assert texts[0] == "Small"
    assert menu.actions()[0].isChecked()
    assert len(texts) == 5
    menu.close()


def test_many_teams_scroll_to_the_focus(desk: MainWindow) -> None:
    for number in range(40):
        desk.bridge.run(c.create_team, f"Store {number}", kind=TeamKind.TEAM)
    last = row(desk, "Store 39")
    last.setFocus()
    area = last.parentWidget().parentWidget().parentWidget()
    assert area.rect().contains(last.mapTo(area, QPoint(1, 1)))
