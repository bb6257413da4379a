"""F6 from part to part, and what fills the screen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from okrdesk.ui.appearance import Appearance
from okrdesk.ui.focus import move_focus
from okrdesk.ui.main_window import MainWindow
from tests.ui.window.conftest import Find
from tests.ui.window.keys import focused, press
from tests.ui.window.small_plan import CALLS

_NONE = Qt.FocusPolicy.NoFocus


def region(desk: MainWindow) -> str:
    view = desk.view
    assert view is not None
    parts: dict[str, QWidget] = {
        "bar": desk.bar,
        "sidebar": view.sidebar,
        "page": view.main,
        "inspector": view.inspector,
        "status": desk.status,
    }
    return next(name for name, part in parts.items() if part.isAncestorOf(focused()))


def walk(desk: MainWindow, key: str, steps: int) -> list[str]:
    found = []
    for _ in range(steps):
        press(key)
        found.append(region(desk))
    return found


def test_f6_goes_round_and_comes_back_to_where_it_was(desk: MainWindow, find: Find) -> None:
    desk.plan.select(find(CALLS))
    desk.plan.focus_tree()
    QApplication.processEvents()
    assert walk(desk, "F6", 4) == ["inspector", "bar", "sidebar", "page"]
    assert focused() is desk.plan.tree
    assert walk(desk, "Shift+F6", 3) == ["sidebar", "bar", "inspector"]


def test_f6_leaves_out_what_is_hidden(desk: MainWindow, find: Find) -> None:
    desk.plan.select(find(CALLS))
    desk.plan.focus_tree()
    press("Ctrl+B", "Ctrl+I")
    assert walk(desk, "F6", 2) == ["bar", "page"]


def test_f6_without_a_plan_goes_to_the_bar_and_back(window: MainWindow) -> None:
    before = focused()
    press("F6")
    assert window.bar.isAncestorOf(focused())
    press("F6")
    assert focused() is before


def test_where_nothing_takes_the_focus_nothing_happens(window: MainWindow) -> None:
    before = focused()
    move_focus([QWidget(window)], 1)
    assert focused() is before


def test_tab_reaches_every_button_of_the_bar(desk: MainWindow) -> None:
    buttons = [b for b in desk.bar.findChildren(QWidget) if b.focusPolicy() != _NONE]
    assert len(buttons) == 8
    assert all(button.focusPolicy() & Qt.FocusPolicy.TabFocus for button in buttons)
    assert all(button.accessibleName() or button.text() for button in buttons)


def test_full_screen_and_back(desk: MainWindow) -> None:
    press("F11")
    assert desk.isFullScreen()
    assert desk.action("full_screen").isChecked()
    press("F11")
    assert not desk.isFullScreen()


def test_the_field_of_the_bar_opens_the_palette(desk: MainWindow) -> None:
    asked: list[str] = []
    desk.action("palette").triggered.disconnect()
    desk.action("palette").triggered.connect(lambda: asked.append("palette"))
    button = next(b for b in desk.bar.findChildren(QWidget) if "Search" in b.accessibleName())
    button.setFocus()
    press("Space")
    assert asked == ["palette"]


def test_the_inspector_slides_over_a_narrow_window(desk: MainWindow, qtbot: QtBot) -> None:
    desk.resize(1100, 700)
    inspector = desk.view.inspector
    press("Ctrl+I")
    assert desk.view.inspector_shown
    home = desk.view.regions.width() - inspector.width()
    qtbot.waitUntil(lambda: inspector.x() == home)
    press("Ctrl+I")
    assert not desk.view.inspector_shown
    qtbot.waitUntil(inspector.isHidden)
    press("Ctrl+I")
    desk.resize(1120, 700)
    assert inspector.x() == desk.view.regions.width() - inspector.width()
    press("Ctrl+I")
    desk.resize(1130, 700)
    assert inspector.isHidden()


def test_it_stands_still_where_motion_is_reduced(desk: MainWindow) -> None:
    desk.resize(1100, 700)
    desk.look.themes.wear(Appearance(reduce_motion=True))
    press("Ctrl+I")
    assert desk.view.inspector.x() == desk.view.regions.width() - desk.view.inspector.width()
    press("Ctrl+I")
    assert desk.view.inspector.isHidden()
