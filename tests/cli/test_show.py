from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from okrdesk.cli.lists import LISTS
from tests.cli.conftest import Run

FIELDS = [
    "id",
    "kind",
    "kr_kind",
    "title",
    "parent",
    "cycle",
    "level",
    "team",
    "owner",
    "start",
    "target",
    "current",
    "unit",
    "weight",
    "raw",
    "progress",
    "expected",
    "status",
    "suggested_status",
    "confidence",
    "stale",
    "reason",
]
TEXT, NUMBER = {"type": ["string", "null"]}, {"type": ["number", "null"]}
STATUS = {"enum": ["on_track", "behind", "at_risk", "achieved", "not_started", None]}
ITEM = {
    "type": "object",
    "required": FIELDS,
    "additionalProperties": False,
    "properties": {
        "id": {"type": "string", "pattern": "^[0-9a-hjkmnp-tv-z]{12}$"},
        "kind": {"enum": ["mission", "objective", "key_result"]},
        "kr_kind": TEXT,
        "title": {"type": "string"},
        "parent": TEXT,
        "cycle": TEXT,
        "level": {"enum": ["company", "department", "team", "individual", None]},
        "team": TEXT,
        "owner": TEXT,
        "start": NUMBER,
        "target": NUMBER,
        "current": {"type": ["number", "string", "null"]},
        "unit": TEXT,
        "weight": NUMBER,
        "raw": NUMBER,
        "progress": NUMBER,
        "expected": NUMBER,
        "status": STATUS,
        "suggested_status": STATUS,
        "confidence": NUMBER,
        "stale": {"type": "boolean"},
        "reason": TEXT,
    },
}
DAY = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}
DOCUMENT = {
    "type": "object",
    "required": ["today", "as_of", "items"],
    "additionalProperties": False,
    "properties": {"today": DAY, "as_of": DAY, "items": {"type": "array", "items": ITEM}},
}
PICTURED = {
    "Be the best-loved make-up franchise": (22, "on_track"),
    "Grow the network without growing pains": (75, "on_track"),
    "Select 40 new potential franchisees": (100, "achieved"),
    "Train 30 franchisees": (100, "achieved"),
    "Sign contracts with 25": (68, "behind"),
    "Open 20 stores by December": (30, "at_risk"),
    "Sign and train the autumn wave": (48, "on_track"),
    "Delight our customers": (45, "behind"),
    "Research and improve customer satisfaction": (50, "on_track"),
    "Get 1,000 survey responses": (64, "on_track"),
    "Interview 50 top customers by phone": (62, "on_track"),
    "Interview 15 churned customers": (33, "at_risk"),
    "Present a plan of 10 improvements": (40, "behind"),
    "Be the voice of churned customers": (42, "behind"),
    "Cultivate a growth mindset": (39, "behind"),
    "Launch the new loyalty app": (65, "on_track"),
    "Be the most admired place to work": (14, "behind"),
    "Build a great corporate culture": (61, "on_track"),
    "Build a culture people talk about": (56, "on_track"),
    "Foster healthy habits": (43, "behind"),
}


@pytest.mark.parametrize("name", ["plan", "mine"])
def test_json_has_the_fixed_shape(name: str, run: Run, request: pytest.FixtureRequest) -> None:
    result = run("show", request.getfixturevalue(name), "--json")
    assert (result.code, result.err) == (0, "")
    jsonschema.validate(result.json, DOCUMENT)
    assert all(list(item) == FIELDS for item in result.json["items"])
    assert result.json["items"][0]["kind"] == "mission"


def test_parents_come_first(run: Run, plan: Path) -> None:
    seen = set()
    for item in run("show", plan, "--json").json["items"]:
        assert item["parent"] is None or item["parent"] in seen
        seen.add(item["id"])


def test_json_is_byte_identical(run: Run, plan: Path) -> None:
    assert run("show", plan, "--json") == run("show", plan, "--json")


