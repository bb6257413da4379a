"""The window in use: a check-in until it is repainted, and a letter typed into the filter."""

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from benchmarks import plans
from benchmarks.floors import DurableCommit
from benchmarks.measure import Figure, above, seconds, within
from okrdesk.app.commands import check_in
from okrdesk.domain.tables import KEY_RESULT
from okrdesk.ui import application
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.pages.filter_bar import FilterBar

SIZES = (1_000, 10_000, 100_000)
CHECK_IN_SECONDS = 0.05
FILTER_SECONDS = {10_000: 0.05, 100_000: 0.3}


def figures(folder: Path) -> Iterator[Figure]:
    """Each size in one window, the window of the program itself."""
    os.environ.update(XDG_DATA_HOME=str(folder), XDG_CONFIG_HOME=str(folder))
    app = application.made_application()
    commit = DurableCommit(folder / "floor.sqlite")
    for size in SIZES:
        path = plans.write(folder / f"use{size}.okrdesk", size)
        window = application.made_window(app, plans.TODAY)
        window.resize(1440, 900)
        window.session.open(path, write=True)
        window.show()
        _settle()
        yield _check_in(window, size, commit)
        if size in FILTER_SECONDS:
            yield _filter(window, size)
        window.close()
        window.deleteLater()
    commit.close()


def _settle() -> None:
    """Lets the window do and paint all that it has to."""
    for _ in range(3):
        QApplication.processEvents()


def _check_in(window: MainWindow, size: int, commit: DurableCommit) -> Figure:
    bridge = window.bridge
    if bridge is None:
        raise RuntimeError("the window has no plan")
    key_result = min(bridge.snapshot.ids(KEY_RESULT))
    values = count(1)

    def one() -> None:
        bridge.run(check_in, key_result, next(values) % 100, confidence=7)
        _settle()

    one()
    return above(
        f"one check-in until it is repainted, {size:,} items",
        lambda: seconds(one),
        "one durable commit",
        lambda: seconds(commit),
        CHECK_IN_SECONDS,
    )


def _filter(window: MainWindow, size: int) -> Figure:
    bar = window.findChild(FilterBar)
    field = bar.findChild(QLineEdit) if bar else None
    if field is None:
        raise RuntimeError("the window has no filter")

    def typed() -> None:
        QTest.keyClicks(field, "s")
        _settle()

    def letter() -> float:
        field.clear()
        _settle()
        return seconds(typed)

    letter()
    return within(f"a letter in the filter, {size:,} items", letter, FILTER_SECONDS[size])
