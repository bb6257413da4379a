"""Opening a plan, beside sqlite3 reading the same rows."""

import gc
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path

from benchmarks import plans
from benchmarks.floors import read_rows
from benchmarks.measure import Figure, against, seconds
from okrdesk.app.workspace import Workspace
from okrdesk.domain.tree import walk

_ROWS = 40
"""Rows of the tree that a first screen shows."""

SIZES = (1_000, 10_000, 100_000)


def figures(folder: Path, sizes: Sequence[int] = SIZES) -> Iterator[Figure]:
    """Opening 1,000, 10,000 and 100,000 items with five check-ins a key result."""
    for size in sizes:
        path = plans.write(folder / f"open{size}.okrdesk", size)
        yield against(
            f"open a plan of {size:,} items",
            partial(_open, path),
            "sqlite3 reading the same rows",
            partial(seconds, partial(read_rows, path)),
            4.0,
        )


def _open(path: Path) -> float:
    """Opens the plan and scores the rows of a first screen."""
    taken = seconds(partial(_first_screen, path))
    gc.unfreeze()
    gc.collect()
    return taken


def _first_screen(path: Path) -> None:
    workspace = Workspace.open(path, clock=plans.CLOCK, write=False)
    for item, _, _ in islice(walk(workspace.snapshot), _ROWS):
        workspace.scores.item(item)
    workspace.close()
