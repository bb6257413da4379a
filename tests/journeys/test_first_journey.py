"""Open, add an objective with three key results, check in, undo twice, redo, kill -9, reopen,
export PDF and CSV: through the real window, by keyboard.
"""

import csv
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from okrdesk.app.examples import write_example
from tests.journeys.first_journey_driver import KEY_RESULTS, OBJECTIVE_TITLE

ROOT = Path(__file__).parents[2]
TARGETS = [
    [KEY_RESULTS[0], "number", "0", "500"],
    [KEY_RESULTS[1], "percent", "20", "35"],
    [KEY_RESULTS[2], "number", "0", "12"],
]
CHECK_IN = ["3", 6, "Two more start on Monday."]


def run(journey: str, plan: Path, folder: Path) -> tuple[int, dict[str, Any]]:
    """The exit code, and what the window showed at each moment."""
    ended = subprocess.run(
        [sys.executable, "-m", "tests.journeys.first_journey_driver", journey, plan, folder],
        cwd=ROOT,
        env={
            **os.environ,
            "OKRDESK_HOME": str(folder / "home"),
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(ROOT),
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert "Traceback" not in ended.stderr, ended.stderr
    said = [json.loads(line) for line in ended.stdout.splitlines()]
    return ended.returncode, {line["moment"]: line for line in said}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
def test_from_the_first_word_over_a_crash_to_the_report(tmp_path: Path) -> None:
    plan = tmp_path / "Marigold Beauty.okrdesk"
    write_example(plan, "marigold", date(2026, 8, 17))

    code, seen = run("work", plan, tmp_path)
    assert code == -9
    assert seen["written"]["key_results"] == TARGETS
    assert seen["written"]["undo"] == "New key result"
    assert seen["checked in"]["check_ins"] == [CHECK_IN]
    assert seen["checked in"]["undo"] == "Check-in"
    assert seen["undone twice"]["key_results"] == TARGETS[:2]
    assert seen["undone twice"]["check_ins"] == []
    assert seen["redone"]["key_results"] == TARGETS
    assert seen["redone"]["redo"] == "Check-in"

    code, after = run("hand_out", plan, tmp_path)
    assert code == 0
    same = ("key_results", "check_ins", "undo", "redo")
    assert [after["reopened"][k] for k in same] == [seen["redone"][k] for k in same]
    assert after["redone again"]["check_ins"] == [CHECK_IN]

    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    folder = tmp_path / "Marigold Beauty CSV"
    with (folder / "objectives.csv").open(newline="", encoding="utf-8") as file:
        assert OBJECTIVE_TITLE in [row["title"] for row in csv.DictReader(file)]
    with (folder / "check_ins.csv").open(newline="", encoding="utf-8") as file:
        assert CHECK_IN[2] in [row["note"] for row in csv.DictReader(file)]
