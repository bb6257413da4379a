"""The program as the system starts and ends it."""

import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from okrdesk.ui.application import NO_DISPLAY, has_display, parsed

ROOT = Path(__file__).parents[3]


def environment(home: Path, **more: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    return {**kept, "OKRDESK_HOME": str(home), "PYTHONPATH": str(ROOT), **more}


def test_options() -> None:
    given = parsed(["plan.okrdesk", "--today", "2026-08-17", "--read-only"])
    assert given.file == Path("plan.okrdesk")
    assert given.today == date(2026, 8, 17)
    assert given.read_only


@pytest.mark.parametrize("wrong", [["--today", "soon"], ["--unknown"], ["a", "b"]])
def test_wrong_options_end_with_2(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parsed(wrong)
    assert ended.value.code == 2
    assert "okrdesk" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("variables", "platform", "there"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_displays(variables: dict[str, str], platform: str, there: bool) -> None:
    assert has_display(variables, platform) is there


def test_without_a_display_it_says_what_to_do(tmp_path: Path) -> None:
    variables = environment(tmp_path)
    variables.pop("QT_QPA_PLATFORM", None)
    ended = subprocess.run(
        [sys.executable, "-m", "okrdesk"],
        env=variables,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 2
    assert ended.stderr.strip() == NO_DISPLAY


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to end a window with")
def test_sigterm_closes_in_good_order(tmp_path: Path, plan_path: Path) -> None:
    program = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("announcing.py")), str(plan_path)],
        env=environment(tmp_path, QT_QPA_PLATFORM="offscreen"),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "open\n"
    program.send_signal(signal.SIGTERM)
    assert program.wait(30) == 0
    program.stdout.close()
    assert "Small" in (tmp_path / "settings.json").read_text(encoding="utf-8")
