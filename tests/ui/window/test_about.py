"""D14 and what helps when something is wrong: licences, diagnostics, the log, a crash in use."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from okrdesk import __version__
from okrdesk.app import commands as c
from okrdesk.assets import resource
from okrdesk.domain.tables import OBJECTIVE
from okrdesk.ui.crash import CrashReporter
from okrdesk.ui.dialogs.about import AboutDialog
from okrdesk.ui.dialogs.licences import INGREDIENTS, Ingredient
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.widgets.toast import Toast
from tests.ui.window.conftest import Find
from tests.ui.window.keys import focused, press
from tests.ui.window.small_plan import TEAM

ROOT = Path(__file__).parent.parent.parent.parent


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The folders that were shown in the file manager."""
    folders: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: folders.append(url.toLocalFile()) or True
    )
    return folders


def about(desk: MainWindow) -> AboutDialog:
    desk.action("about").trigger()
    QCoreApplication.processEvents()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, AboutDialog)
    return dialog


@pytest.mark.parametrize("ingredient", INGREDIENTS, ids=lambda ingredient: ingredient.name)
def test_every_part_ships_its_whole_licence(ingredient: Ingredient) -> None:
    text = ingredient.text.lower()
    assert "copyright" in text or "license" in text
    assert len(text) > 500


def test_our_own_licence_is_the_one_of_the_project() -> None:
    shipped = resource("licences", "okrdesk.txt").read_text("utf-8")
    assert shipped == (ROOT / "LICENSE").read_text("utf-8")
    files = {path.name for path in resource("licences").iterdir()}
    assert files == {i.file[1] for i in INGREDIENTS if i.file[0] == "licences"}


def test_about_tells_version_format_network_and_licences(desk: MainWindow) -> None:
    dialog = about(desk)
    said = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert f"Version {__version__}" in said
    assert "opens no connection to any network" in said
    assert "open format SQLite" in said
    assert focused() is dialog.part
    assert "MIT License" in dialog.licence.toPlainText()
    dialog.part.setCurrentIndex(1)
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in dialog.licence.toPlainText()
    press("Esc")
    assert QApplication.activeModalWidget() is None


def test_diagnostics_and_the_log_are_at_hand(desk: MainWindow, opened: list[str]) -> None:
    dialog = about(desk)
    buttons = {b.text(): b for b in dialog.findChildren(QPushButton)}
    buttons["Copy diagnostics"].click()
    text = QGuiApplication.clipboard().text()
    assert "Platform of the window: offscreen" in text
    assert "Rows of objective: 4" in text
    assert "Customer" not in text
    assert "Small" not in text
    buttons["Open log folder"].click()
    assert opened == [str(desk.session.places.data)]
    dialog.close()
    desk.action("diagnostics").trigger()
    assert desk.findChild(Toast).accessibleName() == "Diagnostics copied, without titles and names"


def test_without_a_plan_there_are_diagnostics_too(window: MainWindow, opened: list[str]) -> None:
    window.action("diagnostics").trigger()
    assert "Rows of" not in QGuiApplication.clipboard().text()
    window.action("log_folder").trigger()
    assert Path(opened[0]).is_dir()


def test_a_crash_in_a_slot_is_told_and_the_plan_stays_usable(
    desk: MainWindow, find: Find, qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "crash.log"
    reporter = CrashReporter(desk, log)
    before = sys.excepthook
    reporter.install()

    def broken() -> None:
        raise RuntimeError("the slot broke")

    QTimer.singleShot(0, broken)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
    box = QApplication.activeModalWidget()
    sys.excepthook = before
    assert "Your plan is safe" in box.informativeText()
    copy = next(b for b in box.buttons() if b.text() == "Copy details")
    copy.click()
    assert box.isVisible()
    details = QGuiApplication.clipboard().text()
    assert f"OKR Desk: {__version__}" in details
    assert "RuntimeError: the slot broke" in details
    next(b for b in box.buttons() if b.text() == "Go on").click()
    assert "in broken" in log.read_text("utf-8")
    assert "the slot broke" in capsys.readouterr().err
    desk.bridge.run(c.change_objective, find(TEAM), title="Still here")
    assert find("Still here")
    path = desk.bridge.path
    desk.session.close()
    desk.session.open(path)
    assert "Still here" in {row.title for row in desk.bridge.snapshot.rows(OBJECTIVE)}
