"""The KPIs: the list, a value by key, the editor, values put right, links."""

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from okrdesk.app import commands as c
from okrdesk.domain.tables import KPI, KPI_LINK, KPI_VALUE
from okrdesk.domain.words import KpiRule, KpiStrength
from okrdesk.ui.editors.fields import ChoiceField
from okrdesk.ui.kpis.editor import KpiDialog
from okrdesk.ui.kpis.list_model import Column
from okrdesk.ui.kpis.page import KpisPage
from okrdesk.ui.kpis.values import DAY, NOTE, VALUE
from okrdesk.ui.main_window import MainWindow
from tests.ui.window.conftest import Find
from tests.ui.window.keys import focused, press, type_text
from tests.ui.window.kpi_scenes import add_kpis
from tests.ui.window.selection_scenes import lines, picker
from tests.ui.window.small_plan import CALLS, OTHER, TEAM, TODAY


@pytest.fixture
def page(desk: MainWindow, find: Find) -> KpisPage:
    """The page with two KPIs; the cursor is on the first one."""
    add_kpis(desk, find)
    desk.activateWindow()
    desk.show_page("plan")
    QApplication.processEvents()
    press("Ctrl+5")
    return desk.findChildren(KpisPage)[0]


def rows(desk: MainWindow, kpi: int) -> list[tuple[date, float, str]]:
    assert desk.bridge is not None
    found = desk.bridge.snapshot.children(KPI_VALUE, "kpi", kpi)
    return [(row.date, float(row.value), row.note) for row in found]


def cells(page: KpisPage, row: int) -> list[str]:
    return [page.model.index(row, column).data() or "" for column in Column]


def test_the_list_says_where_each_kpi_stands(desk: MainWindow, page: KpisPage) -> None:
    assert desk.page_id == "kpis"
    assert focused() is page.list
    assert page.list.kpi is not None
    assert [page.model.index(row, 0).data() for row in range(4)] == [
        "High level (whole company)",
        CALLS,
        "Low level (teams)",
        "Kindness",
    ]
    assert cells(page, 1)[1:] == [
        *("13", "≥ 15", "", "Near", "31 Jul", "Monthly", "Amara Diallo", "1")
    ]
    assert cells(page, 3)[1:7] == ["—", "Good", "", "", "—", "Weekly"]
    said = [page.model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in (1, 3)]
    assert said == [
        f"{CALLS}, Near, 13, target at least 15, last entry 31 Jul",
        "Kindness, no value yet, target Good",
    ]
    page.resize(760, 500)
    assert page.list.isColumnHidden(Column.RHYTHM)
    assert not page.list.isColumnHidden(Column.STATE)


def test_enter_a_value_enter(desk: MainWindow, page: KpisPage) -> None:
    kpi = page.kpi
    assert kpi is not None
    press("Return")
    type_text("many")
    press("Return")
    assert "Use a number, for example 640 or +24." in texts(page)
    press("Ctrl+A")
    type_text("+3")
    press("Return")
    assert rows(desk, kpi)[-1] == (TODAY, 16, "")
    assert focused() is page.list
    assert cells(page, 1)[1:5] == ["16", "≥ 15", "", "On target"]
    press("Return")
    type_text("17")
    press("Return")
    assert "17 Aug already has 16. Replace with 17?" in texts(page)
    assert rows(desk, kpi)[-1] == (TODAY, 16, "")
    press("Return")
    assert rows(desk, kpi)[-1] == (TODAY, 17, "")
    press("Ctrl+Z")
    assert rows(desk, kpi)[-1] == (TODAY, 16, "")


def test_what_is_typed_is_kept_when_a_person_goes_on(desk: MainWindow, page: KpisPage) -> None:
    kpi = page.kpi
    assert kpi is not None
    press("Return")
    type_text("14")
    page.list.go_near(3)
    assert rows(desk, kpi)[-1] == (TODAY, 14, "")
    page.go_to(kpi)
    press("Return")
    type_text("many")
    desk.show_page("plan")
    desk.show_page("kpis")
    assert page.side.entry.value.text() == "many"
    press("Return", "Ctrl+A")
    type_text("15")
    desk.show_page("plan")
    assert rows(desk, kpi)[-1] == (TODAY, 14, ""), "a day that has a value asks first"


def test_good_fair_or_poor_is_chosen(desk: MainWindow, page: KpisPage) -> None:
    press("Down", "Return")
    assert focused() is page.side.entry.quality
    kpi = page.kpi
    assert kpi is not None
    page.side.entry.quality.setCurrentIndex(1)
    page.side.entry.note.setText("Two complaints")
    page.side.entry.button.click()
    assert rows(desk, kpi) == [(TODAY, 1, "Two complaints")]
    assert cells(page, 3)[1:5] == ["Fair", "Good", "", "Near"]
    page.side.values.topLevelItem(0).setText(VALUE, "good")  # type: ignore[union-attr]  # it has one
    assert rows(desk, kpi)[0][1] == 2


