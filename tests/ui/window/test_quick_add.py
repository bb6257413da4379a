"""Quick add: one line from anywhere, shown before it is written."""

import pytest
from PySide6.QtWidgets import QLabel

from okrdesk.domain.tables import KEY_RESULT, OBJECTIVE, PERSON
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.palette.quick_add import QuickAdd
from okrdesk.ui.widgets.toast import Toast
from tests.ui.window.conftest import Find
from tests.ui.window.keys import focused, press, type_text
from tests.ui.window.small_plan import SURVEY, TEAM, TOP


@pytest.fixture
def quick(desk: MainWindow, find: Find) -> QuickAdd:
    """Quick add, opened with an objective selected."""
    assert desk.plan is not None
    desk.plan.select(find(TEAM))
    desk.plan.focus_tree()
    press("Ctrl+Shift+A")
    found = desk.findChild(QuickAdd)
    assert isinstance(found, QuickAdd)
    return found


def shown(quick: QuickAdd) -> list[str]:
    labels = quick.preview.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible()]


def test_what_is_typed_is_shown_before_it_is_written(quick: QuickAdd) -> None:
    type_text("Interview 50 customers @mei")
    assert shown(quick) == [
        "Adds",
        "Key result",
        "Reads as",
        "0 → 50 customers",
        "Owner",
        "Mei Tanaka",
        "Goes into",
        f"{TEAM} · Customer Care",
    ]
    assert quick.field.accessibleDescription().startswith("Adds: Key result. Reads as: 0 → 50")


def test_enter_writes_it_in_one_step_and_goes_there(
    desk: MainWindow, quick: QuickAdd, find: Find
) -> None:
    type_text("Interview 50 customers @mei")
    press("Return")
    assert desk.bridge is not None
    assert desk.plan is not None
    row = desk.bridge.snapshot.get(KEY_RESULT, find("Interview 50 customers"))
    assert desk.bridge.snapshot.get(PERSON, row.owner or 0).name == "Mei Tanaka"
    assert desk.plan.current == row.id
    assert not quick.isVisible()
    toast = desk.findChild(Toast)
    assert isinstance(toast, Toast)
    assert toast.accessibleName() == "Key result added"
    desk.action("undo").trigger()
    assert desk.bridge.snapshot.find(KEY_RESULT, row.id) is None


def test_tab_makes_an_objective_of_it(desk: MainWindow, quick: QuickAdd, find: Find) -> None:
    type_text("Get 50 replies #quick")
    assert "There is no team “quick”; only objectives have tags." in shown(quick)
    press("Return")
    assert quick.isVisible()
    press("Tab")
    assert shown(quick)[:4] == ["Adds", "Objective · Team · Q3 2026", "Tags", "#quick"]
    press("Tab", "Tab", "Return")
    assert desk.bridge is not None
    assert desk.bridge.snapshot.find(OBJECTIVE, find("Get 50 replies")) is not None


def test_an_objective_is_named_behind_an_angle(quick: QuickAdd) -> None:
    type_text("Get 50 replies > delight")
    assert shown(quick)[-1] == TOP


def test_what_nobody_wants_to_lose_is_there_again(desk: MainWindow, quick: QuickAdd) -> None:
    type_text("Get 50")
    press("Esc")
    assert not quick.isVisible()
    assert desk.plan is not None
    assert focused() is desk.plan.tree
    press("Ctrl+Shift+A")
    assert quick.field.selectedText() == "Get 50"
    press("Ctrl+Shift+A")
    assert not quick.isVisible()


def test_what_the_rules_forbid_stays_typed(desk: MainWindow, quick: QuickAdd, find: Find) -> None:
    type_text("Get 50 > " + TOP)
    assert desk.bridge is not None
    line = quick.line
    assert line is not None
    quick.line = line._replace(title="x" * 600)
    press("Return")
    assert quick.isVisible()
    quick.line = None
    quick.change_kind()
    assert quick.line is None


def test_without_a_plan_it_does_not_open(window: MainWindow) -> None:
    overlay = QuickAdd(window)
    overlay.open()
    overlay.field.setText(SURVEY)
    assert not overlay.isVisible()
    assert overlay.line is None
