"""One table of a screen as a CSV file."""

from pathlib import Path

from okrdesk.exchange.sheet_csv import write_sheet


def test_rows_as_a_spreadsheet_takes_them(tmp_path: Path) -> None:
    path = tmp_path / "matrix.csv"
    write_sheet(path, [("Objective", "Größe"), ("=SUM(A1)", "direct"), ("a, b", "")])
    lines = path.read_bytes().decode("utf-8-sig").splitlines()
    assert lines == ["Objective,Größe", "'=SUM(A1),direct", '"a, b",']
