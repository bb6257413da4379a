"""The matrix of objectives and KPIs."""

from collections.abc import Callable

from PySide6.QtGui import QPixmap

from devtools.screenshots.stage import OBJECTIVE_TITLE, open_sample, settle
from okrdesk.domain.tables import KPI, OBJECTIVE
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.matrix.page import TABLE, MatrixPage


def matrix_grid(window: MainWindow) -> QPixmap:
    """The grid with a link selected."""
    return _page(window, "grid")


def matrix_table(window: MainWindow) -> QPixmap:
    """The same as a table."""
    return _page(window, TABLE)


def _page(window: MainWindow, form: str) -> QPixmap:
    open_sample(window)
    window.show_page("matrix")
    page = window.findChildren(MatrixPage)[-1]
    page.show_form(form)
    if window.bridge is not None:
        snapshot = window.bridge.snapshot
        objectives = {row.title: row.id for row in snapshot.rows(OBJECTIVE)}
        kpis = {row.name: row.id for row in snapshot.rows(KPI)}
        page.grid.go_to(objectives[OBJECTIVE_TITLE], kpis["Net promoter score"])
    page.focus()
    settle()
    picture = window.grab()
    window.show_page("plan")
    return picture


SCENES: tuple[Callable[[MainWindow], QPixmap], ...] = (matrix_grid, matrix_table)
