"""CSV: what is written can be read back, to the last character."""

import csv
import re
import tempfile
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from okrdesk.domain import entities as e
from okrdesk.domain.errors import UserError
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import TABLES, Table
from okrdesk.exchange.csv_export import Extra, write_tables
from okrdesk.exchange.csv_names import TABLE_BY_FILE, file_name
from okrdesk.exchange.csv_read import read_tables
from tests.exchange.plans import PLANS

PROMISED = [
    "objectives",
    "key_results",
    "check_ins",
    "kpis",
    "kpi_values",
    "initiatives",
    "organisation",
    "values",
    "teams",
    "people",
    "cycles",
    "steps",
    "links",
    "kpi_targets",
    "grades",
    "comments",
]
CHECK_IN = e.CheckIn(
    7, 5, date(2026, 8, 17), "2026-08-17T09:00:00", Decimal("1.50"), None, 8, None, '-a, "b"\n\'c'
)
PLAN = Snapshot(
    {
        "check_in": [CHECK_IN],
        "key_result": [e.KeyResult(5, 3, "=HYPERLINK()", parameters='{"method":"binary"}')],
        "organisation": [e.Organisation(1, "Marigold", hidden_levels=("team",), solo=True)],
    }
)


def lines(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def same(rows: list[Any]) -> list[tuple[str, ...]]:
    """Rows with all that equality passes over, such as 1.5 against 1.50."""
    return sorted(tuple(map(repr, row)) for row in rows)


@given(plan=PLANS)
@settings(max_examples=40)
def test_the_round_trip_loses_nothing(plan: dict[str, list[Any]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_tables(Path(folder), Snapshot(plan))
        back = read_tables(Path(folder))
    for table in TABLES:
        assert same(back[table.name]) == same(plan[table.name])


@pytest.mark.parametrize("bom", [False, True])
def test_both_encodings_come_back(tmp_path: Path, bom: bool) -> None:
    write_tables(tmp_path, PLAN, bom=bom)
    assert (tmp_path / "check_ins.csv").read_bytes().startswith(b"\xef\xbb\xbf") is bom
    assert read_tables(tmp_path)["check_in"] == [CHECK_IN]


def test_every_table_has_a_file_of_its_own(tmp_path: Path) -> None:
    paths = write_tables(tmp_path, Snapshot())
    assert [path.name for path in paths] == [file_name(table) for table in TABLES]
    assert {f"{name}.csv" for name in PROMISED} <= set(TABLE_BY_FILE)
    assert {path.name for path in tmp_path.iterdir()} == set(TABLE_BY_FILE)


@pytest.mark.parametrize("table", TABLES, ids=repr)
def test_an_empty_table_still_names_its_columns(table: Table[Any], tmp_path: Path) -> None:
    write_tables(tmp_path, Snapshot())
    assert lines(tmp_path / file_name(table)) == [list(table.fields)]


def test_cells_are_what_a_spreadsheet_expects(tmp_path: Path) -> None:
    write_tables(tmp_path, PLAN)
    head, cells = lines(tmp_path / "check_ins.csv")
    found = dict(zip(head, cells, strict=True))
    assert found["id"] == "000000000007"
    assert found["key_result"] == "000000000005"
    assert found["date"] == "2026-08-17"
    assert found["value"] == "1.50"
    assert (found["zone"], found["confidence"]) == ("", "8")
    assert found["note"] == "'-a, \"b\"\n'c"


def test_a_formula_is_never_a_cell_s_beginning(tmp_path: Path) -> None:
    write_tables(tmp_path, PLAN)
    assert lines(tmp_path / "key_results.csv")[1][2] == "'=HYPERLINK()"


def test_further_columns_stand_at_the_end_and_are_passed_over(tmp_path: Path) -> None:
    extras = {"key_result": [Extra("progress", {5: "0.5"}), Extra("status", {})]}
    write_tables(tmp_path, PLAN, extras)
    head, cells = lines(tmp_path / "key_results.csv")
    assert (head[-2:], cells[-2:]) == (["progress", "status"], ["0.5", ""])
    assert read_tables(tmp_path)["key_result"] == list(PLAN.rows(TABLE_BY_FILE["key_results.csv"]))


def test_a_folder_without_files_is_an_empty_plan(tmp_path: Path) -> None:
    assert read_tables(tmp_path) == {table.name: [] for table in TABLES}


def test_a_column_of_a_later_version_gets_its_default(tmp_path: Path) -> None:
    (tmp_path / "values.csv").write_text("title,id\nKind,000000000009\n\n", encoding="utf-8")
    assert read_tables(tmp_path)["value"] == [e.Value(9, "Kind")]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"id,position\n", "the column “title” is missing"),
        (b"id,title\nxyz,a\n", "“xyz” in row 2 does not fit the column “id”"),
        (b"id,title\n000000000009\n", "row 2 is too short"),
        (b"id,title,position\n000000000009,a,much\n", "“much” in row 2"),
        (b"id,title\n000000000009,\xff\n", "not encoded in UTF-8"),
        (b'id,title\n000000000009,"a\n', "a quotation mark is missing"),
        (b"", "the column “id” is missing"),
    ],
)
def test_what_is_no_such_file_is_refused(tmp_path: Path, content: bytes, problem: str) -> None:
    (tmp_path / "values.csv").write_bytes(content)
    with pytest.raises(UserError, match=re.escape(problem)):
        read_tables(tmp_path)


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1,5", "x"])
def test_an_amount_is_a_finite_number(tmp_path: Path, value: str) -> None:
    text = f'id,key_result,date,value\n000000000009,000000000001,2026-08-17,"{value}"\n'
    (tmp_path / "phases.csv").write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match="does not fit"):
        read_tables(tmp_path)
