"""What may become of a plan's file while it is open, with the real fault each time."""

import resource
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QFileSystemWatcher, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from okrdesk.app import commands as c
from okrdesk.app.workspace import Workspace
from okrdesk.domain.tables import OBJECTIVE
from okrdesk.storage.backup import list_backups
from okrdesk.storage.identity import FileState
from okrdesk.ui.keeping.changed_on_disk import ChangedOnDiskDialog
from okrdesk.ui.keeping.file_watch import FileWatch
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.widgets.banner import Banner
from okrdesk.ui.widgets.toast import Toast
from tests.ui.window.conftest import Find
from tests.ui.window.keys import press, type_text
from tests.ui.window.small_plan import NOW, OTHER, TEAM

CAME = "Your version is kept as a copy."


def banner(window: MainWindow) -> Banner:
    found = window.view.findChild(Banner)
    assert isinstance(found, Banner)
    return found


def words(window: MainWindow) -> str:
    return "" if banner(window).isHidden() else banner(window).accessibleName()


def choose(window: MainWindow, text: str) -> None:
    """Clicks a button of the banner or of the dialog that is open."""
    place = QApplication.activeModalWidget() or banner(window)
    buttons = [
        one for one in place.findChildren(QPushButton) if one.text().replace("&", "") == text
    ]
    assert buttons, text
    buttons[0].click()


def titles(window: MainWindow) -> set[str]:
    assert window.bridge is not None
    return {row.title for row in window.bridge.snapshot.rows(OBJECTIVE)}


def rename(window: MainWindow, item: int, title: str) -> None:
    """As the keyboard does it."""
    window.activateWindow()
    QApplication.processEvents()
    window.plan.select(item)
    window.plan.focus_tree()
    press("F2")
    type_text(title)
    press("Return")


def newer(window: MainWindow, plan: Path, title: str) -> Path:
    """The plan as another computer has gone on with it, in a file beside it."""
    path = plan.with_name("incoming")
    shutil.copy(plan, path)
    other = Workspace.open(path, clock=window.session.clock)
    row = next(row for row in other.snapshot.rows(OBJECTIVE) if row.title == OTHER)
    other.run(c.change_objective, row.id, title=title)
    other.close()
    return path


@pytest.fixture
def replaced(desk: MainWindow, plan_path: Path) -> MainWindow:
    """A window whose plan has been replaced by a sync program, which was noticed."""
    newer(desk, plan_path, "Launch it everywhere").replace(plan_path)
    desk.file_states.look()
    return desk


def test_a_sync_program_is_noticed_by_itself(
    desk: MainWindow, plan_path: Path, qtbot: QtBot
) -> None:
    desk.file_states.begin()
    newer(desk, plan_path, "Launch it everywhere").replace(plan_path)
    qtbot.waitUntil(lambda: CAME in words(desk))
    assert words(desk) == (
        f"A newer version came from another program at {NOW.astimezone():%H:%M}. Your version is "
        "kept as a copy."
    )
    (copy,) = plan_path.parent.glob("Small (my version *).okrdesk")
    kept = Workspace.open(copy, clock=desk.session.clock, write=False)
    assert OTHER in {row.title for row in kept.snapshot.rows(OBJECTIVE)}
    kept.close()


def test_a_look_that_is_due_yet_does_not_find_the_next_plan(
    desk: MainWindow, plan_path: Path
) -> None:
    desk.file_states.begin()
    watch = desk.session.findChild(FileWatch)
    desk.session.close()
    desk.session.open(plan_path)
    watch.changed.emit(FileState.WRITTEN)
    assert words(desk) == ""


