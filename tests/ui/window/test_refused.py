"""A plan that cannot be opened, and the ways that are left, as ux.md 5.4 words them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from okrdesk.storage.header import VERSION
from okrdesk.storage.lock import lock_path
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.widgets.banner import Banner
from okrdesk.ui.widgets.toast import Toast
from tests.ui.window.small_plan import NOW
from tests.ui.window.test_application import environment
from tests.ui.window.test_keeping import damage

HOLD = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from okrdesk.ui import application

opened = application.Windows.open

def tell(windows, path, *, write=True):
    print("asked", Path(path).name, flush=True)
    return opened(windows, path, write=write)

listen = application.running.Listener.listen

def listen_and_tell(listener):
    listen(listener)
    print("listens", flush=True)

application.Windows.open = tell
application.running.Listener.listen = listen_and_tell
sys.exit(application.main([sys.argv[1]]))
"""
STUCK = """
import fcntl, sys
file = open(sys.argv[1])
fcntl.flock(file, fcntl.LOCK_EX)
print("holds", flush=True)
sys.stdin.read()
"""


def box(window: MainWindow) -> QMessageBox:
    found = window.findChildren(QMessageBox)[-1]
    assert isinstance(found, QMessageBox)
    return found


def buttons(window: MainWindow) -> list[str]:
    return [one.text().replace("&", "") for one in box(window).buttons()]


def click(window: MainWindow, text: str) -> None:
    next(one for one in box(window).buttons() if one.text().replace("&", "") == text).click()


def test_that_window_is_shown(window: MainWindow, plan_path: Path, qtbot: QtBot) -> None:
    home = window.session.places.settings.parent
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(plan_path)],
        env=environment(home, QT_QPA_PLATFORM="offscreen"),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert other.stdout is not None
    assert other.stdout.readline() == "listens\n"
    assert not window.session.open(plan_path)
    assert box(window).informativeText() == (
        "This plan is open in another window on this computer."
    )
    assert buttons(window) == ["Open read-only", "Show that window", "Cancel"]
    click(window, "Show that window")
    assert other.stdout.readline() == "asked Small.okrdesk\n"
    other.terminate()
    assert other.wait(30) == 0
    other.stdout.close()


def test_a_window_that_does_not_answer_is_named(window: MainWindow, plan_path: Path) -> None:
    lock_path(plan_path).write_text(json.dumps([_host(), 1]))
    other = subprocess.Popen(
        [sys.executable, "-c", STUCK, str(lock_path(plan_path))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert other.stdout is not None
    other.stdout.readline()
    assert not window.session.open(plan_path)
    click(window, "Show that window")
    assert window.findChild(Toast).accessibleName() == (
        "That window does not answer. You can open the plan read-only."
    )
    lock_path(plan_path).write_text(json.dumps(["elsewhere", 1]))
    assert not window.session.open(plan_path)
    assert buttons(window) == ["Open read-only", "Cancel"]
    assert "on the computer “elsewhere”" in box(window).informativeText()
    box(window).reject()
    other.communicate("\n")


def _host() -> str:
    import platform

    return platform.node()


@pytest.mark.parametrize("today", [True, False])
def test_damage_names_the_backup_that_is_complete(
    desk: MainWindow, plan_path: Path, today: bool
) -> None:
    desk.actions_.action("back_up").trigger()
    desk.session.close()
    damage(plan_path)
    if not today:
        desk.session.clock.moment = desk.session.clock.moment.replace(day=19)
    assert not desk.session.open(plan_path)
    made = NOW.astimezone()
    day = "today" if today else f"{made.day} Aug,"
    assert box(desk).informativeText() == (
        f"Part of this file cannot be read. The backup from {day} {made:%H:%M} is complete."
    )
    assert buttons(desk) == ["Open backup", "Open what can be read", "Cancel"]
    box(desk).reject()


def test_a_newer_plan_is_opened_to_be_read(desk: MainWindow, plan_path: Path) -> None:
    desk.session.close()
    content = bytearray(plan_path.read_bytes())
    content[60:64] = (VERSION + 1).to_bytes(4, "big")
    plan_path.write_bytes(content)
    assert desk.session.open(plan_path)
    assert desk.bridge.read_only
    banner = desk.view.findChild(Banner)
    assert "made with a newer version of OKR Desk" in banner.accessibleName()
    assert "It can be read but not changed here." in banner.accessibleName()
    assert QApplication.activeModalWidget() is None
