"""The backups of the plan: listed with what they hold, opened as a copy, restored."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from okrdesk.app import commands as c
from okrdesk.app.clock import SetClock
from okrdesk.domain.tables import OBJECTIVE
from okrdesk.storage.backup import list_backups
from okrdesk.ui.keeping.backups import BackupsDialog
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.widgets.toast import Toast
from tests.ui.window.keys import press
from tests.ui.window.small_plan import NOW


def later(window: MainWindow, minutes: int) -> None:
    clock = window.session.clock
    assert isinstance(clock, SetClock)
    clock.moment = NOW + timedelta(minutes=minutes)


def said_at(minutes: int) -> str:
    """The moment as it is written where the tests run."""
    moment = (NOW + timedelta(minutes=minutes)).astimezone()
    return f"{moment.day} Aug 2026, {moment:%H:%M}"


@pytest.fixture
def dialog(desk: MainWindow, qtbot: QtBot) -> BackupsDialog:
    """The dialog of a plan with two backups, of which the newer holds one objective more."""
    desk.session.back_up_if_due()
    later(desk, 35)
    desk.bridge.run(c.create_objective, "Sing together")
    desk.session.back_up_if_due()
    desk.actions_.action("backups").trigger()
    found = desk.findChild(BackupsDialog)
    qtbot.waitUntil(lambda: bool(found.list.topLevelItem(1).text(2)))
    return found


def rows(dialog: BackupsDialog) -> list[list[str]]:
    items = [dialog.list.topLevelItem(n) for n in range(dialog.list.topLevelItemCount())]
    return [[item.text(column) for column in range(5)] for item in items]


def click(dialog: BackupsDialog, text: str) -> None:
    names = {one.text().replace("&", ""): one for one in dialog.findChildren(QPushButton)}
    names[text].click()


def test_each_says_when_why_and_what_it_holds(dialog: BackupsDialog) -> None:
    assert rows(dialog) == [
        [said_at(35), "After half an hour of changes", "5", "2", "2"],
        [said_at(0), "Before the first change of the day", "4", "2", "2"],
    ]
    assert dialog.list.topLevelItem(0).text(5).endswith("kB")
    assert dialog.list.hasFocus()
    press("Escape")
    assert QApplication.activeModalWidget() is None


def test_one_is_opened_as_a_copy(dialog: BackupsDialog, desk: MainWindow) -> None:
    press("Down")
    click(dialog, "Open as a copy")
    assert desk.bridge.path.name.startswith("Small (backup 2026-08-17 ")
    assert desk.bridge.snapshot.count(OBJECTIVE) == 4


def test_one_is_restored_and_what_was_there_is_kept(
    dialog: BackupsDialog, desk: MainWindow, plan_path: Path, qtbot: QtBot
) -> None:
    press("Down")
    click(dialog, "Restore…")
    box = dialog.findChild(QMessageBox)
    assert box.text() == f"Restore the backup of {said_at(0)}?"
    assert box.defaultButton().text().replace("&", "") == "Cancel"
    later(desk, 36)
    next(one for one in box.buttons() if one.text() == "Restore").click()
    assert desk.bridge.path == plan_path
    assert desk.bridge.snapshot.count(OBJECTIVE) == 4
    assert desk.findChild(Toast).accessibleName() == f"The plan is as it was on {said_at(0)}"
    desk.actions_.action("backups").trigger()
    again = desk.findChildren(BackupsDialog)[-1]
    qtbot.waitUntil(lambda: bool(again.list.topLevelItem(0).text(2)))
    assert rows(again)[0][1:3] == ["Before another version took its place", "5"]
    again.reject()


def test_a_backup_is_made_at_once(dialog: BackupsDialog, desk: MainWindow) -> None:
    later(desk, 40)
    click(dialog, "Back up now")
    assert dialog.list.topLevelItemCount() == 3
    assert rows(dialog)[0][1] == "Asked for"


def test_a_damaged_backup_says_so_and_is_not_used(
    dialog: BackupsDialog, desk: MainWindow, plan_path: Path, qtbot: QtBot
) -> None:
    newest = list_backups(desk.session.places.backups_of(plan_path))[0]
    newest.path.write_bytes(newest.path.read_bytes()[:-1] + b"!")
    dialog.show_backups()
    qtbot.waitUntil(lambda: rows(dialog)[0][1] == "Damaged")
    click(dialog, "Open as a copy")
    assert "is damaged" in desk.findChild(Toast).accessibleName()
    dialog.restore()
    assert "is damaged" in desk.findChild(Toast).accessibleName()
    assert desk.bridge.snapshot.count(OBJECTIVE) == 5


def test_without_backups_it_says_when_one_comes(desk: MainWindow) -> None:
    desk.actions_.action("backups").trigger()
    dialog = desk.findChild(BackupsDialog)
    assert not dialog.copy.isEnabled()
    assert not dialog.back.isEnabled()
    dialog.open_copy()
    dialog.ask_restore()
    dialog.restore()
    assert dialog.findChild(QMessageBox) is None
    dialog.reject()


def test_a_plan_that_can_only_be_read_is_not_replaced(
    desk: MainWindow, plan_path: Path, qtbot: QtBot
) -> None:
    desk.actions_.action("back_up").trigger()
    desk.session.open(plan_path, write=False)
    desk.actions_.action("backups").trigger()
    dialog = desk.findChild(BackupsDialog)
    assert dialog.copy.isEnabled()
    assert not dialog.back.isEnabled()
    assert not dialog.make.isEnabled()
    dialog.reject()
