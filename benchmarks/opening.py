"""Opening a plan, beside sqlite3 reading the same rows."""

import gc
from collections.abc import Iterator
from pathlib import Path

from benchmarks import plans
from benchmarks.floors import read_rows
from benchmarks.measure import Figure, against, seconds
from okrdesk.app.workspace import Workspace

SIZES = (1_000, 10_000, 100_000)


def figures(folder: Path) -> Iterator[Figure]:
    """Opening 1,000, 10,000 and 100,000 items with five check-ins a key result."""
    for size in SIZES:
        path = plans.write(folder / f"open{size}.okrdesk", size)
        yield against(
            f"open a plan of {size:,} items",
            lambda path=path: _open(path),
            "sqlite3 reading the same rows",
            lambda path=path: seconds(lambda: read_rows(path)),
            4.0,
        )


def _open(path: Path) -> float:
    def open_and_close() -> None:
        Workspace.open(path, clock=plans.CLOCK, write=False).close()

    taken = seconds(open_and_close)
    gc.unfreeze()
    gc.collect()
    return taken
