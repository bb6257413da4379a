"""A word at start that check-ins are due; gone with one click, for ever with another."""

import pytest
from PySide6.QtWidgets import QPushButton

from okrdesk.app.settings import CHECK_IN_REMINDER
from okrdesk.ui import reminder
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.reminder import CheckInReminder, has_tray


def buttons(desk: MainWindow) -> list[QPushButton]:
    assert desk.view is not None
    return desk.view.banner.findChildren(QPushButton)


def test_what_is_due_is_said_once(desk: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    assert desk.view is not None
    assert not has_tray()
    banner, told = desk.view.banner, CheckInReminder(desk)
    told.remind()
    assert banner.accessibleName() == "2 check-ins are due."
    buttons(desk)[0].click()
    assert desk.page_id == "check_in"
    assert banner.isHidden()
    desk.show_page("plan")
    notices: list[str] = []
    monkeypatch.setattr(reminder, "has_tray", lambda: True)
    monkeypatch.setattr(told, "_notify", notices.append)
    told.remind()
    assert notices == ["2 check-ins are due."]
    assert not banner.isHidden()
    buttons(desk)[1].click()
    assert banner.isHidden()
    assert not desk.session.settings.get(CHECK_IN_REMINDER)
    told.remind()
    assert banner.isHidden()
    desk.session.settings.set(CHECK_IN_REMINDER, value=True)
    monkeypatch.setattr(reminder, "LARGE", 0)
    told.remind()
    desk.session.close()
    told.remind()
    assert len(notices) == 1
