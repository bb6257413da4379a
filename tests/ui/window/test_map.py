"""The alignment map: seen, walked through by keys, and repaired."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from okrdesk.app import commands as c
from okrdesk.domain.alignment import parent_of
from okrdesk.domain.tables import OBJECTIVE
from okrdesk.domain.tree import mission_id
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.map.page import MapPage
from okrdesk.ui.pickers.picker import Picker
from tests.ui.window.conftest import Find
from tests.ui.window.keys import focused, press, type_text
from tests.ui.window.small_plan import LOOSE, OTHER, SURVEY, TEAM, TOP


@pytest.fixture
def page(desk: MainWindow, find: Find) -> MapPage:
    assert desk.plan is not None
    desk.resize(1440, 900)
    QApplication.processEvents()
    desk.plan.select(find(SURVEY))
    press("Ctrl+4")
    found = desk.findChild(MapPage)
    assert found is not None
    QApplication.processEvents()
    return found


def title(page: MapPage) -> str:
    assert page.scene.chosen is not None
    return page.scene.cards[page.scene.chosen].face.row.title


def drag(page: MapPage, item: int, target: QPointF) -> None:
    """From the middle of a card to a place on the screen, by the pointer."""
    port = page.view.viewport()
    start = page.view.mapFromScene(page.scene.cards[item].place.center())
    end = port.mapFromGlobal(target).toPoint()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(port, left, none, start)
    QTest.mouseMove(port, start + QPoint(30, 30))
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, left, none, end)


def middle_of(page: MapPage, item: int) -> QPointF:
    point = page.view.mapFromScene(page.scene.cards[item].place.center())
    return QPointF(page.view.viewport().mapToGlobal(point))


def parent(desk: MainWindow, item: int) -> int | None:
    assert desk.bridge is not None
    link = parent_of(desk.bridge.snapshot, item)
    return None if link is None else link.key_result or link.objective or 0


def test_it_begins_at_what_is_chosen_in_the_plan_and_arrows_walk(
    desk: MainWindow, page: MapPage, find: Find
) -> None:
    assert desk.bridge is not None
    mission = mission_id(desk.bridge.snapshot)
    assert title(page) == TEAM
    assert page.scene.path == {mission, find(TOP), find(TEAM)}
    assert "Teams, Q3 2026 2" in page.heads.accessibleName()
    press("Down")
    assert title(page) == OTHER
    press("Left")
    assert title(page) == TOP
    press("Left")
    assert page.scene.chosen == mission
    assert page.chosen is None
    press("Left", "Right", "Right", "Up")
    assert title(page) == TEAM
    press("Home")
    assert page.scene.chosen == mission
    page.scene.choose(None)
    press("Right")
    assert page.scene.chosen == mission
    press("Right", "Return")
    assert desk.page_id == "plan"
    assert desk.plan is not None
    assert desk.plan.current == find(TOP)
    desk.navigator.back()
    assert title(page) == TOP


def test_zoom_fit_fold_and_key_results(desk: MainWindow, page: MapPage, find: Find) -> None:
    del desk
    press("-")
    assert page.view.zoom == pytest.approx(1 / 1.2)
    assert page.head.zoom.text() == "83%"
    press("+", "+", "0")
    assert page.view.zoom == 1.0
    page.head.zoomed.emit(-1)
    page.head.full_wanted.emit()
    press("F")
    assert page.view.zoom == 1.0, "never larger than the design"
    press("Left", "Space")
    assert find(TEAM) not in page.scene.cards
    assert page.scene.cards[find(TOP)].face.hidden == 2
    assert "2 cards folded away" in page.scene.cards[find(TOP)].face.spoken()
    press("Space")
    assert find(TEAM) in page.scene.cards
    high = page.scene.cards[find(TEAM)].rect().height()
    page.head.results.click()
    card = page.scene.cards[find(TEAM)]
    assert card.rect().height() > high
    assert card.face.results[0].title == SURVEY
    at = QPointF(card.place.center().x(), card.end_of(find(SURVEY), page.scene.sheet.measures))
    assert page.scene.target_at(at) == find(SURVEY)
    page.grab()


def test_a_line_is_chosen_by_key_or_click_and_unlinked(
    desk: MainWindow, page: MapPage, find: Find
) -> None:
    press("Shift+Left", "Del")
    assert parent(desk, find(TEAM)) is None
    press("Ctrl+Z")
    assert parent(desk, find(TEAM)) == find(TOP)
    line = next(one for one in page.scene.lines.values() if one.line.child == find(OTHER))
    point = page.view.mapFromScene(line.path().pointAtPercent(0.5))
    port = page.view.viewport()
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    assert page.scene.line == line.line.link
    press("Delete")
    assert parent(desk, find(OTHER)) is None
    press("Delete")
    assert find(OTHER), "Delete takes lines away, never cards"


def test_a_card_dragged_onto_another_is_linked_or_told_why_not(
    desk: MainWindow, page: MapPage, find: Find
) -> None:
    assert desk.bridge is not None
    told: list[str] = []
    desk.bridge.refused.connect(lambda message: told.append(str(message)))
    mission = mission_id(desk.bridge.snapshot)
    assert mission is not None
    drag(page, find(TOP), middle_of(page, find(TEAM)))
    assert parent(desk, find(TOP)) == 0
    assert "this would be a circle" in told[0]
    drag(page, find(OTHER), middle_of(page, mission))
    assert parent(desk, find(OTHER)) == 0
    tray = page.foot.tray
    drag(page, find(OTHER), QPointF(tray.mapToGlobal(tray.rect().center())))
    assert parent(desk, find(OTHER)) is None
    row = tray.rows[find(LOOSE)]
    row.dragged.emit(middle_of(page, find(TEAM)))
    row.dropped.emit(middle_of(page, find(TEAM)))
    assert parent(desk, find(LOOSE)) == find(TEAM)
    assert not page.edits.allows(find(TOP), find(LOOSE))
    page.view.set_zoom(2.0)
    across, port = page.view.horizontalScrollBar(), page.view.viewport()
    across.setValue(across.maximum() // 2)
    edge = port.mapToGlobal(QPoint(port.width() - 5, port.height() // 2))
    page.view.dragged.emit(find(OTHER), QPointF(edge))
    assert across.value() == across.maximum() // 2 + 16
    assert page.edits.allows(find(OTHER), find(TOP))
    assert page.edits.allows(find(LOOSE), find(SURVEY))


def test_the_tray_by_key_links_with_the_dialog(desk: MainWindow, page: MapPage, find: Find) -> None:
    assert desk.bridge is not None
    press("T")
    assert focused() is page.foot.tray.rows[find(LOOSE)].link
    press("L")
    picker = desk.findChild(Picker)
    assert picker is not None
    type_text("Research")
    press("Return")
    assert parent(desk, find(LOOSE)) == find(TEAM)
    assert title(page) == LOOSE
    assert page.foot.tray.rows == {}
    page.view.setFocus()
    press("Ctrl+Shift+L")
    assert len(desk.findChildren(Picker)) >= 1
    press("Esc")
    before = desk.bridge.snapshot
    press("Alt+Up")
    assert desk.bridge.snapshot is before
    assert not desk.action("delete").isEnabled()
    assert not desk.action("duplicate").isEnabled()


def test_an_edit_repaints_only_what_it_changed(desk: MainWindow, page: MapPage, find: Find) -> None:
    assert desk.bridge is not None
    before, item = page.scene.painted, find(OTHER)
    desk.bridge.run(c.change_objective, item, title="Launch the new app")
    assert page.scene.painted == before + 1
    desk.bridge.run(c.add_value, "Care", "Second")
    assert page.scene.painted == before + 2, "the mission tells the values"
    desk.bridge.run(c.add_comment, item, "Well done")
    assert page.scene.painted == before + 2


def test_the_menu_and_what_is_chosen_in_words(desk: MainWindow, page: MapPage, find: Find) -> None:
    from okrdesk.ui.map.menu import Wishes, map_menu

    wishes = Wishes(page.view.opened.emit, page.fold, page.edits.unlink)
    names = [a.text() for a in map_menu(page, page.scene, [], wishes).actions() if a.text()]
    assert names == ["Open", f"Unlink from “{TOP}”"]
    page.view.choose(find(TOP))
    actions = [desk.action("link")]
    menu = map_menu(page, page.scene, actions, wishes._replace(unlink=None))
    names = [action.text() for action in menu.actions() if action.text()]
    assert names == ["Open", "Fold away what is below", "Li&nk to…"]
    words = {name: label.words for name, label in page.foot.details.values.items()}
    assert words == {"supports": "The mission", "below": "2 objectives", "confidence": "—"}
    assert page.view.accessibleDescription().startswith("The same links are in the tree")
    page.foot.details.opened.emit()
    assert desk.page_id == "plan"


def test_the_ground_is_dragged_and_the_minimap_pressed(page: MapPage) -> None:
    page.view.set_zoom(2.0)
    across = page.view.horizontalScrollBar()
    port, none = page.view.viewport(), Qt.KeyboardModifier.NoModifier
    page.foot.minimap.wanted.emit(page.scene.geometry.bounds().center())
    before = across.value()
    page.view.pan(QPoint(25, 0))
    assert across.value() == before + 25
    page.view.verticalScrollBar().setValue(page.view.verticalScrollBar().maximum())
    free = QPoint(port.width() // 2, port.height() - 4)
    assert page.scene.card_at(page.view.mapToScene(free)) is None
    QTest.mousePress(port, Qt.MouseButton.LeftButton, none, free)
    QTest.mouseMove(port, free - QPoint(40, 0))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, none, free)
    assert across.value() == before + 65
    corner = QPoint(12, page.foot.minimap.height() // 2)
    QTest.mouseClick(page.foot.minimap, Qt.MouseButton.LeftButton, none, corner)
    assert across.value() < before


def wheel(page: MapPage, turned: int, held: Qt.KeyboardModifier) -> None:
    none = Qt.MouseButton.NoButton
    at, turn = QPointF(100, 100), QPoint(0, turned)
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(at, at, QPoint(), turn, none, held, phase, False)  # Qt's
    QApplication.sendEvent(page.view.viewport(), event)


def test_the_pointer_opens_turns_the_zoom_and_asks_for_the_menu(
    desk: MainWindow, page: MapPage, find: Find
) -> None:
    port, none = page.view.viewport(), Qt.KeyboardModifier.NoModifier
    wheel(page, 120, Qt.KeyboardModifier.ControlModifier)
    wheel(page, -120, Qt.KeyboardModifier.ControlModifier)
    assert page.view.zoom == pytest.approx(1.0)
    before = page.view.verticalScrollBar().value()
    wheel(page, 120, none)
    assert page.view.verticalScrollBar().value() <= before
    point = page.view.mapFromScene(page.scene.cards[find(OTHER)].place.center())
    asked: list[QPoint] = []
    page.view.menu_wanted.disconnect()
    page.view.menu_wanted.connect(asked.append)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, port.mapToGlobal(point))
    QApplication.sendEvent(port, event)
    assert title(page) == OTHER
    assert asked == [port.mapToGlobal(point)]
    row = page.foot.tray.rows[find(LOOSE)]
    start = QPoint(4, row.height() // 2)
    target = row.mapFromGlobal(middle_of(page, find(OTHER))).toPoint()
    QTest.mousePress(row, Qt.MouseButton.LeftButton, none, start)
    QTest.mouseMove(row, target)
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton, none, target)
    assert parent(desk, find(LOOSE)) == find(OTHER)
    QTest.mouseDClick(port, Qt.MouseButton.LeftButton, none, point)
    assert desk.page_id == "plan"
    assert desk.plan is not None
    assert desk.plan.current == find(OTHER)


def test_from_right_to_left_the_mission_is_at_the_right(
    desk: MainWindow, page: MapPage, find: Find
) -> None:
    assert desk.bridge is not None
    mission = mission_id(desk.bridge.snapshot)
    assert mission is not None
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.refresh()
    cards = page.scene.cards
    assert cards[mission].place.left() > cards[find(TOP)].place.right()
    assert cards[find(TOP)].place.left() > cards[find(TEAM)].place.right()
    for line in page.scene.lines.values():
        ends = [line.path().pointAtPercent(share).x() for share in (0.0, 1.0)]
        assert ends[0] == pytest.approx(cards[line.line.target].place.left())
        assert ends[1] == pytest.approx(cards[line.line.child].place.right())
    press("Left")
    assert title(page) == TEAM, "nothing below it"
    press("Right")
    assert title(page) == TOP
    page.grab()


def test_teams_narrow_it_and_a_bare_plan_says_how_to_begin(
    desk: MainWindow, page: MapPage, find: Find
) -> None:
    assert desk.bridge is not None
    assert desk.view is not None
    page.head.teams.chosen.emit(page.head.teams.itemData(1))
    assert find(TEAM) in page.scene.cards
    assert page.foot.tray.rows == {}
    desk.view.narrow("mine")
    while rows := list(desk.bridge.snapshot.rows(OBJECTIVE)):
        desk.bridge.run(c.delete_item, rows[0].id)
    desk.view.narrowing.choose("attention")
    assert page.empty.button.text() == "Clear filters"
    page.empty.button.click()
    assert page.empty.title.text().startswith("Objectives appear here by level")
    page.empty.button.click()
    assert desk.page_id == "plan"


def test_a_large_map_begins_at_the_chosen_branch(
    desk: MainWindow, page: MapPage, find: Find, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("okrdesk.ui.map.page.MANY", 2)
    del desk
    page.view.set_zoom(0.2)
    page.begin()
    assert page.view.zoom >= 0.6
    seen = page.view.mapToScene(page.view.viewport().rect()).boundingRect()
    assert seen.contains(page.scene.cards[find(TEAM)].place)
