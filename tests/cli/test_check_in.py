from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

Find = Callable[[Path, str], dict[str, Any]]
CALLS = "Interview 15 churned customers"
APP = "Roll the app out to all regions"
SWIM = "Learn to swim front crawl"
CHOIR = "Belong to an ensemble"


def test_a_value_with_everything(run: Run, plan: Path, find: Find) -> None:
    row = find(plan, CALLS)["id"]
    words = ("--confidence", 5, "--note", "Vouchers helped", "--status", "behind", "--as", "Mei")
    result = run("check-in", plan, row[:6], 7, *words)
    assert result == (0, f"{CALLS}: 47%, Behind\n", "")
    item = find(plan, CALLS)
    assert (item["current"], item["confidence"], item["status"]) == (7, 5, "behind")
    last = run("history", plan, "--since", "2026-08-17", "--json").json[-1]
    assert (last["author"], last["note"], last["label"]) == (
        "Mei Tanaka",
        "Vouchers helped",
        "Check-in",
    )


@pytest.mark.parametrize(
    ("words", "current"),
    [
        (["640"], 640),
        (["+2"], 7),
        (["=9"], 9),
        (["-3"], -3),
        (["--", "-3"], -3),
        (["--confidence", "3", "--", "-3"], -3),
        (["--", "-3", "--note", "no"], -3),
        (["--confidence", "3", "8"], 8),
        (["--", "8"], 8),
        (["--confidence", "3", "--", "8"], 8),
        (["7.25"], 7.25),
        (["1e-05"], 0.00001),
        (["-1e2"], -100),
        (["1,5"], 1.5),
        (["٣"], 3),
        (["123456789012345.123456789012"], 123456789012345.123456789012),
    ],
)
def test_numbers(words: list[str], current: float, run: Run, plan: Path, find: Find) -> None:
    result = run("check-in", plan, find(plan, CALLS)["id"], *words)
    assert (result.code, result.err) == (0, "")
    assert find(plan, CALLS)["current"] == current


def test_a_number_keeps_its_digits(run: Run, plan: Path, find: Find) -> None:
    run("check-in", plan, find(plan, CALLS)["id"], "12345678901234.123456789012")
    assert '"current": 12345678901234.123456789012,' in run("show", plan, "--json").out


@pytest.mark.parametrize(
    "word", ["nan", "inf", "-inf", "1e308", "1e999", "", "many", "5 of 15", "0x10", "1_000", "'"]
)
def test_what_is_not_a_number(word: str, run: Run, plan: Path, find: Find) -> None:
    row = find(plan, CALLS)["id"]
    before = plan.read_bytes()
    result = run("check-in", plan, row, "--", word)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("okrdesk: ")
    assert result.err.count("\n") == 1
    assert plan.read_bytes() == before


@pytest.mark.parametrize("words", [["1", "2", "3", "4"], ["1,2,3,4"], ["1 2 3", "4"]])
def test_steps(words: list[str], run: Run, plan: Path, find: Find) -> None:
    row = find(plan, APP)["id"]
    assert run("check-in", plan, row, *words).out == f"{APP}: 85%, On track\n"
    assert run("check-in", plan, row, "none").out == f"{APP}: 0%, At risk\n"


@pytest.mark.parametrize("words", [["6"], ["0", "1"], ["Capital"], ["-1"], [" "], ["9" * 40]])
def test_steps_that_are_not_there(words: list[str], run: Run, plan: Path, find: Find) -> None:
    result = run("check-in", plan, find(plan, APP)["id"], "--", *words)
    assert result.code == 2
    assert "5 Islands" in result.err


@pytest.mark.parametrize("word", ["ten lengths at ease", "TEN", "3"])
def test_zones(word: str, run: Run, mine: Path, find: Find) -> None:
    row = find(mine, SWIM)["id"]
    run("check-in", mine, row, "1")
    assert find(mine, SWIM)["raw"] == 0
    assert run("check-in", mine, row, word).out == f"{SWIM}: 70%, On track\n"


@pytest.mark.parametrize("word", ["0", "5", "T", "swim", " "])
def test_zones_that_are_not_there(word: str, run: Run, mine: Path, find: Find) -> None:
    result = run("check-in", mine, find(mine, SWIM)["id"], word)
    assert result.code == 2
    assert "4 A kilometre in the lake" in result.err


