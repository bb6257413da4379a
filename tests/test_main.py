"""Which room a call opens."""

import sys
from collections.abc import Sequence
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
