"""The program's source files, read once, for the tests that look at them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).parents[2]
SHIPPED = ("okrdesk",)
EVERYTHING = ("okrdesk", "tests", "benchmarks", "devtools", "translations", "dev.py")

N = TypeVar("N", bound=ast.AST)
Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def files(*places: str) -> tuple[Path, ...]:
    """The Python files under the places, relative to the repository."""
    found = (path for place in places for path in _python_files(ROOT / place))
    return tuple(sorted(path.relative_to(ROOT) for path in found))


def _python_files(place: Path) -> Iterator[Path]:
    if place.is_file():
        yield place
    yield from place.rglob("*.py")


@cache
def text(path: Path) -> str:
    """The file's text."""
    return (ROOT / path).read_text(encoding="utf-8")


@cache
def tree(path: Path) -> ast.Module:
    """The file's syntax tree."""
    return ast.parse(text(path), str(path))


def nodes(path: Path, *kinds: type[N]) -> Iterator[N]:
    """The file's nodes of these kinds."""
    return (node for node in ast.walk(tree(path)) if isinstance(node, kinds))
