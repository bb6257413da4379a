"""Several rows are selected, and one key does it to all of them."""

import pytest
from PySide6.QtWidgets import QApplication

from okrdesk.app import commands as c
from okrdesk.domain.alignment import parent_of
from okrdesk.domain.tables import (
    CHECK_IN,
    CYCLE,
    KEY_RESULT,
    LINK,
    OBJECTIVE,
    OBJECTIVE_TAG,
    PERSON,
    STATUS_OVERRIDE,
)
from okrdesk.domain.words import Status
from okrdesk.ui.actions import ACTIONS
from okrdesk.ui.dialogs.move_cycle import MoveToCycleDialog
from okrdesk.ui.dialogs.status import StatusDialog
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.widgets.toast import Toast
from tests.ui.window.conftest import Find
from tests.ui.window.keys import press, type_text
from tests.ui.window.selection_scenes import choose, lines, picker
from tests.ui.window.small_plan import CALLS, LOOSE, OTHER, SURVEY, TEAM, TOP


def toast(desk: MainWindow) -> str:
    return desk.findChild(Toast).accessibleName()


def dialog(desk: MainWindow, keys: str) -> StatusDialog | MoveToCycleDialog:
    desk.activateWindow()
    desk.plan.focus_tree()
    QApplication.processEvents()
    press(keys)
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, StatusDialog | MoveToCycleDialog)
    shown.activateWindow()
    QApplication.processEvents()
    return shown


def test_one_status_for_many_by_keys(desk: MainWindow, find: Find) -> None:
    items = [find(TEAM), find(SURVEY), find(CALLS)]
    choose(desk, *items)
    shown = dialog(desk, "Ctrl+.")
    assert isinstance(shown, StatusDialog)
    press("Alt+3")
    shown.reason.setFocus()
    type_text("A supplier left")
    press("Return")
    assert [desk.bridge.scores.item(item).status for item in items] == [Status.AT_RISK] * 3
    assert toast(desk) == "Status set for 1 objective and 2 key results"
    desk.actions_.action("undo").trigger()
    assert not list(desk.bridge.snapshot.rows(STATUS_OVERRIDE))


def test_confidence_goes_to_the_key_results(desk: MainWindow, find: Find) -> None:
    choose(desk, find(SURVEY), find(CALLS))
    shown = dialog(desk, "Ctrl+.")
    assert isinstance(shown, StatusDialog)
    assert shown.confidence is not None
    shown.confidence.step(2)
    shown.accept()
    assert toast(desk) == "The rule decides the status of 2 key results"
    dialog(desk, "Ctrl+.").reject()
    for item in (find(SURVEY), find(CALLS)):
        assert desk.bridge.snapshot.children(CHECK_IN, "key_result", item)[-1].confidence == 7


def test_an_objective_alone_has_no_confidence_and_shows_the_rule(
    desk: MainWindow, find: Find
) -> None:
    choose(desk, find(TOP))
    shown = dialog(desk, "Ctrl+.")
    assert isinstance(shown, StatusDialog)
    assert shown.confidence is None
    words = [button.accessibleDescription() for button in shown.options.buttons.values()]
    assert words[0] == "At least 90% of what is expected by today"
    assert words[3].startswith("Calculated: ")
    shown.reject()
    desk.bridge.run(c.set_organisation, status_rule="gap")
    shown = dialog(desk, "Ctrl+.")
    words = [button.accessibleDescription() for button in shown.options.buttons.values()]
    assert words[0] == "At most 5 points behind what is expected by today"
    press("Up")
    assert shown.options.choice is Status.AT_RISK
    shown.grab()
    shown.reject()


def test_a_status_in_a_closed_cycle_is_refused_in_the_dialog(desk: MainWindow, find: Find) -> None:
    choose(desk, find(TEAM))
    shown = dialog(desk, "Ctrl+.")
    cycle = desk.bridge.snapshot.get(OBJECTIVE, find(TEAM)).cycle
    desk.bridge.run(c.close_cycle, cycle)
    press("Alt+3", "Return")
    assert "closed" in shown.error.text()
    assert shown.isVisible()
    shown.reject()


