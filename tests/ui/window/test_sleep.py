"""The computer goes to sleep: a real bus says so."""

import os
import shutil
import subprocess
from collections.abc import Iterator

import pytest
from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.sleep import SleepWatch
from okrdesk.ui.windows import Windows
from tests.ui.window.conftest import Find
from tests.ui.window.keys import press, type_text
from tests.ui.window.small_plan import CALLS

NEEDED = ("dbus-daemon", "gdbus")
pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, NEEDED)), reason="needs dbus-daemon and gdbus for a bus of its own"
)


@pytest.fixture
def bus() -> Iterator[str]:
    """The address of a bus."""
    with subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        text=True,
    ) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
        daemon.terminate()


def tell(bus: str, asleep: bool) -> None:
    """As logind does."""
    signal = "org.freedesktop.login1.Manager.PrepareForSleep"
    place = ("--object-path", "/org/freedesktop/login1", "--signal", signal)
    command = ["gdbus", "emit", "--session", *place, str(asleep).lower()]
    subprocess.run(command, env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": bus}, check=True)


def test_what_is_typed_is_written_before_sleep(
    desk: MainWindow, find: Find, bus: str, qtbot: QtBot, qapp: QApplication
) -> None:
    windows = Windows(desk, qapp)
    windows.follow_application()
    connection = QDBusConnection.connectToBus(bus, "test")
    assert windows.sleep.listen(connection)
    desk.plan.select(find(CALLS))
    desk.plan.focus_tree()
    press("F2")
    type_text("Call everyone")
    with qtbot.waitSignal(windows.sleep.ends):
        tell(bus, asleep=True)
    assert find("Call everyone")
    with qtbot.waitSignal(desk.session.ticker.ticked):
        tell(bus, asleep=False)
    QDBusConnection.disconnectFromBus("test")
    windows.deleteLater()


def test_without_a_bus_it_is_quiet() -> None:
    assert not SleepWatch().listen(QDBusConnection("nowhere"))
