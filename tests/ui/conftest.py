"""What the tests of the window share: one theme, and a watch for what they leave behind."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication

from okrdesk.ui.icons import IconSet
from okrdesk.ui.theme import ThemeChoice, ThemeController
from tests.ui.leaks import running


def pytest_configure(config: pytest.Config) -> None:
    # The offscreen platform says so of every window with a smallest size.
    config.addinivalue_line("qt_log_ignore", "propagateSizeHints")
    # And of every menu that is opened.
    config.addinivalue_line("qt_log_ignore", r"does not support (raise|grabbing)")


@pytest.fixture(autouse=True, scope="session")
def english() -> None:
    """Numbers as in the design, wherever the tests run."""
    QLocale.setDefault(QLocale(QLocale.Language.English))


@pytest.fixture
def themes(qapp: QApplication) -> Iterator[ThemeController]:
    """The light look, applied to the application."""
    font = qapp.font()
    controller = ThemeController(qapp, ThemeChoice.LIGHT)
    yield controller
    qapp.setStyleSheet("")
    qapp.setFont(font)
    controller.deleteLater()


@pytest.fixture
def icons(themes: ThemeController) -> IconSet:
    """Icons in that look."""
    return IconSet(themes, themes)


@pytest.fixture(autouse=True)
def nothing_leaks(qapp: QApplication) -> Iterator[None]:
    """Fail when a test leaves windows, threads or running timers behind."""
    del qapp
    before = running()
    yield
    if running() - before:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
    leaked = [repr(thing) for thing in running() - before]
    assert not leaked
