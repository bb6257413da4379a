"""The window as of a past day: what it shows, that nothing can be changed, and the way back."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from okrdesk.app import commands as c
from okrdesk.app.past_days import past_days
from okrdesk.domain.errors import Refused
from okrdesk.domain.tables import OBJECTIVE
from okrdesk.storage.failures import damaged
from okrdesk.ui.dialogs.as_of import AsOfDialog
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.past_bridge import READ_ONLY
from okrdesk.ui.scope import EVERYTHING
from okrdesk.ui.screens import PAGES
from okrdesk.ui.widgets.toast import Toast
from tests.ui.window.conftest import Find
from tests.ui.window.keys import focused, press, type_text
from tests.ui.window.small_plan import CALLS, SURVEY, TEAM, TODAY

THEN = date(2026, 8, 3)
NEW = "Research everything"


@pytest.fixture
def changed(desk: MainWindow, find: Find) -> MainWindow:
    """The plan with a title that it has only since today, and a meeting of the last week."""
    desk.bridge.run(c.change_objective, find(TEAM), title=NEW)
    desk.bridge.run(c.add_bookmark, "Weekly meeting", desk.bridge.workspace.last_txn)
    desk.plan.select(find(CALLS))
    desk.plan.focus_tree()
    return desk


def dialog(desk: MainWindow) -> AsOfDialog:
    """Asks for a day with the keys."""
    press("Ctrl+Shift+T")
    shown = desk.findChild(AsOfDialog)
    assert shown is not None
    return shown


def go(desk: MainWindow, day: str) -> None:
    """Goes to a day with the keys alone."""
    dialog(desk)
    type_text(day)
    press("Return")
    desk.activateWindow()
    QApplication.processEvents()


def titles(desk: MainWindow) -> set[str]:
    return {row.title for row in desk.bridge.snapshot.rows(OBJECTIVE)}


def test_the_whole_window_shows_the_day_and_comes_back_as_it_was(
    changed: MainWindow, find: Find
) -> None:
    desk, live, view = changed, changed.bridge, changed.view
    calls, label = find(CALLS), live.workspace.undo_label
    go(desk, "2026-08-03")
    assert desk.bridge.today == THEN
    assert TEAM in titles(desk)
    assert NEW not in titles(desk)
    assert desk.bridge.scores.key_result(calls).raw is None
    assert desk.plan.current == calls
    assert desk.plan.tree.hasFocus()
    assert desk.bar.week.words() == "Week 5 of 13"
    assert desk.bar.day.text() == "3 Aug"
    assert desk.view.banner.accessibleName() == "The plan as it stood on 3 August 2026."
    assert desk.status.saved_text() == "Read-only"
    desk.plan.select(find(TEAM))
    press("Escape")
    assert desk.bridge is live
    assert desk.view is view
    assert desk.plan.current == calls
    assert desk.plan.tree.hasFocus()
    assert NEW in titles(desk)
    assert desk.bar.day.text() == ""
    assert live.workspace.undo_label == label


def test_nothing_can_be_changed_and_the_window_says_why(changed: MainWindow, find: Find) -> None:
    desk = changed
    last = desk.bridge.workspace.last_txn
    desk.travel.go(THEN)
    for name in ("rename", "undo", "new_objective", "check_in", "delete", "paste"):
        assert not desk.action(name).isEnabled(), name
    for key in ("F2", "Delete", "Ctrl+N", "Ctrl+Z"):
        desk.notices.say("")
        press(key)
        assert said_words(desk) == READ_ONLY.text, key
    with pytest.raises(Refused, match="Go back to today"):
        desk.bridge.run(c.change_objective, find(TEAM), title="x")
    assert desk.bridge.attempt(c.change_objective, find(TEAM), title="x") is None
    assert (desk.bridge.undo(), desk.bridge.redo()) == (None, None)
    assert desk.bridge.workspace.last_txn == last
    press("F2", "F8", "Space")
    assert desk.travel.day is None
    press("Ctrl+Z", "Ctrl+Z")
    assert TEAM in titles(desk)


def said_words(desk: MainWindow) -> str:
    """What the notice says."""
    return desk.findChild(Toast).accessibleName()


def test_every_page_draws_the_day(changed: MainWindow) -> None:
    desk = changed
    desk.travel.go(THEN)
    for page in PAGES:
        desk.show_page(page.id)
        QApplication.processEvents()
        assert desk.page_id == page.id
    desk.show_page("plan")
    desk.action("go_back").trigger()
    assert desk.page_id == PAGES[-1].id
    desk.travel.back()
    assert desk.page_id == "plan"
    assert not desk.action("go_back").isEnabled()


def test_another_day_keeps_what_is_looked_at(changed: MainWindow, find: Find) -> None:
    desk = changed
    desk.travel.go(THEN)
    desk.plan.select(find(TEAM))
    desk.travel.go(date(2026, 8, 11))
    assert desk.plan.current == find(TEAM)
    assert desk.bridge.scores.key_result(find(SURVEY)).raw == 0.64
    steps = desk.bridge.history(find(TEAM))
    assert NEW not in [entry.new for step in steps for entry in step]
    desk.travel.go(date(2026, 8, 11))
    desk.travel.go(TODAY)
    assert desk.travel.day is None
    assert NEW in [e.new for step in desk.bridge.history(find(NEW)) for e in step]


def test_the_cycle_chosen_there_is_not_the_one_of_today(changed: MainWindow) -> None:
    desk = changed
    live = desk.view.scope
    desk.travel.go(THEN)
    desk.bar.cycle.chosen.emit(EVERYTHING)
    assert desk.view.scope.choice == EVERYTHING
    assert live.choice is None


def test_closing_the_plan_leaves_the_past_first(changed: MainWindow, find: Find) -> None:
    desk, path, calls = changed, changed.bridge.path, find(CALLS)
    desk.travel.go(THEN)
    desk.plan.select(find(TEAM))
    desk.session.close()
    assert desk.travel.day is None
    desk.travel.go(THEN)
    assert desk.bridge is None
    desk.session.open(path)
    assert desk.plan.current == calls
    assert not desk.bridge.read_only


def test_a_journal_that_cannot_be_read_is_told(
    changed: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_day: date) -> None:
        raise damaged(changed.bridge.path)

    monkeypatch.setattr(changed.bridge.workspace, "as_of", fail)
    changed.travel.go(THEN)
    assert changed.travel.day is None
    assert "cannot be read" in said_words(changed)


def test_the_dialog_offers_days_and_steps_through_them(changed: MainWindow) -> None:
    desk = changed
    asking = dialog(desk)
    assert focused() is asking.day
    words = [asking.choices.item(row).text() for row in range(asking.choices.count())]
    assert words == ["A week ago · 10 Aug 2026", "Start of Q3 2026 · 1 Jul 2026"]
    press("Up")
    assert asking.day.text() == "11 Aug 2026"
    press("PgDown", "Down")
    assert asking.day.text() == "3 Aug 2026"
    type_text("soon")
    press("Down")
    assert asking.day.text() == "16 Aug 2026"
    type_text("2026-08-18")
    press("Return")
    assert asking.error.text() == "This day is still to come. Use today or an earlier day."
    type_text("one day")
    asking.day.setText("one day")
    press("Return")
    assert "Use a date" in asking.error.text()
    asking.choices.setCurrentRow(1)
    assert asking.day.text() == "1 Jul 2026"
    assert not asking.error.isVisible()
    asking.choices.itemDoubleClicked.emit(asking.choices.item(1))
    assert desk.travel.day == date(2026, 7, 1)
    desk.action("today").trigger()
    assert desk.travel.day is None


def test_the_last_meetings_are_offered(changed: MainWindow) -> None:
    snapshot = changed.bridge.snapshot
    assert [choice.day for choice in past_days(snapshot, date(2026, 8, 24))] == [
        TODAY,
        date(2026, 7, 1),
    ]
    words = [str(choice.words) for choice in past_days(snapshot, date(2026, 8, 25))]
    assert words[1] == "Weekly meeting"
