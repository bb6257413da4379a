"""What must not happen is logged and told once; a known error speaks for itself."""

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from okrdesk.domain.errors import UserError
from okrdesk.text import Message
from okrdesk.ui.crash import CrashReporter


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def report(reporter: CrashReporter, error: BaseException) -> None:
    reporter.report(type(error), error, None)


def test_a_bug_is_logged_and_told_once(
    host: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reporter = CrashReporter(host, tmp_path / "deep" / "crash.log")
    report(reporter, RuntimeError("first"))
    report(reporter, RuntimeError("second"))
    log = (tmp_path / "deep" / "crash.log").read_text(encoding="utf-8")
    assert "RuntimeError: first" in log
    assert "RuntimeError: second" in log
    (box,) = host.findChildren(QMessageBox)
    assert "Your plan is safe" in box.informativeText()
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    next(b for b in box.buttons() if b.text() == "Show log").click()
    assert opened == [str(tmp_path / "deep")]


def test_a_known_error_speaks_for_itself(host: QWidget, tmp_path: Path) -> None:
    reporter = CrashReporter(host, tmp_path / "crash.log")
    report(reporter, UserError(Message("The disk is full.")))
    (box,) = host.findChildren(QMessageBox)
    assert box.text() == "The disk is full."
    box.accept()
    report(reporter, UserError(Message("Still full.")))
    assert host.findChildren(QMessageBox)[-1].text() == "Still full."


def test_a_log_that_cannot_be_written_is_no_second_crash(
    host: QWidget, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    report(CrashReporter(host, tmp_path / "file" / "crash.log"), RuntimeError("only here"))
    assert "only here" in capsys.readouterr().err


def test_ctrl_c_closes_the_window(host: QWidget, tmp_path: Path) -> None:
    report(CrashReporter(host, tmp_path / "crash.log"), KeyboardInterrupt())
    assert not host.isVisible()


def test_the_hook_is_given_back(host: QWidget, tmp_path: Path) -> None:
    before = sys.excepthook
    reporter = CrashReporter(host, tmp_path / "crash.log")
    reporter.install()
    assert sys.excepthook == reporter.report
    reporter.uninstall()
    assert sys.excepthook == before
