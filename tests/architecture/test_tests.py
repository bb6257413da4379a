"""Habits of the tests themselves: each can fail, and none waits for the clock."""

import ast
from pathlib import Path

import pytest

from tests.architecture.source import Function, files, nodes

CAN_FAIL = ("assert", "raises", "check", "wait")
WAITS = {"sleep", "qWait", "qSleep", "msleep"}


def can_fail(test: ast.FunctionDef) -> bool:
    """It asserts, or calls something named for it: ``check_…``, ``raises``, ``waitSignal``."""
    if any(isinstance(node, ast.Assert) for node in ast.walk(test)):
        return True
    calls = [ast.unparse(node.func).rpartition(".")[2] for node in calls_of(test)]
    return any(word in name.lower() for name in calls for word in CAN_FAIL)


def calls_of(node: ast.AST) -> list[ast.Call]:
    return [child for child in ast.walk(node) if isinstance(child, ast.Call)]


@pytest.mark.parametrize("path", files("tests"), ids=str)
def test_each_test_can_fail(path: Path) -> None:
    tests = [node for node in nodes(path, ast.FunctionDef) if node.name.startswith("test_")]
    assert [test.name for test in tests if not can_fail(test)] == []


@pytest.mark.parametrize("path", files("tests"), ids=str)
def test_no_test_sleeps(path: Path) -> None:
    called = [ast.unparse(node.func) for node in nodes(path, ast.Call)]
    assert [name for name in called if name.rpartition(".")[2] in WAITS] == []


def test_the_rule_sees_a_test_that_cannot_fail() -> None:
    module = ast.parse("def test_a():\n    run()\ndef test_b():\n    assert run()")
    empty, good = (node for node in module.body if isinstance(node, Function))
    assert isinstance(empty, ast.FunctionDef)
    assert isinstance(good, ast.FunctionDef)
    assert not can_fail(empty)
    assert can_fail(good)
