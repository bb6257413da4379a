"""Several rows at once, by keyboard and by pointer; the inspector stays with the current one."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from okrdesk.app import commands as c
from okrdesk.ui.main_window import MainWindow
from tests.ui.window.conftest import Find
from tests.ui.window.keys import press, type_text
from tests.ui.window.small_plan import CALLS, LOOSE, OTHER, SURVEY, TEAM, TOP


@pytest.fixture
def opened(desk: MainWindow) -> MainWindow:
    desk.plan.tree.expandAll()
    desk.plan.focus_tree()
    return desk


def chosen(desk: MainWindow) -> list[int]:
    return desk.plan.chosen


def test_shift_and_arrows_select_a_stretch_in_the_order_of_the_tree(
    opened: MainWindow, find: Find
) -> None:
    opened.plan.select(find(CALLS))
    press("Shift+Up", "Shift+Up")
    assert chosen(opened) == [find(TEAM), find(SURVEY), find(CALLS)]
    assert opened.plan.current == find(TEAM)
    press("Shift+Down")
    assert chosen(opened) == [find(SURVEY), find(CALLS)]
    press("Down")
    assert chosen(opened) == [find(CALLS)]


def test_ctrl_and_arrows_go_on_without_selecting_and_ctrl_space_adds(
    opened: MainWindow, find: Find
) -> None:
    opened.plan.select(find(TEAM))
    press("Ctrl+Down", "Ctrl+Down")
    assert chosen(opened) == [find(TEAM)]
    assert opened.plan.current == find(CALLS)
    press("Ctrl+Space")
    assert chosen(opened) == [find(TEAM), find(CALLS)]


def test_the_mission_and_the_group_are_never_chosen(opened: MainWindow, find: Find) -> None:
    press("Home", "Shift+End")
    assert chosen(opened) == [find(t) for t in (TOP, TEAM, SURVEY, CALLS, OTHER, LOOSE)]


def test_ctrl_a_takes_the_siblings_and_then_all_that_shows(opened: MainWindow, find: Find) -> None:
    opened.plan.select(find(SURVEY))
    press("Ctrl+A")
    assert chosen(opened) == [find(SURVEY), find(CALLS)]
    assert opened.plan.current == find(SURVEY)
    press("Ctrl+A")
    assert len(chosen(opened)) == 6
    opened.plan.tree.collapse(opened.plan.model.index_of(find(TEAM)))
    opened.plan.select(find(LOOSE))
    press("Ctrl+A", "Ctrl+A")
    assert chosen(opened) == [find(t) for t in (TOP, TEAM, OTHER, LOOSE)]


def test_the_pointer_adds_and_takes_away(opened: MainWindow, find: Find, qtbot: QtBot) -> None:
    tree = opened.plan.tree

    def click(title: str, keys: Qt.KeyboardModifier) -> None:
        place = tree.visualRect(opened.plan.model.index_of(find(title)))
        at = QPoint(place.left() + 80, place.center().y())
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, keys, at)

    opened.plan.select(find(SURVEY))
    click(OTHER, Qt.KeyboardModifier.ControlModifier)
    assert chosen(opened) == [find(SURVEY), find(OTHER)]
    click(SURVEY, Qt.KeyboardModifier.ControlModifier)
    assert chosen(opened) == [find(OTHER)]
    click(LOOSE, Qt.KeyboardModifier.NoModifier)
    click(OTHER, Qt.KeyboardModifier.ShiftModifier)
    assert chosen(opened) == [find(OTHER), find(LOOSE)]
    assert opened.plan.current == find(OTHER)


def test_the_inspector_stays_with_the_current_row(opened: MainWindow, find: Find) -> None:
    opened.plan.select(find(SURVEY))
    shown: list[int] = []
    opened.plan.selected.connect(shown.append)
    opened.plan.selection.select([find(CALLS), find(OTHER), 12345])
    assert chosen(opened) == [find(CALLS), find(OTHER)]
    assert opened.plan.current == find(SURVEY)
    assert shown == []


def test_every_selected_row_is_painted_as_one(opened: MainWindow, find: Find) -> None:
    tree, soft = opened.plan.tree, opened.look.themes.theme.colour("accent-soft")
    opened.plan.selection.select([find(CALLS), find(OTHER)])
    image = tree.viewport().grab().toImage()

    def ground(title: str) -> bool:
        row = tree.visualRect(opened.plan.model.index_of(find(title)))
        return image.pixelColor(tree.viewport().width() - 8, row.top() + 8) == soft

    assert [ground(title) for title in (SURVEY, CALLS, OTHER)] == [False, True, True]


def test_the_selection_outlives_an_update(opened: MainWindow, find: Find) -> None:
    opened.plan.selection.select([find(SURVEY), find(CALLS)])
    opened.bridge.run(c.check_in, find(SURVEY), 990)
    assert chosen(opened) == [find(SURVEY), find(CALLS)]
    opened.bridge.run(c.delete_item, find(SURVEY))
    assert chosen(opened) == [find(CALLS)]


def test_keys_of_a_tree(opened: MainWindow, find: Find) -> None:
    tree = opened.plan.tree
    opened.plan.select(find(TEAM))
    press("Left")
    assert not tree.isExpanded(tree.currentIndex())
    press("Left")
    assert opened.plan.current == find(TOP)
    press("Right", "Right")
    assert opened.plan.current == find(TEAM)
    press("Right", "Right")
    assert opened.plan.current == find(SURVEY)
    press("End")
    assert opened.plan.current == find(LOOSE)
    press("Home")
    tree.collapseAll()
    type_text("*")
    assert find(TEAM) in tree.opened()


def test_letters_go_to_the_next_row_that_begins_with_them(opened: MainWindow, find: Find) -> None:
    press("Home")
    type_text("la")
    assert opened.plan.current == find(OTHER)
