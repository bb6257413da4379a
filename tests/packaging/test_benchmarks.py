"""The benchmarks run; how fast anything is, is no matter of a test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from benchmarks import (
    dashboard,
    first_chart,
    handing_out,
    journal,
    looking,
    measure,
    memory,
    opening,
    palette,
    queue,
    reading,
    starting,
    tree,
    using,
)
from benchmarks import map as map_
from benchmarks.measure import Figure

TINY = 60


@pytest.fixture(autouse=True)
def once(monkeypatch: pytest.MonkeyPatch) -> None:
    """One pair of each, instead of enough for a median."""
    monkeypatch.setattr(measure, "RUNS", 1)


def names(figures: Iterator[Figure]) -> list[str]:
    found = list(figures)
    assert all(figure.value > 0 and figure.runs == 1 for figure in found)
    assert all(figure.floor is None or figure.floor > 0 for figure in found)
    return [figure.figure for figure in found]


def test_opening(tmp_path: Path) -> None:
    assert names(opening.figures(tmp_path, [TINY])) == ["open a plan of 60 items"]


def test_journal(tmp_path: Path) -> None:
    assert names(journal.figures(tmp_path, 300, TINY)) == [
        "the plan as of a week ago, 300 operations",
        "the plan as of half a year ago, 300 operations",
        "the plan as of a year ago, 300 operations",
    ]


def test_memory_grows_by_the_median_of_its_slopes() -> None:
    points = [(second, 100 + second / 2 + 50 * (second == 7)) for second in range(20)]
    assert memory.slope(points) == 0.5
    assert memory.slope(points[:1]) == 0.0


def test_using(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(using, "FILTER_SECONDS", {TINY: 1.0})
    assert names(using.figures(tmp_path, [TINY])) == [
        "one check-in until it is repainted, 60 items",
        "a letter in the filter, 60 items",
    ]


def test_queue(qapp: QApplication, tmp_path: Path) -> None:
    (name,) = names(queue.figures(tmp_path, [TINY]))
    assert name.startswith("Enter in check-in to next card, ")


def test_first_chart(tmp_path: Path) -> None:
    assert names(first_chart.figures(tmp_path)) == ["first chart after start"]


def test_tree(qapp: QApplication, tmp_path: Path) -> None:
    found = names(tree.figures(tmp_path, [TINY]))
    assert [name for name in found if "branch" not in name] == [
        "the tree until it is painted, 60 items",
        "the third letter of a search, 60 items",
        "by team instead of the tree, 60 items",
        "a frame of scrolling, 95th of 100, 60 items",
    ]
    assert len(found) == 5


def test_map(qapp: QApplication, tmp_path: Path) -> None:
    assert names(map_.figures(tmp_path, TINY)) == [
        "the map until it is painted, 60 cards",
        "a frame of moving the map at 100%, 95th of 100, 60 cards",
        "a frame of moving the map at 30%, 95th of 100, 60 cards",
        "an edit until the map is repainted, 60 cards",
    ]


def test_looking(qapp: QApplication, tmp_path: Path) -> None:
    assert names(looking.figures(tmp_path, TINY)) == [
        "another theme, 60 items, plan",
        "another theme, 60 items, settings",
    ]


def test_dashboard(qapp: QApplication, tmp_path: Path) -> None:
    assert names(dashboard.figures(tmp_path, TINY)) == [
        "dashboard until painted, 60 items, 52 weeks",
        "dashboard until every tile is there, 60 items, 52 weeks",
        "check-in until the dashboard is repainted, 60 items, 52 weeks",
    ]


def test_palette(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(palette, "WORDS", ("survey",))
    assert names(palette.figures(tmp_path, [TINY])) == [
        "the palette until it is painted, 60 items",
        "the last letter of “survey” in the palette, 60 items",
    ]


def test_reading(tmp_path: Path) -> None:
    assert names(reading.figures(tmp_path)) == ["a sentence read for a key result"]


def test_handing_out(tmp_path: Path) -> None:
    assert names(handing_out.figures(tmp_path, TINY, [5])) == [
        "CSV of 60 items, tables alone",
        "CSV of 60 items, scores known",
        "CSV of 60 items, scores counted",
        "progress report of 5 objectives",
    ]


def test_starting(tmp_path: Path) -> None:
    assert names(starting.figures(tmp_path)) == [
        "start to first paint with the sample plan",
        "memory at rest",
    ]
