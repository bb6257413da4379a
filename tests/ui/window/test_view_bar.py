"""The line above the tree: arrangements, menus that filter, search, and chips of what is asked."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from okrdesk.app import commands as c
from okrdesk.domain.filters import parse, query_text
from okrdesk.domain.words import Horizon
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.models.group_structure import Arrangement
from tests.ui.window.conftest import Find
from tests.ui.window.keys import focused, press, type_text
from tests.ui.window.small_plan import CALLS, LOOSE, OTHER, SURVEY, TEAM, TOP

Q1 = (date(2027, 1, 1), date(2027, 3, 31))


def shown(desk: MainWindow) -> list[str]:
    """The titles of the rows to be seen, from the top."""
    tree = desk.plan.tree
    index, found = tree.model().index(0, 0), []
    while index.isValid():
        found.append(tree.model().row_at(index).title)
        index = tree.indexBelow(index)
    return found


def chips(desk: MainWindow) -> list[QPushButton]:
    QApplication.processEvents()
    buttons = desk.plan.filter.findChildren(QPushButton)
    return [b for b in buttons if b.property("look") == "pill" and not b.isHidden()]


def menu_of(desk: MainWindow, word: str):
    menu = desk.plan.filter.view.menus[word].menu()
    menu.aboutToShow.emit()
    return menu


def tick(desk: MainWindow, word: str, text: str) -> None:
    next(action for action in menu_of(desk, word).actions() if action.text() == text).trigger()


def test_by_team_shows_groups_with_their_numbers(desk: MainWindow, find: Find) -> None:
    desk.plan.filter.view.segments.chosen.emit(Arrangement.TEAM)
    rows = shown(desk)
    assert rows[0] == "Customer Care"
    assert rows[-3:] == ["No team", TOP, LOOSE]
    model = desk.plan.model
    group = model.row_at(model.index(0, 0))
    assert group.caption == "2 objectives"
    assert group.percent == desk.view.sidebar.percents()[0]
    desk.plan.select(find(SURVEY))
    desk.plan.arrange(Arrangement.OWNER)
    assert desk.plan.current == find(SURVEY)
    assert [r for r in shown(desk) if r in {"Amara Diallo", "No owner", "Mei Tanaka"}] == [
        "Amara Diallo",
        "No owner",
    ]


def test_a_group_is_no_item(desk: MainWindow) -> None:
    desk.plan.arrange(Arrangement.CYCLE)
    desk.plan.tree.setCurrentIndex(desk.plan.model.index(0, 0))
    assert desk.plan.current is None
    assert desk.plan.chosen == []
    assert not desk.actions_.action("delete").isEnabled()


def test_a_group_follows_edits(desk: MainWindow, find: Find) -> None:
    desk.plan.arrange(Arrangement.TEAM)
    model = desk.plan.model
    before = model.row_at(model.index(0, 0)).percent
    desk.bridge.run(c.check_in, find(SURVEY), 990)
    assert model.row_at(model.index(0, 0)).percent != before
    desk.bridge.run(c.change_objective, find(OTHER), team=None)
    assert model.row_at(model.index(0, 0)).caption == "1 objective"
    desk.bridge.undo()
    assert model.row_at(model.index(0, 0)).caption == "2 objectives"


def test_open_branches_are_kept_for_each_arrangement(desk: MainWindow, find: Find) -> None:
    desk.plan.tree.expand(desk.plan.model.index_of(find(TEAM)))
    before = shown(desk)
    desk.plan.arrange(Arrangement.TEAM)
    desk.plan.tree.collapseAll()
    desk.plan.arrange(Arrangement.TREE)
    assert shown(desk) == before
    desk.plan.arrange(Arrangement.TEAM)
    assert shown(desk) == ["Customer Care", "No team"]


def test_a_new_objective_is_written_in_the_tree(desk: MainWindow, find: Find) -> None:
    desk.plan.arrange(Arrangement.OWNER)
    desk.plan.select(find(TEAM))
    desk.plan.focus_tree()
    press("Ctrl+N")
    assert desk.plan.model.arrangement is Arrangement.TREE
    type_text("Answer within a day")
    press("Return", "Escape")
    assert find("Answer within a day")


def test_a_plan_for_oneself_has_no_teams_nor_owners(desk: MainWindow) -> None:
    bar = desk.plan.filter.view
    assert not bar.menus["owner"].isHidden()
    desk.bridge.run(c.set_organisation, solo=True)
    QApplication.processEvents()
    buttons = bar.segments.findChildren(QPushButton)
    assert [button.text() for button in buttons if not button.isHidden()] == ["Tree", "By cycle"]
    assert bar.menus["team"].isHidden()
    assert bar.menus["owner"].isHidden()


def test_menus_filter_and_chips_take_it_back(desk: MainWindow, find: Find) -> None:
    tick(desk, "status", "At risk")
    tick(desk, "status", "Not started")
    button = desk.plan.filter.view.menus["status"]
    assert button.text() == "2 statuses"
    assert query_text(desk.plan.model.filter.query) == "status:at-risk,not-started"
    assert not desk.plan.model.filter.everywhere
    assert [chip.text() for chip in chips(desk)] == ["At risk, Not started"]
    tick(desk, "level", "Individual")
    assert not desk.plan.model.index_of(find(CALLS)).isValid()
    chips(desk)[0].click()
    assert desk.plan.filter.view.menus["status"].text() == "Any status"
    desk.plan.focus_tree()
    press("Escape")
    assert not desk.plan.model.filter
    assert chips(desk) == []


def test_a_menu_stays_open_while_things_are_ticked(desk: MainWindow) -> None:
    button = desk.plan.filter.view.menus["status"]
    menu = button.menu()
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    first, second = menu.actions()[:2]
    menu.setActiveAction(first)
    QTest.keyClick(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    place = QPointF(menu.actionGeometry(second).center())
    left = Qt.MouseButton.LeftButton
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        plain = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(menu, QMouseEvent(kind, place, place, left, left, plain))
    assert menu.isVisible()
    assert button.values == ("on-track", "behind")
    menu.actions()[-1].trigger()
    assert button.values == ()
    menu.close()


@pytest.mark.parametrize("width", [520, 700, 1400])
def test_menus_without_room_go_behind_one_button(desk: MainWindow, width: int) -> None:
    bar = desk.plan.filter.view
    bar.resize(width, bar.height())
    hidden = [m for m in bar.menus.values() if m.isHidden() and m is not bar.menus["tag"]]
    assert bar.more.isHidden() == (not hidden)
    bar.more.click()
    popup = QApplication.activePopupWidget()
    if popup is not None:
        assert len(popup.actions()) == len(hidden)
        popup.close()


def test_a_search_covers_notes_and_closed_cycles(desk: MainWindow, find: Find) -> None:
    press("Ctrl+F")
    type_text("no-shows")
    assert find(CALLS) in {desk.plan.model.index_of(find(t)).internalId() for t in (CALLS,)}
    assert not desk.plan.model.index_of(find(SURVEY)).isValid()
    press("Escape")
    desk.bridge.run(c.close_cycle, desk.view.scope.cycle_id)
    desk.view.scope.choose(desk.bridge.run(c.create_cycle, "Q1 2027", Horizon.QUARTER, *Q1))
    assert not desk.plan.model.index_of(find(LOOSE)).isValid()
    press("Ctrl+F")
    type_text("level:individual")
    assert desk.plan.model.index_of(find(LOOSE)).isValid()


def test_an_unknown_word_is_text_and_told(desk: MainWindow) -> None:
    press("Ctrl+F")
    type_text("re:port")
    labels = [label for label in desk.plan.filter.findChildren(QLabel) if label.isVisible()]
    assert "“re:” is searched for as text" in [label.text() for label in labels]
    assert query_text(desk.plan.model.filter.query) == '"re:port"'
    press("Escape", "Ctrl+F")
    type_text("owner:amara")
    labels = [label for label in desk.plan.filter.findChildren(QLabel) if label.isVisible()]
    assert [label.text() for label in labels if label.text()] == []


def test_the_search_line_comes_with_ctrl_f_and_goes_with_esc(desk: MainWindow) -> None:
    field = desk.plan.filter.field
    assert not field.isVisible()
    press("Ctrl+F")
    assert focused() is field
    press("Escape")
    assert focused() is desk.plan.tree
    assert not field.isVisible()
    desk.plan.filter.view.search.click()
    assert focused() is field


def test_nothing_matches_until_the_filters_are_cleared(desk: MainWindow) -> None:
    desk.plan.filter.choose(parse("status:achieved"))
    assert not desk.plan.tree.isVisible()
    buttons = desk.plan.findChildren(QPushButton)
    next(button for button in buttons if button.text() == "Clear filters").click()
    assert desk.plan.tree.isVisible()


def test_an_empty_plan_asks_its_first_question_in_the_page(desk: MainWindow, find: Find) -> None:
    for title in (OTHER, LOOSE, TEAM, TOP):
        desk.bridge.run(c.delete_item, find(title))
    empty = desk.plan.findChild(type(desk.plan._place.empty))  # noqa: SLF001  # what stands there
    assert empty.isVisible()
    assert not desk.plan.tree.isVisible()
    press("Return")
    empty.entry.setFocus()
    type_text("Delight them all")
    press("Return")
    assert desk.plan.tree.isVisible()
    type_text("Get 100 answers")
    press("Return", "Escape")
    assert find("Get 100 answers")


def test_owners_teams_and_tags_are_those_of_the_plan(desk: MainWindow, find: Find) -> None:
    desk.bridge.run(c.set_tags, find(TEAM), ["trust"])
    for word, texts, text in (
        ("tag", ["#trust", "No tag"], "#trust"),
        ("team", ["Customer Care", "No team"], "Customer Care"),
        ("owner", ["Amara Diallo", "Mei Tanaka", "No owner"], "Amara Diallo"),
    ):
        offered = [action.text() for action in menu_of(desk, word).actions()]
        assert offered[: len(texts)] == texts
        tick(desk, word, text)
    assert query_text(desk.plan.model.filter.query) == (
        '#trust team:"Customer Care" owner:"Amara Diallo"'
    )
    assert [chip.text() for chip in chips(desk)] == ["#trust", "Customer Care", "Amara Diallo"]
    assert desk.plan.model.index_of(find(SURVEY)).isValid()
    assert not desk.plan.model.index_of(find(OTHER)).isValid()
