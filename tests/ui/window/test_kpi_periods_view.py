"""Values and targets by period, typed into cells."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from okrdesk.app import commands as c
from okrdesk.domain.errors import UserError
from okrdesk.domain.tables import KPI_TARGET, KPI_VALUE
from okrdesk.domain.words import KpiRule, Rhythm
from okrdesk.ui.kpis.head import LIST
from okrdesk.ui.kpis.page import KpisPage
from okrdesk.ui.kpis.period_model import Asked
from okrdesk.ui.kpis.period_view import read_limits
from okrdesk.ui.main_window import MainWindow
from tests.ui.window.conftest import Find
from tests.ui.window.keys import focused, press, type_text
from tests.ui.window.kpi_scenes import add_kpis
from tests.ui.window.small_plan import CALLS


@pytest.fixture
def kpi(desk: MainWindow, find: Find) -> int:
    return add_kpis(desk, find)[CALLS]


@pytest.fixture
def page(desk: MainWindow, kpi: int) -> KpisPage:
    del kpi
    desk.activateWindow()
    desk.show_page("kpis")
    QApplication.processEvents()
    return desk.findChildren(KpisPage)[0]


def texts(page: KpisPage) -> list[str]:
    model = page.periods.model
    return [str(model.index(0, column).data()) for column in range(model.columnCount())]


def held(desk: MainWindow, kpi: int) -> list[tuple[date, Decimal]]:
    assert desk.bridge is not None
    return [(row.date, row.value) for row in desk.bridge.snapshot.children(KPI_VALUE, "kpi", kpi)]


def test_months_are_columns_and_a_digit_begins_to_type(
    desk: MainWindow, page: KpisPage, kpi: int
) -> None:
    page.head.form.chosen.emit(Asked.VALUES)
    page.focus()
    model, table = page.periods.model, page.periods.table
    assert focused() is table
    assert texts(page)[-3:] == ["12", "13", ""]
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in (0, 11)]
    assert heads == ["Sep 2025", "Aug 2026"]
    assert model.headerData(1, Qt.Orientation.Vertical) == "Kindness"
    index = table.currentIndex()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == f"{CALLS}, Aug 2026: empty"
    press("1")
    type_text("4")
    press("Return")
    assert held(desk, kpi)[-1] == (date(2026, 8, 17), 14)
    assert texts(page)[-1] == "14"
    press("Left", "Return", "Ctrl+A")
    type_text("16")
    press("Return")
    assert held(desk, kpi)[1] == (date(2026, 7, 31), 16)
    assert table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) == (
        f"{CALLS}, Jul 2026: 16, On target"
    )
    press("Del")
    assert [day for day, _ in held(desk, kpi)] == [date(2026, 6, 30), date(2026, 8, 17)]
    press("Del", "Ctrl+Z")
    assert texts(page)[-2] == "16"
    assert not table.grab().isNull()


def test_what_cannot_be_written_is_said_below(desk: MainWindow, page: KpisPage, kpi: int) -> None:
    assert desk.bridge is not None
    page.show_form(Asked.VALUES)
    model, error = page.periods.model, page.periods.error
    desk.bridge.run(c.record_kpi_value, kpi, 14, on=date(2026, 7, 15))
    index = model.index(0, 10)
    model.setData(index, "3")
    assert error.text() == (f"{CALLS}: This period has 2 values. Change them in the list.")
    assert not model.setData(index, model.cell_at(index).plain)
    model.setData(model.index(0, 11), "many")
    assert "Use a number" in error.text()
    model.setData(model.index(0, 11), "15")
    assert error.isHidden()
    page.periods.lengths.chosen.emit(Rhythm.QUARTERLY)
    assert model.headerData(7, Qt.Orientation.Horizontal) == "Q3 2026"
    page.periods.lengths.chosen.emit(Rhythm.WEEKLY)
    assert model.headerData(12, Qt.Orientation.Horizontal) == "17 Aug"


def test_targets_of_periods_hold_on(desk: MainWindow, page: KpisPage, kpi: int) -> None:
    assert desk.bridge is not None
    page.show_form(Asked.TARGETS)
    model = page.periods.model
    assert texts(page)[0] == "≥ 15"
    model.setData(model.index(0, 3), "20")
    (row,) = desk.bridge.snapshot.children(KPI_TARGET, "kpi", kpi)
    assert row.target == 20
    assert texts(page)[2:5] == ["≥ 15", "≥ 20", "≥ 20"]
    assert [model.cell_at(model.index(0, n)).strong for n in (2, 3, 4)] == [False, True, False]
    model.setData(model.index(0, 3), "")
    assert desk.bridge.snapshot.count(KPI_TARGET) == 0
    before = desk.bridge.snapshot
    model.setData(model.index(0, 4), "")
    assert desk.bridge.snapshot is before
    model.setData(model.index(1, 4), "3")
    assert "always good" in page.periods.error.text()
    desk.bridge.run(c.change_kpi, kpi, rule="range", low=4, high=5)
    assert model.cell_at(model.index(0, 0)).plain == "4 to 5"
    page.show_form(LIST)
    assert page.list.isVisible()


def test_limits_as_people_type_them() -> None:
    assert read_limits(KpiRule.AT_MOST, "1,055") == {"target": 1055}
    for text in ("4 – 5", "4..5", "4 to 5"):
        assert read_limits(KpiRule.RANGE, text) == {"low": 4, "high": 5}
    with pytest.raises(UserError):
        read_limits(KpiRule.RANGE, "4")