def test_coming_back_to_the_program_looks(
    desk: MainWindow, plan_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    desk.file_states.begin()
    watcher = desk.session.findChild(QFileSystemWatcher)
    watcher.removePaths([*watcher.files(), *watcher.directories()])
    newer(desk, plan_path, "Launch it everywhere").replace(plan_path)
    assert CAME not in words(desk)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    qtbot.waitUntil(lambda: CAME in words(desk))


def test_own_changes_are_no_news(desk: MainWindow, find: Find, qtbot: QtBot) -> None:
    desk.file_states.begin()
    heard: list[object] = []
    watch = desk.session.findChild(FileWatch)
    watch.changed.connect(heard.append)
    with qtbot.waitSignal(watch.findChild(QTimer).timeout):
        rename(desk, find(OTHER), "Launch it soon")
    assert heard == []


def test_the_service_is_named(desk: MainWindow, plan_path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive - Marigold"
    folder.mkdir()
    plan = shutil.copy(plan_path, folder / "Small.okrdesk")
    assert desk.session.open(plan)
    newer(desk, plan, "Launch it everywhere").replace(plan)
    desk.file_states.look()
    assert words(desk) == (
        f"A newer version came from OneDrive at {NOW.astimezone():%H:%M}. Your version is kept as "
        "a copy."
    )


def test_use_newer(replaced: MainWindow) -> None:
    choose(replaced, "Use newer")
    assert "Launch it everywhere" in titles(replaced)
    assert words(replaced) == ""
    assert not replaced.bridge.read_only


def test_compare_shows_both_and_what_differs(replaced: MainWindow) -> None:
    choose(replaced, "Compare…")
    dialog = replaced.findChild(ChangedOnDiskDialog)
    tree = dialog.findChild(QTreeWidget)
    rows = [tree.topLevelItem(n) for n in range(tree.topLevelItemCount())]
    assert [(row.text(0), row.text(1), row.text(2)) for row in rows] == [
        ("Launch it everywhere", OTHER, "Launch it everywhere")
    ]
    press("Escape")
    assert CAME in words(replaced)


def test_several_differences_of_one_item_stand_below_it(desk: MainWindow, plan_path: Path) -> None:
    path = newer(desk, plan_path, "Launch it everywhere")
    other = Workspace.open(path, clock=desk.session.clock)
    row = next(row for row in other.snapshot.rows(OBJECTIVE) if "everywhere" in row.title)
    other.run(c.change_objective, row.id, description="In all towns")
    other.close()
    path.replace(plan_path)
    desk.file_states.look()
    choose(desk, "Compare…")
    top = desk.findChild(ChangedOnDiskDialog).findChild(QTreeWidget).topLevelItem(0)
    below = [top.child(n) for n in range(top.childCount())]
    assert [(row.text(0), row.text(1), row.text(2)) for row in below] == [
        ("Title", OTHER, "Launch it everywhere"),
        ("Description", "—", "In all towns"),
    ]
    choose(desk, "Decide later")


def test_keep_mine(replaced: MainWindow, plan_path: Path) -> None:
    choose(replaced, "Compare…")
    choose(replaced, "Keep mine")
    assert OTHER in titles(replaced)
    assert words(replaced) == ""
    backups = list_backups(replaced.session.places.backups_of(plan_path))
    texts = [backup.path.read_bytes() for backup in backups]
    assert any(b"Launch it everywhere" in text for text in texts)


def test_a_change_is_not_written_over_the_newer_version(
    desk: MainWindow, plan_path: Path, find: Find
) -> None:
    newer(desk, plan_path, "Launch it everywhere").replace(plan_path)
    before = plan_path.read_bytes()
    rename(desk, find(TEAM), "Mine")
    assert plan_path.read_bytes() == before
    dialog = desk.findChild(ChangedOnDiskDialog)
    assert dialog is not None
    choose(desk, "Decide later")
    assert CAME in words(desk)


def test_a_program_that_writes_into_the_file_is_noticed(desk: MainWindow, plan_path: Path) -> None:
    other = newer(desk, plan_path, "Launch it everywhere")
    plan_path.write_bytes(other.read_bytes())
    desk.file_states.look()
    choose(desk, "Compare…")
    choose(desk, "Keep mine")
    assert OTHER in titles(desk)


def test_a_version_that_came_half_can_only_be_kept_out(desk: MainWindow, plan_path: Path) -> None:
    other = newer(desk, plan_path, "Launch it everywhere")
    other.write_bytes(b"")
    other.replace(plan_path)
    desk.file_states.look()
    choose(desk, "Compare…")
    texts = [one.text() for one in QApplication.activeModalWidget().findChildren(QPushButton)]
    assert "Use newer" not in texts
    choose(desk, "Keep mine")
    assert OTHER in titles(desk)


def test_a_file_that_is_gone(
    desk: MainWindow,
    plan_path: Path,
    find: Find,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    aside, copy = plan_path.with_name("aside"), tmp_path / "Copy.okrdesk"
    plan_path.rename(aside)
    desk.file_states.look()
    assert words(desk) == ("The file of this plan is not there any more. Everything is still here.")
    aside.rename(plan_path)
    desk.file_states.look()
    assert words(desk) == ""
    plan_path.unlink()
    rename(desk, find(OTHER), "Launch it soon")
    assert box(desk).informativeText() == "The file is not there any more."
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    choose(desk, "Save a copy…")
    assert desk.bridge.path == copy
    assert "Launch it soon" in titles(desk)
    assert not plan_path.exists()


# a disk that refuses ----------------------------------------------------------------------------


def box(window: MainWindow) -> QMessageBox:
    found = window.findChildren(QMessageBox)[-1]
    assert isinstance(found, QMessageBox)
    return found


@contextmanager
def full_disk() -> Iterator[None]:
    """No file may grow beyond one byte: what SQLite meets on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk(desk: MainWindow, find: Find, plan_path: Path) -> None:
    desk.actions_.action("back_up").trigger()
    item = find(OTHER)
    with full_disk():
        rename(desk, item, "Launch it soon")
        assert box(desk).text() == (
            f"Your plan could not be saved to {plan_path.parent}. Everything is still here, and a "
            "copy is in your backups."
        )
        choose(desk, "Try again")
        assert OTHER in titles(desk)
    choose(desk, "Try again")
    assert "Launch it soon" in titles(desk)
    assert desk.findChild(Toast).accessibleName() == "Saved"


def test_a_window_does_not_close_over_what_was_not_saved(desk: MainWindow, find: Find) -> None:
    desk.plan.select(find(OTHER))
    desk.plan.focus_tree()
    press("F2")
    type_text("Launch it soon")
    with full_disk():
        assert not desk.close()
    assert desk.isVisible()
    choose(desk, "Try again")
    assert "Launch it soon" in titles(desk)


def test_where_nothing_can_be_written_a_copy_goes_on(
    desk: MainWindow,
    find: Find,
    plan_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    plan_path.with_name("Small.okrdesk-journal").mkdir()
    rename(desk, find(OTHER), "Launch it soon")
    assert "could not be saved" in box(desk).text()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    choose(desk, "Save a copy…")
    rename(desk, find(OTHER), "Launch it soon")
    deep, copy = tmp_path / "none" / "Copy.okrdesk", tmp_path / "Copy.okrdesk"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(deep), ""))
    choose(desk, "Save a copy…")
    assert "could not be" in desk.findChild(Toast).accessibleName()
    rename(desk, find(OTHER), "Launch it soon")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    choose(desk, "Save a copy…")
    assert desk.bridge.path == copy
    assert "Launch it soon" in titles(desk)


def test_undo_on_a_full_disk_can_be_tried_again(desk: MainWindow, find: Find) -> None:
    rename(desk, find(OTHER), "Launch it soon")
    with full_disk():
        desk.actions_.action("undo").trigger()
    choose(desk, "Try again")
    assert OTHER in titles(desk)


# folders that others write to -------------------------------------------------------------------


def test_a_synced_folder_is_told_of_once(desk: MainWindow, plan_path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    plan = shutil.copy(plan_path, folder / "Small.okrdesk")
    desk.session.open(plan)
    desk.file_states.begin()
    assert words(desk) == (
        "Dropbox copies this plan to other computers. Change it on one at a time."
    )
    choose(desk, "Got it")
    assert words(desk) == ""
    desk.session.close()
    desk.session.open(plan)
    desk.file_states.begin()
    assert words(desk) == ""


def test_a_plan_on_this_computer_needs_no_word(desk: MainWindow) -> None:
    desk.file_states.begin()
    assert words(desk) == ""


def test_mine_is_kept_even_if_its_copy_was_removed(replaced: MainWindow, plan_path: Path) -> None:
    (copy,) = plan_path.parent.glob("Small (my version *).okrdesk")
    copy.unlink()
    choose(replaced, "Compare…")
    choose(replaced, "Keep mine")
    assert OTHER in titles(replaced)


def test_the_newer_version_stays_when_somebody_else_opens_it(
    replaced: MainWindow, plan_path: Path
) -> None:
    others: list[Workspace] = []
    replaced.session.closed.connect(
        lambda: others.append(Workspace.open(plan_path, clock=replaced.session.clock))
    )
    choose(replaced, "Compare…")
    choose(replaced, "Keep mine")
    assert b"Launch it everywhere" in plan_path.read_bytes()
    assert "open in another window" in replaced.findChild(Toast).accessibleName()
    box(replaced).reject()
    others[0].close()
