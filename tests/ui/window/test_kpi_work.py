"""What saves work with KPIs: a pasted column, ready sets, an objective from a KPI."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from okrdesk.domain.entities import Kpi
from okrdesk.domain.errors import UserError
from okrdesk.domain.tables import KEY_RESULT, KPI, KPI_VALUE, OBJECTIVE
from okrdesk.domain.words import KpiRule, ObjectiveState
from okrdesk.ui.kpis.page import KpisPage
from okrdesk.ui.kpis.series import SeriesDialog, read_any_day, read_value
from okrdesk.ui.main_window import MainWindow
from tests.ui.window.conftest import Find
from tests.ui.window.keys import press, type_text
from tests.ui.window.kpi_scenes import add_kpis
from tests.ui.window.selection_scenes import lines, picker
from tests.ui.window.small_plan import CALLS, TEAM


def shown(desk: MainWindow) -> KpisPage:
    desk.activateWindow()
    desk.show_page("kpis")
    QApplication.processEvents()
    return desk.findChildren(KpisPage)[0]


def test_a_column_is_pasted_after_a_look(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    first = add_kpis(desk, find)[CALLS]
    page = shown(desk)
    QGuiApplication.clipboard().setText("")
    press("Ctrl+V")
    assert desk.findChildren(SeriesDialog) == []
    assert page.side.chart.isVisible()
    text = "Day\tCalls\n8/31/26\t14.5\nJul 2026\t15\n2026-06-30\t12\nsoon\t3\n"
    QGuiApplication.clipboard().setText(text)
    press("Ctrl+V")
    dialog = desk.findChildren(SeriesDialog)[0]
    fates = [dialog.rows.topLevelItem(row).text(2) for row in range(4)]  # type: ignore[union-attr]  # it has four
    assert fates == [
        *("New", "Replaces 13", "Is there already"),
        "Left out: Each line needs a day and a value.",
    ]
    dialog.accept()
    rows = desk.bridge.snapshot.children(KPI_VALUE, "kpi", first)
    assert [(row.date, row.value) for row in rows] == [
        (date(2026, 6, 30), 12),
        (date(2026, 7, 31), 15),
        (date(2026, 8, 31), Decimal("14.5")),
    ]
    desk.action("undo").trigger()
    assert len(desk.bridge.snapshot.children(KPI_VALUE, "kpi", first)) == 2
    dialog = SeriesDialog(desk.bridge, desk.look, first, "nothing", page)
    dialog.accept()
    assert dialog.values == []
    dialog.deleteLater()


def test_days_and_values_as_the_language_writes_them() -> None:
    kpi = Kpi(1, "Sales", unit="EUR")
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German))
    try:
        assert read_any_day("17.08.2026") == read_any_day("17.08.26") == date(2026, 8, 17)
        assert read_any_day("08.2026") == date(2026, 8, 31)
        assert read_value(kpi, "1.412,5") == Decimal("1412.5")
        assert read_value(kpi, "-3 €") == -3
    finally:
        QLocale.setDefault(before)
    words = kpi._replace(rule=KpiRule.QUALITATIVE)
    assert [read_value(words, text) for text in ("Good", "fair", "0")] == [2, 1, 0]
    with pytest.raises(UserError):
        read_value(words, "3")


def test_an_objective_brings_a_kpi_back(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    assert desk.plan is not None
    first = add_kpis(desk, find)[CALLS]
    page = shown(desk)
    page.side.objective.click()
    made = desk.plan.current
    row = desk.bridge.snapshot.get(OBJECTIVE, made or 0)
    assert (row.title, row.state) == (f"Bring {CALLS} back to target", ObjectiveState.DRAFT)
    assert row.description == f"What drives it so far:\n• {TEAM}"
    (result,) = desk.bridge.snapshot.children(KEY_RESULT, "objective", row.id)
    assert (result.title, result.kpi) == (f"{CALLS} from 13 to 15", first)
    assert desk.page_id == "plan"
    desk.show_page("kpis")
    page.go_to(add_kpis(desk, find)["Kindness"])
    page.recover()
    titles = [row.title for row in desk.bridge.snapshot.rows(OBJECTIVE)]
    assert "Improve Kindness" in titles


def test_ready_kpis_for_an_empty_list_and_by_industry(desk: MainWindow) -> None:
    assert desk.bridge is not None
    page = shown(desk)
    page.empty.common.click()
    assert desk.bridge.snapshot.count(KPI) == 6
    assert page.list.isVisible()
    page.head.sets.click()
    menu = page.findChildren(QMenu)[-1]
    assert menu.actions()[1].text().startswith("Retail: ")
    menu.actions()[1].trigger()
    menu.close()
    assert desk.bridge.snapshot.count(KPI) == 12
    page.sets.add(1)
    assert desk.bridge.snapshot.count(KPI) == 12


def test_the_palette_finds_a_kpi(desk: MainWindow, find: Find) -> None:
    kpi = add_kpis(desk, find)["Kindness"]
    desk.activateWindow()
    QApplication.processEvents()
    press("Ctrl+K")
    type_text("kindness")
    QApplication.processEvents()
    press("Return")
    assert desk.page_id == "kpis"
    assert desk.findChildren(KpisPage)[0].kpi == kpi


def test_a_key_result_takes_its_value_from_a_kpi(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    kpis = add_kpis(desk, find)
    page = shown(desk)
    page.go_to(kpis["Kindness"])
    page.side.links.feed.click()
    assert lines(picker(desk)) == []
    press("Escape")
    page.go_to(kpis[CALLS])
    page.side.links.feed.click()
    assert CALLS in lines(picker(desk))
    type_text("interview")
    press("Return")
    assert desk.bridge.snapshot.get(KEY_RESULT, find(CALLS)).kpi == kpis[CALLS]
    assert desk.bridge.scores.key_result(find(CALLS)).current == 13
