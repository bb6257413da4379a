"""Pages of a presentation beyond the way of a meeting: empty plans, the mouse, the past."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from okrdesk.app.settings import PRESENT_SCREEN
from okrdesk.ui.check_in.dialog import CheckInDialog
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.present.window import PresentWindow
from tests.ui.window.accessible import nameless
from tests.ui.window.conftest import Find
from tests.ui.window.keys import press
from tests.ui.window.small_plan import CALLS, SURVEY


def begin(desk: MainWindow) -> PresentWindow:
    desk.action("present").trigger()
    shown = desk.findChild(PresentWindow)
    assert shown is not None
    shown.activateWindow()
    QApplication.processEvents()
    return shown


def button(shown: PresentWindow, name: str) -> QToolButton:
    return next(b for b in shown.findChildren(QToolButton) if b.accessibleName() == name)


def test_an_empty_plan_says_what_to_do(window: MainWindow, tmp_path: Path) -> None:
    window.session.create(tmp_path / "New.okrdesk", "New")
    shown = begin(window)
    assert shown.keys == ["plan"]
    assert "Nothing to present yet." in shown.page.empty.text()
    press("Right", "C", "2")
    assert shown.foot.place.text() == "1 / 1"
    window.session.close()
    assert window.findChild(PresentWindow) is None or not shown.isVisible()


def test_the_mouse_turns_pages_and_checks_in(desk: MainWindow, find: Find) -> None:
    shown = begin(desk)
    assert nameless(shown) == []
    assert shown.page.list.accessibleName()
    assert shown.page.list.current_item == find(SURVEY)
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(button(shown, "Next page"), left)
    assert shown.page.title.text() == "Dashboard"
    QTest.mouseClick(button(shown, "Page before"), left)
    assert shown.place == 0
    view = shown.page.list
    row = shown.sheet.items.index(find(CALLS))
    index = view.model().index(row, 0)
    QTest.mouseClick(view.viewport(), left, pos=view.visualRect(index).center())
    assert view.current_item == find(CALLS)
    assert "5 of 15" in str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    QTest.mouseDClick(view.viewport(), left, pos=view.visualRect(index).center())
    asking = shown.findChild(CheckInDialog)
    assert asking is not None
    asking.reject()
    press("D")
    assert desk.session.settings.get(PRESENT_SCREEN) == shown.screen().name()
    press("Tab")
    QTest.mouseClick(button(shown, "Leave"), left)
    assert not shown.isVisible()


def test_the_past_is_presented_too_and_not_changed(desk: MainWindow, find: Find) -> None:
    desk.travel.go(date(2026, 8, 3))
    shown = begin(desk)
    assert shown.foot.week.text() == "Q3 2026, week 5 of 13 · 3 August 2026"
    shown.page.list.setCurrentIndex(
        shown.page.list.model().index(shown.sheet.items.index(find(CALLS)), 0)
    )
    press("C")
    assert shown.foot.keys.words == "This plan can only be read."
    shown.close()
