"""The initiatives: written with Enter, ticked with Space, folded away when done."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from okrdesk.app import commands as c
from okrdesk.domain.initiative_list import ANYBODY, Grouping
from okrdesk.domain.tables import INITIATIVE, KEY_RESULT, OBJECTIVE, PERSON
from okrdesk.ui.initiatives.page import InitiativesPage
from okrdesk.ui.initiatives.row import ChecklistRow
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.map.page import MapPage
from okrdesk.ui.pickers.picker import Picker
from tests.ui.window.conftest import Find
from tests.ui.window.keys import focused, press, type_text
from tests.ui.window.small_plan import CALLS, OTHER, SURVEY, TEAM, TODAY, TOP

WRITE, ASK = "Write the script", "Call 30 people"
Make = Callable[..., int]


@pytest.fixture
def make(desk: MainWindow, find: Find) -> Make:
    """Adds an initiative for an item with this title."""

    def made(text: str, title: str = CALLS, **fields: object) -> int:
        assert desk.bridge is not None
        return desk.bridge.run(c.add_initiative, text, item=find(title), **fields)  # type: ignore[arg-type]  # its own fields

    return made


def opened(desk: MainWindow) -> InitiativesPage:
    press("Ctrl+7")
    page = desk.findChild(InitiativesPage)
    assert page is not None
    return page


def texts(page: InitiativesPage) -> list[str]:
    """What is to be seen, from the top."""
    QApplication.processEvents()
    rows = [row for row in page.list.findChildren(ChecklistRow) if row.isVisibleTo(page.list)]
    rows.sort(key=lambda row: row.mapTo(page.list, row.rect().topLeft()).y())
    return [row.text.text() for row in rows]


def titles(page: InitiativesPage) -> list[str]:
    return [box.title.accessibleName() for box in page.list.boxes.values()]


def test_written_with_enter_ticked_with_space_and_folded_away(desk: MainWindow, find: Find) -> None:
    page = opened(desk)
    assert desk.bridge is not None
    assert page.empty.isVisibleTo(page)
    assert page.entry.item == find(TEAM), "the first objective of the quarter"
    type_text(WRITE)
    press("Return")
    type_text("And rehearse it")
    press("Return")
    QApplication.processEvents()
    assert texts(page) == [WRITE, "And rehearse it"]
    assert titles(page) == [TEAM]
    first, second = page.list.rows.values()
    first.setFocus()
    press("Down")
    assert focused() is second.done
    press("Up", "Space")
    assert desk.bridge.snapshot.get(INITIATIVE, first.row_id).done == TODAY
    assert texts(page) == ["And rehearse it"]
    assert focused() is second.done, "the next one"
    (box,) = page.list.boxes.values()
    assert box.fold.accessibleName() == "1 done, folded away"
    press("Space")
    assert focused() is box.fold
    press("Space")
    QApplication.processEvents()
    assert sorted(texts(page)) == [
        "And rehearse it",
        WRITE,
    ]
    press("Ctrl+Z", "Ctrl+Z")
    assert box.fold.isHidden()


def test_a_row_is_renamed_deleted_and_given_steps(desk: MainWindow, make: Make) -> None:
    assert desk.bridge is not None
    first, second = make(WRITE), make("Print it")
    page = opened(desk)
    row = page.list.rows[first]
    row.text.setFocus()
    row.text.selectAll()
    type_text("Rewrite")
    press("Down")
    assert focused() is page.list.rows[second].text
    assert desk.bridge.snapshot.get(INITIATIVE, first).text == "Rewrite"
    row.step_wanted.emit()
    step = focused()
    assert isinstance(step, QLineEdit)
    assert step.text() == "New step"
    assert desk.bridge.snapshot.child_ids(INITIATIVE, "parent", first) == (page.list.order[1],)
    page.list.rows[second].setFocus()
    press("Del")
    assert second not in page.list.rows
    assert focused() is page.list.rows[page.list.order[-1]].done
    press("Return")
    assert focused() is page.entry.field
    names = [action.text() for action in row.menu().actions()]
    assert names == ["Add a step", "Make it a key result", "Delete"]


def test_what_says_a_number_becomes_a_key_result(desk: MainWindow, make: Make, find: Find) -> None:
    assert desk.bridge is not None
    ask, plain = make(ASK, TEAM), make("Talk to two people", TEAM)
    page = opened(desk)
    assert page.list.rows[ask].promote.isVisibleTo(page)
    assert not page.list.rows[plain].promote.isVisibleTo(page)
    page.list.rows[ask].promote.click()
    made = desk.bridge.snapshot.children(KEY_RESULT, "objective", find(TEAM))[-1]
    assert made.title == ASK
    assert ask not in page.list.rows
    press("Ctrl+Z")
    assert ask in page.list.rows, "one step"


def test_what_it_moves_is_chosen_by_search(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    page = opened(desk)
    press("Ctrl+L")
    picker = desk.findChild(Picker)
    assert picker is not None
    type_text("responses")
    press("Return")
    assert page.entry.item == find(SURVEY)
    type_text(WRITE)
    press("Return")
    (row,) = desk.bridge.snapshot.rows(INITIATIVE)
    assert row.key_result == find(SURVEY)
    field = page.list.rows[row.id].target
    assert field is not None
    assert field.currentText() == SURVEY
    field.chosen.emit(None)
    assert desk.bridge.snapshot.get(INITIATIVE, row.id).objective == find(TEAM)
    page.entry.field.setFocus()
    type_text("Too much")
    press("Return")
    assert len(list(desk.bridge.snapshot.rows(INITIATIVE))) == 2
    press("Ctrl+Z")
    assert len(list(desk.bridge.snapshot.rows(INITIATIVE))) == 1, "the plan's, not the field's"
    type_text("half")
    press("Esc")
    assert page.entry.field.text() == ""


def test_by_owner_by_person_by_team_and_by_cycle(desk: MainWindow, make: Make, find: Find) -> None:
    assert desk.bridge is not None
    mei = next(p.id for p in desk.bridge.snapshot.rows(PERSON) if p.name == "Mei Tanaka")
    make(WRITE)
    make("Mei's", TOP, owner=mei)
    page = opened(desk)
    assert titles(page) == [TOP, TEAM]
    page.head.segments.chosen.emit(Grouping.OWNER)
    assert titles(page) == ["Mei Tanaka", "No owner"]
    row = page.list.rows[page.list.order[0]]
    QApplication.processEvents()
    assert row.place.isVisibleTo(page)
    page.head.whose.chosen.emit(-1)
    assert titles(page) == ["No owner"]
    page.head.whose.chosen.emit(mei)
    assert titles(page) == ["Mei Tanaka"]
    type_text("More of hers")
    press("Return")
    assert sorted(texts(page)) == ["Mei's", "More of hers"]
    desk.show_page("plan")
    desk.navigator.back()
    assert page.state == (Grouping.OWNER, mei)
    page.head.whose.chosen.emit(ANYBODY)
    assert desk.view is not None
    desk.view.narrow("unaligned")
    assert page.empty.isVisibleTo(page)
    page.empty.button.click()
    assert titles(page) == ["Mei Tanaka", "No owner"]
    desk.show_page("plan")
    desk.action("new_initiative").trigger()
    assert focused() is page.entry.field
    row.place.click()
    assert desk.page_id == "plan"
    assert desk.view.page.current == find(TOP)


def test_a_plan_without_objectives_asks_for_one(desk: MainWindow) -> None:
    assert desk.bridge is not None
    while objectives := list(desk.bridge.snapshot.rows(OBJECTIVE)):
        desk.bridge.run(c.delete_item, objectives[0].id)
    page = opened(desk)
    assert not page.entry.isVisibleTo(page)
    assert focused() is page.empty.button
    assert page.empty.button.text() == "New objective"
    page.empty.button.click()
    assert desk.page_id == "plan"


def test_a_long_list_comes_in_parts(
    desk: MainWindow, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("okrdesk.ui.initiatives.checklist.MOST", 2)
    for number in range(3):
        make(f"First {number}")
        make(f"Other {number}", OTHER)
    page = opened(desk)
    page.list.limit = 2
    page.list.show_groups(page.list.groups, Grouping.OBJECTIVE)
    assert len(page.list.rows) == 2
    page.list.more.click()
    assert len(page.list.rows) == 4
    assert titles(page) == [TEAM, OTHER]
    page.list.more.click()
    assert page.list.more.isHidden()


def test_a_plan_that_can_only_be_read_is_shown_and_stays_as_it_is(
    desk: MainWindow, make: Make, plan_path: Path
) -> None:
    one = make(WRITE)
    desk.session.close()
    assert desk.session.open(plan_path, write=False)
    page = opened(desk)
    row = page.list.rows[one]
    assert not page.entry.isVisibleTo(page)
    assert not row.done.isEnabled()
    assert row.text.isReadOnly()
    assert not page.list.boxes[next(iter(page.list.boxes))].add.isVisibleTo(page)
    assert not desk.action("aim_initiative").isEnabled()
    press("Ctrl+4")
    shown = desk.findChild(MapPage)
    assert shown is not None
    assert desk.bridge is not None
    before = desk.bridge.snapshot
    (waiting,) = shown.foot.tray.rows.values()
    assert not waiting.link.isVisibleTo(waiting)
    shown.view.choose(shown.scene.map.cards[-1].item)
    press("L", "Shift+Left", "Del")
    assert desk.bridge.snapshot is before
