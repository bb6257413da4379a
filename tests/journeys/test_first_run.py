"""From the first start to a first objective: by keyboard, through the real window, in few keys."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

from okrdesk.app.clock import SystemClock
from okrdesk.app.workspace import Workspace
from okrdesk.domain import tables as t

ROOT = Path(__file__).parents[2]
TITLE = "Research and improve customer satisfaction"
KEY_RESULTS = {
    "Get 1,000 survey responses": ("0", "1000", "survey responses"),
    "Interview 50 top customers by phone": ("0", "50", "top customers"),
    "Interview 15 churned customers": ("0", "15", "churned customers"),
}


def run(home: Path, *typed: str) -> dict[str, Any]:
    """What was seen in the window, on a computer without a plan."""
    (home / "Documents").mkdir(parents=True)
    ended = subprocess.run(
        [sys.executable, "-m", "tests.journeys.first_run_driver", *typed],
        cwd=ROOT,
        env={
            **os.environ,
            "HOME": str(home),
            "USERPROFILE": str(home),
            "XDG_CONFIG_HOME": str(home / ".config"),
            "OKRDESK_HOME": str(home / "own"),
            "OKRDESK_LANGUAGE": "en",
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(ROOT),
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert ended.stderr == ""
    return dict(json.loads(ended.stdout))


def kept(path: Path) -> tuple[str, str, dict[str, tuple[str, str, str]]]:
    """Cycle, objective and key results as the file has them."""
    plan = Workspace.open(path, clock=SystemClock(date(2026, 8, 17)), write=False)
    plan.close()
    snapshot = plan.snapshot
    (objective,) = snapshot.rows(t.OBJECTIVE)
    rows = snapshot.children(t.KEY_RESULT, "objective", objective.id)
    read = {}
    for row in rows:
        (terms,) = snapshot.children(t.TERMS, "key_result", row.id)
        read[row.title] = (str(terms.start), str(terms.target), row.unit)
    return snapshot.get(t.CYCLE, objective.cycle).name, objective.title, read


def test_an_objective_with_three_key_results_takes_138_keys(tmp_path: Path) -> None:
    seen = run(tmp_path, TITLE, *KEY_RESULTS)
    assert seen["keys"] <= 138
    assert seen["dialogs"] == 0
    assert seen["focus"] == ["Title"] * 4 + ["Plan"]
    assert seen["file"] == str(tmp_path / "Documents" / "My plan.okrdesk")
    assert seen["toast"] == f"Saved in {Path('Documents', 'My plan.okrdesk')}"
    assert kept(Path(seen["file"])) == ("Q3 2026", TITLE, KEY_RESULTS)


def test_the_smallest_objective_takes_71_keys(tmp_path: Path) -> None:
    first = next(iter(KEY_RESULTS))
    seen = run(tmp_path, TITLE, first)
    assert seen["keys"] <= 71
    assert kept(Path(seen["file"])) == ("Q3 2026", TITLE, {first: KEY_RESULTS[first]})


def test_a_sentence_without_a_number_is_a_key_result_too(tmp_path: Path) -> None:
    seen = run(tmp_path, "Be loved", "Customers recommend us")
    assert kept(Path(seen["file"]))[2] == {"Customers recommend us": ("None", "None", "")}
