"""Who may know whom, and what the command line never loads."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, files, nodes

HEAVY = ("PySide6", "shiboken6", "matplotlib", "numpy", "typst", "babel")
ONLY_STANDARD_LIBRARY = ("okrdesk/domain",)
BELOW_EVERYTHING = ("okrdesk/text.py", "okrdesk/assets.py")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )


def imported(path: Path) -> Iterator[str]:
    for node in nodes(path, ast.Import):
        yield from (alias.name for alias in node.names)
    for node in nodes(path, ast.ImportFrom):
        yield node.module or ""


def test_rooms() -> None:
    done = run("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", files(*ONLY_STANDARD_LIBRARY), ids=str)
def test_domain_is_standard_library_only(path: Path) -> None:
    roots = {name.partition(".")[0] for name in imported(path)}
    assert roots - sys.stdlib_module_names <= {"okrdesk"}


@pytest.mark.parametrize("path", files("okrdesk/domain"), ids=str)
def test_domain_has_no_clock(path: Path) -> None:
    calls = [node.func for node in nodes(path, ast.Call)]
    named = {f"{ast.unparse(call)}" for call in calls if isinstance(call, ast.Attribute)}
    assert named & {"date.today", "datetime.now", "datetime.utcnow", "datetime.today"} == set()


@pytest.mark.parametrize("path", files("okrdesk"), ids=str)
def test_no_pyplot(path: Path) -> None:
    assert [name for name in imported(path) if name.startswith("matplotlib.pyplot")] == []


@pytest.mark.parametrize("module", ["okrdesk.cli.main", "okrdesk.app.commands", "okrdesk.__main__"])
def test_the_command_line_starts_light(module: str) -> None:
    code = f"import sys, {module}; print(*(set({HEAVY!r}) & set(sys.modules)))"
    done = run("-c", code)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []


def test_the_window_starts_without_what_it_shows_later() -> None:
    code = f"import sys, okrdesk.ui.application; print(*(set({HEAVY[2:]!r}) & set(sys.modules)))"
    done = run("-c", code)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []


def test_the_window_starts_without_reading_sources() -> None:
    code = (
        "import linecache; from okrdesk.__main__ import prepare_window; prepare_window(); "
        "import okrdesk.ui.application; "
        "print(*(path for path, (_, _, lines, _) in linecache.cache.items() if len(lines) > 1))"
    )
    done = run("-c", code)
    assert done.returncode == 0, done.stderr
    assert [path for path in done.stdout.split() if "okrdesk" in path] == []


WHEN_WANTED = (
    "okrdesk.ui.check_in", "okrdesk.ui.dialogs.box", "okrdesk.ui.palette.palette",
    "okrdesk.ui.pickers", "okrdesk.ui.settings", "okrdesk.ui.charts.card",
    "okrdesk.ui.editors.objective", "okrdesk.ui.editors.key_result",
    "okrdesk.ui.keeping.backups", "okrdesk.ui.clipboard", "okrdesk.ui.start_screen",
)  # fmt: skip
"""What is loaded when a person first asks for it."""


def test_the_window_starts_without_what_is_opened_later() -> None:
    code = f"import sys, okrdesk.ui.application; print(*(set({WHEN_WANTED!r}) & set(sys.modules)))"
    done = run("-c", code)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []
