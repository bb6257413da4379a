"""The weekly journal."""

from collections.abc import Callable

from PySide6.QtGui import QPixmap

from devtools.screenshots.stage import open_sample, settle
from okrdesk.app import commands as c
from okrdesk.domain.check_in_queue import ALL
from okrdesk.domain.tables import WEEK_LINE
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.weeks.page import WeeksPage

LINES = (
    ("Call the two banks that asked for papers", "plan"),
    ("Write the script for churn calls", "plan"),
    ("Book the hall for the autumn wave", "plan"),
    ("Two stores signed on Thursday", "progress"),
    ("No-shows: four of nine calls", "problem"),
    ("Mood in the team after the move", "health"),
    ("Opening in Graz on 12 September", "next"),
)

CHANGES = 3
"""Steps that ``_page`` makes beside them."""


def _page(window: MainWindow) -> WeeksPage:
    """The page with some lines; ``_leave`` takes them back."""
    open_sample(window)
    if window.bridge is None:
        raise LookupError("plan")
    for text, part in LINES:
        window.bridge.run(c.add_week_line, text, part=part)
    first, second, *_, mood, _next = window.bridge.snapshot.sorted_rows(WEEK_LINE)
    window.bridge.run(c.tick_plan, second.id)
    window.bridge.run(c.change_week_line, first.id, priority="P1")
    window.bridge.run(c.change_week_line, mood.id, health="fair")
    window.show_page("weeks")
    page = window.findChild(WeeksPage)
    if page is None:
        raise LookupError("weeks")
    page.show_state(page.state._replace(whose=ALL))
    return page


def _leave(window: MainWindow) -> None:
    if window.bridge is not None:
        for _ in range(len(LINES) + CHANGES):
            window.bridge.undo()
    window.show_page("plan")


def weeks_page(window: MainWindow) -> QPixmap:
    """Plans, progress, problems."""
    _page(window)
    settle()
    picture = window.grab()
    _leave(window)
    return picture


def weeks_squares(window: MainWindow) -> QPixmap:
    """The same week in four squares."""
    page = _page(window)
    page.show_state(page.state._replace(squares=True))
    settle()
    picture = window.grab()
    _leave(window)
    return picture


SCENES: tuple[Callable[[MainWindow], QPixmap], ...] = (weeks_page, weeks_squares)
