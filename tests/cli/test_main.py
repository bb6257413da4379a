import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from okrdesk import __version__
from okrdesk.cli import keeping, show
from okrdesk.cli.context import Context
from okrdesk.cli.main import main
from okrdesk.cli.output import speak_utf8
from tests.cli.conftest import TODAY, Run

COMMANDS = [
    "new",
    "demo",
    "show",
    "explain",
    "kpis",
    "add",
    "templates",
    "draft",
    "set",
    "check-in",
    "history",
    "undo",
    "redo",
    "export",
    "report",
    "backup",
    "restore",
    "doctor",
    "self-test",
]


def okrdesk(*words: object, home: Path, **more: object) -> "subprocess.CompletedProcess[bytes]":
    environment = {**os.environ, "OKRDESK_HOME": str(home), "PYTHONIOENCODING": "ascii"}
    return subprocess.run(
        [sys.executable, "-m", "okrdesk", *map(str, words)],
        env=environment,
        capture_output=True,
        check=False,
        **more,  # type: ignore[call-overload]  # whatever subprocess.run takes
    )


def test_version(run: Run) -> None:
    assert run("--version").out == f"okrdesk {__version__}\n"


def test_help_names_every_command(run: Run) -> None:
    text = run("--help").out
    assert [name for name in COMMANDS if f"\n    {name} " not in text] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_has_examples(command: str, run: Run) -> None:
    result = run(command, "--help", today=None)
    assert result.code == 0
    assert f"\nexamples:\n  okrdesk {command}" in result.out
    assert "--today DATE" in result.out


def test_help_of_show(run: Run) -> None:
    lines = run("show", "--help", today=None).out.splitlines()
    assert lines[0].startswith("usage: okrdesk show [-h] [--today DATE] [--cycle NAME]")
    assert lines[-5:] == [
        "examples:",
        "  okrdesk show plan.okrdesk",
        '  okrdesk show plan.okrdesk --cycle "Q3 2026"',
        "  okrdesk show plan.okrdesk --on 2026-07-31 --json",
        "  okrdesk show plan.okrdesk --list kpis",
    ]


def test_help_of_set_names_the_fields(run: Run) -> None:
    text = run("set", "--help").out
    assert "  objective: title, cycle, level, " in text
    assert "start, target, low, high, warning, due" in text


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["fly"], "invalid choice: 'fly'"),
        (["show"], "required: FILE"),
        (["show", "a", "b"], "unrecognized arguments: b"),
        (["show", "a", "--sho"], "unrecognized arguments: --sho"),
        (["--today", "now", "show", "a"], "for example 2026-09-30"),
        (["show", "a", "--today", "0000-01-01"], "between 1900 and 2200"),
        (["show", "a", "--on", "9999-12-31"], "between 1900 and 2200"),
        (["history", "a", "--since", "2026-13-01"], "for example 2026-09-30"),
        (["check-in", "a"], "required: ID"),
        (["explain", "a"], "required: ID"),
        (["set", "a"], "required: ID"),
        (["undo"], "required: FILE"),
        (["self-test", "a"], "unrecognized arguments: a"),
    ],
)
def test_a_mistake_is_one_line(words: list[str], says: str, run: Run) -> None:
    result = run(*words, today=None)
    assert (result.code, result.out) == (2, "")
    assert says in result.err
    assert result.err.count("\n") == 1


