import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QHoverEvent, QImage, QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from okrdesk.domain.entities import KeyResult
from okrdesk.domain.tables import KEY_RESULT
from okrdesk.ui.icons import LEVEL_ICONS, IconSet
from okrdesk.ui.models.tree_filter import TreeFilter
from okrdesk.ui.models.tree_model import TreeModel
from okrdesk.ui.models.tree_structure import UNALIGNED
from okrdesk.ui.theme import ThemeChoice, ThemeController
from okrdesk.ui.widgets.plan_tree import MOST_OPENED, PlanTree
from tests.ui import plans
from tests.ui.plans import CHURNED, DELIGHT, LOVED, MISSION, READ, RESEARCH, VOICE, asking

UPPER = frozenset({"mission", "long_term", "year", "team"})

CHURNED_SENTENCE = "Interview 15 churned customers, At risk, 33 percent, expected 52, 5 of 15"


@pytest.fixture
def renamed() -> list[tuple[int, str]]:
    return []


@pytest.fixture
def model(qapp: QApplication, renamed: list[tuple[int, str]]) -> TreeModel:
    return TreeModel(plans.plan(), plans.numbers(), lambda id, text: renamed.append((id, text)))


@pytest.fixture
def tree(qtbot: QtBot, themes: ThemeController, icons: IconSet, model: TreeModel) -> PlanTree:
    view = PlanTree(model, themes, icons)
    qtbot.addWidget(view)
    view.resize(780, 420)
    view.open_levels(UPPER)
    view.show()
    return view


def painted(tree: PlanTree, scale: float = 1.0) -> QImage:
    image = QImage(tree.size() * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    tree.render(image)
    return image


def colours(image: QImage, y: int) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width())}


def middle(tree: PlanTree, node: int, x: int) -> QPoint:
    row = tree.visualRect(tree.model().index_of(node))
    return QPoint(x, row.center().y())


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("look", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_rows_paint_at_every_scale(
    tree: PlanTree,
    themes: ThemeController,
    look: ThemeChoice,
    scale: float,
    direction: Qt.LayoutDirection,
) -> None:
    themes.set_choice(look)
    tree.setLayoutDirection(direction)
    tree.go_to(CHURNED)
    image = painted(tree, scale)
    row = tree.visualRect(tree.model().index_of(CHURNED))
    shown = colours(image, round((row.center().y() + tree.header().height()) * scale))
    for token in ("accent-soft", "risk-fill", "risk-bg", "track", "tick"):
        assert themes.theme.colour(token).name() in shown


def test_row_height_and_columns_follow_the_text_size(
    tree: PlanTree, themes: ThemeController
) -> None:
    normal = tree.visualRect(tree.model().index_of(LOVED)).height()
    themes.set_text_percent(200)
    tree.doItemsLayout()
    assert tree.visualRect(tree.model().index_of(LOVED)).height() > 1.5 * normal
    assert tree.header().sectionSize(1) > 132
    assert not painted(tree).isNull()


def test_upper_levels_are_open_at_first(tree: PlanTree) -> None:
    assert tree.opened() == {MISSION, LOVED, DELIGHT, RESEARCH}


def test_branches_open_again(tree: PlanTree) -> None:
    kept = tree.opened()
    tree.collapseAll()
    tree.collapse(tree.model().index_of(MISSION))
    tree.open_branches([*kept, 999])
    assert tree.isExpanded(tree.model().index_of(RESEARCH))


def test_no_more_rows_open_than_anybody_sees(
    qtbot: QtBot, themes: ThemeController, icons: IconSet
) -> None:
    many = [KeyResult(5000 + n, RESEARCH, "One of many") for n in range(3 * MOST_OPENED)]
    more = [KeyResult(9000 + n, DELIGHT, "One of many") for n in range(3 * MOST_OPENED)]
    snapshot = plans.plan(key_result=[*many, *more])
    model = TreeModel(snapshot, plans.numbers(), lambda _id, _text: None)
    view = PlanTree(model, themes, icons)
    qtbot.addWidget(view)
    view.open_levels(LEVEL_ICONS)
    assert DELIGHT in view.opened()
    assert RESEARCH not in view.opened()


def test_a_filter_opens_what_it_left_and_clearing_restores(
    tree: PlanTree, model: TreeModel
) -> None:
    before = tree.opened()
    tree.go_to(CHURNED)
    model.set_filter(asking("calls"))
    assert tree.isExpanded(model.index_of(VOICE))
    model.set_filter(asking("12 books"))
    assert UNALIGNED in tree.opened()
    model.set_filter(TreeFilter())
    assert tree.opened() == before


def test_selection_survives_a_filter_that_keeps_it(tree: PlanTree, model: TreeModel) -> None:
    tree.go_to(CHURNED)
    model.set_filter(asking("churned"))
    assert tree.current_node() == CHURNED
    model.set_filter(asking("12 books"))
    assert tree.current_node() != CHURNED


def test_chevron_folds_and_the_rest_of_the_row_selects(qtbot: QtBot, tree: PlanTree) -> None:
    at = middle(tree, LOVED, 17 + 10)
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert LOVED not in tree.opened()
    qtbot.mouseDClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert LOVED in tree.opened()
    assert tree.current_node() != LOVED
    at = middle(tree, LOVED, 200)
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert tree.current_node() == LOVED
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 410))


