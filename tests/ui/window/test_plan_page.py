"""The tree by keyboard: write, rename, move, delete, filter."""

from PySide6.QtWidgets import QLineEdit

from okrdesk.domain.tables import KEY_RESULT, OBJECTIVE, TERMS
from okrdesk.domain.tree import children_of, mission_id
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.moves import parent_item
from tests.ui.window.conftest import Find
from tests.ui.window.keys import focused, press, type_text
from tests.ui.window.small_plan import CALLS, LOOSE, OTHER, SURVEY, TEAM, TOP


def titles(desk: MainWindow) -> list[str]:
    assert desk.bridge is not None
    return sorted(row.title for row in desk.bridge.snapshot.rows(OBJECTIVE))


def go_to(desk: MainWindow, item: int) -> None:
    assert desk.plan is not None
    desk.plan.select(item)
    desk.plan.focus_tree()


def test_ctrl_n_writes_an_objective_and_its_key_results(desk: MainWindow, find: Find) -> None:
    go_to(desk, find(TEAM))
    press("Ctrl+N")
    type_text("Answer within a day")
    press("Return")
    type_text("Answer 90% of messages")
    press("Return")
    type_text("Write 12 templates")
    press("Return", "Escape")
    assert desk.bridge is not None
    snapshot = desk.bridge.snapshot
    new = find("Answer within a day")
    assert parent_item(snapshot, new) == find(TOP)
    assert children_of(snapshot, find(TOP))[1] == new
    first, second = snapshot.children(KEY_RESULT, "objective", new)
    assert (first.kind, second.kind) == ("percent", "number")
    targets = [snapshot.children(TERMS, "key_result", row.id)[0].target for row in (first, second)]
    assert targets == [90, 12]
    assert desk.plan is not None
    assert desk.plan.current == second.id
    assert focused() is desk.plan.tree


def test_esc_leaves_no_empty_row(desk: MainWindow, find: Find) -> None:
    go_to(desk, find(TEAM))
    before = titles(desk)
    press("Ctrl+N")
    assert isinstance(focused(), QLineEdit)
    press("Escape")
    assert titles(desk) == before
    assert desk.plan is not None
    assert desk.plan.current == find(TEAM)
    assert desk.plan.model.draft is None


def test_ctrl_enter_writes_a_key_result_of_the_selected_objective(
    desk: MainWindow, find: Find
) -> None:
    go_to(desk, find(OTHER))
    press("Ctrl+Return")
    type_text("Reach 5,000 downloads")
    press("Return", "Escape")
    assert desk.bridge is not None
    row = desk.bridge.snapshot.get(KEY_RESULT, find("Reach 5,000 downloads"))
    assert row.objective == find(OTHER)


