"""In the pass: KPI values, steps and zones by key, and values that come from elsewhere."""

from datetime import timedelta
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QLabel

from okrdesk.app import commands as c
from okrdesk.domain.tables import CHECK_IN, KPI_VALUE, STEP
from okrdesk.ui.check_in.kpi_card import KpiCard
from okrdesk.ui.check_in.page import CheckInPage
from okrdesk.ui.check_in.queue_model import value_text
from okrdesk.ui.main_window import MainWindow
from tests.ui.window.conftest import Find
from tests.ui.window.keys import press, type_text
from tests.ui.window.small_plan import CALLS, OTHER, SURVEY, TODAY

LONG_AGO = TODAY - timedelta(days=40)


def shown(page: CheckInPage) -> list[str]:
    QCoreApplication.processEvents()
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def opened(desk: MainWindow) -> CheckInPage:
    press("Ctrl+2")
    page = desk.findChild(CheckInPage)
    assert page is not None
    return page


def test_kpi_values_are_entered_in_the_same_pass(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    run = desk.bridge.run
    sales = run(c.create_kpi, "Sales", rhythm="weekly", unit="EUR", target=100)
    mood = run(c.create_kpi, "Mood", rule="qualitative", rhythm="weekly")
    run(c.record_kpi_value, sales, 90, on=LONG_AGO)
    page = opened(desk)
    assert page.round.items == (find(SURVEY), find(CALLS), sales, mood)
    press("Return", "Return")
    assert isinstance(page.card, KpiCard)
    assert page.aside.isHidden()
    assert {"Sales", "Near"} <= set(shown(page))
    type_text("+12")
    assert "On target" in shown(page)
    type_text("x")
    press("Return")
    assert "This is counted in EUR. Use a number, for example 640." in shown(page)
    press("Ctrl+A", "Del", "Return")
    assert page.item == sales
    type_text("+12")
    press("Return")
    value = desk.bridge.snapshot.children(KPI_VALUE, "kpi", sales)[-1]
    assert (value.date, value.value) == (TODAY, Decimal(102))
    row = page.model.row_at(page.model.index_of(sales))
    assert (row.before, row.after) == ("€90", "€102")
    assert page.item == mood
    press("Return")
    assert "Choose good, fair or poor." in shown(page)
    press("Down", "Return")
    assert value_text(desk.bridge.scores, mood) == "Good"
    assert page.resting.words()[0] == "All 4 checked in."
    press("Ctrl+Z")
    assert page.item == mood
    page.go_to(sales)
    press("Return")
    assert len(desk.bridge.snapshot.children(KPI_VALUE, "kpi", sales)) == 2


def test_steps_and_zones_by_number(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    run = desk.bridge.run
    ship = run(c.create_key_result, find(OTHER), "Ship", kind="milestones", steps=["A & B", "Two"])
    rubric = run(c.create_key_result, find(OTHER), "Rate", kind="rubric")
    page = opened(desk)
    page.go_to(ship)
    press("2")
    assert "50%" in shown(page)
    press("9", "Return")
    done = [step.done for step in desk.bridge.snapshot.children(STEP, "key_result", ship)]
    assert done == [None, TODAY]
    page.go_to(rubric)
    press("3")
    assert "70%" in shown(page)
    press("Return")
    assert desk.bridge.snapshot.children(CHECK_IN, "key_result", rubric)[-1].zone is not None


def test_what_a_value_means_before_it_is_saved(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    page = opened(desk)
    type_text("700")
    assert "60 more than last time" in shown(page)
    expected = QLocale().toString(516.5, "f", 1)
    assert f"Expected today: {expected} responses (52%)" in shown(page)
    press("Ctrl+A")
    type_text("600")
    assert "40 less than last time" in shown(page)
    nps = desk.bridge.run(c.create_kpi, "NPS")
    fed = desk.bridge.run(c.create_key_result, find(OTHER), "Raise NPS", source="kpi", kpi=nps)
    led = desk.bridge.run(c.create_key_result, find(OTHER), "Led", source="children")
    page.begin()
    page.go_to(fed)
    assert "Comes from NPS" in shown(page)
    desk.bridge.run(c.record_kpi_value, nps, 44)
    page.go_to(fed)
    assert any(text.startswith("Comes from NPS, ") for text in shown(page))
    press("Return")
    assert page.item != fed
    assert led not in page.round.items
