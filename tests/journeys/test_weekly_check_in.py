"""The weekly check-in of twelve key results: keyboard only, within the count of the design."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from okrdesk.app.clock import SystemClock
from okrdesk.app.examples import write_example
from okrdesk.app.locations import Locations
from okrdesk.app.settings import Settings
from okrdesk.app.workspace import Workspace
from okrdesk.domain.check_in_queue import due_check_ins
from okrdesk.domain.tables import CHECK_IN
from okrdesk.ui.check_in.page import CheckInPage
from okrdesk.ui.icons import IconSet
from okrdesk.ui.look import Look
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.session import Session
from okrdesk.ui.theme import ThemeChoice, ThemeController
from tests.ui.window.keys import focused

TODAY = date(2026, 8, 17)
MOST = 254
"""Presses of keys with their modifiers, for twelve key results with four notes (ux.md 6.2)."""
NOTE = "No-shows are high; vouchers go out on Monday."


class Hands:
    """Presses keys and counts every one, modifiers included."""

    def __init__(self) -> None:
        self.presses = 0

    def press(self, *keys: str) -> None:
        for key in keys:
            combination = QKeySequence(key)[0]
            self.presses += key.count("+") + 1
            QTest.keyClick(focused(), combination.key(), combination.keyboardModifiers())
            QCoreApplication.processEvents()

    def type(self, text: str) -> None:
        self.presses += len(text)
        QTest.keyClicks(focused(), text)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    themes = ThemeController(qapp, ThemeChoice.LIGHT)
    home = tmp_path / "home"
    places = Locations(home / "settings.json", home / "data", home / "cache")
    session = Session(Settings(places.settings), places, SystemClock(TODAY))
    window = MainWindow(session, Look(themes, IconSet(themes, themes)))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setStyleSheet("")
    themes.deleteLater()


def test_twelve_key_results_within_the_count(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "Marigold Beauty.okrdesk"
    write_example(path, "marigold", TODAY)
    assert window.session.open(path)
    assert window.bridge is not None
    due = due_check_ins(window.bridge.scores)
    assert len(due) == 12
    hands, entered = Hands(), []
    hands.press("Ctrl+2")
    for number, item in enumerate(due):
        value = str(20 + number) if number % 2 else str(number + 1)
        hands.type(value)
        if number % 2:
            hands.press("Alt+Up")
        if number % 6 == 5:
            hands.press("Alt+2")
        if number % 3 == 0:
            hands.press("Alt+N")
            hands.type(NOTE)
        hands.press("Return")
        entered.append((item, value))
    page = window.findChild(CheckInPage)
    assert page is not None
    assert page.item is None
    assert page.resting.words()[0] == "All 12 checked in."
    assert hands.presses <= MOST
    window.session.close()
    reader = Workspace.open(path, clock=SystemClock(TODAY), write=False)
    for item, value in entered:
        row = reader.snapshot.children(CHECK_IN, "key_result", item)[-1]
        assert (row.date, str(row.value)) == (TODAY, value)
    notes = [row for row in reader.snapshot.rows(CHECK_IN) if row.note == NOTE]
    assert len(notes) == 4
    assert due_check_ins(reader.scores) == []
