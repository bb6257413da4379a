"""Items dragged in the tree: between rows, onto one, several at once, and where it is forbidden."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragLeaveEvent, QDragMoveEvent, QDropEvent

from okrdesk.app import commands as c
from okrdesk.domain.alignment import parent_of
from okrdesk.domain.tables import KEY_RESULT
from okrdesk.domain.tree import children_of
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.models.group_structure import Arrangement
from okrdesk.ui.models.tree_model import MIME
from tests.ui.window.conftest import Find
from tests.ui.window.small_plan import CALLS, LOOSE, OTHER, SURVEY, TEAM, TOP

MOVE, LEFT = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
ABOVE, ON, BELOW = 0.1, 0.5, 0.9


class Hand:
    """Drags items over the rows of a window."""

    def __init__(self, desk: MainWindow, find: Find) -> None:
        self.desk, self.find, self.tree = desk, find, desk.plan.tree
        self.tree.expandAll()

    def take(self, *titles: str) -> QMimeData:
        indexes = [self.desk.plan.model.index_of(self.find(title)) for title in titles]
        return self.desk.plan.model.mimeData(indexes)

    def over(self, data: QMimeData, target: int, part: float) -> bool:
        """Whether the row takes what is dragged over that part of it."""
        at = self.place(target, part)
        event = QDragMoveEvent(at, MOVE, data, LEFT, PLAIN)
        # Qt hands on such events only while its own drag runs, which waits for a hand.
        self.tree.dragMoveEvent(event)
        return event.isAccepted()

    def drop(self, data: QMimeData, target: int, part: float) -> None:
        self.over(data, target, part)
        event = QDropEvent(QPointF(self.place(target, part)), MOVE, data, LEFT, PLAIN)
        self.tree.dropEvent(event)

    def place(self, target: int, part: float) -> QPoint:
        row = self.tree.visualRect(self.desk.plan.model.index_of(target))
        return QPoint(120, row.top() + round(row.height() * part))


@pytest.fixture
def hand(desk: MainWindow, find: Find) -> Hand:
    return Hand(desk, find)


def below(desk: MainWindow, item: int) -> list[int]:
    return children_of(desk.bridge.snapshot, item)


def test_onto_a_row_supports_it(hand: Hand, desk: MainWindow, find: Find) -> None:
    hand.drop(hand.take(OTHER), find(TEAM), ON)
    assert find(OTHER) in below(desk, find(TEAM))
    assert desk.plan.chosen == [find(OTHER)]
    desk.bridge.undo()
    assert find(OTHER) in below(desk, find(TOP))


def test_between_rows_changes_the_order(hand: Hand, desk: MainWindow, find: Find) -> None:
    hand.drop(hand.take(OTHER), find(TEAM), ABOVE)
    assert below(desk, find(TOP)) == [find(OTHER), find(TEAM)]
    hand.drop(hand.take(CALLS), find(SURVEY), ABOVE)
    assert below(desk, find(TEAM)) == [find(CALLS), find(SURVEY)]
    hand.drop(hand.take(SURVEY), find(TEAM), BELOW)
    assert below(desk, find(TEAM)) == [find(SURVEY), find(CALLS)]
    hand.tree.collapse(desk.plan.model.index_of(find(TEAM)))
    hand.drop(hand.take(OTHER), find(TEAM), BELOW)
    assert below(desk, find(TOP)) == [find(TEAM), find(OTHER)]


def test_several_are_one_step(hand: Hand, desk: MainWindow, find: Find) -> None:
    hand.drop(hand.take(SURVEY, CALLS), find(OTHER), ON)
    own = desk.bridge.snapshot.child_ids(KEY_RESULT, "objective", find(OTHER))
    assert list(own) == [find(SURVEY), find(CALLS)]
    desk.bridge.undo()
    assert below(desk, find(TEAM)) == [find(SURVEY), find(CALLS)]


def test_into_the_group_and_out_of_it(hand: Hand, desk: MainWindow, find: Find) -> None:
    group = desk.plan.model.parent(desk.plan.model.index_of(find(LOOSE))).internalId()
    hand.drop(hand.take(OTHER), group, ABOVE)
    assert parent_of(desk.bridge.snapshot, find(OTHER)) is None
    mission = desk.plan.model.index(0, 0).internalId()
    hand.drop(hand.take(OTHER, LOOSE), mission, BELOW)
    assert below(desk, mission)[-2:] == [find(OTHER), find(LOOSE)]


def test_forbidden_places_take_nothing_and_show_nothing(
    hand: Hand, desk: MainWindow, find: Find
) -> None:
    mission = desk.plan.model.index(0, 0).internalId()
    plain = hand.tree.viewport().grab().toImage()
    for titles, target, part in (
        ([TOP], find(TEAM), ON),
        ([TOP], find(TOP), BELOW),
        ([CALLS], mission, ON),
        ([CALLS], find(SURVEY), ON),
        ([TEAM], find(TOP), ON),
        ([CALLS], find(TEAM), ON),
        ([], find(TOP), ON),
    ):
        assert not hand.over(hand.take(*titles), target, part), titles
    assert hand.tree.viewport().grab().toImage() == plain
    before = desk.bridge.snapshot
    hand.drop(hand.take(TOP), find(TEAM), ON)
    assert desk.bridge.snapshot is before


def test_a_place_is_marked_until_the_pointer_leaves(hand: Hand, find: Find) -> None:
    view = hand.tree.viewport()
    plain = view.grab().toImage()
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        hand.tree.setLayoutDirection(direction)
        for part in (ABOVE, ON, BELOW):
            assert hand.over(hand.take(LOOSE), find(TEAM), part)
            assert view.grab().toImage() != plain
    hand.tree.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    hand.tree.dragLeaveEvent(QDragLeaveEvent())
    assert view.grab().toImage() == plain


def test_nothing_comes_from_elsewhere(hand: Hand, find: Find) -> None:
    data = QMimeData()
    data.setData(MIME, f"1 {find(OTHER)}".encode())
    assert not hand.over(data, find(TEAM), ON)
    assert not hand.over(QMimeData(), find(TEAM), ON)


def test_groups_are_no_places(hand: Hand, desk: MainWindow, find: Find) -> None:
    desk.plan.arrange(Arrangement.TEAM)
    assert not hand.over(hand.take(OTHER), find(TEAM), ON)


def test_a_plan_that_is_only_read_drags_nothing(hand: Hand) -> None:
    assert hand.tree.dragEnabled()
    hand.tree.set_dragging(wanted=False)
    assert not hand.tree.dragEnabled()
    assert not hand.tree.acceptDrops()


def test_a_closed_cycle_refuses_and_says_so(hand: Hand, desk: MainWindow, find: Find) -> None:
    desk.bridge.run(c.close_cycle, desk.view.scope.cycle_id)
    refused: list[object] = []
    desk.bridge.refused.connect(refused.append)
    hand.drop(hand.take(CALLS), find(OTHER), ON)
    assert len(refused) == 1
