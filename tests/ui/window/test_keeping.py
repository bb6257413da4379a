"""Copies and backups of the plan that is open."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from okrdesk.app.clock import SetClock
from okrdesk.app.workspace import Workspace
from okrdesk.domain.tables import OBJECTIVE
from okrdesk.storage.backup import list_backups
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.widgets.toast import Toast
from tests.ui.window.conftest import Find
from tests.ui.window.keys import press
from tests.ui.window.small_plan import NOW, OTHER, TEAM


def toast(window: MainWindow) -> str:
    return window.findChild(Toast).accessibleName()


def backups(window: MainWindow, plan: Path) -> int:
    return len(list_backups(window.session.places.backups_of(plan)))


def test_the_first_backup_of_a_day_comes_by_itself(desk: MainWindow, plan_path: Path) -> None:
    assert desk.status.backup_words() == ""
    desk.session.back_up_if_due()
    assert backups(desk, plan_path) == 1
    assert desk.status.backup_words().startswith("Backup today ")
    desk.session.back_up_if_due()
    assert backups(desk, plan_path) == 1


def test_closing_keeps_what_was_changed(desk: MainWindow, find: Find, plan_path: Path) -> None:
    desk.session.back_up_if_due()
    desk.plan.select(find(OTHER))
    desk.plan.focus_tree()
    press("Del")
    clock = desk.session.clock
    assert isinstance(clock, SetClock)
    clock.moment = NOW + timedelta(minutes=10)
    desk.close()
    assert backups(desk, plan_path) == 2


def test_a_backup_is_made_at_once(desk: MainWindow, plan_path: Path) -> None:
    desk.actions_.action("back_up").trigger()
    assert toast(desk) == "Backup made"
    assert backups(desk, plan_path) == 1


def test_an_old_backup_tells_its_day(desk: MainWindow) -> None:
    desk.actions_.action("back_up").trigger()
    clock = desk.session.clock
    assert isinstance(clock, SetClock)
    clock.moment = NOW + timedelta(days=1)
    desk.session.backed_up.emit(None)
    assert desk.status.backup_words().startswith("Backup 17 Aug ")


def test_a_backup_that_fails_is_told_once(desk: MainWindow, plan_path: Path) -> None:
    folder = desk.session.places.backups_of(plan_path)
    folder.parent.mkdir(parents=True)
    folder.write_text("A file where the folder should be.")
    desk.session.back_up_if_due()
    assert "No backup could be made" in toast(desk)
    desk.toast("Something else")
    clock = desk.session.clock
    assert isinstance(clock, SetClock)
    clock.moment = NOW + timedelta(days=1)
    desk.session.back_up_if_due()
    assert toast(desk) == "Something else"
    desk.actions_.action("back_up").trigger()
    assert "No backup could be made" in toast(desk)
    folder.unlink()


def test_a_copy_is_a_plan_of_its_own(
    desk: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    target = tmp_path / "Copy.okrdesk"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    press("Ctrl+Shift+S")
    assert toast(desk) == "Copy saved as Copy.okrdesk"
    copy = Workspace.open(target, clock=desk.session.clock)
    assert copy.snapshot.count(OBJECTIVE) == 4
    copy.close()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    press("Ctrl+Shift+S")


def test_a_copy_that_cannot_be_written_says_so(
    desk: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    target = tmp_path / "nowhere" / "deep" / "Copy.okrdesk"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    press("Ctrl+Shift+S")
    assert "could not be" in toast(desk)


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    # The page of the objectives: a wrong kind of page stops every reader.
    for page in range(4096, len(content), 4096):
        if TEAM.encode() in content[page : page + 4096]:
            content[page : page + 8] = b"\xff" * 8
    path.write_bytes(content)


def test_a_damaged_plan_offers_its_backup(desk: MainWindow, plan_path: Path) -> None:
    desk.actions_.action("back_up").trigger()
    desk.session.close()
    damage(plan_path)
    assert not desk.session.open(plan_path)
    box = desk.findChild(QMessageBox)
    texts = [button.text() for button in box.buttons()]
    assert "Open what can be read" in texts
    next(button for button in box.buttons() if button.text() == "Open backup").click()
    assert desk.bridge is not None
    assert desk.bridge.path.name.startswith("Small (backup ")
    assert desk.bridge.snapshot.count(OBJECTIVE) == 4


def test_without_a_backup_what_can_be_read_is_offered(desk: MainWindow, plan_path: Path) -> None:
    desk.session.close()
    damage(plan_path)
    for backup in list_backups(desk.session.places.backups_of(plan_path)):
        backup.path.unlink()
    assert not desk.session.open(plan_path)
    box = desk.findChild(QMessageBox)
    way = next(b for b in box.buttons() if b.text() == "Open what can be read")
    way.click()
    assert desk.bridge is not None
    assert desk.bridge.path.name == "Small (recovered).okrdesk"
    assert not desk.session.open_backup(plan_path)
