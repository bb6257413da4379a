"""A plan that takes long to read: the window says so, and it can be cancelled."""

import gc
from collections.abc import Callable
from pathlib import Path
from threading import Event
from weakref import ref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from okrdesk.domain.snapshot import Snapshot
from okrdesk.storage.store import Store
from okrdesk.ui.keeping import opening
from okrdesk.ui.keeping.opening import OpeningPage
from okrdesk.ui.main_window import MainWindow
from tests.ui.window.keys import press

Do = Callable[[Callable[[OpeningPage], object]], None]


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Event:
    """A disk that gives a plan only once the event is set."""
    given, load = Event(), Store.load_apart

    def wait(store: Store) -> Snapshot:
        given.wait(20)
        return load(store)

    monkeypatch.setattr(Store, "load_apart", wait)
    monkeypatch.setattr(opening, "LARGE", 0)
    monkeypatch.setattr(opening, "PATIENCE_MS", 1)
    return given


@pytest.fixture
def when_shown(window: MainWindow) -> Do:
    """Does something once the page is shown."""

    def later(act: Callable[[OpeningPage], object]) -> None:
        def look() -> None:
            page = window.findChild(OpeningPage)
            if page is None or not page.isVisible():
                QTimer.singleShot(2, window, look)
            else:
                act(page)

        QTimer.singleShot(0, window, look)

    return later


def test_it_says_what_is_opened_until_it_is(
    window: MainWindow, plan_path: Path, slow: Event, when_shown: Do
) -> None:
    said: list[str] = []

    def read(page: OpeningPage) -> None:
        said.extend(label.text() for label in page.findChildren(QLabel))
        assert window.opening.busy
        assert not window.session.open(plan_path.with_name("Another.okrdesk"))
        slow.set()

    when_shown(read)
    assert window.session.open(plan_path)
    assert said == ["Opening Small…"]
    assert window.bridge is not None
    assert not window.opening.busy
    assert window.findChild(OpeningPage) is None or not window.findChild(OpeningPage).isVisible()


@pytest.mark.parametrize("way", ["button", "key"])
def test_it_can_be_cancelled(
    window: MainWindow, plan_path: Path, slow: Event, when_shown: Do, way: str
) -> None:
    when_shown(lambda page: page.button.click() if way == "button" else press("Escape"))
    assert not window.session.open(plan_path)
    assert window.bridge is None
    assert window.page_id == "start"
    slow.set()
    assert window.session.open(plan_path), "it is not locked"


def test_closing_the_window_does_not_wait(
    window: MainWindow, plan_path: Path, slow: Event, when_shown: Do, qtbot: QtBot
) -> None:
    when_shown(lambda _page: window.close())
    assert not window.session.open(plan_path)
    qtbot.waitUntil(lambda: not window.isVisible())
    slow.set()


def test_damage_is_told_as_always(
    window: MainWindow, plan_path: Path, slow: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow.set()
    content = plan_path.read_bytes()
    plan_path.write_bytes(content[: len(content) // 2] + b"\xff" * (len(content) // 2))
    heard: list[Path] = []
    window.session.refused.disconnect()
    window.session.refused.connect(lambda path, _error: heard.append(path))
    assert not window.session.open(plan_path)
    assert heard == [plan_path]


def test_a_small_plan_is_read_at_once(
    window: MainWindow, plan_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(_store: Store) -> Snapshot:
        raise AssertionError("no thread for a small plan")

    monkeypatch.setattr(Store, "load_apart", never)
    assert window.session.open(plan_path)


def test_opening_a_large_plan_frees_what_earlier_ones_left(
    window: MainWindow, plan_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "LARGE", 0)
    assert window.session.open(plan_path)
    running = [timer for timer in window.findChildren(QTimer) if timer.isActive()]
    assert opening.PATIENCE_MS not in [timer.interval() for timer in running]
    assert window.bridge is not None
    scores = ref(window.bridge.scores)
    window.session.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    # As what a screen leaves behind when it goes while a plan is being read.
    circle = Event()
    circle.itself = circle  # type: ignore[attr-defined]  # any object that holds itself
    left = ref(circle)
    del circle
    gc.freeze()
    assert window.session.open(plan_path)
    assert (left(), scores()) == (None, None)
