"""CSV and PDF."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from benchmarks import plans
from benchmarks.floors import csv_rows, write_csv
from benchmarks.measure import Figure, against, seconds, within
from okrdesk.app.exporting import export_csv
from okrdesk.domain.scoring import Scores
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CYCLE
from okrdesk.exchange.csv_export import write_tables
from okrdesk.text import Catalogue

ITEMS, OBJECTIVES = 10_000, (50, 500)


def figures(
    folder: Path, items: int = ITEMS, objectives: Sequence[int] = OBJECTIVES
) -> Iterator[Figure]:
    """CSV of 10,000 items, and the progress report of 50 and 500 objectives."""
    snapshot = Snapshot(plans.rows(items))
    written, floor = folder / "csv", folder / "floor"
    floor.mkdir()
    known = Scores(snapshot, plans.TODAY)
    ways: tuple[tuple[str, Callable[[], object]], ...] = (
        ("tables alone", lambda: write_tables(written, snapshot)),
        ("scores known", lambda: export_csv(snapshot, known, written)),
        ("scores counted", lambda: export_csv(snapshot, Scores(snapshot, plans.TODAY), written)),
    )
    for words, write in ways:
        write()
        yield against(
            f"CSV of {items:,} items, {words}",
            partial(seconds, write),
            "Python's csv writer on the same rows",
            partial(seconds, partial(write_csv, floor, csv_rows(written))),
            3.0,
        )
    for number in objectives:
        yield _report(number)


def _report(objectives: int) -> Figure:
    from okrdesk.app.reporting import make_report

    snapshot = Snapshot(plans.rows(objectives * 5))
    cycle, day, catalogue = next(snapshot.rows(CYCLE)), plans.TODAY, Catalogue("en")

    def report() -> bytes:
        scores = Scores(snapshot, day)
        return make_report(snapshot, scores, cycle=cycle.id, day=day, catalogue=catalogue)

    return within(
        f"progress report of {objectives} objectives",
        lambda: seconds(report),
        float("inf"),
    )
