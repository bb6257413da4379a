"""The weekly check-in: the queue, one card at a time, by keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton

from okrdesk.app import commands as c
from okrdesk.domain.check_in_queue import ALL, Whose
from okrdesk.domain.tables import CHECK_IN, INITIATIVE, OBJECTIVE, PERSON, TEAM
from okrdesk.domain.words import Status
from okrdesk.ui.check_in.head import time_left
from okrdesk.ui.check_in.page import CheckInPage
from okrdesk.ui.check_in.queue_model import Mark, value_text
from okrdesk.ui.main_window import MainWindow
from tests.ui.window.conftest import Find
from tests.ui.window.keys import focused, press, type_text
from tests.ui.window.small_plan import CALLS, OTHER, SURVEY, TODAY

Open = Callable[[], CheckInPage]


@pytest.fixture
def page(desk: MainWindow) -> CheckInPage:
    press("Ctrl+2")
    found = desk.findChild(CheckInPage)
    assert found is not None
    return found


def values(desk: MainWindow, item: int) -> list[object]:
    assert desk.bridge is not None
    return [row.value for row in desk.bridge.snapshot.children(CHECK_IN, "key_result", item)]


def marks(page: CheckInPage) -> list[Mark]:
    return [page.model.row_at(page.model.index(n)).mark for n in range(page.model.rowCount())]


def words(page: CheckInPage) -> list[str]:
    return [label.text() for label in page.head.findChildren(QLabel) if label.isVisibleTo(page)]


def test_the_first_value_is_selected_and_enter_goes_on(
    desk: MainWindow, page: CheckInPage, find: Find
) -> None:
    assert page.item == find(SURVEY)
    assert marks(page) == [Mark.OBJECTIVE, Mark.HERE, Mark.OPEN]
    type_text("700")
    press("Return")
    assert values(desk, find(SURVEY)) == [640, 700]
    assert page.item == find(CALLS)
    assert marks(page) == [Mark.OBJECTIVE, Mark.DONE, Mark.HERE]
    row = page.model.row_at(page.model.index_of(find(SURVEY)))
    assert (row.before, row.after) == ("640", "700")
    assert "1 of 2 done" in words(page)


def test_enter_alone_confirms_and_the_end_is_told(
    desk: MainWindow, page: CheckInPage, find: Find
) -> None:
    press("Return", "Return")
    assert values(desk, find(CALLS)) == [5, 5]
    assert page.item is None
    title, more = page.resting.words()
    assert title == "All 2 checked in."
    day = QLocale().toString(QDate(2026, 8, 24), "dddd d MMMM")
    assert more == f"0 up, 2 unchanged, 0 down. The next check-in opens {day}."
    assert focused() is page.resting.dashboard_button
    press("Tab", "Space")
    assert page.item == find(SURVEY)
    page.go_to(None)
    press("Space")
    assert desk.page_id == "dashboard"


def test_undo_makes_it_due_again(desk: MainWindow, page: CheckInPage, find: Find) -> None:
    press("Return", "Return", "Ctrl+Z")
    assert page.item == find(CALLS)
    press("Ctrl+Z")
    assert marks(page) == [Mark.OBJECTIVE, Mark.OPEN, Mark.HERE]
    assert values(desk, find(SURVEY)) == [640]


def test_back_skip_and_finish_later(desk: MainWindow, page: CheckInPage, find: Find) -> None:
    assert desk.bar.new.property("look") == "quiet"
    press("Ctrl+Down")
    assert page.item == find(CALLS)
    press("Return")
    assert page.item == find(SURVEY)
    press("Ctrl+Down", "Ctrl+Up")
    assert page.item == find(SURVEY)
    press("Ctrl+End")
    assert desk.page_id == "plan"
    assert values(desk, find(CALLS)) == [5, 5]
    assert values(desk, find(SURVEY)) == [640]
    assert desk.bar.new.property("look") == "primary"


def test_a_wrong_number_is_told_and_stays(desk: MainWindow, page: CheckInPage, find: Find) -> None:
    type_text("many")
    press("Return")
    assert page.item == find(SURVEY)
    told = [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]
    assert "Use a number, for example 640 or +24." in told
    assert values(desk, find(SURVEY)) == [640]


def test_confidence_status_and_note_by_keys(
    desk: MainWindow, page: CheckInPage, find: Find
) -> None:
    press("Alt+Down", "Alt+2", "Alt+N")
    type_text("Fewer answers.")
    press("Return")
    assert desk.bridge is not None
    row = desk.bridge.snapshot.children(CHECK_IN, "key_result", find(SURVEY))[-1]
    assert (row.confidence, row.status, row.note) == (7, Status.BEHIND, "Fewer answers.")


def test_earlier_notes_and_initiatives_that_can_be_ticked(
    desk: MainWindow, page: CheckInPage, find: Find
) -> None:
    assert desk.bridge is not None
    desk.resize(1440, 900)
    made = desk.bridge.run(c.add_initiative, "Write the call script", item=find(CALLS))
    page.go_to(find(CALLS))
    shown = [label.text() for label in page.aside.findChildren(QLabel)]
    assert "No-shows are high." in shown
    (box,) = page.aside.findChildren(QCheckBox)
    box.click()
    assert desk.bridge.snapshot.get(INITIATIVE, made).done == TODAY


def test_in_a_low_window_the_note_and_its_button_are_seen(
    desk: MainWindow, page: CheckInPage
) -> None:
    desk.resize(1024, 640)
    assert page.card is not None
    parts = [page.card.form.note, *page.card.findChildren(QPushButton)]
    QApplication.processEvents()
    assert {part.visibleRegion().boundingRect().height() - part.height() for part in parts} == {0}
    low = page.card.form.note.height()
    desk.resize(1440, 900)
    QApplication.processEvents()
    assert page.card.form.note.height() > low


def test_whose_results(desk: MainWindow, page: CheckInPage, find: Find) -> None:
    assert desk.bridge is not None
    team = next(desk.bridge.snapshot.ids(TEAM))
    mei = next(p.id for p in desk.bridge.snapshot.rows(PERSON) if p.name == "Mei Tanaka")
    names = [page.head.whose.itemText(n) for n in range(page.head.whose.count())]
    assert names == ["All", "Customer Care"]
    page.begin(Whose(team=team))
    assert page.item == find(SURVEY)
    desk.bridge.workspace.author = mei
    page.begin(Whose(person=mei))
    assert page.item is None
    assert page.resting.words()[0] == "Nothing is due today."
    assert page.head.whose.currentText() == "Mine"
    page.head.whose.setCurrentIndex(1)
    page.head.whose.activated.emit(1)
    assert page.item == find(SURVEY)
    page.begin(ALL)
    assert page.head.whose.currentText() == "All"


def test_a_deleted_key_result_leaves_the_queue(
    desk: MainWindow, page: CheckInPage, find: Find
) -> None:
    assert desk.bridge is not None
    desk.bridge.run(c.delete_item, find(SURVEY))
    assert page.item == find(CALLS)
    assert page.model.rowCount() == 2


def test_a_click_in_the_queue_goes_there(page: CheckInPage, find: Find) -> None:
    index = page.model.index_of(find(CALLS))
    at = page.queue.visualRect(index).center()
    QTest.mouseClick(
        page.queue.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at
    )
    assert page.item == find(CALLS)
    page.queue.setCurrentIndex(page.model.index_of(find(SURVEY)))
    page.queue.setFocus()
    QApplication.processEvents()
    press("Return")
    assert page.item == find(SURVEY)


def test_back_brings_the_card_again(desk: MainWindow, page: CheckInPage, find: Find) -> None:
    page.go_to(find(CALLS))
    desk.show_page("plan")
    desk.navigator.back()
    assert desk.page_id == "check_in"
    assert page.item == find(CALLS)


def test_a_plan_without_key_results_asks_for_an_objective(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    for title in (SURVEY, CALLS):
        desk.bridge.run(c.delete_item, find(title))
    press("Ctrl+2")
    page = desk.findChild(CheckInPage)
    assert page is not None
    assert page.resting.words()[0] == "Key results appear here once an objective has one."
    assert page.resting.new_button.isVisibleTo(page)


def test_steps_count_in_percent(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    made = desk.bridge.run(
        c.create_key_result, find(OTHER), "Ship", kind="milestones", steps=["One", "Two"]
    )
    assert value_text(desk.bridge.scores, made) == "—"
    assert value_text(desk.bridge.scores, find(CALLS)) == "5"


def test_the_time_left_is_told_in_minutes() -> None:
    assert time_left(20) == "· about 1 minute left"
    assert time_left(130) == "· about 2 minutes left"


def test_no_key_changes_the_hidden_selection(desk: MainWindow, page: CheckInPage) -> None:
    assert desk.bridge is not None
    before = desk.bridge.snapshot
    page.queue.setFocus()
    press("Del", "F2", "Alt+Up", "Ctrl+]")
    assert desk.bridge.snapshot is before
    assert not desk.action("delete").isEnabled()
    press("Ctrl+N")
    assert desk.page_id == "plan"
    type_text("A new aim")
    press("Return")
    assert "A new aim" in [row.title for row in desk.bridge.snapshot.rows(OBJECTIVE)]