def hovered(tree: PlanTree, at: QPoint, kind: QEvent.Type) -> None:
    place = QPointF(at)
    event = QHoverEvent(kind, place, QPointF(tree.viewport().mapToGlobal(at)), place)
    QApplication.sendEvent(tree.viewport(), event)


def test_the_ground_follows_the_theme_inside_a_styled_window(
    qtbot: QtBot, tree: PlanTree, themes: ThemeController
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(tree)
    window.show()
    themes.set_choice(ThemeChoice.DARK)
    QApplication.processEvents()
    corner = QPoint(1, tree.viewport().height() - 2)
    ground = window.grab().toImage().pixelColor(tree.viewport().mapTo(window, corner))
    window.takeCentralWidget()
    assert ground.name() == themes.theme.colour("surface").name()


def test_row_under_the_pointer_is_tinted(tree: PlanTree, themes: ThemeController) -> None:
    at = middle(tree, LOVED, 300)
    y = at.y() + tree.header().height() + 12
    hover = themes.theme.colour("hover").name()
    assert hover not in colours(painted(tree), y)
    hovered(tree, at, QEvent.Type.HoverMove)
    assert hover in colours(painted(tree), y)
    hovered(tree, at, QEvent.Type.HoverLeave)
    assert hover not in colours(painted(tree), y)


def test_focus_is_a_ring_around_the_current_row(
    qtbot: QtBot, tree: PlanTree, themes: ThemeController
) -> None:
    tree.activateWindow()
    tree.setFocus()
    qtbot.waitUntil(tree.hasFocus)
    tree.go_to(LOVED)
    row = tree.visualRect(tree.model().index_of(LOVED))
    image = painted(tree)
    edge = image.pixelColor(300, row.top() + tree.header().height() + 1)
    assert edge == QColor(themes.theme.colour("focus"))


def editor_of(tree: PlanTree) -> QLineEdit:
    return next(e for e in tree.viewport().findChildren(QLineEdit) if e.isVisible())


def start_editing(qtbot: QtBot, tree: PlanTree, node: int) -> QLineEdit:
    tree.activateWindow()
    tree.setFocus()
    tree.go_to(node)
    qtbot.keyClick(tree, Qt.Key.Key_F2)
    editor = editor_of(tree)
    qtbot.waitUntil(editor.hasFocus)
    return editor


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_title_is_renamed_in_place(
    qtbot: QtBot, tree: PlanTree, renamed: list[tuple[int, str]], key: Qt.Key
) -> None:
    editor = start_editing(qtbot, tree, RESEARCH)
    assert editor.text() == "Improve customer satisfaction"
    assert editor.accessibleName() == "Title"
    qtbot.keyClicks(editor, "Learn")
    qtbot.keyClick(editor, key)
    assert renamed == [(RESEARCH, "Learn")]
    qtbot.waitUntil(lambda: not tree.viewport().findChildren(QLineEdit))


def test_escape_restores_the_old_title(
    qtbot: QtBot, tree: PlanTree, renamed: list[tuple[int, str]]
) -> None:
    editor = start_editing(qtbot, tree, RESEARCH)
    qtbot.keyClicks(editor, "Learn")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert renamed == []


def test_an_update_does_not_take_away_what_is_typed(
    qtbot: QtBot, tree: PlanTree, model: TreeModel
) -> None:
    editor = start_editing(qtbot, tree, READ)
    tree.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.keyClicks(editor, "Read 24 books")
    snapshot = plans.plan()
    change = plans.changed(snapshot, KEY_RESULT, READ, title="Read twelve books")
    model.apply(snapshot.apply([change]), [change], plans.numbers())
    assert editor.text() == "Read 24 books"
    qtbot.keyClick(editor, Qt.Key.Key_Escape)


def test_a_screen_reader_hears_one_sentence_a_row(tree: PlanTree) -> None:
    found = QAccessible.queryAccessibleInterface(tree)
    assert found.role() == QAccessible.Role.Tree
    spoken = [found.child(n).text(QAccessible.Text.Name) for n in range(found.childCount())]
    assert found.text(QAccessible.Text.Name) == "Plan"
    assert CHURNED_SENTENCE in spoken


def test_letters_search_as_typed(qtbot: QtBot, tree: PlanTree) -> None:
    tree.go_to(MISSION)
    qtbot.keyClicks(tree, "int")
    assert tree.current_node() == CHURNED


def test_scrolling_paints_only_the_rows_that_come_in(qtbot: QtBot, tree: PlanTree) -> None:
    tree.resize(780, 150)
    tree.expandAll()
    bar, height = tree.verticalScrollBar(), tree.viewport().height()
    QApplication.processEvents()
    painted: list[int] = []

    class Watch(QObject):
        def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt chose the name
            if isinstance(event, QPaintEvent):
                painted.append(event.rect().height())
            return False

    watch = Watch(tree)
    tree.viewport().installEventFilter(watch)
    bar.setValue(40)
    qtbot.waitUntil(lambda: painted != [])
    assert sum(painted) == 40
    painted.clear()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: painted != [])
    assert max(painted) <= height
    before = tree.viewport().grab().toImage()
    tree.viewport().update()
    QApplication.processEvents()
    assert tree.viewport().grab().toImage() == before
