import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def add(run: Run, plan: Path, value: str) -> None:
    assert run("add", plan, "value", value).code == 0


def values(run: Run, plan: Path) -> list[str]:
    return [row["title"] for row in run("show", plan, "--list", "values", "--json").json]


def break_rows(plan: Path) -> None:
    content = bytearray(plan.read_bytes())
    place = content.find(b"No-shows are high")
    while place >= 0:
        page = place // 4096 * 4096
        content[page : page + 4096] = b"\xff" * 4096
        place = content.find(b"No-shows are high")
    plan.write_bytes(content)


def test_backup_and_list(run: Run, plan: Path) -> None:
    assert run("backup", plan, "--list", "--json").json == []
    made = run("backup", plan)
    assert made.code == 0
    path = Path(made.out.removeprefix("Made ").removesuffix(".\n"))
    assert path.is_file()
    again = run("backup", plan, "--json").json
    assert (again["number"], again["sound"], again["objective"]) == (1, True, 19)
    rows = run("backup", plan, "--list", "--json").json
    assert [row["number"] for row in rows] == [1, 2]
    assert rows[1]["file"] == str(path)
    lines = run("backup", plan, "--list").out.splitlines()
    assert lines[0].split() == ["No.", "Made", "Bytes", "Objectives", "Key", "results", "Check-ins"]
    assert lines[1].split()[-3:] == ["19", "55", "443"]


def test_doctor_names_the_row_by_its_id(run: Run, plan: Path) -> None:
    with closing(sqlite3.connect(plan)) as connection, connection:
        connection.execute("UPDATE objective SET weight = 1e308 WHERE title LIKE 'Delight%'")
    result = run("doctor", plan)
    assert (result.code, result.err) == (1, "")
    assert "The row 8qm342b5m1pc in objective holds something in weight" in result.out


def test_restore(run: Run, plan: Path) -> None:
    run("backup", plan)
    add(run, plan, "Calm")
    result = run("restore", plan)
    assert result.code == 0
    assert result.out.startswith("The plan is as it was on ")
    assert result.out.endswith("What was there is backup 1 now.\n")
    assert values(run, plan) == ["Care", "Candour", "Craft"]
    run("restore", plan, "--number", 1)
    assert values(run, plan) == ["Care", "Candour", "Craft", "Calm"]


def test_restore_what_is_gone(run: Run, plan: Path) -> None:
    run("backup", plan)
    plan.unlink()
    result = run("restore", plan)
    assert (result.code, result.out.count("\n")) == (0, 1)
    assert values(run, plan) == ["Care", "Candour", "Craft"]


def test_restore_to_a_new_file(run: Run, plan: Path, tmp_path: Path) -> None:
    run("backup", plan)
    add(run, plan, "Calm")
    old = tmp_path / "old.okrdesk"
    assert run("restore", plan, "--to", old).out == f"Made {old}.\n"
    assert "Calm" in values(run, plan)
    assert "Calm" not in values(run, old)
    assert run("restore", plan, "--to", old).code == 2


def test_a_damaged_backup_is_not_used(run: Run, plan: Path) -> None:
    first = Path(run("backup", plan, "--json").json["file"])
    second = Path(run("backup", plan, "--json").json["file"])
    second.write_bytes(second.read_bytes()[:-1] + b"!")
    assert "damaged" in run("backup", plan, "--list").out.splitlines()[1]
    assert run("restore", plan, "--number", 1).code == 2
    assert run("restore", plan).code == 0
    first.write_bytes(b"nothing")
    assert run("backup", plan, "--list").out.splitlines()[-1].endswith("damaged")


def test_salvage(run: Run, plan: Path, tmp_path: Path) -> None:
    break_rows(plan)
    saved = tmp_path / "saved.okrdesk"
    result = run("restore", plan, "--salvage", saved)
    assert result.code == 0
    assert f"rows to {saved}." in result.out
    assert " lost." in result.out
    assert run("show", saved).code == 0
    assert run("restore", plan, "--salvage", saved).code == 2


def test_salvage_of_a_sound_plan_loses_nothing(run: Run, plan: Path, tmp_path: Path) -> None:
    result = run("restore", plan, "--salvage", tmp_path / "saved.okrdesk")
    assert (result.code, result.out.count("\n")) == (0, 1)


def test_doctor(run: Run, plan: Path) -> None:
    assert run("doctor", plan) == (0, "The plan is sound.\n", "")
    assert run("doctor", plan, "--json").json == {"sound": True, "findings": []}


def test_doctor_finds(run: Run, plan: Path) -> None:
    with closing(sqlite3.connect(plan)) as connection:
        connection.execute("UPDATE check_in SET note = 'other' WHERE note = ''")
        connection.commit()
    result = run("doctor", plan)
    assert (result.code, result.err) == (1, "")
    assert "check_in" in result.out
    found = run("doctor", plan, "--json")
    assert (found.code, found.json["sound"]) == (1, False)
    assert found.json["findings"] == result.out.splitlines()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("restore",), "no good backup"),
        (("restore", "--number", "1"), "There are 0 backups"),
        (("restore", "--number", "0"), "whole number from 1"),
        (("restore", "--number", "x"), "whole number from 1"),
        (("restore", "--to", "a", "--salvage", "b"), "not allowed with"),
    ],
)
def test_bad_arguments(words: tuple[str, ...], says: str, run: Run, plan: Path) -> None:
    command, *rest = words
    result = run(command, plan, *rest)
    assert (result.code, result.out) == (2, "")
    assert says in result.err
    assert result.err.count("\n") == 1
