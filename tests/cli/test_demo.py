from pathlib import Path

import pytest

from okrdesk.cli.main import main
from okrdesk.domain import tables as t
from okrdesk.storage.store import open_store


def cycles(path: Path) -> list[str]:
    store = open_store(path, write=False)
    try:
        return [row.name for row in store.load().sorted_rows(t.CYCLE)]
    finally:
        store.close()


def test_demo_of_a_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "sample.okrdesk"
    assert main(["demo", str(path), "--on", "2026-08-17"]) == 0
    assert capsys.readouterr().out == f"Made {path}.\n"
    assert cycles(path) == ["2026", "2026–29", "Q2 2026", "Q3 2026"]


def test_demo_of_today_and_solo(tmp_path: Path) -> None:
    path = tmp_path / "mine.okrdesk"
    assert main(["--today", "2027-02-01", "demo", str(path), "--solo"]) == 0
    assert cycles(path) == ["2027", "Q1 2027"]


def test_demo_replaces_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("mine", encoding="utf-8")
    assert main(["demo", str(path)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert path.read_text(encoding="utf-8") == "mine"