def test_the_owner_of_many_is_found_or_created(desk: MainWindow, find: Find) -> None:
    items = [find(TEAM), find(SURVEY)]
    choose(desk, *items)
    press("Ctrl+Shift+O")
    assert lines(picker(desk))[:3] == ["People", "Amara Diallo", "Mei Tanaka"]
    type_text("mei")
    press("Return")
    mei = next(row.id for row in desk.bridge.snapshot.rows(PERSON) if row.name == "Mei Tanaka")
    assert desk.bridge.snapshot.get(OBJECTIVE, items[0]).owner == mei
    assert desk.bridge.snapshot.get(KEY_RESULT, items[1]).owner == mei
    assert toast(desk) == "Owner set for 1 objective and 1 key result"
    press("Ctrl+Shift+O")
    assert picker(desk).model.entry(2).detail == "Owner now"
    type_text("Zoe")
    assert lines(picker(desk)) == ["Or", "New person “Zoe”"]
    press("Return")
    assert "Zoe" in {row.name for row in desk.bridge.snapshot.rows(PERSON)}
    press("Ctrl+Shift+O", "Up", "Return")
    assert desk.bridge.snapshot.get(OBJECTIVE, items[0]).owner is None


def test_a_picker_goes_with_esc_and_stays_inside_its_list(desk: MainWindow, find: Find) -> None:
    choose(desk, find(TEAM))
    before = desk.bridge.snapshot
    press("Ctrl+Shift+O")
    shown = picker(desk)
    press("Down", "Down", "Down", "Tab", "Shift+Tab", "PgDown", "PgUp")
    assert shown.list.currentIndex().row() == 1
    desk.resize(900, 500)
    QApplication.processEvents()
    assert shown.rect() == desk.rect()
    shown.list.clicked.emit(shown.model.index(0, 0))
    assert shown.isVisible()
    type_text("zzz")
    press("Esc")
    assert not desk.findChildren(type(shown)) or not shown.isVisible()
    assert desk.plan.tree.hasFocus()
    assert desk.bridge.snapshot is before


def test_tags_come_and_go_while_the_picker_stays(desk: MainWindow, find: Find) -> None:
    team, other = find(TEAM), find(OTHER)
    choose(desk, team, other)
    desk.actions_.action("set_tags").trigger()
    shown = picker(desk)
    assert shown.hint.text() == "There are no tags yet. Write one to begin."
    press("Return")
    type_text("#care")
    press("Return")
    desk.bridge.run(c.set_tags, team, ["care", "old"])
    type_text("o")
    assert shown.model.entry(1).detail == "on 1 of them"
    press("Return")
    assert sorted(row.tag for row in desk.bridge.snapshot.rows(OBJECTIVE_TAG)) == [
        "care",
        "care",
        "old",
        "old",
    ]
    press("Down", "Return")
    assert [row.tag for row in desk.bridge.snapshot.rows(OBJECTIVE_TAG)] == ["care", "care"]
    press("Esc")


def test_link_shows_one_level_up_and_leaves_out_what_cannot_be(
    desk: MainWindow, find: Find
) -> None:
    below = desk.bridge.run(c.create_objective, "Below", supports=find(TEAM), level="individual")
    choose(desk, find(OTHER))
    press("Ctrl+L")
    shown = picker(desk)
    assert lines(shown) == ["On the same level", TEAM, "Or", "The mission", "Nothing: not aligned"]
    type_text("interview")
    assert lines(shown) == ["Key results", CALLS]
    press("Return")
    link = parent_of(desk.bridge.snapshot, find(OTHER))
    assert link is not None
    assert link.key_result == find(CALLS)
    assert toast(desk) == f"Link changed for “{OTHER}”"
    choose(desk, below)
    press("Ctrl+L")
    assert lines(picker(desk))[:2] == ["One level up", OTHER]
    assert lines(picker(desk))[2:4] == ["Higher up", TOP]
    press("Esc")
    choose(desk, find(TOP))
    press("Ctrl+L")
    assert lines(picker(desk)) == ["Or", "Nothing: not aligned"]
    press("Return")
    assert parent_of(desk.bridge.snapshot, find(TOP)) is None


