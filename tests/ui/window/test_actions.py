"""The table of actions: each has its place, no key means two things, and all of them work."""

from collections import Counter

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from okrdesk.ui.actions import ACTIONS, MENUS, SUBMENUS
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.regions import SIDEBAR_WIDTH
from okrdesk.ui.sidebar.sidebar import RAIL_WIDTH
from okrdesk.ui.theme import ThemeChoice
from okrdesk.ui.widgets.toast import Toast
from tests.ui.window.conftest import Find
from tests.ui.window.keys import focused, press
from tests.ui.window.small_plan import CALLS, LOOSE, TEAM


def test_no_key_means_two_things() -> None:
    keys = Counter(QKeySequence(key).toString() for spec in ACTIONS for key in spec.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_action_is_in_a_menu_once(window: MainWindow) -> None:
    menus = [window.actions_.menu(name) for name in (*dict(MENUS), *(s[0] for s in SUBMENUS))]
    listed = Counter(a.objectName() for menu in menus for a in menu.actions() if a.objectName())
    assert listed == Counter(spec.id for spec in ACTIONS)


def test_in_each_menu_every_letter_chooses_one_entry(window: MainWindow) -> None:
    for name in dict(MENUS):
        menu: QMenu = window.actions_.menu(name)
        texts = [a.text() for a in menu.actions() if a.text()]
        letters = Counter(t[t.index("&") + 1].lower() for t in texts if "&" in t)
        assert [letter for letter, count in letters.items() if count > 1] == []


def test_without_a_plan_nothing_of_a_plan_is_offered(window: MainWindow) -> None:
    offered = {spec.id for spec in ACTIONS if window.actions_.action(spec.id).isEnabled()}
    assert offered == {
        "new_plan",
        "open_plan",
        "new_objective",
        "sample_plan",
        "quit",
        "palette",
        "templates",
        "theme_light",
        "theme_dark",
        "theme_system",
        "about",
        "page_settings",
        "log_folder",
        "diagnostics",
        "text_larger",
        "text_smaller",
        "text_usual",
        "page_shortcuts",
        "full_screen",
        "next_region",
        "previous_region",
    }


def test_actions_of_a_plan_do_nothing_without_one(window: MainWindow) -> None:
    for spec in ACTIONS:
        if not spec.enabled(window):
            spec.run(window)
    assert window.bridge is None


def test_undo_and_redo_are_named(desk: MainWindow, find: Find) -> None:
    undo, redo = desk.actions_.action("undo"), desk.actions_.action("redo")
    assert not redo.isEnabled()
    assert redo.text() == "&Redo"
    desk.plan.select(find(CALLS))
    desk.plan.focus_tree()
    press("Del")
    assert undo.text() == "&Undo Delete"
    press("Ctrl+Z")
    assert redo.text() == "&Redo Delete"
    assert desk.findChild(Toast).accessibleName() == "Undone: Delete"
    press("Ctrl+Y")
    assert desk.findChild(Toast).accessibleName() == "Done again: Delete"


def test_the_toast_takes_a_delete_back(desk: MainWindow, find: Find) -> None:
    desk.plan.select(find(TEAM))
    desk.plan.focus_tree()
    press("Del")
    toast = desk.findChild(Toast)
    assert toast.accessibleName() == "Objective deleted, with 2 key results"
    toast.triggered.emit()
    assert find(TEAM)
    desk.plan.select(find(LOOSE))
    press("Del")
    assert toast.accessibleName() == "Objective deleted"


def test_the_look_is_chosen_and_kept(window: MainWindow) -> None:
    window.actions_.action("theme_dark").trigger()
    assert window.look.themes.theme.is_dark
    assert window.actions_.action("theme_dark").isChecked()
    assert not window.actions_.action("theme_light").isChecked()
    window.actions_.action("theme_system").trigger()
    assert window.look.themes.choice is ThemeChoice.SYSTEM
    window.actions_.action("theme_light").trigger()
    assert not window.look.themes.theme.is_dark


def test_sidebar_and_inspector_hide_and_return(desk: MainWindow) -> None:
    press("Ctrl+B", "Ctrl+I")
    assert not desk.view.sidebar_shown
    assert not desk.view.inspector_shown
    press("Ctrl+B", "Ctrl+I")
    assert desk.view.sidebar_shown
    assert desk.view.inspector_shown


def test_a_narrow_window_belongs_to_the_tree(desk: MainWindow, find: Find, qtbot: QtBot) -> None:
    desk.resize(1024, 640)
    assert not desk.view.inspector_shown
    assert desk.view.sidebar.width() == RAIL_WIDTH
    desk.plan.select(find(CALLS))
    desk.plan.focus_tree()
    press("Return")
    assert desk.view.inspector_shown
    assert desk.view.inspector.isAncestorOf(focused())
    assert desk.plan.tree.width() > 900
    assert desk.view.pages.width() == 1024 - RAIL_WIDTH - 1
    inspector, place = desk.view.inspector, desk.view.rect()
    qtbot.waitUntil(lambda: inspector.geometry().right() == place.right())
    desk.resize(1440, 900)
    assert desk.view.inspector.parentWidget() is not desk.view
    assert desk.view.sidebar.width() == SIDEBAR_WIDTH


def test_the_context_menu_of_the_tree_opens(desk: MainWindow, find: Find) -> None:
    desk.plan.select(find(CALLS))
    rect = desk.plan.tree.visualRect(desk.plan.tree.currentIndex())
    desk.plan.tree.customContextMenuRequested.emit(rect.center())
    menu = desk.findChildren(QMenu)[-1]
    assert menu.isVisible()
    menu.close()


def test_quit_closes_the_window(window: MainWindow) -> None:
    press("Ctrl+Q")
    assert not window.isVisible()
