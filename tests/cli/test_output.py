import os
from datetime import date
from decimal import Decimal

import pytest

from okrdesk.cli import output
from okrdesk.cli.marks import bar
from okrdesk.cli.output import Column, as_json, cells, printable, shortened, table


def test_json_keeps_every_digit() -> None:
    value = {"a": Decimal("0.1234567890123456789"), "b": Decimal("1E+3"), "c": date(2026, 8, 17)}
    assert as_json(value) == (
        '{\n  "a": 0.1234567890123456789,\n  "b": 1000,\n  "c": "2026-08-17"\n}'
    )


def test_json_takes_nothing_odd() -> None:
    with pytest.raises(TypeError, match="set has no form"):
        as_json({"a": {1}})


def test_what_a_terminal_would_obey_is_left_out() -> None:
    assert printable("a\x1b[31mb\nc\u202ed\x00e") == "a[31mb cde"


@pytest.mark.parametrize(
    ("text", "width"), [("abc", 3), ("中文", 4), ("e\u0301", 1), ("\u200b", 0), ("🌼", 2)]
)
def test_cells(text: str, width: int) -> None:
    assert cells(text) == width


@pytest.mark.parametrize(
    ("text", "most", "short"), [("abc", 3, "abc"), ("abcd", 3, "ab…"), ("中文中", 4, "中…")]
)
def test_shortened(text: str, most: int, short: str) -> None:
    assert shortened(text, most) == short


def test_a_table() -> None:
    columns = (Column("Name", most=5), Column("Now", right=True))
    rows = [("中文", "1"), ("abcdefgh", "1,000")]
    assert list(table(columns, rows)) == ["Name     Now", "中文       1", "abcd…  1,000"]


def test_a_table_fits_its_terminal() -> None:
    columns = (Column("Name"), Column("Now", right=True))
    lines = list(table(columns, [("x" * 60, "1")], 40))
    assert [cells(line) for line in lines] == [40, 40]
    assert lines[1].split("…") == ["x" * 34, "    1"]
    assert len(list(table(columns, [("x" * 60, "1")], 5))[1]) == 25


def test_room(monkeypatch: pytest.MonkeyPatch) -> None:
    assert output.room() == 10_000
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size((80, 24)))
    assert output.room() == 80


@pytest.mark.parametrize(
    ("progress", "expected", "shown"),
    [
        (None, None, "░░░░░░░░░░"),
        (0.5, 0.516, "█████┃░░░░"),
        (1.3, 1.0, "██████████"),
        (-0.2, 0.0, "░░░░░░░░░░"),
        (0.3, 0.999, "███░░░░░░┃"),
    ],
)
def test_bar(progress: float | None, expected: float | None, shown: str) -> None:
    assert bar(progress, expected) == shown
