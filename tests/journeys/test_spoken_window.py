"""From outside, over the accessibility bus: what a screen reader hears of a real window."""

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from okrdesk.app.examples import write_example

ROOT = Path(__file__).parents[2]
BUS = Path("/usr/libexec/at-spi-bus-launcher")
FOCUSED = {"push button", "button menu", "check box", "text", "combo box", "tree", "page tab"}


@pytest.mark.long
@pytest.mark.skipif(
    not (BUS.exists() and shutil.which("dbus-run-session") and shutil.which("xvfb-run")),
    reason="needs at-spi2-core, dbus and xvfb",
)
def test_a_reader_hears_every_row_and_every_button(tmp_path: Path) -> None:
    plan = tmp_path / "Marigold Beauty.okrdesk"
    write_example(plan, "marigold", date(2026, 8, 17))
    on_a_bus = ["xvfb-run", "-a", "dbus-run-session", "--"]
    ended = subprocess.run(
        [*on_a_bus, sys.executable, "-m", "tests.journeys.spoken_window", plan],
        cwd=ROOT,
        env={**os.environ, "OKRDESK_HOME": str(tmp_path / "home"), "QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    lines = [line for line in ended.stdout.splitlines() if line.startswith("[")]
    heard = [(role, name) for role, name in map(json.loads, lines)]
    rows = [name for role, name in heard if role == "tree item"]
    wanted = "Be the best-loved make-up franchise, On track, 22 percent, expected 16"
    assert wanted in rows, ended.stderr
    assert ("tree", "Plan") in heard
    assert [role for role, name in heard if role in FOCUSED and not name.strip()] == []
    assert len(rows) > 50, ended.stderr
