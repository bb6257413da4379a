import csv
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def pages(path: Path) -> str:
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def test_export(run: Run, plan: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out" / "csv"
    result = run("export", plan, "--format", "csv", "-o", folder)
    assert (result.code, result.err) == (0, "")
    assert f"files to {folder}.\n" in result.out
    with (folder / "objectives.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == 19


def test_export_for_a_spreadsheet(run: Run, plan: Path, tmp_path: Path) -> None:
    assert run("export", plan, "-o", tmp_path, "--bom").code == 0
    assert (tmp_path / "objectives.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_report(run: Run, plan: Path, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    assert run("report", plan, "-o", path, "--as", "NR") == (0, f"Wrote {path}.\n", "")
    text = pages(path)
    assert "Q3 2026" in text
    assert "Nadia Rahman" in text


def test_report_of_another_cycle_and_day(run: Run, plan: Path, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    words = ("--cycle", "Q2 2026", "--on", "2026-05-18", "--paper", "letter", "--grey")
    assert run("report", plan, "-o", path, *words).code == 0
    text = pages(path)
    assert "Q2 2026" in text
    assert "Week 7 of 13" in text


def test_a_plan_is_not_replaced_by_its_report(run: Run, plan: Path) -> None:
    before = plan.read_bytes()
    result = run("report", plan, "-o", plan)
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "okrdesk: sample.okrdesk is a plan. It was not touched. Choose another name.\n"
    )
    assert plan.read_bytes() == before


def test_report_needs_an_objective(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "new.okrdesk"
    run("new", path)
    run("add", path, "cycle", "Q3 2026")
    result = run("report", path, "-o", tmp_path / "report.pdf")
    assert (result.code, result.err) == (
        2,
        "okrdesk: A report needs one objective. Add one first.\n",
    )
    assert not (tmp_path / "report.pdf").exists()


def test_report_needs_a_cycle(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "new.okrdesk"
    run("new", path)
    result = run("report", path, "-o", tmp_path / "report.pdf")
    assert result.code == 2
    assert "Name a cycle with --cycle" in result.err
    assert not (tmp_path / "report.pdf").exists()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("export", "-o", "{folder}", "--format", "tsv"), "invalid choice: 'tsv'"),
        (("export",), "required: -o/--output"),
        (("export", "-o", "{file}"), "could not be written"),
        (("report",), "required: -o/--output"),
        (("report", "-o", "{folder}"), "could not be written"),
        (("report", "-o", "{file}/x.pdf"), "could not be written"),
        (("report", "-o", "x.pdf", "--paper", "a5"), "invalid choice: 'a5'"),
        (("report", "-o", "x.pdf", "--cycle", "Q9"), "“Q9” is not in the plan"),
        (("report", "-o", "x.pdf", "--on", "0000-01-01"), "between 1900 and 2200"),
        (("report", "-o", "x.pdf", "--as", "Nobody"), "“Nobody” is not in the plan"),
    ],
)
def test_bad_arguments(
    words: tuple[str, ...], says: str, run: Run, plan: Path, tmp_path: Path
) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"mine")
    command, *rest = (word.format(folder=tmp_path, file=file) for word in words)
    result = run(command, plan, *rest)
    assert (result.code, result.out) == (2, "")
    assert says in result.err
    assert result.err.count("\n") == 1
    assert file.read_bytes() == b"mine"
