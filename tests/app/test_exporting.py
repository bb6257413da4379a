"""The CSV of a whole plan."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from okrdesk.app.clock import SystemClock
from okrdesk.app.examples import write_example
from okrdesk.app.exporting import export_csv
from okrdesk.app.workspace import Workspace
from okrdesk.domain import entities as e
from okrdesk.domain import tables as t
from okrdesk.domain.ids import id_text
from okrdesk.domain.scoring import Scores
from okrdesk.domain.snapshot import Snapshot
from okrdesk.exchange.csv_read import read_tables

DAY = date(2026, 8, 17)
START, END = date(2026, 7, 1), date(2026, 9, 30)


def rows(path: Path) -> dict[str, dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row["title"]: row for row in csv.DictReader(file)}


def same(found: list[Any]) -> list[str]:
    return sorted(map(repr, found))


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    path = tmp_path_factory.mktemp("plan") / "sample.okrdesk"
    write_example(path, "marigold", DAY)
    workspace = Workspace.open(path, clock=SystemClock(DAY), write=False)
    workspace.close()
    return workspace


@pytest.mark.parametrize("bom", [False, True])
def test_the_sample_plan_comes_back_whole(plan: Workspace, tmp_path: Path, bom: bool) -> None:
    files = export_csv(plan.snapshot, plan.scores, tmp_path, bom=bom)
    assert len(files) == len(t.TABLES)
    back = read_tables(tmp_path)
    for table in t.TABLES:
        assert same(back[table.name]) == same(list(plan.snapshot.rows(table)))


def test_objectives_say_where_they_hang_and_how_they_stand(plan: Workspace, tmp_path: Path) -> None:
    export_csv(plan.snapshot, plan.scores, tmp_path)
    found = rows(tmp_path / "objectives.csv")
    research = found["Research and improve customer satisfaction"]
    assert research["parent"] == found["Delight our customers"]["id"]
    assert found["Be the best-loved make-up franchise"]["parent"] == ""
    assert found["Foster healthy habits"]["parent"] == ""
    assert float(research["expected"]) == pytest.approx(47 / 91)
    assert research["status"] == "on_track"


def test_key_results_carry_what_their_kind_declares(tmp_path: Path) -> None:
    snapshot = Snapshot(
        {
            "cycle": [e.Cycle(1, "Q3", e.Horizon.QUARTER, START, END)],
            "objective": [e.Objective(2, "Calm", cycle=1), e.Objective(9, "Loose")],
            "link": [e.Link(8, 9, key_result=3)],
            "key_result": [
                e.KeyResult(
                    3, 2, "Few calls", "at_most", parameters='{"empty_counts_as_missed":true}'
                ),
                e.KeyResult(4, 2, "Half", "number", decimals=1),
                e.KeyResult(5, 2, "Bare"),
            ],
            "terms": [
                e.Terms(6, 3, START, target=Decimal(25), due=date(2026, 8, 31)),
                e.Terms(7, 4, START, Decimal("1.50"), Decimal(3)),
            ],
            "check_in": [e.CheckIn(10, 4, date(2026, 8, 10), "", Decimal("2.25"), confidence=6)],
        }
    )
    export_csv(snapshot, Scores(snapshot, DAY), tmp_path)
    found = rows(tmp_path / "key_results.csv")
    calls, half, bare = found["Few calls"], found["Half"], found["Bare"]
    assert (calls["target"], calls["due"]) == ("25", "2026-08-31")
    assert calls["empty_counts_as_missed"] == "yes"
    assert (half["start"], half["current"], half["progress"]) == ("1.50", "2.25", "0.5")
    assert (half["due"], half["confidence"]) == ("2026-09-30", "6")
    assert (bare["start"], bare["progress"], bare["method"]) == ("", "", "")
    assert rows(tmp_path / "objectives.csv")["Loose"]["parent"] == id_text(3)


def test_a_flag_that_is_off_is_a_word_too(tmp_path: Path) -> None:
    row = e.KeyResult(3, 2, "Few", "at_most", parameters='{"empty_counts_as_missed":false}')
    snapshot = Snapshot({"objective": [e.Objective(2, "Calm")], "key_result": [row]})
    export_csv(snapshot, Scores(snapshot, DAY), tmp_path)
    assert rows(tmp_path / "key_results.csv")["Few"]["empty_counts_as_missed"] == "no"


def test_what_has_no_plain_form_is_json(tmp_path: Path) -> None:
    row = e.KeyResult(3, 2, "Few", "at_most", parameters='{"method":["x"]}')
    snapshot = Snapshot({"objective": [e.Objective(2, "Calm")], "key_result": [row]})
    export_csv(snapshot, Scores(snapshot, DAY), tmp_path)
    assert rows(tmp_path / "key_results.csv")["Few"]["method"] == '["x"]'
