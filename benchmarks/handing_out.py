"""CSV and PDF."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks import plans
from benchmarks.floors import csv_rows, write_csv
from benchmarks.measure import Figure, against, seconds, within
from okrdesk.domain.scoring import Scores
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CYCLE
from okrdesk.exchange.csv_export import write_tables
from okrdesk.text import Catalogue


def figures(folder: Path) -> Iterator[Figure]:
    """CSV of 10,000 items, and the progress report of 50 and 500 objectives."""
    snapshot = Snapshot(plans.rows(10_000))
    written = folder / "csv"
    write_tables(written, snapshot)
    rows = csv_rows(written)
    floor = folder / "floor"
    floor.mkdir()
    yield against(
        "CSV of 10,000 items",
        lambda: seconds(lambda: write_tables(written, snapshot)),
        "Python's csv writer on the same rows",
        lambda: seconds(lambda: write_csv(floor, rows)),
        3.0,
    )
    for objectives in (50, 500):
        yield _report(objectives)


def _report(objectives: int) -> Figure:
    from okrdesk.app.reporting import make_report

    snapshot = Snapshot(plans.rows(objectives * 5))
    scores = Scores(snapshot, plans.TODAY)
    cycle = next(snapshot.rows(CYCLE))
    report = partial(
        make_report, snapshot, scores, cycle=cycle.id, day=plans.TODAY, catalogue=Catalogue("en")
    )
    return within(
        f"progress report of {objectives} objectives",
        lambda: seconds(report),
        float("inf"),
    )
