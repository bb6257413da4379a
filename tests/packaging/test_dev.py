"""What dev.py decides before anything is installed."""

import stat
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from devtools import ROOT, Trouble, checks, commands, pythons, system
from devtools.environment import Environment

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="shell scripts stand in for programs")


def script(path: Path, text: str) -> str:
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_the_running_python_is_found() -> None:
    found = pythons.found()
    assert sys.version_info[:2] in found
    assert list(found) == sorted(found)
    assert pythons.running(found).version == sys.version_info[:2]


@POSIX
@pytest.mark.parametrize("text", ["echo 'command not found'; exit 127", "echo nonsense", "exit 0"])
def test_a_shim_that_does_not_run_is_no_python(text: str, tmp_path: Path) -> None:
    assert pythons.probe(script(tmp_path / "python3.12", text)) is None


@POSIX
def test_a_python_that_is_too_old_or_too_new_is_none_of_ours(tmp_path: Path) -> None:
    for version in ("3, 10", "3, 15"):
        old = script(tmp_path / "python3", f"echo '[\"/usr/bin/python3\", [{version}], true]'")
        assert pythons.probe(old) is None


def test_no_python_at_all_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pythons, "_candidates", lambda: iter(["/nowhere/python3"]))
    with pytest.raises(Trouble, match=r"needs Python 3\.11"):
        pythons.found()


@POSIX
def test_a_package_under_its_newer_name_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = "libglib2.0-0t64 install ok installed\\nlibegl1 deinstall ok config-files"
    script(tmp_path / "dpkg-query", f"printf '{listed}\\n'; exit 1")
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert system._missing(("libglib2.0-0", "libegl1", "libgl1")) == ["libegl1", "libgl1"]  # noqa: SLF001  # the rule itself, apart from apt


def test_without_a_display_the_command_line_is_offered(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system, "has_display", lambda: False)
    monkeypatch.setattr(system, "ensure", lambda *_packages: None)
    python = pythons.running(pythons.found())
    monkeypatch.setattr(commands, "ready", lambda _python: Environment(ROOT / ".venv", python))
    assert commands.run(["my plan.okrdesk"]) == 0
    said = capsys.readouterr().out
    assert "no display" in said
    assert 'show "my plan.okrdesk"' in said


def test_the_summary_says_what_failed(capsys: pytest.CaptureFixture[str]) -> None:
    steps = [checks.Step("ruff check", passed=True, seconds=1.2)]
    assert checks.close(steps, 60) == 0
    steps.append(checks.Step("tests", passed=False, seconds=5, said="1 failed, 2 passed in 4.5s"))
    assert checks.close(steps, 60) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[-1] == "====== 1 failed, 2 passed in 4.5s ======"
    assert any(line.startswith("tests") and "FAILED" in line for line in said)


def test_the_summary_repeats_why_a_step_failed(capsys: pytest.CaptureFixture[str]) -> None:
    python = pythons.running(pythons.found())
    environment = Environment(Path(sys.prefix), python)
    code = "print('\\n'.join(f'line {n}' for n in range(40))); print('TOTAL 99%'); exit(2)"
    said = (("holds", "print('all is well')"), ("coverage", code))
    steps = [
        checks._step(name, partial(checks._run, environment, ("python", "-c", what)))  # noqa: SLF001  # the two together, apart from real gates
        for name, what in said
    ]
    capsys.readouterr()
    assert checks.close(steps, 60) == 1
    told = capsys.readouterr().out
    assert "line 38\nline 39\nTOTAL 99%\n" in told
    assert "line 9\n" not in told
    assert "all is well" not in told


def test_tests_keep_their_files_in_memory_where_there_is_room(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(checks, "_MEMORY", tmp_path)
    monkeypatch.setattr(checks, "_ROOM", 1)
    in_memory = checks._in_memory  # noqa: SLF001  # the rule itself, apart from pytest
    with in_memory() as places:
        (folder,) = map(Path, places.values())
        assert folder.parent == tmp_path
        (folder / "plan").touch()
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setattr(checks, "_ROOM", 2**80)
    with in_memory() as places:
        assert places == {}
    monkeypatch.setattr(checks, "_MEMORY", tmp_path / "none")
    with in_memory() as places:
        assert places == {}


def test_help_needs_nothing_installed() -> None:
    command = [sys.executable, "-S", "-E", str(ROOT / "dev.py"), "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for name in ("run", "test", "lint", "bench", "screenshots", "package", "translate"):
        assert name in done.stdout
