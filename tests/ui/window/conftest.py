"""A real window over a small real plan file, with a clock that stands still."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from okrdesk.app.clock import SetClock
from okrdesk.app.locations import Locations
from okrdesk.app.settings import Settings
from okrdesk.domain.tables import KEY_RESULT, OBJECTIVE
from okrdesk.ui import session as sessions
from okrdesk.ui.icons import IconSet
from okrdesk.ui.look import Look
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.pages.start import StartPage
from okrdesk.ui.session import Session
from okrdesk.ui.theme import ThemeController
from tests.ui.window.small_plan import NOW, make_small_plan

Find = Callable[[str], int]


@pytest.fixture(scope="session")
def plan_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plan as every test finds it."""
    path = tmp_path_factory.mktemp("plan") / "Small.okrdesk"
    make_small_plan(path)
    return path


@pytest.fixture
def plan_path(plan_file: Path, tmp_path: Path) -> Path:
    """A copy of the plan for one test."""
    path = tmp_path / "Small.okrdesk"
    shutil.copy(plan_file, path)
    return path


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    """A session whose files are all the test's own."""
    documents = tmp_path / "documents"
    documents.mkdir()
    monkeypatch.setattr(sessions, "documents", lambda: documents)
    home = tmp_path / "home"
    places = Locations(home / "settings.json", home / "data", home / "cache")
    return Session(Settings(places.settings), places, SetClock(NOW))


@pytest.fixture
def window(
    qtbot: QtBot, themes: ThemeController, icons: IconSet, session: Session
) -> Iterator[MainWindow]:
    """The window on its first page."""
    window = MainWindow(session, Look(themes, icons))
    qtbot.addWidget(window)
    window.show_start()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def desk(window: MainWindow, plan_path: Path) -> MainWindow:
    """The window with the plan open."""
    assert window.session.open(plan_path)
    return window


@pytest.fixture
def find(desk: MainWindow) -> Find:
    """From the title of an item of the open plan to its id."""

    def found(title: str) -> int:
        assert desk.bridge is not None
        snapshot = desk.bridge.snapshot
        rows = [*snapshot.rows(OBJECTIVE), *snapshot.rows(KEY_RESULT)]
        return next(row.id for row in rows if row.title == title)

    return found


def first_page(window: MainWindow) -> StartPage:
    """The first page, while it is seen."""
    page = window.stage.alone.currentWidget().findChild(StartPage)
    assert page is not None
    return page
