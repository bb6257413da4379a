"""What has just happened: one notice with one way on, from the keyboard, too."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from okrdesk.app import commands
from okrdesk.domain.tables import KEY_RESULT, OBJECTIVE
from okrdesk.ui import file_actions
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.notices import Way
from okrdesk.ui.widgets.toast import Toast
from tests.ui.window.conftest import Find
from tests.ui.window.keys import focused, press
from tests.ui.window.small_plan import CALLS, LOOSE


def notice(window: MainWindow) -> str:
    """What is said, and what can be done."""
    toast = window.findChild(Toast)
    if not isinstance(toast, Toast) or not toast.isVisible():
        return ""
    buttons = [b.text() for b in toast.findChildren(QPushButton) if b.isVisible()]
    return " · ".join([toast.accessibleName(), *buttons[:-1]])


@pytest.fixture
def deleted(desk: MainWindow, find: Find) -> int:
    """A key result that was just deleted with the keyboard."""
    assert desk.plan is not None
    item = find(CALLS)
    desk.plan.select(item)
    desk.plan.focus_tree()
    press("Del")
    return item


def test_undo_and_redo_are_named_and_lead_back(desk: MainWindow, deleted: int) -> None:
    assert notice(desk) == "Key result deleted · Undo"
    press("Ctrl+Z")
    assert notice(desk) == "Undone: Delete · Redo"
    press("F8", "Space")
    assert notice(desk) == "Done again: Delete · Undo"
    assert desk.bridge is not None
    assert desk.bridge.snapshot.find(KEY_RESULT, deleted) is None
    press("F8", "Space")
    assert desk.bridge.snapshot.find(KEY_RESULT, deleted) is not None


def test_f8_goes_to_the_notice_and_escape_back(desk: MainWindow, deleted: int) -> None:
    assert desk.plan is not None
    assert desk.action("notice").isEnabled()
    press("F8")
    assert isinstance(focused(), QPushButton)
    press("Esc")
    assert notice(desk) == ""
    assert focused() is desk.plan.tree
    assert not desk.action("notice").isEnabled()
    desk.notices.focus()
    assert focused() is desk.plan.tree


def test_a_way_back_goes_once_there_is_a_newer_step(
    desk: MainWindow, deleted: int, find: Find
) -> None:
    assert desk.bridge is not None
    desk.bridge.run(commands.change_objective, find(LOOSE), title="Learn Danish")
    assert notice(desk) == ""
    desk.toast("Backup made")
    desk.bridge.run(commands.delete_item, find("Learn Danish"))
    assert notice(desk) == "Backup made"
    assert not list(desk.bridge.snapshot.ids(OBJECTIVE)).count(deleted)


def test_a_way_back_does_not_lead_into_another_plan(
    desk: MainWindow, deleted: int, plan_path: Path
) -> None:
    assert notice(desk)
    desk.session.open(plan_path, write=False)
    assert notice(desk) == ""


def test_a_notice_can_have_another_way(desk: MainWindow) -> None:
    ways: list[str] = []
    desk.toast("Report saved", way=Way("Show in folder", lambda: ways.append("shown")))
    assert notice(desk) == "Report saved · Show in folder"
    press("F8", "Space")
    assert ways == ["shown"]
    desk.toast("Saved")
    desk.notices._go()  # noqa: SLF001  # a way that is gone does nothing


def test_what_was_written_is_shown_in_its_folder(
    desk: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    monkeypatch.setattr(file_actions.files, "ask_folder", lambda *_: tmp_path)
    desk.action("export_csv").trigger()
    qtbot.waitUntil(lambda: notice(desk).endswith("Show in folder"))
    press("F8", "Space")
    assert [Path(url.toLocalFile()).parent for url in opened] == [tmp_path]