@pytest.mark.parametrize(("word", "raw"), [("yes", 1), ("No", 0), ("true", 1), ("0", 0), ("1", 1)])
def test_yes_and_no(word: str, raw: float, run: Run, mine: Path, find: Find) -> None:
    assert run("check-in", mine, find(mine, CHOIR)["id"], word).code == 0
    assert find(mine, CHOIR)["raw"] == raw


def test_neither_yes_nor_no(run: Run, mine: Path, find: Find) -> None:
    result = run("check-in", mine, find(mine, CHOIR)["id"], "2")
    assert result == (2, "", "okrdesk: VALUE: Use yes or no.\n")


def test_confidence_alone_and_another_day(run: Run, plan: Path, find: Find) -> None:
    row = find(plan, CALLS)["id"]
    assert run("check-in", plan, row, "--confidence", 4).code == 0
    assert find(plan, CALLS)["confidence"] == 4
    assert run("check-in", plan, row, 3, "--date", "2026-07-21").code == 0
    assert find(plan, CALLS)["current"] == 5


def test_what_a_kpi_gives(run: Run, plan: Path, find: Find) -> None:
    row = find(plan, "Raise the net promoter score to 60")["id"]
    assert "Net promoter score" in run("check-in", plan, row, 50).err
    assert run("check-in", plan, row, "--confidence", 7).code == 0


def test_a_baseline_has_no_percent(run: Run, mine: Path, find: Find) -> None:
    title = "Find out how often I cook for somebody"
    assert run("check-in", mine, find(mine, title)["id"], 3).out == f"{title}: —, Achieved\n"


def test_a_value_without_a_target(run: Run, plan: Path, find: Find) -> None:
    objective = find(plan, "Foster healthy habits")["id"]
    made = run("add", plan, "key-result", objective, "Count steps").out.strip()
    assert run("check-in", plan, made, 3).out == "Count steps: —\n"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((CALLS, "5", "--confidence", "11"), "whole number from 1 to 10"),
        ((CALLS, "5", "--confidence", "0"), "whole number from 1 to 10"),
        ((CALLS, "5", "--confidence", "5.5"), "whole number from 1 to 10"),
        ((CALLS, "5", "--confidence", "5" * 30), "whole number from 1 to 10"),
        ((CALLS, "5", "--status", "fine"), "invalid choice: 'fine'"),
        ((CALLS, "5", "--date", "yesterday"), "for example 2026-09-30"),
        ((CALLS, "5", "--date", "0000-01-01"), "between 1900 and 2200"),
        ((CALLS, "5", "--date", "9999-12-31"), "between 1900 and 2200"),
        ((CALLS, "5", "--as", "Nobody"), "There is: Nadia Rahman"),
        ((CALLS, "5", "--note", "x" * 20_001), "at most"),
        ((CALLS, "5", "--bogus"), "unrecognized arguments: --bogus"),
        ((CALLS,), "A check-in needs"),
    ],
)
def test_bad_arguments(words: tuple[str, ...], says: str, run: Run, plan: Path, find: Find) -> None:
    title, *rest = words
    result = run("check-in", plan, find(plan, title)["id"], *rest)
    assert (result.code, result.out) == (2, "")
    assert says in result.err
    assert result.err.count("\n") == 1


@pytest.mark.parametrize(
    ("row", "says"),
    [("zzzzz", "Nothing here has the id"), ("", "id"), ("ü", "id"), ("u" * 12, "id")],
)
def test_bad_ids(row: str, says: str, run: Run, plan: Path) -> None:
    result = run("check-in", plan, row, 5)
    assert result.code == 2
    assert says in result.err


def test_an_objective_is_not_checked_in(run: Run, plan: Path, find: Find) -> None:
    result = run("check-in", plan, find(plan, "Foster healthy habits")["id"], 5)
    assert result.code == 2
    assert "“Foster healthy habits” is an objective" in result.err


def test_an_id_that_fits_several(run: Run, plan: Path) -> None:
    starts = [item["id"][0] for item in run("show", plan, "--json").json["items"]]
    twice = next(start for start in starts if starts.count(start) > 2)
    assert "Type more of it" in run("check-in", plan, twice, 5).err
