"""Several windows in one process, one for each plan."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from okrdesk.domain.tables import KEY_RESULT
from okrdesk.ui.application import Application
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.running import Request
from okrdesk.ui.widgets.toast import Toast
from okrdesk.ui.windows import Windows
from tests.ui.window.conftest import Find
from tests.ui.window.keys import press, type_text
from tests.ui.window.small_plan import CALLS


@pytest.fixture
def windows(window: MainWindow, qapp: QApplication) -> Iterator[Windows]:
    found = Windows(window, qapp)
    yield found
    found.deleteLater()


@pytest.fixture
def other(plan_path: Path) -> Path:
    path = plan_path.with_name("Other.okrdesk")
    shutil.copy(plan_path, path)
    return path


def shown(windows: Windows) -> list[str]:
    return [one.bridge.path.name if one.bridge else "" for one in windows]


def close(window: MainWindow) -> None:
    window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_each_plan_has_a_window(
    windows: Windows, plan_path: Path, other: Path, qtbot: QtBot
) -> None:
    first = windows.open(plan_path)
    second = windows.open(other)
    assert shown(windows) == ["Small.okrdesk", "Other.okrdesk"]
    qtbot.waitUntil(second.isActiveWindow)
    assert windows.open(plan_path) is first
    qtbot.waitUntil(first.isActiveWindow)
    close(second)
    assert shown(windows) == ["Small.okrdesk"]
    third = windows.open(other)
    assert third.bridge is not None
    close(third)


def test_a_minimised_window_comes_back(windows: Windows, plan_path: Path) -> None:
    window = windows.open(plan_path)
    window.showMinimized()
    windows.answer(Request(str(plan_path)))
    assert not window.isMinimized()


def test_a_start_without_a_plan_shows_the_window_in_front(
    windows: Windows, plan_path: Path, other: Path, qtbot: QtBot
) -> None:
    windows.open(plan_path)
    second = windows.open(other)
    windows.answer(Request(token="now"))
    qtbot.waitUntil(second.isActiveWindow)
    assert len(list(windows)) == 2
    close(second)


def test_a_plan_opens_read_only_if_that_was_asked(windows: Windows, plan_path: Path) -> None:
    windows.answer(Request(str(plan_path), read_only=True))
    (window,) = windows
    assert window.bridge is not None
    assert window.bridge.read_only


def test_opening_what_another_window_has_shows_that_window(
    windows: Windows, plan_path: Path, other: Path, qtbot: QtBot
) -> None:
    first = windows.open(plan_path)
    second = windows.open(other)
    link = plan_path.with_name("Link.okrdesk")
    link.symlink_to(plan_path)
    assert not second.session.open(link)
    qtbot.waitUntil(first.isActiveWindow)
    assert shown(windows) == ["Small.okrdesk", "Other.okrdesk"]
    assert second.session.open(other)
    close(second)


def test_the_sample_is_shown_where_it_is_open(
    windows: Windows, plan_path: Path, qtbot: QtBot
) -> None:
    first = windows.open(plan_path)
    assert first.session.open_sample()
    second = windows.open(plan_path)
    assert not second.session.open_sample()
    qtbot.waitUntil(first.isActiveWindow)
    assert first.bridge is not None
    assert first.session.open_sample()
    close(second)


def test_quitting_closes_every_window(
    windows: Windows, plan_path: Path, other: Path, find: Find, qtbot: QtBot
) -> None:
    first, second = windows.open(plan_path), windows.open(other)
    assert second.plan is not None
    qtbot.waitUntil(second.isActiveWindow)
    second.plan.select(find(CALLS))
    second.plan.focus_tree()
    press("F2")
    type_text("Call everyone")
    second.actions_.action("quit").trigger()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert first.bridge is None
    assert list(windows) == []
    again = windows.open(other)
    assert again.bridge is not None
    assert "Call everyone" in {row.title for row in again.bridge.snapshot.rows(KEY_RESULT)}
    close(again)


def send_drop(window: MainWindow, data: QMimeData) -> bool:
    """What the system sends when something is dropped in the middle of a window."""
    handle, at = window.windowHandle(), window.rect().center()
    flags = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    enter = QDragEnterEvent(at, *flags)
    QApplication.sendEvent(handle, enter)
    if enter.isAccepted():
        QApplication.sendEvent(handle, QDropEvent(QPointF(at), *flags))
    return enter.isAccepted()


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_a_plan_dropped_on_the_window_is_opened(
    windows: Windows, window: MainWindow, plan_path: Path, other: Path
) -> None:
    assert send_drop(window, files(plan_path))
    assert shown(windows) == ["Small.okrdesk"]
    assert send_drop(window, files(other))
    assert shown(windows) == ["Other.okrdesk"]


def test_of_a_table_it_says_what_can_be_done(
    windows: Windows, window: MainWindow, tmp_path: Path
) -> None:
    assert send_drop(window, files(tmp_path / "goals.csv"))
    assert "“goals.csv” is a table" in window.findChild(Toast).accessibleName()
    assert send_drop(window, files(tmp_path / "goals.jpg"))
    assert "“goals.jpg” is not a plan" in window.findChild(Toast).accessibleName()
    assert shown(windows) == [""]


def test_what_is_no_file_is_left_to_others(
    windows: Windows, window: MainWindow, plan_path: Path, other: Path
) -> None:
    text, web = QMimeData(), QMimeData()
    text.setText("Delight our customers")
    web.setUrls([QUrl("https://example.org/plan.okrdesk")])
    for data in (text, web, files(plan_path, other)):
        assert not send_drop(window, data)
    assert shown(windows) == [""]


def test_a_double_click_on_macos_opens_the_plan(plan_path: Path) -> None:
    """There is one application in a process, so its answer is asked for by name."""
    heard: list[Path] = []
    double = SimpleNamespace(file_wanted=SimpleNamespace(emit=heard.append))
    assert Application.event(double, QFileOpenEvent(str(plan_path)))  # type: ignore[arg-type]  # stands in for the application
    assert heard == [plan_path]


@pytest.mark.parametrize("leave", ["log out", "turn to another program"])
def test_logging_out_and_turning_away_write_what_is_typed(
    windows: Windows, desk: MainWindow, find: Find, qapp: QApplication, leave: str
) -> None:
    windows.follow_application()
    assert desk.plan is not None
    desk.plan.select(find(CALLS))
    desk.plan.focus_tree()
    press("F2")
    type_text("Call everyone")
    if leave == "log out":
        windows.commit()  # Qt emits its own session manager only
    else:
        qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert find("Call everyone")
