"""Which room a call opens."""

import gc
import linecache
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

from okrdesk.__main__ import main, opens_window


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["plan.okrdesk"],
        ["--today", "2026-08-17"],
        ["--today=2026-08-17"],
        ["--read-only", "plan.okrdesk"],
        ["--today", "2026-08-17", "my plan.okrdesk"],
        ["plan.okrdesk", "--today", "2026-08-17"],
    ],
)
def test_the_window(arguments: list[str]) -> None:
    assert opens_window(arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "plan.okrdesk"],
        ["--help"],
        ["--version"],
        ["--today", "2026-08-17", "show", "plan.okrdesk"],
        ["plan.txt"],
    ],
)
def test_the_command_line(arguments: list[str]) -> None:
    assert not opens_window(arguments)


@pytest.mark.parametrize(
    ("arguments", "room"), [(["--help"], "okrdesk.cli.main"), ([], "okrdesk.ui.application")]
)
def test_the_arguments_and_the_exit_code_are_passed_on(
    arguments: list[str], room: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Sequence[str]] = []

    def run(given: Sequence[str]) -> int:
        seen.append(given)
        return 7

    stand_in = ModuleType(room)
    monkeypatch.setattr(stand_in, "main", run, raising=False)
    monkeypatch.setitem(sys.modules, room, stand_in)
    monkeypatch.setattr(sys, "argv", ["okrdesk", *arguments])
    assert main() == 7
    assert seen == [arguments]


def test_the_window_leaves_no_answers_for_sources_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in = ModuleType("okrdesk.ui.application")
    known: list[tuple[list[str], bool]] = []

    def run(_given: Sequence[str]) -> int:
        known.append((linecache.getlines(__file__), gc.isenabled()))
        return 0

    monkeypatch.setattr(stand_in, "main", run, raising=False)
    monkeypatch.setitem(sys.modules, "okrdesk.ui.application", stand_in)
    monkeypatch.setattr(sys, "argv", ["okrdesk"])
    assert main() == 0
    assert known == [(["PySide6\n"], False)]
    assert len(linecache.getlines(__file__)) > 1
    assert gc.isenabled()


def test_the_self_test_tries_both_rooms(monkeypatch: pytest.MonkeyPatch) -> None:
    for room, code in (("okrdesk.cli.main", 0), ("okrdesk.ui.self_test", 1)):
        stand_in = ModuleType(room)
        monkeypatch.setattr(stand_in, "main", lambda *_given, code=code: code, raising=False)
        monkeypatch.setitem(sys.modules, room, stand_in)
    monkeypatch.setattr(sys, "argv", ["okrdesk", "self-test"])
    assert main() == 1
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    assert main() == 0


def test_a_bundle_keeps_the_cache_of_its_charts(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stand_in = ModuleType("okrdesk.cli.main")
    monkeypatch.setattr(stand_in, "main", lambda _given: 0, raising=False)
    monkeypatch.setitem(sys.modules, "okrdesk.cli.main", stand_in)
    monkeypatch.setattr(sys, "argv", ["okrdesk", "--help"])
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("MPLCONFIGDIR", "gone at the end")
    monkeypatch.setenv("OKRDESK_HOME", str(tmp_path))
    assert main() == 0
    assert os.environ["MPLCONFIGDIR"] == str(tmp_path / "cache" / "matplotlib")
