"""The dashboard in the window: the way there, whose numbers, what they open, and the way back."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from okrdesk.app import commands as c
from okrdesk.domain.filters import query_text
from okrdesk.domain.saved_views import ATTENTION
from okrdesk.domain.tables import CHECK_IN, TEAM
from okrdesk.ui.dashboard import page as pages
from okrdesk.ui.dashboard.heat_table import HeatTable
from okrdesk.ui.dashboard.page import DashboardPage
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.narrowing import team_choice
from okrdesk.ui.scope import EVERYTHING
from tests.ui.window.conftest import Find
from tests.ui.window.keys import focused, press
from tests.ui.window.small_plan import CALLS, OTHER


@pytest.fixture
def page(desk: MainWindow) -> DashboardPage:
    press("Ctrl+3")
    found = desk.findChild(DashboardPage)
    assert found is not None
    return found


def words(page: DashboardPage) -> str:
    labels = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    return " | ".join(labels)


def test_enter_opens_what_is_counted_and_back_returns(
    desk: MainWindow, page: DashboardPage, find: Find
) -> None:
    assert focused() is page.board.progress
    assert "day 48 of 92" in words(page)
    press("Tab", "Tab")
    assert focused() is page.board.check_ins
    press("Return")
    assert desk.page_id == "plan"
    asked = desk.view.page.filter.chosen
    assert query_text(asked) == 'cycle:"Q3 2026" is:key-result'
    assert desk.plan.model.shows(find(CALLS))
    press("Alt+Left")
    assert desk.page_id == "dashboard"
    assert focused() is page.board.check_ins
    press("Tab", "Down", "Down", "Return")
    assert (desk.page_id, desk.plan.current) == ("plan", find(OTHER))


def test_a_kpi_opens_on_its_page(desk: MainWindow, page: DashboardPage) -> None:
    kpis = [desk.bridge.run(c.create_kpi, name) for name in ("Sales", "Visits")]
    QApplication.processEvents()
    page.board.kpis.setFocus()
    press("Down", "Down", "Return")
    assert desk.page_id == "kpis"
    assert desk.view.pages.page.state() == kpis[1]


def test_arrows_change_whose_numbers_are_shown(
    desk: MainWindow, page: DashboardPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = list[str]()

    def hear(widget: QWidget, words: str) -> QAccessibleAnnouncementEvent:
        said.append(words)
        return QAccessibleAnnouncementEvent(widget, words)

    monkeypatch.setattr(pages, "QAccessibleAnnouncementEvent", hear)
    care = next(iter(desk.bridge.snapshot.rows(TEAM)))
    everyone = page.board.progress.accessibleDescription()
    press("Right", "Right")
    assert desk.view.narrowing.choice == team_choice(care.id)
    assert page.head.segments.value == care.id
    assert [words.partition(":")[0] for words in said] == ["Customer Care. Progress"]
    assert page.board.progress.accessibleDescription() != everyone
    assert focused() is page.board.progress
    press("Left")
    assert desk.view.narrowing.choice == ""
    assert page.board.progress.accessibleDescription() == everyone
    page.head.chosen.emit(care.id)
    assert desk.view.narrowing.choice == team_choice(care.id)
    desk.view.narrow(ATTENTION.id)
    assert page.head.segments.value is None
    press("Ctrl+1")
    desk.view.narrowing.choose("")
    press("Ctrl+3")
    assert page.board.progress.accessibleDescription() == everyone


def test_it_follows_edits_and_the_cycle(desk: MainWindow, page: DashboardPage, find: Find) -> None:
    before = page.board.progress.accessibleDescription()
    desk.bridge.run(c.check_in, find(CALLS), 15, confidence=9)
    assert page.board.progress.accessibleDescription() != before
    press("C")
    assert desk.notices.shown
    year = next(row for row in desk.view.page.filter.view.names("team"))
    assert year
    desk.view.scope.choose(EVERYTHING)
    assert "Q3 2026 · day 48 of 92" in words(page)


def test_before_the_first_check_in_there_is_one_way_on(
    desk: MainWindow, page: DashboardPage
) -> None:
    for row in list(desk.bridge.snapshot.ids(CHECK_IN)):
        desk.bridge.run(c.delete_row, CHECK_IN, row)
    QApplication.processEvents()
    assert "fills itself after your first check-in" in words(page)
    assert not page.board.isVisible()
    press("Ctrl+1", "Ctrl+3")
    assert focused() is page.nothing.go
    press("Space")
    assert desk.page_id == "check_in"


def test_what_can_only_be_read_offers_no_check_in(desk: MainWindow, plan_path: Path) -> None:
    assert desk.session.open(plan_path, write=False)
    desk.show_page("dashboard")
    page = desk.findChildren(DashboardPage)[-1]
    assert page.board.progress.openers
    texts = [opener.accessibleName() for opener in page.board.check_ins.openers]
    assert "Check in now" not in texts
    assert page.nothing.go.isHidden()
    page.nothing.show()
    page.focus()
    assert focused() is not page.nothing.go


def test_a_heatmap_without_a_week_has_a_width_all_the_same(desk: MainWindow) -> None:
    table = HeatTable(desk.look)
    table.resize(300, 40)
    table.fit()
    assert table.columnWidth(0) <= 300
    table.deleteLater()


def test_alone_there_is_no_word_of_a_team(desk: MainWindow, page: DashboardPage) -> None:
    desk.bridge.run(c.set_organisation, solo=True)
    press("Ctrl+1", "Ctrl+3")
    assert page.board.heat.accessibleName() == "Confidence by week"
    assert not page.head.segments.isVisible()
    texts = [words(page), *(tile.table() for tile in page.board.tiles)]
    assert not [text for text in texts if "team" in text.casefold()]


def test_many_teams_are_a_list(desk: MainWindow, page: DashboardPage) -> None:
    for number in range(6):
        desk.bridge.run(c.create_team, f"Team {number}", kind="team")
    assert page.head.field.isVisible()
    assert not page.head.segments.isVisible()
    page.head.field.activated.emit(1)
    assert page.head.field.currentText() == "Customer Care"
    assert desk.view.narrowing.name == "Customer Care"
