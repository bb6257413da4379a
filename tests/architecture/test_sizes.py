"""Small functions, small classes, small files: what a check names stays clean."""

import ast
from pathlib import Path
from statistics import median

import pytest

from tests.architecture.source import EVERYTHING, SHIPPED, Function, files, nodes, text

FUNCTION_LINES = 50
MEDIAN_FUNCTION_LINES = 7
CLASS_LINES = 250
CLASS_METHODS = 20
FILE_LINES = 400


def lines(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def methods(node: ast.ClassDef) -> int:
    return sum(isinstance(part, Function) for part in node.body)


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [*nodes(path, ast.FunctionDef), *nodes(path, ast.AsyncFunctionDef)]


@pytest.mark.parametrize("path", files(*EVERYTHING), ids=str)
def test_file_function_and_class_sizes(path: Path) -> None:
    assert text(path).count("\n") <= FILE_LINES
    assert [f.name for f in functions(path) if lines(f) > FUNCTION_LINES] == []
    classes = list(nodes(path, ast.ClassDef))
    assert [c.name for c in classes if lines(c) > CLASS_LINES] == []
    assert [c.name for c in classes if methods(c) > CLASS_METHODS] == []


def test_median_function() -> None:
    sizes = [lines(function) for path in files(*SHIPPED) for function in functions(path)]
    assert median(sizes) <= MEDIAN_FUNCTION_LINES
