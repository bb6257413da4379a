"""The KPIs, to be looked at in every language."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from okrdesk.app import commands as c
from okrdesk.domain.tables import PERSON
from okrdesk.ui.kpis.page import KpisPage
from okrdesk.ui.kpis.period_model import Asked
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.matrix.page import TABLE, MatrixPage
from tests.ui.window.small_plan import CALLS, TEAM

Find = Callable[[str], int]


def add_kpis(desk: MainWindow, find: Find) -> dict[str, int]:
    """Two KPIs with values, one of them linked; returns their ids by name."""
    assert desk.bridge is not None
    run, owner = desk.bridge.run, desk.bridge.snapshot.sorted_rows(PERSON)[0].id
    first = run(c.create_kpi, CALLS, target=15, unit="responses", owner=owner)
    run(c.record_kpi_values, first, [("2026-06-30", 12), ("2026-07-31", 13)])
    run(c.link_kpi, find(TEAM), first, "direct")
    second = run(c.create_kpi, "Kindness", level="low", rule="qualitative", rhythm="weekly")
    return {CALLS: first, "Kindness": second}


def kpis(desk: MainWindow, find: Find) -> None:
    add_kpis(desk, find)
    desk.show_page("kpis")


def new_kpi(desk: MainWindow, _find: Find) -> QWidget | None:
    desk.action("new_kpi").trigger()
    QCoreApplication.processEvents()
    return QApplication.activeModalWidget()


def pasted(desk: MainWindow, find: Find) -> QWidget | None:
    kpis(desk, find)
    QGuiApplication.clipboard().setText("2026-08-31\t15\n2026-07-31\t15\n15\n2026-06-30\t12")
    desk.findChildren(KpisPage)[0].paste()
    QCoreApplication.processEvents()
    return QApplication.activeModalWidget()


def by_month(desk: MainWindow, find: Find) -> None:
    kpis(desk, find)
    desk.findChildren(KpisPage)[0].show_form(Asked.TARGETS)


def matrix(desk: MainWindow, find: Find) -> None:
    add_kpis(desk, find)
    desk.show_page("matrix")


def matrix_as_table(desk: MainWindow, find: Find) -> None:
    matrix(desk, find)
    desk.findChildren(MatrixPage)[0].show_form(TABLE)


KPI_SCENES: tuple[Callable[[MainWindow, Find], QWidget | None], ...] = (
    kpis,
    new_kpi,
    pasted,
    matrix,
    matrix_as_table,
)
