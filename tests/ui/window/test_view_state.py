"""What the window looked like last time, for each plan."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from okrdesk.app import commands as c
from okrdesk.domain.filters import parse
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.pages.scrolling import top_row
from okrdesk.ui.view_state import ViewState
from tests.ui.window.conftest import Find
from tests.ui.window.small_plan import CALLS, LOOSE, TEAM


def reopened(desk: MainWindow) -> MainWindow:
    path = desk.bridge.path
    desk.session.close()
    assert desk.session.open(path)
    return desk


def test_a_window_whose_screen_is_gone_comes_back_onto_one(desk: MainWindow, qtbot: QtBot) -> None:
    away = QMainWindow()
    qtbot.addWidget(away)
    away.setGeometry(QRect(QPoint(9_000, 7_000), away.sizeHint().expandedTo(desk.minimumSize())))
    state = ViewState(desk.session.settings)
    state.remember_window(away)
    state.restore_window(desk)
    QApplication.processEvents()
    screens = [screen.availableGeometry() for screen in QApplication.screens()]
    assert any(screen.intersects(desk.frameGeometry()) for screen in screens)
    assert any(screen.contains(desk.frameGeometry().topLeft()) for screen in screens)


def test_a_plan_looks_as_it_was_left(desk: MainWindow, find: Find) -> None:
    desk.plan.select(find(CALLS))
    desk.view.regions.set_sizes([240, 700, 420])
    desk.view.show_sidebar(shown=False)
    desk.show_page("settings")
    reopened(desk)
    assert desk.page_id == "settings"
    assert desk.view.page.current == find(CALLS)
    assert desk.view.regions.sizes()[0] == 240
    assert desk.view.regions.sizes()[2] == 420
    assert not desk.view.sidebar_shown


def test_a_plan_is_scrolled_as_it_was_left(desk: MainWindow, find: Find, qtbot: QtBot) -> None:
    for number in range(60):
        desk.bridge.run(c.create_key_result, find(TEAM), f"Call {number}", start=0, target=9)
    desk.plan.select(find("Call 59"))
    qtbot.waitUntil(lambda: top_row(desk.plan) is not None)
    top = top_row(desk.plan)
    assert top != desk.plan.model.index(0, 0).internalId()
    reopened(desk)
    qtbot.waitUntil(lambda: top_row(desk.plan) == top)


def test_back_brings_the_filters_back(desk: MainWindow, find: Find) -> None:
    desk.plan.filter.choose(parse("level:team"))
    assert not desk.plan.model.shows(find(LOOSE))
    desk.show_page("settings")
    desk.view.go_to(find(LOOSE))
    assert desk.plan.model.shows(find(LOOSE))
    desk.action("go_back").trigger()
    desk.action("go_back").trigger()
    assert desk.page_id == "plan"
    assert not desk.plan.model.shows(find(LOOSE))
    assert desk.plan.filter.chosen == parse("level:team")
