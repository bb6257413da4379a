"""What the plan learns from itself, in a tab of the mission."""

import pytest

from okrdesk.app import commands as c
from okrdesk.domain.calibration import Forecasted
from okrdesk.domain.tree import mission_id
from okrdesk.ui.editors import learning_page
from okrdesk.ui.editors.learning_page import LearningPage
from okrdesk.ui.main_window import MainWindow
from tests.ui.window.conftest import Find
from tests.ui.window.small_plan import CALLS


def test_confidence_grades_and_calibration(
    desk: MainWindow, find: Find, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert desk.plan is not None
    assert desk.view is not None
    assert desk.bridge is not None
    desk.plan.select(mission_id(desk.bridge.snapshot) or 0)
    editor = desk.view.inspector.editor
    assert editor is not None
    editor.show_tab("learning")
    page = editor.page("learning")
    assert isinstance(page, LearningPage)

    assert page.confidence.words.text() == "Confidence of 2 key results, 1 of them 4 or lower."
    assert page.confidence.card.view.table().splitlines()[3] == "3\t1"
    assert page.grades.words.text() == "No grades yet."
    assert page.calibration.words.text() == "This takes 20 more graded key results."
    assert page.grades.card.isHidden()
    assert page.calibration.card.isHidden()

    desk.bridge.attempt(c.grade, find(CALLS), 0.7)
    assert page.grades.words.text() == "1 grade, 1 of them 0.6 or 0.7."
    assert page.calibration.words.text() == "This takes 19 more graded key results."
    assert not page.grades.card.isHidden()

    pairs = [Forecasted(0.8, achieved=True)] * 20
    monkeypatch.setattr(learning_page, "forecasted", lambda _snapshot: pairs)
    page.refresh()
    assert not page.calibration.card.isHidden()
    assert page.calibration.words.text() == (
        "Brier score 0.04 (0 is perfect, 0.25 is guessing). "
        "Of confidence 8, 100% of 20 were achieved."
    )
