from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from okrdesk.app import commands as c
from okrdesk.app.clock import SystemClock
from okrdesk.app.workspace import Workspace
from tests.cli.conftest import Run

Find = Callable[[Path, str], dict[str, Any]]
CALLS = "Interview 15 churned customers"
KEYS = ["when", "label", "author", "item", "field", "old", "new", "note", "item_id", "txn"]


def test_history_as_json(run: Run, plan: Path, find: Find) -> None:
    item = find(plan, CALLS)["id"]
    result = run("history", plan, "--json")
    assert (result.code, result.err) == (0, "")
    assert all(list(entry) == KEYS for entry in result.json)
    assert [entry["txn"] for entry in result.json] == sorted(e["txn"] for e in result.json)
    of_item = [e for e in result.json if e["item_id"] == item and e["field"] == "value"]
    assert [(e["old"], e["new"]) for e in of_item][-2:] == [("3", "4"), ("4", "5")]
    last = of_item[-1]
    assert (last["author"], last["label"], last["item"]) == ("Mei Tanaka", "Check-in", CALLS)
    assert last["note"] == "No-shows are high. Offering a voucher from next week."
    assert last["when"].startswith("2026-08-10T09:")


def test_history_since_a_day(run: Run, plan: Path) -> None:
    found = run("history", plan, "--since", "2026-08-17", "--json").json
    assert {entry["when"][:10] for entry in found} == {"2026-08-17"}
    assert run("history", plan, "--since", "2026-08-18", "--json").json == []
    assert run("history", plan, "--since", "2026-08-18") == (0, "", "")


def test_history_as_text(run: Run, plan: Path) -> None:
    text = run("history", plan, "--since", "2026-08-10").out
    assert "Check-in  Mei Tanaka\n" in text
    assert f"    {CALLS}: value 4 → 5  “No-shows are high" in text
    assert f"    {CALLS}: confidence 4 → 3" in text


def test_history_shortens_long_values(run: Run, plan: Path) -> None:
    run("set", plan, "mission", f"mission={'word ' * 40}")
    assert "word word…" in run("history", plan).out.splitlines()[-1]


def test_history_of_a_step_without_an_author(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "new.okrdesk"
    run("new", path)
    lines = run("history", path).out.splitlines()
    assert lines[0].endswith("  New plan")
    assert run("history", path, "--json").json[0]["author"] is None


def test_undo_and_redo(run: Run, plan: Path, find: Find) -> None:
    row = find(plan, CALLS)["id"]
    run("check-in", plan, row, 7)
    run("set", plan, row, "title=Calls")
    assert run("undo", plan) == (0, "Undone: Change key result\n", "")
    assert run("undo", plan, "--as", "Mei") == (0, "Undone: Check-in\n", "")
    assert find(plan, CALLS)["current"] == 5
    assert run("redo", plan) == (0, "Done again: Check-in\n", "")
    assert find(plan, CALLS)["current"] == 7
    assert run("redo", plan).code == 0
    assert find(plan, "Calls")["current"] == 7
    assert run("redo", plan) == (1, "There is nothing to do again.\n", "")


def test_the_sample_is_the_floor_of_undo(run: Run, plan: Path) -> None:
    assert run("undo", plan) == (1, "There is nothing to take back.\n", "")


def test_what_was_done_is_told_in_the_words_of_the_plan(run: Run, plan: Path) -> None:
    with closing(Workspace.open(plan, clock=SystemClock())) as workspace:
        workspace.run(c.name_word, "objective", "goal")
    assert run("add", plan, "objective", "Have fun").code == 0
    assert run("undo", plan).out == "Undone: New goal\n"
    assert run("redo", plan).out == "Done again: New goal\n"
