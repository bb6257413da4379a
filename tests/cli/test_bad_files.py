import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def missing(_plan: Path) -> None:
    _plan.unlink()


def empty(plan: Path) -> None:
    plan.write_bytes(b"")


def text(plan: Path) -> None:
    plan.write_text("# My goals\n" * 50, encoding="utf-8")


def another_database(plan: Path) -> None:
    plan.unlink()
    with closing(sqlite3.connect(plan)) as connection:
        connection.execute("CREATE TABLE note (text)")


def encrypted(plan: Path) -> None:
    plan.write_bytes(random.Random(1).randbytes(8192))


def cut_off(plan: Path) -> None:
    plan.write_bytes(plan.read_bytes()[:5000])


def damaged(plan: Path) -> None:
    content = bytearray(plan.read_bytes())
    for place in range(4096, len(content), 4096):
        content[place : place + 2000] = b"\xff" * 2000
    plan.write_bytes(content)


def hostile(plan: Path) -> None:
    with closing(sqlite3.connect(plan)) as connection:
        connection.execute("CREATE TRIGGER t AFTER INSERT ON value BEGIN DELETE FROM value; END")


def folder(plan: Path) -> None:
    plan.unlink()
    plan.mkdir()


BAD = [missing, empty, text, another_database, encrypted, cut_off, damaged, hostile, folder]
COMMANDS = [
    ("show", "{plan}"),
    ("show", "{plan}", "--json"),
    ("explain", "{plan}", "7k2m"),
    ("add", "{plan}", "objective", "x"),
    ("set", "{plan}", "mission", "mission=x"),
    ("check-in", "{plan}", "7k2m", "1"),
    ("history", "{plan}"),
    ("undo", "{plan}"),
    ("redo", "{plan}"),
    ("export", "{plan}", "-o", "{out}"),
    ("report", "{plan}", "-o", "{out}"),
    ("backup", "{plan}"),
    ("doctor", "{plan}"),
]


@pytest.mark.parametrize("spoil", BAD)
@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(words[:1] + words[2:3]))
def test_a_file_that_is_no_plan(
    spoil: Callable[[Path], None], words: tuple[str, ...], run: Run, plan: Path, tmp_path: Path
) -> None:
    spoil(plan)
    before = plan.read_bytes() if plan.is_file() else None
    result = run(*(word.format(plan=plan, out=tmp_path / "out") for word in words))
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("okrdesk: ")
    assert result.err.count("\n") == 1
    assert not (tmp_path / "out").exists()
    assert before == (plan.read_bytes() if plan.is_file() else None)


@pytest.mark.parametrize("command", ["new", "demo"])
@pytest.mark.parametrize("spoil", [empty, text, folder, None])
def test_nothing_is_replaced(
    command: str, spoil: Callable[[Path], None] | None, run: Run, plan: Path
) -> None:
    if spoil:
        spoil(plan)
    before = plan.read_bytes() if plan.is_file() else None
    result = run(command, plan)
    assert (result.code, result.out) == (2, "")
    assert result.err.count("\n") == 1
    assert before == (plan.read_bytes() if plan.is_file() else None)


@pytest.mark.parametrize("command", ["new", "demo"])
def test_a_folder_that_is_not_there(command: str, run: Run, tmp_path: Path) -> None:
    result = run(command, tmp_path / "nowhere" / "x.okrdesk")
    assert (result.code, result.out) == (2, "")
    assert result.err.count("\n") == 1


@pytest.mark.parametrize("name", ["x" * 300, "a\0b", ""])
def test_a_name_that_no_file_can_have(name: str, run: Run, tmp_path: Path) -> None:
    for command in ("new", "demo", "show"):
        result = run(command, f"{tmp_path}/{name}" if name else "")
        assert (result.code, result.out) == (2, "")
        assert result.err.count("\n") == 1


def test_a_newer_plan_is_read_and_not_changed(run: Run, plan: Path) -> None:
    with closing(sqlite3.connect(plan)) as connection:
        connection.execute("PRAGMA user_version = 9999")
    before = plan.read_bytes()
    result = run("add", plan, "value", "Calm")
    assert (result.code, result.out) == (2, "")
    assert result.err.count("\n") == 1
    assert result.err.endswith("It can be read but not changed here.\n")
    undone = run("undo", plan)
    assert (undone.code, undone.out, undone.err) == (2, "", result.err)
    assert run("show", plan).code == 0
    assert plan.read_bytes() == before


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder(run: Run, plan: Path, tmp_path: Path) -> None:
    plan.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        assert run("show", plan).code == 0
        assert run("add", plan, "value", "Calm").code == 2
    finally:
        tmp_path.chmod(0o755)


def test_while_another_program_has_it_open(run: Run, plan: Path) -> None:
    holder = (
        "import sys; from pathlib import Path; from okrdesk.app.clock import SystemClock\n"
        "from okrdesk.app.workspace import Workspace\n"
        "plan = Workspace.open(Path(sys.argv[1]), clock=SystemClock())\n"
        "print('open', flush=True); sys.stdin.read(); plan.close()\n"
    )
    words = [sys.executable, "-c", holder, str(plan)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"open"
        for reading in ("show", "history"):
            assert run(reading, plan).code == 0
        result = run("add", plan, "value", "Calm")
        assert (result.code, result.out) == (2, "")
        assert "open" in result.err
        assert result.err.count("\n") == 1
        other.communicate()
    assert run("add", plan, "value", "Calm").code == 0
