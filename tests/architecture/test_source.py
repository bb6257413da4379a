"""Habits that no tool checks: words for translators, reasons for exceptions, no foreign hosts."""

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.source import EVERYTHING, ROOT, SHIPPED, files, nodes, text

TRANSLATED = {"tr", "translate", "Message", "catalogue", "text", "command", "refuse"}
EXCUSE = re.compile(r"#\s*(?:noqa|type:\s*ignore)[^#\n]*")
REASON = re.compile(r"#\s*(?:noqa|type:\s*ignore)[^#\n]*#\s*\w.{9,}")


def called(node: ast.Call) -> str:
    return ast.unparse(node.func).rpartition(".")[2]


def built_in_place(node: ast.expr) -> bool:
    """Whether a text is put together where it stands, so that no translator ever sees it."""
    percent = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod)
    formatted = isinstance(node, ast.Call) and called(node) == "format"
    return percent or formatted or isinstance(node, ast.JoinedStr)


@pytest.mark.parametrize("path", files(*SHIPPED), ids=str)
def test_a_text_to_translate_is_written_whole(path: Path) -> None:
    calls = [node for node in nodes(path, ast.Call) if called(node) in TRANSLATED and node.args]
    assert [ast.unparse(call) for call in calls if built_in_place(call.args[0])] == []


def test_a_text_built_in_place_is_seen() -> None:
    sources = ('self.tr(f"{a} days")', 'Message("%s" % a)', 'catalogue("{}".format(a))')
    calls = [ast.parse(source, mode="eval").body for source in sources]
    assert all(isinstance(call, ast.Call) and built_in_place(call.args[0]) for call in calls)


@pytest.mark.parametrize("path", files(*EVERYTHING), ids=str)
def test_an_exception_from_a_check_gives_its_reason(path: Path) -> None:
    lines = [line for line in text(path).splitlines() if EXCUSE.search(line)]
    assert [line for line in lines if not REASON.search(line) and "re.compile" not in line] == []


@pytest.mark.parametrize("path", files(*SHIPPED), ids=str)
def test_everything_is_annotated(path: Path) -> None:
    functions = [*nodes(path, ast.FunctionDef), *nodes(path, ast.AsyncFunctionDef)]
    assert [f.name for f in functions if f.returns is None] == []
    arguments = [(f.name, a) for f in functions for a in (*f.args.args, *f.args.kwonlyargs)]
    bare = [(name, a.arg) for name, a in arguments if a.annotation is None]
    assert [pair for pair in bare if pair[1] not in {"self", "cls"}] == []


@pytest.mark.parametrize("path", files(*SHIPPED), ids=str)
def test_a_module_says_what_it_is(path: Path) -> None:
    assert re.match(r'(r?)"""\S', text(path)), "a module begins with its docstring"
    assert path.stem not in {"utils", "util", "helpers", "helper", "manager", "misc", "common"}


@pytest.mark.parametrize("path", files(*SHIPPED), ids=str)
def test_no_mutable_state_in_modules(path: Path) -> None:
    globals_ = list(nodes(path, ast.Global))
    assert [node.names for node in globals_] == []


def test_locked_versions_name_no_host() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    locked = [line for line in lines if line and not line.startswith("#")]
    assert locked
    shape = re.compile(r"[\w.-]+==[\w.!+]+( ; [\w\s.<>='\"()]+)?")
    assert [line for line in locked if not shape.fullmatch(line)] == []


LASTING = ("themes.changed", "bridge.updated", "scope.changed")
"""Signals of what outlives the widgets that listen to them."""


def held_too_long(tree: ast.AST) -> list[str]:
    """Connections that Qt cannot take back when the widget goes: to a lambda or a partial."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [
        ast.unparse(call)
        for call in calls
        if ast.unparse(call.func).endswith(tuple(f"{name}.connect" for name in LASTING))
        and ast.unparse(call.args[0]).startswith(("lambda", "partial"))
    ]


@pytest.mark.parametrize("path", files("okrdesk/ui"), ids=str)
def test_what_outlives_a_widget_calls_its_methods(path: Path) -> None:
    assert held_too_long(ast.parse(text(path))) == []


def test_a_lambda_that_outlives_its_widget_is_seen() -> None:
    source = "look.themes.changed.connect(lambda: self.show())\nthemes.changed.connect(self.show)"
    assert held_too_long(ast.parse(source)) == ["look.themes.changed.connect(lambda: self.show())"]
