"""The window's part of ``self-test``: opens it, draws, writes and reads again, and says so."""

import os
import sys
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from okrdesk.app import commands
from okrdesk.app.examples import write_example
from okrdesk.app.locations import HOME_VARIABLE
from okrdesk.domain.tables import OBJECTIVE
from okrdesk.text import Message
from okrdesk.ui.application import has_display, made_application, made_window
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.translation import said, tr

_DAY = date(2026, 8, 17)
_TITLE = "Find this again"
PATIENCE_S = 20.0
"""How long a slow computer may take to show a window."""


class Check(NamedTuple):
    """One thing to try with the window and the sample plan in it."""

    name: Message
    run: Callable[[MainWindow], None]


def main() -> int:
    """Prints a line for each check; 1 when one of them failed."""
    if not has_display(os.environ, sys.platform):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with TemporaryDirectory() as home:
        os.environ[HOME_VARIABLE] = home
        application = made_application()
        plan = Path(home) / "sample.okrdesk"
        write_example(plan, "marigold", _DAY)
        made: list[MainWindow] = []
        failed = not passes(MADE, lambda: made.append(made_window(application, _DAY)))
        for window in made:
            window.session.open(plan)
            passed = [passes(check.name, partial(check.run, window)) for check in CHECKS]
            failed = not all(passed)
            window.close()
    return int(failed)


def passes(name: Message, run: Callable[[], None]) -> bool:
    """Whether it works; prints the line that says so."""
    try:
        run()
    except Exception as error:  # noqa: BLE001  # whatever is wrong is what the test is for
        problem = f": {type(error).__name__}: {error}"
    else:
        problem = ""
    state = tr("FAILED") if problem else tr("ok")
    sys.stdout.write(f"{state:8}{said(name)}{problem}\n")
    return not problem


def _opens(window: MainWindow) -> None:
    """A window that is seen has the colours of the theme, of text and of icons in it."""
    window.show()
    _wait(lambda: window.windowHandle() is not None and window.windowHandle().isExposed())
    QApplication.processEvents()
    _require(_colours(window.grab().toImage()) > 20)


def _icons(window: MainWindow) -> None:
    """Qt reads SVG by a library of its own."""
    for name in ("target", "gauge", "users", "triangle-alert"):
        picture = window.look.icons.icon(name).pixmap(64, 64).toImage()
        _require(_colours(picture) > 1)


def _saves(window: MainWindow) -> None:
    bridge, session = window.bridge, window.session
    if bridge is None:
        raise FileNotFoundError("sample.okrdesk")
    item = bridge.snapshot.sorted_rows(OBJECTIVE)[-1].id
    bridge.run(commands.change_objective, item, title=_TITLE)
    session.close()
    session.open(bridge.path)
    _require(_TITLE in _titles(window))
    # One was made before the first change.
    _require(bridge.workspace.backups.newest is not None)


def _chart(_window: MainWindow) -> None:
    from okrdesk.charts.key_result_history import History, KeyResultHistory, Reading
    from okrdesk.charts.palette import screen
    from okrdesk.charts.render import to_png
    from okrdesk.text import Catalogue

    readings = [Reading(date(2026, 7, day), 4.0 * day) for day in (6, 13, 20)]
    history = History("Checks", date(2026, 7, 1), date(2026, 9, 30), 0, 100, readings, str)
    chart = KeyResultHistory()
    picture = QImage()
    data = chart.data(history, Catalogue())
    picture.loadFromData(to_png(chart, data, screen(dark=False), (300, 180)))
    _require(_colours(picture) > 5)


def _report(window: MainWindow) -> None:
    from okrdesk.ui.exports import ReportJob

    if window.bridge is None or window.view is None:
        raise FileNotFoundError("sample.okrdesk")
    target = window.bridge.path.with_suffix(".pdf")
    job = ReportJob(window.bridge, target, window.session.settings, window.view.scope.cycle)
    job.run(lambda _done, _total: None, lambda: False)
    _require(target.read_bytes().startswith(b"%PDF"))


def _listens(window: MainWindow) -> None:
    from okrdesk.ui.running import Listener

    listener = Listener(window.session.places, None, QObject(window))
    _require(bool(listener.listen()))
    listener.close()


def _titles(window: MainWindow) -> set[str]:
    rows = [] if window.bridge is None else window.bridge.snapshot.rows(OBJECTIVE)
    return {row.title for row in rows}


def _colours(picture: QImage) -> int:
    """How many colours a coarse grid over the picture meets."""
    columns, rows = (range(0, size, 3) for size in (picture.width(), picture.height()))
    return len({picture.pixel(x, y) for x in columns for y in rows})


def _wait(until: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not until():
        _require(time.monotonic() < end)
        QApplication.processEvents()


def _require(holds: bool) -> None:  # the one thing it asks
    if not holds:
        raise RuntimeError("not what was expected")


MADE = Message("the window can be made")
CHECKS: tuple[Check, ...] = (
    Check(Message("the window is seen"), _opens),
    Check(Message("icons"), _icons),
    Check(Message("a change is saved, read again and backed up"), _saves),
    Check(Message("a chart"), _chart),
    Check(Message("a report from the window"), _report),
    Check(Message("a second start is heard"), _listens),
)
"""In this order: the first shows the window for the others."""
