"""What changed since the last meeting, in the window."""

from decimal import Decimal

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTreeWidgetItem

from okrdesk.app import commands as c
from okrdesk.domain.tables import BOOKMARK
from okrdesk.ui.dialogs.since_meeting import SinceMeetingDialog
from okrdesk.ui.main_window import MainWindow
from tests.ui.window.conftest import Find
from tests.ui.window.keys import focused, press, type_text
from tests.ui.window.small_plan import CALLS, OTHER, TEAM


def dialog(desk: MainWindow) -> SinceMeetingDialog:
    press("Ctrl+Shift+M")
    shown = desk.findChild(SinceMeetingDialog)
    assert shown is not None
    return shown


def lines(row: QTreeWidgetItem) -> list[str]:
    return [row.text(0), *(row.child(n).text(0) for n in range(row.childCount()))]


def listed(asking: SinceMeetingDialog) -> list[list[str]]:
    rows = (asking.list.topLevelItem(n) for n in range(asking.list.topLevelItemCount()))
    return [lines(row) for row in rows if row is not None]


def test_a_meeting_is_held_and_what_follows_is_listed(desk: MainWindow, find: Find) -> None:
    calls = find(CALLS)
    desk.action("meeting_held").trigger()
    (meeting,) = desk.bridge.snapshot.rows(BOOKMARK)
    assert meeting.name == "Meeting of 17 Aug 2026"
    desk.bridge.run(c.check_in, calls, Decimal(8), note="Better")
    desk.bridge.run(c.delete_item, find(OTHER))
    asking = dialog(desk)
    assert focused() is asking.since
    assert asking.since.currentText() == "Meeting of 17 Aug 2026 · 17 Aug 2026"
    assert asking.counted.text() == "2 items have changed."
    assert listed(asking) == [
        [CALLS, "Check-in: Value 5 → 8 “Better”"],
        [OTHER, "Deleted"],
    ]
    asking.copy()
    text = QGuiApplication.clipboard().text().splitlines()
    assert text[0] == CALLS
    assert text[1].startswith("  Check-in: Value 5 → 8 “Better” (")
    deleted, first = asking.list.topLevelItem(1), asking.list.topLevelItem(0)
    assert deleted is not None
    assert first is not None
    asking.list.itemActivated.emit(deleted, 0)
    assert asking.isVisible()
    asking.list.itemActivated.emit(first.child(0), 0)
    assert desk.plan.current == calls


def test_days_are_typed_and_what_is_none_is_said(desk: MainWindow, find: Find) -> None:
    desk.bridge.run(c.change_objective, find(TEAM), title="Other")
    asking = dialog(desk)
    assert asking.since.currentText() == "A week ago · 10 Aug 2026"
    type_text("2026-08-09")
    press("Return")
    assert asking.isVisible()
    assert listed(asking)[0] == ["Other", f"Title {TEAM} → Other"]
    assert len(listed(asking)) == 3
    asking.until.setCurrentText("2026-08-12")
    asking.refresh()
    assert [rows[0] for rows in listed(asking)] == ["Get 1,000 responses", CALLS]
    asking.until.setCurrentText("some day")
    asking.refresh()
    assert "Use a date" in asking.counted.text()
    assert listed(asking) == []
    asking.since.setCurrentText("2026-08-16")
    asking.until.setCurrentText("2026-08-16")
    asking.refresh()
    assert asking.counted.text() == "Nothing has changed between the two."
    press("Escape")
    assert desk.findChild(SinceMeetingDialog) is None
