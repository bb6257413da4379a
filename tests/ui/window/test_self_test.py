"""The window's part of the self-test, in a process of its own as the program runs it."""

import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from okrdesk.ui import self_test
from okrdesk.ui.main_window import MainWindow
from tests.ui.window.test_application import environment


def run(home: Path, *, before: str = "pass") -> subprocess.CompletedProcess[str]:
    program = f"import sys; {before}; from okrdesk.ui.self_test import main; sys.exit(main())"
    return subprocess.run(
        [sys.executable, "-c", program],
        env=environment(home, QT_QPA_PLATFORM=""),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_the_window_opens_and_works(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert len(lines) == len(self_test.CHECKS) + 1
    assert all(line.startswith("ok      ") for line in lines)


def test_what_does_not_work_is_named(tmp_path: Path) -> None:
    broken = "from PySide6.QtWidgets import QWidget; from PySide6.QtGui import QPixmap; "
    broken += "QWidget.grab = lambda *_: QPixmap(9, 9)"
    done = run(tmp_path, before=broken)
    assert done.returncode == 1
    assert done.stdout.splitlines()[1] == (
        "FAILED  the window is seen: RuntimeError: not what was expected"
    )


def test_a_window_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    broken = "from okrdesk.ui.icons import IconSet; IconSet.application_icon = lambda _: 1 / 0"
    done = run(tmp_path, before=broken)
    assert done.returncode == 1
    assert done.stdout.startswith("FAILED  the window can be made: ZeroDivisionError")


@pytest.mark.parametrize("check", self_test.CHECKS, ids=lambda check: str(check.name))
def test_each_check_holds_here_too(
    desk: MainWindow, check: self_test.Check, capsys: pytest.CaptureFixture[str]
) -> None:
    assert self_test.passes(check.name, partial(check.run, desk))
    assert capsys.readouterr().out == f"ok      {check.name}\n"


@pytest.mark.parametrize("check", self_test.CHECKS[2:6:2], ids=lambda check: str(check.name))
def test_without_a_plan_it_says_so(
    window: MainWindow, check: self_test.Check, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not self_test.passes(check.name, partial(check.run, window))
    assert "FileNotFoundError: sample.okrdesk" in capsys.readouterr().out