def test_a_new_objective_at_the_mission_stands_at_the_top(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    go_to(desk, mission_id(desk.bridge.snapshot) or 0)
    press("Ctrl+N")
    type_text("Be known in every town")
    press("Return", "Escape")
    mission = mission_id(desk.bridge.snapshot) or 0
    assert children_of(desk.bridge.snapshot, mission)[-1] == find("Be known in every town")


def test_f2_renames_in_place(desk: MainWindow, find: Find) -> None:
    item = find(CALLS)
    go_to(desk, item)
    press("F2")
    type_text("Interview 20 customers")
    press("Return")
    assert find("Interview 20 customers") == item
    objective = find(TEAM)
    go_to(desk, objective)
    press("F2")
    type_text("Understand customers")
    press("Tab")
    assert find("Understand customers") == objective


def test_f2_renames_the_mission(desk: MainWindow) -> None:
    assert desk.bridge is not None
    assert desk.plan is not None
    go_to(desk, mission_id(desk.bridge.snapshot) or 0)
    press("F2")
    type_text("Make people smile")
    press("Return")
    assert desk.plan.model.row_at(desk.plan.tree.currentIndex()).title == "Make people smile"


def test_del_deletes_and_the_focus_goes_on(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    assert desk.plan is not None
    go_to(desk, find(TEAM))
    press("Del")
    assert titles(desk) == sorted([TOP, OTHER, LOOSE])
    assert desk.plan.current == find(OTHER)
    assert focused() is desk.plan.tree
    press("Ctrl+Z")
    assert len(desk.bridge.snapshot.child_ids(KEY_RESULT, "objective", find(TEAM))) == 2
    press("Ctrl+Shift+Z")
    assert TEAM not in titles(desk)


def test_deleting_a_key_result_goes_to_the_one_before(desk: MainWindow, find: Find) -> None:
    assert desk.plan is not None
    go_to(desk, find(CALLS))
    press("Del")
    assert desk.plan.current == find(SURVEY)
    press("Del")
    assert desk.plan.current == find(TEAM)


def test_alt_arrows_move_among_siblings(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    go_to(desk, find(OTHER))
    press("Alt+Up")
    assert children_of(desk.bridge.snapshot, find(TOP)) == [find(OTHER), find(TEAM)]
    press("Alt+Down")
    assert children_of(desk.bridge.snapshot, find(TOP)) == [find(TEAM), find(OTHER)]
    go_to(desk, find(SURVEY))
    press("Alt+Down")
    order = children_of(desk.bridge.snapshot, find(TEAM))
    assert order == [find(CALLS), find(SURVEY)]


def test_brackets_change_what_is_supported(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    go_to(desk, find(OTHER))
    press("Ctrl+]")
    assert parent_item(desk.bridge.snapshot, find(OTHER)) == find(TEAM)
    press("Ctrl+[")
    assert parent_item(desk.bridge.snapshot, find(OTHER)) == find(TOP)
    press("Ctrl+[")
    assert parent_item(desk.bridge.snapshot, find(OTHER)) == mission_id(desk.bridge.snapshot)
    assert not desk.actions_.action("outdent").isEnabled()


def test_enter_goes_to_the_value_and_back(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    assert desk.plan is not None
    go_to(desk, find(CALLS))
    press("Return")
    type_text("+2")
    press("Return")
    assert desk.bridge.scores.key_result(find(CALLS)).current == 7
    assert focused() is desk.plan.tree
    press("Ctrl+Z")
    assert desk.bridge.scores.key_result(find(CALLS)).current == 5


def test_the_filter_keeps_parents_and_esc_clears_it(desk: MainWindow, find: Find) -> None:
    assert desk.plan is not None
    go_to(desk, find(TEAM))
    press("Ctrl+F")
    type_text("intervi")
    assert desk.plan.model.index_of(find(CALLS)).isValid()
    assert desk.plan.model.index_of(find(TOP)).isValid()
    assert not desk.plan.model.index_of(find(SURVEY)).isValid()
    press("Down")
    assert focused() is desk.plan.tree
    press("Escape")
    assert desk.plan.model.index_of(find(SURVEY)).isValid()
    assert desk.plan.filter.field.text() == ""


def test_a_filter_without_a_match_says_so(desk: MainWindow) -> None:
    assert desk.plan is not None
    press("Ctrl+F")
    type_text("zzz")
    assert desk.plan.tree.isHidden()
    press("Escape")
    assert not desk.plan.tree.isHidden()


def test_writing_shows_what_a_filter_hid(desk: MainWindow, find: Find) -> None:
    assert desk.plan is not None
    go_to(desk, find(OTHER))
    press("Ctrl+F")
    type_text("launch")
    press("Down", "Ctrl+Return")
    assert not desk.plan.model.filter
    press("Escape")


def test_the_context_menu_holds_what_can_be_done(desk: MainWindow, find: Find) -> None:
    go_to(desk, find(CALLS))
    menu = desk.actions_.context_menu(desk)
    names = [action.objectName() for action in menu.actions() if not action.isSeparator()]
    assert "check_in" in names
    assert "indent" not in names
    menu.deleteLater()


def test_branches_open_and_close(desk: MainWindow, find: Find) -> None:
    assert desk.plan is not None
    desk.actions_.action("expand_all").trigger()
    assert desk.plan.tree.isExpanded(desk.plan.model.index_of(find(TEAM)))
    desk.actions_.action("collapse_all").trigger()
    assert not desk.plan.tree.isExpanded(desk.plan.model.index_of(find(TOP)))
