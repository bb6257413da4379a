"""The command palette: everything by a few letters, from the keyboard alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from okrdesk.app import commands
from okrdesk.app.settings import REDUCE_MOTION
from okrdesk.domain.filters import query_text
from okrdesk.domain.tables import KEY_RESULT, OBJECTIVE, STATUS_OVERRIDE
from okrdesk.domain.words import Status
from okrdesk.ui.check_in.dialog import CheckInDialog
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.palette.entries import Entry
from okrdesk.ui.palette.finder import finder_of
from okrdesk.ui.palette.palette import Palette
from okrdesk.ui.preferences import prefer
from tests.ui.window.conftest import Find
from tests.ui.window.keys import focused, press, type_text
from tests.ui.window.small_plan import CALLS, LOOSE, SURVEY, TEAM, TOP


def asked(window: MainWindow, text: str) -> Palette:
    """The palette after Ctrl+K and a text."""
    press("Ctrl+K")
    palette = window.findChild(Palette)
    assert isinstance(palette, Palette)
    type_text(text)
    return palette


def texts(palette: Palette) -> list[str]:
    return [line if isinstance(line, str) else line.text for line in palette.model.lines]


def entry(palette: Palette, text: str) -> Entry:
    found = (line for line in palette.model.lines if not isinstance(line, str))
    return next(line for line in found if line.text == text)


@pytest.fixture
def at(desk: MainWindow, find: Find) -> Callable[[str], int]:
    """Selects an item of the plan, with the focus in the tree."""

    def selected(title: str) -> int:
        assert desk.plan is not None
        desk.plan.select(find(title))
        desk.plan.focus_tree()
        return find(title)

    return selected


def test_it_finds_key_results_and_offers_what_can_be_made_of_the_words(
    desk: MainWindow, at: Find
) -> None:
    at(TEAM)
    palette = asked(desk, "interv")
    assert texts(palette) == [
        "Check in",
        f"Check in: {CALLS}",
        "Go to",
        CALLS,
        "Actions",
        "New key result named “interv”",
        "Filter the tree by “interv”",
    ]
    assert palette.count.text() == "4 results"
    assert entry(palette, f"Check in: {CALLS}").detail == "Last value 5, Behind"
    assert entry(palette, CALLS).percent == "33%"


def test_enter_goes_to_what_was_found(desk: MainWindow, find: Find) -> None:
    asked(desk, "learn port")
    press("Return")
    assert desk.plan is not None
    assert desk.plan.current == find(LOOSE)
    assert focused() is desk.plan.tree


def test_escape_returns_the_focus_where_it_was(desk: MainWindow) -> None:
    assert desk.plan is not None
    desk.plan.filter.focus_field()
    before = focused()
    palette = asked(desk, "x")
    press("Esc")
    assert not palette.isVisible()
    assert focused() is before


def test_arrows_and_pages_choose_among_entries_and_never_a_title(desk: MainWindow) -> None:
    palette = asked(desk, "")
    choices = palette.model.choices()
    rows = []
    for key in ("Down", "Down", "Up", "Up", "Up", "PgDown", "PgUp", "PgUp", "PgDown", "Tab"):
        press(key)
        rows.append(choices.index(palette.list.currentIndex().row()))
    last = len(choices) - 1
    assert rows == [1, 2, 1, 0, last, last, last - 8, max(0, last - 16), max(8, last - 8), rows[-1]]
    assert rows[-1] == rows[-2] + 1


def test_ctrl_enter_writes_the_words_as_a_key_result(desk: MainWindow, at: Find) -> None:
    objective = at(TEAM)
    asked(desk, "Write 5 letters")
    press("Ctrl+Return")
    assert desk.bridge is not None
    assert desk.plan is not None
    row = desk.bridge.snapshot.get(KEY_RESULT, desk.plan.current or 0)
    assert (row.title, row.objective) == ("Write 5 letters", objective)


def test_without_an_objective_the_words_become_one(desk: MainWindow) -> None:
    assert desk.plan is not None
    assert desk.bridge is not None
    desk.plan.tree.setCurrentIndex(desk.plan.model.index(0, 0))
    desk.plan.focus_tree()
    palette = asked(desk, "Sing in a choir")
    assert "New objective named “Sing in a choir”" in texts(palette)
    press("Ctrl+Enter")
    assert desk.bridge.snapshot.get(OBJECTIVE, desk.plan.current or 0).title == "Sing in a choir"


def test_ctrl_f_filters_the_tree_by_the_words(desk: MainWindow) -> None:
    asked(desk, "interv")
    press("Ctrl+F")
    assert desk.plan is not None
    assert desk.plan.filter.field.text() == "interv"
    assert query_text(desk.plan.model.filter.query) == "interv"


def test_keys_that_were_changed_are_the_ones_that_work(desk: MainWindow) -> None:
    desk.action("filter").setShortcuts([QKeySequence("Ctrl+Alt+G")])
    palette = asked(desk, "interv")
    assert entry(palette, "Filter the tree by “interv”").keys == "Ctrl+Alt+G"
    press("Ctrl+Alt+G")
    assert desk.plan is not None
    assert desk.plan.filter.field.text() == "interv"


def test_its_own_keys_close_it(desk: MainWindow) -> None:
    palette = asked(desk, "interv")
    press("Ctrl+K")
    assert not palette.isVisible()


def test_a_check_in_is_opened(desk: MainWindow, qtbot: QtBot) -> None:
    palette = asked(desk, "check in resp")
    assert texts(palette)[1] == f"Check in: {SURVEY}"
    press("Return")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CheckInDialog)
    dialog.reject()


def test_words_set_status_owner_and_cycle_of_the_selected_item(desk: MainWindow, at: Find) -> None:
    item = at(TEAM)
    assert desk.bridge is not None
    asked(desk, "set status beh")
    press("Return")
    rows = desk.bridge.snapshot.children(STATUS_OVERRIDE, "objective", item)
    assert [row.status for row in rows] == [Status.BEHIND]
    asked(desk, "status suggested")
    press("Return")
    assert not desk.bridge.snapshot.children(STATUS_OVERRIDE, "objective", item)
    asked(desk, "owner mei")
    press("Return")
    mei = desk.bridge.snapshot.get(OBJECTIVE, item).owner
    asked(desk, "move to 2026")
    press("Return")
    row = desk.bridge.snapshot.get(OBJECTIVE, item)
    assert row.owner == mei is not None
    assert row.cycle == desk.bridge.snapshot.get(OBJECTIVE, at(TOP)).cycle


def test_words_work_on_everything_that_is_selected(desk: MainWindow, at: Find) -> None:
    items = [at(SURVEY), at(CALLS)]
    assert desk.bridge is not None
    assert desk.plan is not None
    desk.plan.select(items[0])
    press("Shift+Down")
    assert desk.plan.chosen == items
    palette = asked(desk, "owner mei")
    assert entry(palette, "Owner Mei Tanaka").detail == "2 selected items"
    press("Return")
    owners = {desk.bridge.snapshot.get(KEY_RESULT, item).owner for item in items}
    assert len(owners) == 1
    assert None not in owners
    assert not any(text.startswith("Move to") for text in texts(asked(desk, "move to 2026")))


def test_words_set_the_owner_of_a_key_result(desk: MainWindow, at: Find) -> None:
    item = at(SURVEY)
    assert desk.bridge is not None
    asked(desk, "owner mei")
    press("Return")
    assert desk.bridge.snapshot.get(KEY_RESULT, item).owner is not None


def test_commands_people_and_teams_have_letters_of_their_own(desk: MainWindow, find: Find) -> None:
    palette = asked(desk, ">dark")
    assert texts(palette) == ["Actions", "Dark"]
    assert entry(palette, "Dark").detail == "Theme"
    palette.field.setText("@mei")
    assert texts(palette) == ["Go to", "Mei Tanaka"]
    palette.field.setText("@")
    assert texts(palette) == ["Go to", "Amara Diallo", "Mei Tanaka"]
    palette.field.setText("#")
    assert texts(palette) == ["Go to", "Customer Care"]
    press("Return")
    assert desk.plan is not None
    assert desk.plan.filter.field.text() == 'team:"Customer Care"'
    assert desk.plan.model.shows(find(TEAM))
    assert not desk.plan.model.shows(find(LOOSE))
    asked(desk, "@mei")
    press("Return")
    assert desk.plan.filter.field.text() == 'owner:"Mei Tanaka"'


def test_notes_comments_and_cycles_are_found(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    assert desk.plan is not None
    desk.bridge.run(commands.add_comment, find(TEAM), "Thanks for your patience, all of you there")
    palette = asked(desk, "no-shows")
    assert entry(palette, "“No-shows are high.”").detail == "Note · 10 Aug"
    press("Esc")
    palette = asked(desk, "patience")
    assert entry(palette, "“Thanks for your patience, all of you there”").detail == "Comment"
    press("Return")
    assert desk.plan.current == find(TEAM)
    asked(desk, "2026")
    press("Return")
    assert desk.view is not None
    assert desk.view.scope.cycle is not None
    assert desk.view.scope.cycle.name == "2026"


def test_every_action_that_can_be_done_is_there_with_its_keys_and_no_other(
    desk: MainWindow,
) -> None:
    palette = asked(desk, "")
    shown = {line.key for line in palette.model.lines if not isinstance(line, str)}
    enabled = {
        (None, action.objectName())
        for action in desk.every_action()
        if action.isEnabled() and action.objectName() != "palette"
    }
    assert shown == enabled
    assert entry(palette, "New objective").keys == "Ctrl+N"
    assert entry(palette, "New objective").detail == "Plan"


def test_what_was_chosen_is_offered_again(desk: MainWindow, find: Find) -> None:
    asked(desk, "learn port")
    press("Return")
    asked(desk, "collapse")
    press("Return")
    palette = asked(desk, "")
    assert texts(palette)[:3] == ["Recent", "Collapse all", LOOSE]
    press("Esc")
    assert desk.bridge is not None
    desk.bridge.run(commands.delete_item, find(LOOSE))
    palette = asked(desk, "")
    assert texts(palette)[:3] == ["Recent", "Collapse all", "Actions"]


def test_a_key_result_that_is_selected_can_be_checked_in_before_a_word(
    desk: MainWindow, at: Find
) -> None:
    at(CALLS)
    assert texts(asked(desk, ""))[:2] == ["Check in", f"Check in: {CALLS}"]


def test_without_a_plan_there_are_the_actions(window: MainWindow) -> None:
    palette = asked(window, "new")
    assert texts(palette) == ["Actions", "New plan…", "New objective"]
    palette.field.setText("@mei")
    assert texts(palette) == []
    press("Down", "Return", "Ctrl+Return")
    assert palette.isVisible()


def test_a_plan_that_can_only_be_read_offers_no_change(
    window: MainWindow, plan_path: object
) -> None:
    assert window.session.open(plan_path, write=False)  # type: ignore[arg-type]  # a fixture of the folder
    palette = asked(window, "interv")
    assert texts(palette) == ["Go to", CALLS, "Actions", "Filter the tree by “interv”"]


def test_a_click_beside_it_leaves_and_one_on_an_entry_runs_it(desk: MainWindow, find: Find) -> None:
    palette = asked(desk, "learn port")
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not palette.isVisible()
    palette = asked(desk, "learn port")
    row = palette.model.lines.index(entry(palette, LOOSE))
    place = palette.list.visualRect(palette.model.index(row, 0)).center()
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.plan is not None
    assert desk.plan.current == find(LOOSE)


def test_it_goes_when_the_focus_goes_elsewhere(desk: MainWindow) -> None:
    palette = asked(desk, "x")
    press("Ctrl+N")
    assert not palette.isVisible()


def test_it_fades_in_unless_nothing_may_move(desk: MainWindow, qtbot: QtBot) -> None:
    palette = asked(desk, "")
    effect = palette.panel.graphicsEffect()
    assert effect.isEnabled()
    qtbot.waitUntil(lambda: not effect.isEnabled())
    press("Esc")
    prefer(desk, REDUCE_MOTION, value=True)
    asked(desk, "")
    assert not effect.isEnabled()


def test_it_follows_the_size_of_the_window(desk: MainWindow) -> None:
    palette = asked(desk, "")
    desk.resize(1024, 640)
    assert palette.size() == desk.size()
    middle = palette.panel.geometry().center().x()
    assert abs(middle - desk.width() // 2) <= 1
    assert palette.panel.geometry().bottom() < desk.height()


def test_it_is_read_in_the_background_and_follows_the_plan(
    desk: MainWindow, find: Find, qtbot: QtBot
) -> None:
    assert desk.bridge is not None
    palette = asked(desk, "")
    qtbot.waitUntil(lambda: desk.bridge is not None and finder_of(desk.bridge).index.ready)
    desk.bridge.run(commands.change_objective, find(LOOSE), title="Learn Danish")
    type_text("danish")
    assert "Learn Danish" in texts(palette)
    press("Esc")
    asked(desk, "")


def test_a_screen_reader_hears_rows(desk: MainWindow, at: Find) -> None:
    at(TEAM)
    palette = asked(desk, "interv")
    view = QAccessible.queryAccessibleInterface(palette.list)
    names = [view.child(row).text(QAccessible.Text.Name) for row in range(view.childCount())]
    assert f"{CALLS}, Key result · Customer Care, Behind, 33%" in names
    assert f"Check in: {CALLS}, Last value 5, Behind" in names
