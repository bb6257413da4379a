"""Random keys and clicks find no crash, no warning of Qt, and no edit that the file has lost."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from okrdesk.app.examples import write_example

ROOT = Path(__file__).parents[2]


def let_in(folder: Path, seed: int, seconds: int) -> tuple[int, str, str]:
    """Runs the monkey in a process of its own; returns its exit code and what it printed."""
    plan = folder / "Marigold Beauty.okrdesk"
    write_example(plan, "marigold", date(2026, 8, 17))
    ended = subprocess.run(
        [sys.executable, "-m", "tests.journeys.monkey", plan, str(seed), str(seconds)],
        cwd=ROOT,
        env={
            **os.environ,
            "HOME": str(folder),
            "OKRDESK_HOME": str(folder / "home"),
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "offscreen",
        },
        capture_output=True,
        text=True,
        timeout=seconds + 60,
        check=False,
    )
    return ended.returncode, ended.stdout, ended.stderr


@pytest.mark.parametrize(
    ("seed", "seconds"), [(2026, 60), pytest.param(8, 600, marks=pytest.mark.long)]
)
def test_a_monkey_breaks_nothing(tmp_path: Path, seed: int, seconds: int) -> None:
    code, said, complained = let_in(tmp_path, seed, seconds)
    report = json.loads(said.splitlines()[-1]) if said else {"troubles": [complained]}
    assert report["troubles"] == [], report
    assert code == 0, complained
    # Idle it does not; how fast it is depends on what else the machine does.
    assert sum(report["acts"].values()) > 4 * seconds
    assert report["commits"] > seconds // 10
