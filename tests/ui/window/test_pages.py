"""Pages of the main area, and the way back and forward between them."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton

from okrdesk.app import commands as c
from okrdesk.domain.tables import KPI, OBJECTIVE
from okrdesk.ui import screens, stage
from okrdesk.ui.action_set import ActionSet
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.navigator import MOST, Navigator, Visit
from okrdesk.ui.page_stack import PageStack
from okrdesk.ui.scope import EVERYTHING
from tests.ui.window.conftest import Find, first_page
from tests.ui.window.fake_pages import EXTRAS, WORK, FakePage
from tests.ui.window.keys import focused, press
from tests.ui.window.small_plan import LOOSE, OTHER, TEAM, TOP


@pytest.fixture(autouse=True)
def more_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two more rows of the table."""
    pages = (*screens.PAGES, WORK, EXTRAS)
    monkeypatch.setattr(screens, "PAGES", pages)
    monkeypatch.setattr(stage, "PAGES", pages)


def work(desk: MainWindow) -> FakePage:
    page = desk.stage.view.pages.page
    assert isinstance(page, FakePage)
    return page


def test_a_page_is_made_once_and_written_when_it_is_left(qapp: object) -> None:
    del qapp
    made: list[str] = []

    def make(page_id: str) -> FakePage:
        made.append(page_id)
        return FakePage()

    stack = PageStack(make)
    stack.refresh()
    stack.commit()
    first = stack.show_page("a")
    assert isinstance(first, FakePage)
    assert stack.currentWidget() is first
    stack.show_page("b")
    assert first.asked == ["refresh", "commit"]
    stack.show_page("a")
    stack.show_page("a")
    stack.refresh()
    assert first.asked == ["refresh", "commit", "refresh", "refresh"]
    assert made == ["a", "b"]


def test_the_way_back_skips_where_we_are_and_has_an_end() -> None:
    place = [Visit("a")]
    way = Navigator(lambda: place[-1], place.append)
    assert not way.can_go_back
    way.back()
    assert place == [Visit("a")]
    way.leave()
    way.leave()
    way.back()
    assert not way.can_go_back, "there is nothing behind but where we are"
    for number in range(MOST + 5):
        way.leave()
        place.append(Visit("b", number))
    steps = 0
    while way.can_go_back:
        way.back()
        steps += 1
    assert steps == MOST
    assert place[-1] == Visit("b", 4)
    way.forward()
    assert place[-1] == Visit("b", 5)
    way.leave()
    assert not way.can_go_forward
    way.forget()
    assert not way.can_go_back


def test_a_page_brings_its_own_inspector_or_none(desk: MainWindow) -> None:
    assert desk.view.inspector_shown
    desk.show_page("work")
    assert desk.page_id == "work"
    assert focused() is work(desk)
    assert not desk.view.inspector_shown
    press("Ctrl+1")
    assert desk.page_id == "plan"
    assert desk.view.inspector_shown
    assert desk.plan.tree.hasFocus()


def test_a_hidden_inspector_stays_hidden_beside_the_next_page(desk: MainWindow) -> None:
    desk.view.show_inspector(shown=False)
    desk.show_page("work")
    desk.show_page("plan")
    assert not desk.view.inspector_shown


def test_back_brings_page_selection_and_cycle(desk: MainWindow, find: Find) -> None:
    desk.plan.select(find(TEAM))
    desk.show_page("work")
    work(desk).setText("half a thought")
    desk.view.go_to(find(OTHER))
    desk.view.scope.choose(EVERYTHING)
    assert desk.page_id == "plan"
    press("Alt+Left")
    assert desk.page_id == "work"
    work(desk).setText("something else")
    press("Alt+Left")
    assert (desk.page_id, desk.plan.current) == ("plan", find(TEAM))
    assert desk.view.scope.choice is None
    press("Alt+Right")
    assert work(desk).text() == "something else"
    press("Alt+Right")
    assert (desk.page_id, desk.plan.current) == ("plan", find(OTHER))
    assert desk.view.scope.choice == EVERYTHING
    assert not desk.action("go_forward").isEnabled()


def test_back_from_a_link_in_the_inspector(desk: MainWindow, find: Find) -> None:
    desk.plan.select(find(TEAM))
    assert not desk.action("go_back").isEnabled()
    desk.view.inspector.tools.chosen.emit(find(TOP))
    assert desk.plan.current == find(TOP)
    desk.action("go_back").trigger()
    assert desk.plan.current == find(TEAM)


def test_back_to_what_is_gone_is_no_harm(desk: MainWindow, find: Find) -> None:
    desk.plan.select(find(OTHER))
    desk.view.go_to(find(TOP))
    desk.plan.select(find(OTHER))
    press("Del")
    desk.plan.select(find(TEAM))
    desk.action("go_back").trigger()
    assert desk.plan.current == find(TEAM)


def test_without_a_plan_only_some_pages_are_there(window: MainWindow) -> None:
    window.show_page("work")
    assert window.page_id == "start"
    first_page(window).entry.setText("Grow")
    window.show_page("extras")
    assert window.page_id == "extras"
    press("Alt+Left")
    assert window.page_id == "start"
    assert first_page(window).entry.text() == "Grow"
    assert focused() is first_page(window).entry
    with pytest.raises(KeyError):
        window.show_page("nowhere")


def test_the_page_of_a_plan_is_remembered(desk: MainWindow) -> None:
    path = desk.bridge.path
    desk.show_page("work")
    desk.session.close()
    assert desk.page_id == "start"
    assert desk.session.open(path)
    assert desk.page_id == "work"
    assert not desk.action("go_back").isEnabled()


def test_actions_know_their_menu(window: MainWindow) -> None:
    actions = window.every_action()
    assert isinstance(window.actions_, ActionSet)
    assert window.action("page_plan") in actions
    names = {action.objectName(): action.property("menu") for action in actions}
    assert (names["page_plan"], names["theme_dark"]) == ("Go", "Theme")


@pytest.mark.parametrize("page_id", [page.id for page in screens.PAGES])
def test_at_most_one_button_is_filled(desk: MainWindow, page_id: str) -> None:
    for row in list(desk.bridge.snapshot.ids(KPI)):
        desk.bridge.run(c.delete_row, KPI, row)
    desk.show_page(page_id)
    buttons = [button for button in desk.findChildren(QPushButton) if button.isVisible()]
    filled = [button.text() for button in buttons if button.property("look") == "primary"]
    assert len(filled) == 1, filled


def test_undo_brings_back_a_plan_that_was_emptied(desk: MainWindow, find: Find) -> None:
    for title in (OTHER, LOOSE):
        desk.bridge.run(c.delete_item, find(title))
    desk.plan.select(find(TOP))
    desk.plan.focus_tree()
    press("Delete")
    assert desk.bridge.snapshot.count(OBJECTIVE) == 0
    press("Ctrl+2", "Ctrl+1")
    assert isinstance(focused(), QLineEdit)
    press("Ctrl+Z")
    assert find(TEAM)