def test_the_pictured_figures(run: Run, plan: Path) -> None:
    items = {item["title"]: item for item in run("show", plan, "--json").json["items"]}
    shown = {
        title: (int(items[title]["progress"] * 100 + 0.5), items[title]["status"])
        for title in PICTURED
    }
    assert shown == PICTURED
    quarter = [item for item in items.values() if item["cycle"] == "Q3 2026"]
    key_results = [item for item in quarter if item["kind"] == "key_result"]
    assert Counter(item["status"] for item in key_results) == {
        "on_track": 14,
        "behind": 3,
        "at_risk": 3,
        "not_started": 1,
    }
    progress = [item["progress"] for item in quarter if item["kind"] == "objective"]
    assert round(sum(progress) / len(progress) * 100) == 49


def test_an_item(find: Callable[[Path, str], dict[str, Any]], plan: Path) -> None:
    objective = find(plan, "Research and improve customer satisfaction")
    item = find(plan, "Interview 15 churned customers")
    assert item["parent"] == objective["id"]
    del item["id"], item["parent"]
    assert item == {
        "kind": "key_result",
        "kr_kind": "number",
        "title": "Interview 15 churned customers",
        "cycle": "Q3 2026",
        "level": "team",
        "team": "Customer Care",
        "owner": "Mei Tanaka",
        "start": 0,
        "target": 15,
        "current": 5,
        "unit": "interviews",
        "weight": 1.0,
        "raw": pytest.approx(1 / 3),
        "progress": pytest.approx(1 / 3),
        "expected": pytest.approx(47 / 91),
        "status": "at_risk",
        "suggested_status": "behind",
        "confidence": 3,
        "stale": False,
        "reason": "ok",
    }


def test_current_of_every_kind(find: Callable[[Path, str], dict[str, Any]], mine: Path) -> None:
    assert find(mine, "Learn to swim front crawl")["current"] == "Ten lengths at ease"
    assert find(mine, "Get a first set of songs ready for the stage")["current"] == 2
    assert find(mine, "Belong to an ensemble")["current"] == 1
    assert find(mine, "Find out how often I cook for somebody")["current"] is None
    assert find(mine, "Bring ten kilometres from 75 to 62 minutes")["current"] == 68


def test_yes_and_no_as_text(run: Run, mine: Path) -> None:
    (line,) = [line for line in run("show", mine).out.splitlines() if "ensemble" in line]
    assert " yes  ███" in line
    run("check-in", mine, line.split()[0], "no")
    (line,) = [line for line in run("show", mine).out.splitlines() if "ensemble" in line]
    assert " no  ░░" in line


def test_as_of_a_day(run: Run, plan: Path) -> None:
    found = run("show", plan, "--json", "--on", "2026-07-20").json
    assert (found["today"], found["as_of"]) == ("2026-08-17", "2026-07-20")
    (item,) = [i for i in found["items"] if i["title"] == "Interview 15 churned customers"]
    assert item["current"] == 2
    early = run("show", plan, "--json", "--on", "2026-03-01").json["items"]
    assert "Interview 15 churned customers" not in {item["title"] for item in early}


def test_one_cycle(run: Run, plan: Path) -> None:
    items = run("show", plan, "--json", "--cycle", "q3 2026").json["items"]
    assert {item["cycle"] for item in items[1:]} == {"Q3 2026"}
    assert len(items) == 1 + 7 + 21
    text = run("show", plan, "--cycle", "Q3 2026").out
    assert "Marigold Beauty · 17 Aug 2026 · Q3 2026, week 7 of 13" in text
    assert "Q2 2026" not in text
    past = run("show", plan, "--cycle", "Q2 2026").out
    assert past.startswith("Marigold Beauty · 17 Aug 2026 · Q2 2026\n")


def test_an_unknown_cycle(run: Run, plan: Path) -> None:
    result = run("show", plan, "--cycle", "Q9")
    assert result.code == 2
    assert result.err == (
        "okrdesk: “Q9” is not in the plan. There is: 2026, 2026–29, Q2 2026, Q3 2026.\n"
    )