def test_a_bug_is_one_line_and_a_log(
    run: Run, plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = "what " + "went wrong"

    def broken(_context: Context) -> int:
        raise ZeroDivisionError(secret)

    monkeypatch.setattr(show, "run_show", broken)
    result = run("show", plan)
    log = tmp_path / "home" / "data" / "okrdesk.log"
    assert (result.code, result.out) == (70, "")
    assert result.err == (
        "okrdesk: an error in the program (ZeroDivisionError). Your plan is safe. "
        f"What happened is written in {log}.\n"
    )
    assert secret in log.read_text(encoding="utf-8")
    run("show", plan)
    assert log.read_text(encoding="utf-8").count(secret) == 2


def test_the_log_does_not_grow_for_ever(
    run: Run, plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(show, "run_show", lambda _context: 1 // 0)
    log = tmp_path / "home" / "data" / "okrdesk.log"
    log.parent.mkdir(parents=True)
    log.write_bytes(b"x" * 1_000_001)
    run("show", plan)
    assert log.stat().st_size < 10_000


def test_a_log_that_cannot_be_written(
    run: Run, plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(show, "run_show", lambda _context: 1 // 0)
    (tmp_path / "home").write_text("in the way", encoding="utf-8")
    assert run("show", plan).err.endswith("Your plan is safe.\n")


@pytest.mark.parametrize(
    ("error", "code", "says"),
    [
        (KeyboardInterrupt(), 130, ""),
        (PermissionError(13, "Permission denied", "/x/y"), 2, "okrdesk: /x/y: Permission denied\n"),
        (OSError("odd"), 2, "okrdesk: odd\n"),
    ],
)
def test_what_comes_from_outside(
    error: BaseException, code: int, says: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_context: Context) -> int:
        raise error

    monkeypatch.setattr(keeping, "run_new", fails)
    result = run("new", "x.okrdesk")
    assert (result.code, result.out, result.err) == (code, "", says)


def test_a_broken_pipe_is_no_mistake(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_context: Context) -> int:
        raise BrokenPipeError

    turned: list[int] = []
    monkeypatch.setattr(keeping, "run_new", fails)
    monkeypatch.setattr("sys.stdout.fileno", lambda: 77)
    monkeypatch.setattr("os.dup2", lambda source, target: turned.extend([source, target]))
    assert run("new", "x.okrdesk").code == 0
    os.close(turned[0])
    assert turned[1] == 77


def test_utf8_on_every_system() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="cp1252", newline="")
    speak_utf8(stream, io.StringIO())
    stream.write("▲ \udcff")
    stream.flush()
    assert raw.getvalue() == "▲ \\udcff".encode()


def test_a_process_prints_utf8(plan: Path, tmp_path: Path) -> None:
    result = okrdesk("show", plan, "--today", TODAY, home=tmp_path)
    assert (result.returncode, result.stderr) == (0, b"")
    assert "▲ At risk" in result.stdout.decode()


def test_nobody_reads_to_the_end(plan: Path, tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    process = subprocess.run(
        [sys.executable, "-m", "okrdesk", "history", str(plan), "--json"],
        stdout=writing,
        stderr=subprocess.PIPE,
        env={**os.environ, "OKRDESK_HOME": str(tmp_path)},
        check=False,
    )
    os.close(writing)
    assert (process.returncode, process.stderr) == (0, b"")


def test_show_loads_neither_qt_nor_charts(plan: Path, tmp_path: Path) -> None:
    program = (
        "import sys\nfrom okrdesk.cli.main import main\n"
        "code = main(sys.argv[1:])\n"
        "heavy = {'PySide6', 'matplotlib', 'numpy', 'typst'} & set(sys.modules)\n"
        "sys.exit(f'{code} {heavy}' if code or heavy else 0)\n"
    )
    for words in (["show", plan], ["show", plan, "--json"], ["history", plan], ["--help"]):
        result = subprocess.run(
            [sys.executable, "-c", program, *map(str, words)],
            env={**os.environ, "OKRDESK_HOME": str(tmp_path)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (result.returncode, result.stderr) == (0, "")


def test_what_was_acknowledged_survives_a_kill(plan: Path, tmp_path: Path) -> None:
    program = (
        "import os, signal, sys\nfrom okrdesk.cli import main as door\n"
        "door.main(sys.argv[1:])\nsys.stdout.flush()\nos.kill(os.getpid(), signal.SIGKILL)\n"
    )
    for number in range(3):
        words = ["add", str(plan), "value", f"Value {number}"]
        result = subprocess.run(
            [sys.executable, "-c", program, *words],
            env={**os.environ, "OKRDESK_HOME": str(tmp_path)},
            capture_output=True,
            check=False,
        )
        assert result.returncode == -9
        assert len(result.stdout.strip()) == 12
    history = okrdesk("history", plan, home=tmp_path).stdout.decode()
    assert [f"Value {number}" in history for number in range(3)] == [True, True, True]


def test_main_returns_what_the_command_returns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "run_new", lambda _context: 1)
    assert main(["new", "x"]) == 1
