"""The gates: style, types, rooms, tests on two Pythons, coverage; and what they came to."""

import re
import shutil
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import NamedTuple

from devtools import ROOT, pythons, system
from devtools.environment import Environment, clean, ready

LINT = (
    ("ruff", "check"),
    ("ruff", "format", "--check"),
    ("mypy", "--strict"),
    ("lint-imports",),
)
WINDOW_TESTS = ("tests/ui", "tests/journeys")
_ELSEWHERE = "*_windows.py,*_macos.py"
COVERAGE = (
    ("below the window", 100, ("--include=okrdesk/*", f"--omit=okrdesk/ui/*,{_ELSEWHERE}")),
    ("of the window", 90, ("--include=okrdesk/ui/*", f"--omit={_ELSEWHERE}")),
)
_QUIET_QT = {"QT_QPA_PLATFORM": "offscreen"}
_MEMORY = Path("/dev/shm")  # noqa: S108  # in it a folder of an unguessable name is made
"""Where Linux keeps files in memory."""
_ROOM = 4 * 1024**3
"""Bytes that must be free there: several times what the files of all tests take."""
_REPEATED = 25
"""Lines of a failed step that the summary says again: where its reason stands."""
_CLOSING = re.compile(r"\b\d+ (passed|failed|error|errors|skipped)\b.* in [\d.]+s|no tests ran")


class Outcome(NamedTuple):
    """What a gate came to."""

    code: int
    said: str = ""
    """The closing line of what ran."""
    end: tuple[str, ...] = ()
    """The last lines it printed."""


class Step(NamedTuple):
    """One gate, done."""

    name: str
    passed: bool
    seconds: float
    said: str = ""
    """The closing line of what ran."""
    end: tuple[str, ...] = ()
    """The last lines it printed."""

    def line(self) -> str:
        """One line of the summary."""
        word = "ok" if self.passed else "FAILED"
        return f"{self.name:<36}{word:<8}{self.seconds:6.0f} s  {self.said}".rstrip()


def lint(environment: Environment) -> list[Step]:
    """Style, format, types and rooms; each runs although another failed."""
    return [_step(" ".join(gate), partial(_run, environment, gate)) for gate in LINT]


def test(*, long: bool) -> int:
    """Every gate: all tests on the oldest Python, all but the window's on a newer one."""
    start = monotonic()
    prepare(long=long)
    found = pythons.found()
    extras = ("dev", "long") if long else ("dev",)
    oldest = ready(found[min(found)], extras)
    steps = [*lint(oldest), *_measured(oldest, long=long)]
    if len(found) > 1:
        steps.append(_on_newer(ready(found[max(found)])))
    else:
        print(f"Only Python {oldest.python.name} is here: nothing is tested on a newer one.")
    return close(steps, monotonic() - start)


def prepare(*, long: bool) -> None:
    """Installs what the tests need from the system."""
    more = (*system.SCREEN, *system.LONG, *system.BUNDLE) if long else ()
    system.ensure(*system.QT, *system.FONTS, *more)


def only(arguments: list[str]) -> int:
    """Only pytest, with these arguments, on the oldest Python."""
    prepare(long=False)
    found = pythons.found()
    return ready(found[min(found)]).run("python", "-m", "pytest", *arguments, **_QUIET_QT)


def _measured(environment: Environment, *, long: bool) -> list[Step]:
    for old in ROOT.glob(".coverage*"):
        old.unlink()
    chosen = ["-m", ""] if long else []
    tests = _pytest(environment, "--cov", "--cov-report=", *chosen)
    return [tests, *(_coverage(environment, *gate) for gate in COVERAGE)]


def _on_newer(environment: Environment) -> Step:
    return _pytest(environment, *(f"--ignore={folder}" for folder in WINDOW_TESTS))


def _pytest(environment: Environment, *arguments: str) -> Step:
    command = ("python", "-m", "pytest", "-q", "-n", "2", "--dist", "loadgroup", *arguments)
    name = f"tests on Python {environment.python.name}"
    with _in_memory() as places:
        return _step(name, partial(_run, environment, command, **_QUIET_QT, **places))


@contextmanager
def _in_memory() -> Iterator[dict[str, str]]:
    """Lets the tests keep their files in memory where there is room.

    The program waits for the disk whenever it saves: of the tests of storage that is two thirds
    of the time, and how long it takes depends on who else uses the disk.
    """
    if not _MEMORY.is_dir() or shutil.disk_usage(_MEMORY).free < _ROOM:
        yield {}
        return
    with TemporaryDirectory(dir=_MEMORY, prefix="okr", ignore_cleanup_errors=True) as folder:
        yield {"PYTEST_DEBUG_TEMPROOT": folder}


def _coverage(environment: Environment, name: str, floor: int, files: tuple[str, ...]) -> Step:
    command = ("coverage", "report", f"--fail-under={floor}", *files)
    return _step(f"coverage {name}, {floor} %", partial(_run, environment, command))


def _step(name: str, work: Callable[[], Outcome]) -> Step:
    print(f"\n── {name}", flush=True)
    start = monotonic()
    outcome = work()
    return Step(name, outcome.code == 0, monotonic() - start, outcome.said, outcome.end)


def _run(environment: Environment, command: tuple[str, ...], **variables: str) -> Outcome:
    """Runs it, passing on what it prints."""
    arguments = [environment.program(command[0]), *command[1:]]
    said, end = "", deque[str](maxlen=_REPEATED)
    with subprocess.Popen(
        arguments, cwd=ROOT, env=clean(**variables), stdout=subprocess.PIPE, text=True,
        encoding="utf-8", errors="replace",
    ) as process:  # fmt: skip
        for line in process.stdout or ():
            sys.stdout.write(line)
            sys.stdout.flush()
            end.append(line.rstrip())
            said = line.strip(" =\n") if _CLOSING.search(line) else said
    return Outcome(process.returncode, said, tuple(end))


def close(steps: list[Step], seconds: float) -> int:
    """Prints what the gates came to, why they failed, and last pytest's own lines.

    Returns the exit code.
    """
    passed = all(step.passed for step in steps)
    print(f"\n── Summary, {seconds / 60:.1f} minutes")
    for step in steps:
        print(step.line())
    for step in steps:
        if not step.passed:
            print(f"\n── The end of {step.name}", *step.end, sep="\n")
    print("Everything holds." if passed else "Something failed; see above.")
    for step in steps:
        if step.said:
            print(f"====== {step.said} ======")
    return 0 if passed else 1
