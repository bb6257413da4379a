"""The window in use: a check-in until it is repainted, and a letter typed into the filter."""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks import plans
from benchmarks.floors import DurableCommit
from benchmarks.measure import Figure, above, seconds, within
from okrdesk.app.commands import check_in
from okrdesk.domain.filters import query_text
from okrdesk.domain.tables import KEY_RESULT
from okrdesk.ui import application
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.pages.plan import PlanPage

SIZES = (1_000, 10_000, 100_000)
CHECK_IN_SECONDS = 0.05
FILTER_SECONDS = {10_000: 0.05, 100_000: 0.3}
PATIENCE = 10.0
"""Seconds after which a window that has not been painted is an error, not a figure."""


def figures(folder: Path, sizes: Sequence[int] = SIZES) -> Iterator[Figure]:
    """Each size in one window, the window of the program itself."""
    app = made_app(folder)
    commit = DurableCommit(folder / "floor.sqlite")
    for size in sizes:
        path = plans.write(folder / f"use{size}.okrdesk", size)
        window = application.made_window(app, plans.TODAY)
        window.resize(1440, 900)
        window.session.open(path, write=True)
        window.show()
        settle()
        yield from _of_window(window, size, commit)
        window.close()
        window.deleteLater()
    commit.close()


def made_app(folder: Path) -> QApplication:
    """The program's application, whose files are in the folder."""
    os.environ.update(XDG_DATA_HOME=str(folder), XDG_CONFIG_HOME=str(folder))
    running = QApplication.instance()
    return running if isinstance(running, QApplication) else application.made_application()


def _of_window(window: MainWindow, size: int, commit: DurableCommit) -> Iterator[Figure]:
    bridge, page = window.bridge, window.plan
    if bridge is None or page is None:
        raise RuntimeError("the window has no plan")
    paints = Paints(page.tree.viewport())
    yield _check_in(bridge, page, paints, commit, size)
    if size in FILTER_SECONDS:
        yield _filter(page, paints, size)


class Paints(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.number = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt chose the name
        """Counts, and lets the widget paint."""
        self.number += event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)

    def after(self, action: Callable[[], object]) -> Callable[[], None]:
        """The action, and then all that happens until the widget has been painted."""

        def painted() -> None:
            before = self.number
            action()
            latest = time.monotonic() + PATIENCE
            while self.number == before:
                QApplication.processEvents()
                if time.monotonic() > latest:
                    raise RuntimeError("the tree was not painted")

        return painted


def settle() -> None:
    """Lets the window do and paint all that it has to."""
    for _ in range(3):
        QApplication.processEvents()


def _check_in(
    bridge: Bridge, page: PlanPage, paints: Paints, commit: DurableCommit, size: int
) -> Figure:
    """Of the selected key result: its row, those above it and the inspector change."""
    key_result = min(bridge.snapshot.ids(KEY_RESULT))
    page.select(key_result)
    settle()
    values = count(1)
    one = paints.after(
        lambda: bridge.run(check_in, key_result, next(values) * 7 % 100, confidence=7)
    )
    one()
    return above(
        f"one check-in until it is repainted, {size:,} items",
        lambda: seconds(one),
        "one durable commit",
        lambda: seconds(commit),
        CHECK_IN_SECONDS,
    )


def _filter(page: PlanPage, paints: Paints, size: int) -> Figure:
    """A letter that leaves some rows; the tree has to show fewer of them afterwards."""
    field, model = page.filter.field, page.model
    typed = paints.after(lambda: QTest.keyClicks(field, "s"))

    def letter() -> float:
        page.filter.clear()
        settle()
        taken = seconds(typed)
        if query_text(model.filter.query) != "s":
            raise RuntimeError("the filter did not take effect")
        return taken

    letter()
    return within(f"a letter in the filter, {size:,} items", letter, FILTER_SECONDS[size])
