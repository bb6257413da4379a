"""A second start hands over to the first; what does not answer is left alone."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from okrdesk.app.locations import Locations
from okrdesk.ui import lines_posix, lines_windows, running
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.running import Listener, Request, address, hand_over, request
from okrdesk.ui.windows import Windows
from tests.ui.window.test_application import environment

AT_ONCE_MS = 50


@pytest.fixture
def places(tmp_path: Path) -> Locations:
    home = tmp_path / "home"
    return Locations(home / "settings.json", home / "data", home / "cache")


@pytest.fixture(autouse=True, params=[lines_posix, lines_windows], ids=["posix", "windows"])
def lines(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways, on this side of the line; the other program uses that of this system."""
    monkeypatch.setattr(running, "lines", lambda: request.param)


@pytest.fixture
def listener(qtbot: QtBot, places: Locations) -> Iterator[Listener]:
    found = Listener(places)
    assert found.listen() == address(places)
    yield found
    found.close()


@pytest.fixture
def stuck(places: Locations) -> Iterator[socket.socket]:
    """A program that holds the address and never answers."""
    with socket.socket(socket.AF_UNIX) as held:
        held.bind(address(places))
        held.listen()
        yield held
    Path(address(places)).unlink(missing_ok=True)


def asks(place: str, asked: Request, qtbot: QtBot) -> bool:
    """The answer that another process gets which hands over."""
    words = "from okrdesk.ui.running import *; print(hand_over({!r}, Request(*{!r})))"
    program = subprocess.Popen(
        [sys.executable, "-c", words.format(place, tuple(asked))], stdout=subprocess.PIPE, text=True
    )
    qtbot.waitUntil(lambda: program.poll() is not None, timeout=30_000)
    return program.communicate()[0] == "True\n"


def start(home: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "okrdesk", *arguments],
        env=environment(home, QT_QPA_PLATFORM="offscreen"),
        stderr=subprocess.PIPE,
        text=True,
    )


def ended(program: subprocess.Popen[str], qtbot: QtBot) -> int | None:
    qtbot.waitUntil(lambda: program.poll() is not None, timeout=30_000)
    assert program.stderr is not None
    assert program.stderr.read() == ""
    program.stderr.close()
    return program.returncode


def test_a_second_start_hands_its_plan_over(
    window: MainWindow,
    listener: Listener,
    places: Locations,
    plan_path: Path,
    qtbot: QtBot,
) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    windows = Windows(window, application)
    listener.asked.connect(windows.answer)
    assert ended(start(places.settings.parent, str(plan_path)), qtbot) == 0
    assert [one.bridge.path for one in windows if one.bridge] == [plan_path]
    assert ended(start(places.settings.parent), qtbot) == 0
    assert list(windows) == [window]
    windows.deleteLater()


def test_what_was_asked_arrives(listener: Listener, places: Locations, qtbot: QtBot) -> None:
    asked = Request("/a/plän.okrdesk", read_only=True, token="may-come-forward")
    heard: list[Request] = []
    listener.asked.connect(heard.append)
    assert asks(address(places), asked, qtbot)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [asked]


def test_a_program_that_is_stuck_is_left_alone(stuck: socket.socket, places: Locations) -> None:
    assert not hand_over(address(places), Request("plan"), AT_ONCE_MS)
    line, _ = stuck.accept()
    assert line.recv(1000) == b""
    line.close()


def test_beside_one_that_is_stuck_another_listens(
    stuck: socket.socket, places: Locations, qtbot: QtBot
) -> None:
    second = Listener(places)
    place = second.listen()
    assert place == address(places, pid=os.getpid())
    assert asks(place, Request(), qtbot)
    second.close()


def test_what_a_killed_program_left_is_taken_over(places: Locations, qtbot: QtBot) -> None:
    with socket.socket(socket.AF_UNIX) as killed:
        killed.bind(address(places))
    assert not hand_over(address(places), Request(), AT_ONCE_MS)
    listener = Listener(places)
    assert listener.listen() == address(places)
    assert asks(address(places), Request(), qtbot)
    listener.close()


def test_a_file_that_is_no_socket_is_nobody(places: Locations) -> None:
    place = Path(address(places))
    place.write_text("")
    assert not hand_over(str(place), Request(), AT_ONCE_MS)
    place.unlink()


def test_where_nothing_can_listen_the_program_works_all_the_same(
    places: Locations, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    long = tmp_path / ("long" * 40)
    long.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(long))
    assert Listener(places).listen() == ""


@pytest.mark.parametrize("words", [b"hello\n", b'{"path": 1}\n', b"[]\n", b"x" * 70_000])
def test_what_is_not_understood_is_hung_up_on(
    listener: Listener, places: Locations, qtbot: QtBot, words: bytes
) -> None:
    heard: list[Request] = []
    listener.asked.connect(heard.append)
    line = QLocalSocket()
    line.connectToServer(address(places))
    with qtbot.waitSignal(line.disconnected):
        line.write(words)
    assert heard == []


def test_each_home_and_each_day_has_a_program_of_its_own(places: Locations, tmp_path: Path) -> None:
    other = places._replace(settings=tmp_path / "settings.json")
    days = (None, date(2026, 8, 17))
    assert len({address(place, day) for place in (places, other) for day in days}) == 4


def test_a_request_names_a_whole_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "now")
    asked = request(Path("a.okrdesk"), read_only=True)
    assert asked == Request(str(tmp_path / "a.okrdesk"), read_only=True, token="now")
    assert request(None).path == ""
