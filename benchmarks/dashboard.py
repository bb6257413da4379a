"""The dashboard over a year of weekly check-ins: shown anew, and after an edit elsewhere."""

import os
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import count, cycle
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks import plans
from benchmarks.measure import Figure, seconds, within
from benchmarks.using import PATIENCE, settle
from okrdesk.app.commands import check_in
from okrdesk.domain.tables import KEY_RESULT
from okrdesk.ui import application
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.dashboard.board import Board
from okrdesk.ui.main_window import MainWindow

ITEMS, WEEKS = 2_000, 52
SHOW_SECONDS = 0.2
_UNSET = float("inf")


def figures(folder: Path, items: int = ITEMS) -> Iterator[Figure]:
    """Until today is painted, and until the weeks before are there too."""
    os.environ.update(XDG_DATA_HOME=str(folder), XDG_CONFIG_HOME=str(folder))
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else application.made_application()
    window = application.made_window(app, plans.TODAY)
    window.resize(1440, 900)
    window.session.open(plans.write(folder / "board.okrdesk", items, WEEKS), write=True)
    window.show()
    window.show_page("dashboard")
    board, bridge = window.findChild(Board), window.bridge
    if board is None or bridge is None:
        raise RuntimeError("the window has no dashboard")
    finish(board)
    yield from _of_board(window, board, bridge, items)
    window.close()
    window.deleteLater()


def _of_board(window: MainWindow, board: Board, bridge: Bridge, items: int) -> Iterator[Figure]:
    size = f"{items:,} items, {WEEKS} weeks"
    days = cycle((plans.TODAY - timedelta(days=1), plans.TODAY))
    clock = Clock(board.kpis)

    def leave() -> None:
        """Goes back to the plan on another day, so that nothing on the board holds any more."""
        finish(board)
        window.show_page("plan")
        bridge.workspace.set_today(next(days))
        settle()

    def painted() -> float:
        leave()
        return clock.until_painted(lambda: window.show_page("dashboard"))

    def show() -> None:
        window.show_page("dashboard")
        finish(board)

    def whole() -> float:
        leave()
        return seconds(show)

    yield within(f"dashboard until painted, {size}", painted, SHOW_SECONDS)
    yield within(f"dashboard until every tile is there, {size}", whole, _UNSET)
    key_result, values = min(bridge.snapshot.ids(KEY_RESULT)), count(1)
    progress = Clock(board.progress.bar)

    def heard() -> float:
        finish(board)
        return progress.until_painted(
            lambda: bridge.run(check_in, key_result, next(values) * 7 % 100, confidence=7)
        )

    yield within(f"check-in until the dashboard is repainted, {size}", heard, _UNSET)


class Clock(QObject):
    """Knows when a widget was painted, however much is done before one hears of it."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._painted: list[float] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt chose the name
        """Looks at the time, and lets the widget paint."""
        if event.type() == QEvent.Type.Paint:
            self._painted.append(time.perf_counter())
        return super().eventFilter(watched, event)

    def until_painted(self, action: Callable[[], object]) -> float:
        """Seconds from the beginning of an action until the widget is painted after it."""
        start = time.perf_counter()
        action()
        self._painted.clear()
        while not self._painted:
            QApplication.processEvents()
            if time.perf_counter() - start > PATIENCE:
                raise RuntimeError("the dashboard was not painted")
        return self._painted[0] - start


def finish(board: Board) -> None:
    """Lets every tile count and paint."""
    latest = time.monotonic() + PATIENCE
    while not board.finished:
        QApplication.processEvents()
        if time.monotonic() > latest:
            raise RuntimeError("the dashboard did not finish")
    settle()
