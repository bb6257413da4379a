"""The columns of the tree: chosen, moved, and kept with arrangement and filters."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from okrdesk.app import commands as c
from okrdesk.domain.filters import parse, query_text
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.models.group_structure import Arrangement
from okrdesk.ui.models.tree_model import CYCLE, DUE, GRADE, STATUS, TEAM, UPDATED
from okrdesk.ui.pages import plan_state
from okrdesk.ui.theme import TextRole
from okrdesk.ui.widgets.plan_columns import COLUMNS
from tests.ui.window.conftest import Find
from tests.ui.window.small_plan import CALLS
from tests.ui.window.small_plan import TEAM as RESEARCH

USUAL = ["progress", "status", "confidence", "owner"]


def cell(desk: MainWindow, item: int, column: int) -> str:
    return desk.plan.model.data(desk.plan.model.index_of(item, column))


def test_usual_columns_are_shown_first(desk: MainWindow) -> None:
    assert desk.plan.tree.columns.shown() == USUAL


def test_each_head_has_room_for_its_word(desk: MainWindow) -> None:
    header, theme = desk.plan.tree.header(), desk.look.themes.theme
    words = QFontMetricsF(theme.font(TextRole.CAPTION_STRONG))
    for place, column in COLUMNS.items():
        head = desk.plan.model.headerData(place, Qt.Orientation.Horizontal)
        desk.plan.tree.columns.show_only([column.name])
        room = header.sectionSize(place) - column.inset.before - column.inset.after
        assert words.horizontalAdvance(head) <= room, head


def test_other_columns_say_what_they_know(desk: MainWindow, find: Find) -> None:
    item = find(CALLS)
    desk.bridge.run(c.grade, item, 0.7)
    assert cell(desk, item, UPDATED) == "10 Aug"
    assert cell(desk, item, DUE) == "30 Sep"
    assert cell(desk, item, TEAM) == "Customer Care"
    assert cell(desk, item, CYCLE) == "Q3 2026"
    assert cell(desk, item, GRADE) == "0.7"
    assert cell(desk, find(RESEARCH), DUE) == "30 Sep"


def test_the_menu_shows_and_hides_them(desk: MainWindow) -> None:
    desk.actions_.action("columns").trigger()
    menu = QApplication.activePopupWidget()
    texts = [action.text() for action in menu.actions() if action.isCheckable()]
    assert texts[:2] == ["Progress", "Status"]
    by_text = {action.text(): action for action in menu.actions()}
    by_text["Due"].trigger()
    by_text["Conf."].trigger()
    assert desk.plan.tree.columns.shown() == ["progress", "status", "owner", "due"]
    by_text["Usual columns"].trigger()
    assert desk.plan.tree.columns.shown() == USUAL
    menu.close()


def test_a_column_is_dragged_but_never_before_the_title(desk: MainWindow) -> None:
    header = desk.plan.tree.header()
    header.moveSection(header.visualIndex(STATUS), 4)
    assert desk.plan.tree.columns.shown() == ["progress", "confidence", "owner", "status"]
    assert not header.isFirstSectionMovable()


def test_rows_paint_with_every_column_in_both_directions(desk: MainWindow, find: Find) -> None:
    tree = desk.plan.tree
    tree.columns.show_only([*USUAL, "updated", "due", "team", "grade", "cycle", "nonsense"])
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        tree.setLayoutDirection(direction)
        assert not tree.grab().isNull()
    assert len(tree.columns.shown()) == 9


def test_columns_arrangement_and_filters_are_kept(desk: MainWindow) -> None:
    page, path = desk.plan, desk.bridge.path
    page.tree.columns.show_only(["due", "progress"])
    page.arrange(Arrangement.OWNER)
    page.filter.choose(parse('status:behind owner:"Amara Diallo"'))
    desk.session.close()
    assert desk.session.open(path)
    assert desk.plan.tree.columns.shown() == ["due", "progress"]
    assert desk.plan.model.arrangement is Arrangement.OWNER
    assert query_text(desk.plan.filter.chosen) == 'status:behind owner:"Amara Diallo"'
    before = plan_state.state_of(desk.plan)
    plan_state.restore(desk.plan, {"arrangement": "strange", "columns": 7, "filter": []})
    plan_state.restore(desk.plan, None)
    assert plan_state.state_of(desk.plan) == before
