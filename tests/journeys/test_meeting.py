"""A weekly meeting held with Present or with the alignment map alone, by keys."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from okrdesk.app.clock import SystemClock
from okrdesk.app.examples import write_example
from okrdesk.app.locations import Locations
from okrdesk.app.settings import PRESENT_TEXT, Settings
from okrdesk.domain.alignment import parent_of
from okrdesk.domain.tables import CHECK_IN, OBJECTIVE
from okrdesk.ui.check_in.dialog import CheckInDialog
from okrdesk.ui.icons import IconSet
from okrdesk.ui.look import Look
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.map.page import MapPage
from okrdesk.ui.present.window import PresentWindow
from okrdesk.ui.session import Session
from okrdesk.ui.theme import ThemeChoice, ThemeController
from tests.ui.window.keys import focused, press, type_text

TODAY = date(2026, 8, 17)
MISSION, TEAM = "Help everyone feel confident in their own skin", "Customer Care"
DISCUSSED = "Interview 15 churned customers"
SATISFACTION = "Research and improve customer satisfaction"
CULTURE = "Build a great corporate culture"


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    themes = ThemeController(qapp, ThemeChoice.LIGHT)
    home = tmp_path / "home"
    places = Locations(home / "settings.json", home / "data", home / "cache")
    session = Session(Settings(places.settings), places, SystemClock(TODAY))
    window = MainWindow(session, Look(themes, IconSet(themes, themes)))
    qtbot.addWidget(window)
    path = tmp_path / "Marigold.okrdesk"
    write_example(path, "marigold", TODAY)
    assert session.open(path)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setStyleSheet("")
    themes.deleteLater()


def presentation(window: MainWindow) -> PresentWindow | None:
    return window.findChild(PresentWindow)


def discussed(shown: PresentWindow) -> str:
    item = shown.page.list.current_item
    row = shown.page.list.model()
    return "" if item is None else str(row.index(shown.page.list.currentIndex().row(), 0).data())


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_meeting_is_held_by_keys_alone(window: MainWindow, qtbot: QtBot) -> None:
    press("F5")
    shown = presentation(window)
    assert shown is not None
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    look_at_the_first_pages(shown)
    check_in(window, shown, qtbot)
    go_through_the_last_pages(shown)
    press("Ctrl+=", "Ctrl++", "Ctrl+-")
    assert window.look.themes.text_percent == window.session.settings.get(PRESENT_TEXT) == 140
    press("Escape")
    qtbot.waitUntil(lambda: presentation(window) is None)
    assert window.look.themes.text_percent == 100


def look_at_the_first_pages(shown: PresentWindow) -> None:
    assert shown.isFullScreen()
    assert (shown.page.title.text(), shown.foot.place.text()) == (MISSION, "1 / 7")
    assert shown.foot.week.text() == "Q3 2026, week 7 of 13 · 17 August 2026"
    press("Right")
    assert shown.page.title.text() == "Dashboard"
    assert not shown.page.lists
    press("Down", "C")
    assert shown.foot.keys.words == "Choose a key result with ↑ and ↓."


def check_in(window: MainWindow, shown: PresentWindow, qtbot: QtBot) -> None:
    press("3")
    assert shown.page.title.text() == TEAM
    assert discussed(shown) == "Get 1,000 survey responses"
    press("Down", "Down")
    assert discussed(shown) == DISCUSSED
    press("C")
    asking = shown.findChildren(CheckInDialog)[0]
    asking.activateWindow()
    qtbot.waitUntil(asking.isActiveWindow)
    type_text("8")
    press("Return")
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    item, snapshot = shown.page.list.current_item, window.bridge.snapshot
    last = snapshot.children(CHECK_IN, "key_result", item)[-1]
    assert (last.date, last.value) == (TODAY, Decimal(8))
    assert discussed(shown) == DISCUSSED
    assert shown.page.title.text() == TEAM


def go_through_the_last_pages(shown: PresentWindow) -> None:
    item = shown.page.list.current_item
    press("B")
    assert shown.dark.isVisible()
    press("Right")
    assert not shown.dark.isVisible()
    press("9")
    assert shown.page.title.text() == TEAM
    press("7")
    assert shown.page.title.text() == "Needs attention"
    press("Right", "PgUp", "PgDown")
    assert shown.foot.place.text() == "7 / 7"
    assert item not in shown.sheet.items
    press("3")
    assert discussed(shown) == DISCUSSED


def chosen(page: MapPage) -> str:
    assert page.chosen is not None
    return page.scene.cards[page.chosen].face.row.title


def spoken(page: MapPage) -> str:
    return page.scene.cards[page.scene.chosen or 0].face.spoken()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_meeting_is_held_with_the_map_by_keys_alone(window: MainWindow, qtbot: QtBot) -> None:
    press("Ctrl+4")
    page = window.findChildren(MapPage)[0]
    assert focused() is page.view
    walk_the_lines(page)
    link_what_is_not_aligned(window, page)
    check_in_below(window, page, qtbot)
    assert window.page_id == "map"
    assert focused() is page.view
    assert chosen(page) == SATISFACTION


def walk_the_lines(page: MapPage) -> None:
    press("Home")
    assert page.scene.cards[page.scene.chosen or 0].face.row.title == MISSION
    press("Right", "Down", "Down", "Right")
    assert chosen(page) == CULTURE
    assert spoken(page).startswith(f"{CULTURE}, On track, 61 percent, expected 63")
    assert page.foot.details.statuses.accessibleName() == "3 On track"
    press("Shift+Left")
    assert page.scene.line is not None
    press("Escape")
    assert (page.scene.line, chosen(page)) == (None, CULTURE)


def link_what_is_not_aligned(window: MainWindow, page: MapPage) -> None:
    (loose,) = page.foot.tray.rows
    press("T", "L")
    type_text(CULTURE)
    press("Return")
    snapshot = window.bridge.snapshot
    link = parent_of(snapshot, loose)
    assert link is not None
    assert snapshot.get(OBJECTIVE, link.objective).title == CULTURE
    assert (chosen(page), page.foot.tray.rows) == (snapshot.get(OBJECTIVE, loose).title, {})
    assert focused() is page.view


def check_in_below(window: MainWindow, page: MapPage, qtbot: QtBot) -> None:
    press("Left", "Left", "Up", "Right", "Right", "Down")
    assert spoken(page).startswith(f"{SATISFACTION}, On track, 50 percent")
    press("Return")
    assert window.page_id == "plan"
    press("Right", "Down", "Ctrl+Shift+K")
    asking = window.findChildren(CheckInDialog)[0]
    asking.activateWindow()
    qtbot.waitUntil(asking.isActiveWindow)
    type_text("900")
    press("Return")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press("Ctrl+4")
    assert spoken(page).startswith(f"{SATISFACTION}, On track, 56 percent")
