"""Long work beside the window: progress only after a while, Cancel, errors on the main thread."""

from collections.abc import Callable, Iterator
from threading import Event, get_ident

import pytest
from PySide6.QtWidgets import QProgressDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from okrdesk.ui.tasks import Tasks

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


class Work:
    """Waits until it is let go or cancelled."""

    def __init__(self, *, fails: bool = False) -> None:
        self.go, self.fails = Event(), fails
        self.stopped = False

    def run(self, progress: Progress, cancelled: Cancelled) -> int:
        progress(1, 2)
        while not self.go.wait(0.005):
            if cancelled():
                self.stopped = True
                return 0
        if self.fails:
            raise ValueError("broken")
        return get_ident()


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    host = QWidget()
    qtbot.addWidget(host)
    host.show()
    tasks = Tasks(host)
    yield tasks
    tasks.drain()


def test_the_answer_comes_back_to_the_main_thread(qtbot: QtBot, tasks: Tasks) -> None:
    work, answers = Work(), []
    work.go.set()
    with qtbot.waitSignal(tasks.idle):
        tasks.start(work, "Working…", lambda r: answers.append((r, get_ident())), answers.append)
    ((worker, here),) = answers
    assert worker != here == get_ident()


def test_an_error_comes_back(qtbot: QtBot, tasks: Tasks) -> None:
    work, errors = Work(fails=True), []
    work.go.set()
    with qtbot.waitSignal(tasks.idle):
        tasks.start(work, "Working…", errors.append, lambda e: errors.append(str(e)))
    assert errors == ["broken"]


def test_progress_shows_when_it_takes_long_and_cancel_stops(qtbot: QtBot, tasks: Tasks) -> None:
    work, answers = Work(), []
    tasks.start(work, "Working…", answers.append, answers.append)
    dialog = tasks.parent().findChild(QProgressDialog)
    assert not dialog.isVisible()
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.value() == 499
    with qtbot.waitSignal(tasks.idle):
        dialog.findChild(QPushButton).click()
    assert work.stopped
    assert answers == []


def test_closing_waits_for_the_work(qtbot: QtBot, tasks: Tasks) -> None:
    work = Work()
    tasks.start(work, "Working…", lambda _: None, lambda _: None)
    with qtbot.waitSignal(tasks.idle):
        tasks.drain()
    assert work.stopped