def test_the_tree_as_text(run: Run, plan: Path) -> None:
    lines = run("show", plan, "--cycle", "Q3 2026").out.splitlines()
    assert lines[1:3] == ["Help everyone feel confident in their own skin", ""]
    (line,) = [line for line in lines if "Interview 15 churned" in line]
    expected = "5 / 15  ███░░┃░░░░  33%  ▲ At risk        3.0  Mei Tanaka"
    assert line.endswith(expected)
    assert any("Foster healthy habits  Q3 2026  not aligned" in line for line in lines)
    (app,) = [line for line in lines if "Roll the app out" in line]
    assert " 3 steps  " in app
    assert any("—  ○ Not started" in line for line in lines)


def test_a_clock_where_nothing_was_heard(run: Run, plan: Path) -> None:
    text = run("show", plan, "--cycle", "Q3 2026", today="2026-09-10").out
    assert "▲ At risk ◷" in text
    run(
        "add", plan, "key-result", ids(run, plan)["Foster healthy habits"], "Stretch", "kind=rubric"
    )
    assert "○ Not started ◷" in run("show", plan, today="2026-09-28").out


def test_an_objective_without_key_results_has_no_status(run: Run, plan: Path) -> None:
    made = run("add", plan, "objective", "Think").out.strip()
    (line,) = [line for line in run("show", plan).out.splitlines() if "Think" in line]
    assert line.split() == [made[:4], "Think", "not", "aligned", "░░░░░░░░░░", "—"]


def test_a_zone_chosen_after_the_due_day_does_not_count(run: Run, plan: Path) -> None:
    objective = ids(run, plan)["Foster healthy habits"]
    made = run("add", plan, "key-result", objective, "Swim", "kind=rubric").out.strip()
    run("set", plan, made, "due=2026-08-10")
    run("check-in", plan, made, "Commit", "--date", "2026-08-10")
    run("check-in", plan, made, "Stretch", "--date", "2026-08-12")
    (row,) = [row for row in run("show", plan, "--json").json["items"] if row["id"] == made]
    assert (row["current"], row["progress"]) == ("Commit", 0.3)


def ids(run: Run, plan: Path) -> dict[str, str]:
    return {item["title"]: item["id"] for item in run("show", plan, "--json").json["items"]}


@pytest.mark.parametrize("word", LISTS)
def test_lists(word: str, run: Run, plan: Path) -> None:
    rows = run("show", plan, "--list", word, "--json").json
    lines = run("show", plan, "--list", word).out.splitlines()
    assert lines[0].split() == ["ID", *LISTS[word].fields]
    assert len(lines) == len(rows) + 1
    for row, line in zip(rows, lines[1:], strict=True):
        assert row["id"].startswith(line.split()[0])
        assert str(row[LISTS[word].fields[0]]) in line


def test_a_list_names_what_it_refers_to(run: Run, plan: Path) -> None:
    kpis = {row["name"]: row for row in run("show", plan, "--list", "kpis", "--json").json}
    assert kpis["First response"]["owner"] == "Mei Tanaka"
    assert kpis["First response"]["target"] == 4
    assert run("show", plan, "--list", "dreams").code == 2


def test_an_empty_plan(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "new.okrdesk"
    assert run("new", path, "--name", "Mine").code == 0
    text = run("show", path).out
    assert text.startswith("Mine · 17 Aug 2026\n\n")
    assert text.endswith("There is no objective here. See “okrdesk add --help”.\n")
    (mission,) = run("show", path, "--json").json["items"]
    assert (mission["kind"], mission["title"]) == ("mission", "")


def test_explain(run: Run, plan: Path) -> None:
    row = ids(run, plan)["Interview 15 churned customers"]
    result = run("explain", plan, row[:6])
    assert result.code == 0
    assert result.out.startswith("Interview 15 churned customers  33%  ▲ At risk\n")
    assert "(5 − 0) / (15 − 0)" in result.out
    assert "A person set: At risk." in result.out
    assert "(2 − 0) / (15 − 0)" in run("explain", plan, row, "--on", "2026-07-20").out
    assert run("explain", plan, "7").code == 2
