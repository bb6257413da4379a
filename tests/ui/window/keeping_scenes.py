"""States of the plan's file and the dialogs about them, for the tests that open everything."""

import json
import os
import platform
import shutil
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from okrdesk.app import commands as c
from okrdesk.app.workspace import Workspace
from okrdesk.domain.tables import OBJECTIVE
from okrdesk.storage.lock import WriterLock, lock_path
from okrdesk.ui.keeping.opening import OpeningPage
from okrdesk.ui.main_window import MainWindow
from tests.ui.window.conftest import Find
from tests.ui.window.small_plan import OTHER


def backups(desk: MainWindow, _find: Find) -> QWidget | None:
    desk.actions_.action("back_up").trigger()
    desk.actions_.action("backups").trigger()
    return QApplication.activeModalWidget()


def no_backups(desk: MainWindow, _find: Find) -> QWidget | None:
    desk.actions_.action("backups").trigger()
    return QApplication.activeModalWidget()


def restoring(desk: MainWindow, find: Find) -> QWidget | None:
    dialog = backups(desk, find)
    dialog.ask_restore()  # type: ignore[union-attr]  # it was just opened
    return QApplication.activeModalWidget()


def changed_on_disk(desk: MainWindow, _find: Find) -> QWidget | None:
    _newer(desk).replace(desk.bridge.path)
    desk.file_states.look()
    return desk.file_states.compare()


def changed_by_half(desk: MainWindow, _find: Find) -> QWidget | None:
    other = _newer(desk)
    other.write_bytes(b"")
    other.replace(desk.bridge.path)
    desk.file_states.look()
    return desk.file_states.compare()


def gone(desk: MainWindow, _find: Find) -> None:
    desk.bridge.path.unlink()
    desk.file_states.look()


def not_saved(desk: MainWindow, find: Find) -> QWidget | None:
    desk.bridge.path.unlink()
    desk.bridge.attempt(c.change_objective, find(OTHER), title="Launch it soon")
    return QApplication.activeModalWidget()


def held(desk: MainWindow, _find: Find) -> QWidget | None:
    other = _newer(desk)
    lock = WriterLock(other)
    lock_path(other).write_text(json.dumps([platform.node(), os.getpid()]))
    desk.session.open(other)
    lock.release()
    return QApplication.activeModalWidget()


def report_refused(desk: MainWindow, _find: Find) -> QWidget | None:
    from okrdesk.ui.file_actions import choose_another

    choose_another(desk, OSError("no space"))
    return QApplication.activeModalWidget()


def opening(desk: MainWindow, _find: Find) -> QWidget:
    page = OpeningPage(desk.look, "Small")
    page.resize(800, 500)
    page.show()
    return page


def shared(desk: MainWindow, _find: Find) -> None:
    folder = desk.bridge.path.with_name("Nextcloud")
    folder.mkdir()
    desk.session.open(Path(shutil.copy(desk.bridge.path, folder)))
    desk.file_states.begin()


SCENES = (
    backups,
    no_backups,
    restoring,
    changed_on_disk,
    changed_by_half,
    gone,
    not_saved,
    held,
    report_refused,
    opening,
    shared,
)


def _newer(desk: MainWindow) -> Path:
    """The plan as another computer has gone on with it."""
    path = desk.bridge.path.with_name("Broken.okrdesk")
    shutil.copy(desk.bridge.path, path)
    other = Workspace.open(path, clock=desk.session.clock)
    row = next(row for row in other.snapshot.rows(OBJECTIVE) if row.title == OTHER)
    other.run(c.change_objective, row.id, description="Learn Portuguese")
    other.close()
    return path