def test_also_supports_says_why_nothing_can_be(desk: MainWindow, find: Find) -> None:
    choose(desk, find(TOP))
    press("Ctrl+Shift+L")
    assert picker(desk).hint.text().startswith("Nothing stands above this yet.")
    press("Esc")
    choose(desk, find(OTHER))
    press("Ctrl+Shift+L")
    type_text("nothing like it")
    assert picker(desk).hint.text() == "Nothing that can be supported fits."
    press("Esc", "Ctrl+Shift+L", "Return")
    links = desk.bridge.snapshot.children(LINK, "child", find(OTHER))
    assert sorted(link.primary for link in links) == [False, True]


def test_many_go_to_another_cycle_with_values_or_without(desk: MainWindow, find: Find) -> None:
    year = next(row for row in desk.bridge.snapshot.rows(CYCLE) if row.name == "2026")
    choose(desk, find(LOOSE), find(TEAM))
    desk.actions_.action("move_to_cycle").trigger()
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, MoveToCycleDialog)
    shown.cycle.setCurrentIndex(shown.cycle.findData(year.id))
    shown.reset.setChecked(True)
    shown.accept()
    assert toast(desk) == "2 objectives moved to 2026"
    assert desk.bridge.snapshot.get(OBJECTIVE, find(TEAM)).cycle == year.id
    assert not desk.bridge.snapshot.child_ids(CHECK_IN, "key_result", find(CALLS))
    desk.bridge.run(c.create_objective, "Child", supports=find(TEAM), cycle=year.id)
    choose(desk, find(TEAM))
    desk.actions_.action("move_to_cycle").trigger()
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, MoveToCycleDialog)
    shown.accept()
    assert "is not above" in shown.error.text()
    shown.reject()


def test_copies_are_selected_and_named(desk: MainWindow, find: Find) -> None:
    choose(desk, find(SURVEY), find(CALLS))
    press("Ctrl+D")
    assert toast(desk) == "2 key results duplicated"
    assert len(desk.plan.chosen) == 2
    titles = [desk.bridge.snapshot.get(KEY_RESULT, item).title for item in desk.plan.chosen]
    assert titles == [SURVEY, CALLS]
    assert not set(desk.plan.chosen) & {find(SURVEY), find(CALLS)}
    press("Ctrl+Z")
    assert desk.bridge.snapshot.count(KEY_RESULT) == 2


@pytest.mark.parametrize(
    ("titles", "said"),
    [
        ([TEAM, OTHER, SURVEY], "2 objectives deleted, with 2 key results"),
        ([OTHER, LOOSE], "2 objectives deleted"),
        ([SURVEY, CALLS], "2 key results deleted"),
        ([SURVEY], "Key result deleted"),
        ([LOOSE], "Objective deleted"),
    ],
)
def test_one_toast_for_all_that_went(
    desk: MainWindow, find: Find, titles: list[str], said: str
) -> None:
    choose(desk, *(find(title) for title in titles))
    press("Del")
    assert toast(desk) == said
    assert desk.plan.current is not None
    press("Ctrl+Z")
    assert all(find(title) for title in titles)


def test_nothing_can_be_done_without_a_selection(window: MainWindow) -> None:
    for action in (
        "set_status",
        "set_owner",
        "set_tags",
        "link",
        "also_support",
        "move_to_cycle",
        "duplicate",
        "delete",
    ):
        assert not window.actions_.action(action).isEnabled()
        next(spec for spec in ACTIONS if spec.id == action).run(window)


def test_the_mission_is_no_item(desk: MainWindow) -> None:
    desk.plan.tree.setCurrentIndex(desk.plan.model.index(0, 0))
    assert not desk.actions_.action("set_status").isEnabled()
