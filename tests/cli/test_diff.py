from pathlib import Path

import pytest

from tests.cli.conftest import Run

CALLS = "Interview 15 churned customers"


def test_diff_between_two_days(run: Run, plan: Path) -> None:
    result = run("diff", plan, "--from", "2026-08-09", "--to", "2026-08-10")
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    below = lines[lines.index(CALLS) + 2]
    assert below.startswith("  Check-in: Value 4 → 5 · Confidence 4 → 3")
    assert "“No-shows are high" in below
    assert "(Mei Tanaka, 10 Aug 2026, " in below


def test_diff_as_json(run: Run, plan: Path) -> None:
    found = run("diff", plan, "--from", "2026-08-09", "--to", "2026-08-10", "--json").json
    (item,) = [item for item in found if item["item"] == CALLS]
    assert (item["kind"], item["became"]) == ("key_result", "changed")
    comment, change = item["changes"]
    assert [part["field"] for part in comment["fields"]] == ["comment"]
    assert change["author"] == "Mei Tanaka"
    assert change["when"].startswith("2026-08-10T")
    assert change["fields"][:2] == [
        {"field": "value", "old": "4", "new": "5"},
        {"field": "confidence", "old": "4", "new": "3"},
    ]


def test_diff_since_a_week_ago_where_there_was_no_meeting(run: Run, plan: Path) -> None:
    assert run("diff", plan) == run("diff", plan, "--from", "2026-08-10")
    assert run("diff", plan, today="2026-12-01").out == "Nothing has changed.\n"
    assert run("diff", plan, "--json", today="2026-12-01").json == []


@pytest.mark.parametrize("start", ["2026-08-11", None])
def test_diff_to_a_day_before_the_start_is_refused(run: Run, plan: Path, start: str | None) -> None:
    result = run("diff", plan, *(["--from", start] if start else []), "--to", "2026-08-09")
    assert (result.code, result.out) == (2, "")
    day = "11" if start else "10"
    line = f"The end, 9 Aug 2026, is before the start, {day} Aug 2026. Give --from an earlier day."
    assert line in result.err
    same = run("diff", plan, "--from", "2026-08-09", "--to", "2026-08-09")
    assert (same.code, same.out) == (0, "Nothing has changed.\n")


def test_diff_from_a_meeting_that_never_was(run: Run, plan: Path) -> None:
    result = run("diff", plan, "--from", "Weekly meeting")
    assert result.code == 2
    assert "There is no meeting “Weekly meeting”." in result.err