def test_values_are_put_right_in_their_place(desk: MainWindow, page: KpisPage) -> None:
    values, kpi = page.side.values, page.kpi
    assert kpi is not None

    def write(column: int, text: str) -> None:
        values.topLevelItem(0).setText(column, text)  # type: ignore[union-attr]  # it has two

    write(VALUE, "14")
    write(NOTE, "Counted anew")
    write(DAY, "1 Aug 2026")
    assert rows(desk, kpi)[-1] == (date(2026, 8, 1), 14, "Counted anew")
    write(VALUE, "many")
    assert not page.side.error.isHidden()
    assert values.topLevelItem(0).text(VALUE) == "14"  # type: ignore[union-attr]  # it has two
    write(DAY, "2026-06-30")
    assert "already has 12" in page.side.error.text()
    values.setFocus()
    values.setCurrentItem(values.topLevelItem(0))  # type: ignore[arg-type]  # it has two
    press("Return", "Escape", "Backspace")
    assert len(rows(desk, kpi)) == 2
    press("Del")
    assert [row[0] for row in rows(desk, kpi)] == [date(2026, 6, 30)]
    press("Del", "Del")
    assert rows(desk, kpi) == []
    assert values.isHidden()


def test_links_by_key_and_by_button(desk: MainWindow, find: Find, page: KpisPage) -> None:
    assert desk.bridge is not None
    press("Ctrl+L")
    shown = picker(desk)
    assert OTHER in lines(shown)
    assert not any(TEAM in line for line in lines(shown))
    type_text("app")
    press("Return")
    links = desk.bridge.snapshot.children(KPI_LINK, "kpi", page.kpi or 0)
    assert {link.objective for link in links} == {find(TEAM), find(OTHER)}
    strength = page.side.links.findChildren(ChoiceField)[-1]
    strength.chosen.emit(KpiStrength.INFLUENCES)
    links = desk.bridge.snapshot.children(KPI_LINK, "kpi", page.kpi or 0)
    assert KpiStrength.INFLUENCES in [link.strength for link in links]
    desk.bridge.run(c.link_kpi, find(TEAM), page.kpi or 0, None)
    settle()
    button(page, OTHER).click()
    assert (desk.page_id, desk.plan and desk.plan.current) == ("plan", find(OTHER))
    press("Alt+Left")
    assert desk.page_id == "kpis"


def test_a_kpi_that_feeds_a_key_result_stays(desk: MainWindow, find: Find, page: KpisPage) -> None:
    assert desk.bridge is not None
    kpi = page.kpi
    desk.bridge.run(c.change_key_result, find(CALLS), kpi=kpi)
    settle()
    assert button(page.side.links, CALLS).isVisible()
    press("Del")
    assert desk.bridge.snapshot.find(KPI, kpi) is not None
    press("Down", "Del")
    assert desk.bridge.snapshot.count(KPI) == 1
    assert page.kpi == kpi
    desk.bridge.run(c.change_key_result, find(CALLS), source="check_ins")
    press("Del")
    assert page.empty.isVisible()
    press("Ctrl+Z")
    assert page.list.isVisible()


def test_the_editor_asks_what_the_rule_needs(desk: MainWindow) -> None:
    assert desk.bridge is not None
    desk.show_page("kpis")
    page = desk.findChildren(KpisPage)[0]
    page.empty.new.click()
    dialog = opened(desk)
    assert focused() is dialog.name
    press("Return")
    assert not dialog.error.isHidden()
    type_text("Staff turnover")
    dialog.rule.setCurrentIndex(dialog.rule.findData(KpiRule.RANGE))
    dialog.rule.activated.emit(dialog.rule.currentIndex())
    assert dialog.lines["target"].isHidden()
    dialog.lines["low"].setText("ten")
    press("Return")
    assert focused() is dialog.lines["low"]
    dialog.lines["low"].setText("9.5")
    dialog.lines["high"].setText("12")
    press("Return")
    (row,) = desk.bridge.snapshot.rows(KPI)
    assert (row.name, row.rule, float(row.low or 0), row.decimals) == (
        *("Staff turnover", KpiRule.RANGE, 9.5, 1),
    )
    desk.activateWindow()
    desk.show_page("kpis")
    page.list.setFocus()
    QApplication.processEvents()
    press("F2")
    dialog = opened(desk)
    dialog.rule.setCurrentIndex(dialog.rule.findData(KpiRule.QUALITATIVE))
    dialog.accept()
    (row,) = desk.bridge.snapshot.rows(KPI)
    assert (row.rule, row.low) == (KpiRule.QUALITATIVE, None)


def test_a_plan_that_is_only_read(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    add_kpis(desk, find)
    path = desk.bridge.path
    desk.session.close()
    desk.session.open(path, write=False)
    desk.show_page("kpis")
    page = desk.findChildren(KpisPage)[-1]
    assert page.side.entry.isHidden()
    before = desk.bridge.snapshot
    press("Return", "F2", "Del", "Ctrl+L")
    assert desk.bridge.snapshot is before
    assert desk.findChildren(KpiDialog) == []
    page.edit(None)
    assert desk.findChildren(KpiDialog) == []


def opened(desk: MainWindow) -> KpiDialog:
    """The editor that is open, with the keyboard."""
    QApplication.processEvents()
    dialog = desk.findChildren(KpiDialog)[-1]
    dialog.activateWindow()
    QApplication.processEvents()
    dialog.name.setFocus()
    return dialog


def settle() -> None:
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def texts(page: KpisPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def button(part: object, text: str) -> QPushButton:
    assert isinstance(part, KpisPage) or hasattr(part, "findChildren")
    found = part.findChildren(QPushButton)
    return next(each for each in found if each.accessibleName() == text and each.isVisible())
