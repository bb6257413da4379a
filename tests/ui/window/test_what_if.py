"""The slider of a key result shows what a value would do up the tree, and writes nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from okrdesk.app import commands as c
from okrdesk.domain.tables import CHECK_IN
from okrdesk.domain.what_if import Effect
from okrdesk.ui.editors.key_result import KeyResultEditor
from okrdesk.ui.editors.value_page import ValuePage
from okrdesk.ui.editors.what_if import WhatIfCard
from okrdesk.ui.main_window import MainWindow
from tests.ui.window.conftest import Find
from tests.ui.window.small_plan import CALLS, TEAM


@pytest.fixture
def card(desk: MainWindow, find: Find) -> WhatIfCard:
    assert desk.plan is not None
    assert desk.view is not None
    desk.plan.select(find(CALLS))
    editor = desk.view.inspector.editor
    assert isinstance(editor, KeyResultEditor)
    page = editor.page("value")
    assert isinstance(page, ValuePage)
    return page.what_if


def words(card: WhatIfCard) -> list[str]:
    return [line.words() for line in card.lines if not line.isHidden()]


def test_what_a_value_would_do(desk: MainWindow, find: Find, card: WhatIfCard) -> None:
    assert desk.bridge is not None
    before = desk.bridge.snapshot
    slider = card.slider
    assert (slider.minimum(), slider.maximum(), slider.value()) == (0, 15, 5)
    assert card.value.text() == "5 of 15"
    assert words(card) == []
    assert card.back.isHidden()

    slider.setFocus()
    for _ in range(10):
        QTest.keyClick(slider, Qt.Key.Key_Right)
    assert card.value.text() == "15 of 15"
    assert words(card) == [
        "This key result 33% → 100%",
        f"{TEAM} 49% → 82%",
        "Q3 2026 49% → 82%",
    ]
    assert slider.accessibleName() == f"What if “{CALLS}” had another value"
    assert slider.accessibleDescription().startswith("15 of 15. This key result 33% → 100%. ")
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert words(card)[0] == "This key result 33% → 0%"
    assert desk.bridge.snapshot is before

    card.lines[0].show_effect("The whole company", Effect(1, 0.491, 0.492))
    assert card.lines[0].words() == "The whole company 49%, moved by less than 1%"

    card.back.click()
    assert (slider.value(), words(card), slider.hasFocus()) == (5, [], True)

    slider.setValue(6)
    desk.bridge.attempt(c.check_in, find(CALLS), 9)
    assert (slider.value(), words(card)) == (9, [])
    assert before.count(CHECK_IN) + 1 == desk.bridge.snapshot.count(CHECK_IN)
    desk.bridge.attempt(c.change_key_result, find(CALLS), kind="milestones")
    assert card.isHidden()
    card.reset()
    card.slider.setValue(1)
    assert words(card) == []
