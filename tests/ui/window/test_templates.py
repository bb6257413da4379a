"""The gallery of templates: chosen by keyboard, added as drafts in one step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QLabel

from okrdesk.app import commands
from okrdesk.domain.tables import KEY_RESULT, LINK, OBJECTIVE, ORGANISATION
from okrdesk.domain.words import Level, ObjectiveState
from okrdesk.ui.dialogs.templates import TemplateGallery
from okrdesk.ui.main_window import MainWindow
from tests.ui.window.conftest import Find
from tests.ui.window.keys import focused, press, type_text
from tests.ui.window.small_plan import TEAM


def opened(window: MainWindow) -> TemplateGallery:
    window.action("templates").trigger()
    gallery = window.findChildren(TemplateGallery)[-1]
    gallery.activateWindow()
    return gallery


def titles(gallery: TemplateGallery) -> list[str]:
    return [gallery.list.item(row).text() for row in range(gallery.list.count())]


def themes(gallery: TemplateGallery) -> list[str]:
    return [gallery.themes.item(row).text() for row in range(gallery.themes.count())]


def drafts(window: MainWindow) -> list[str]:
    assert window.bridge is not None
    rows = window.bridge.snapshot.rows(OBJECTIVE)
    return sorted(row.title for row in rows if row.state is ObjectiveState.DRAFT)


@pytest.fixture
def gallery(desk: MainWindow, find: Find) -> TemplateGallery:
    """Opened with an objective selected."""
    assert desk.plan is not None
    desk.plan.select(find(TEAM))
    return opened(desk)


def test_a_theme_shows_its_objectives_and_the_first_of_them(gallery: TemplateGallery) -> None:
    assert len(titles(gallery)) >= 40
    gallery.themes.setCurrentRow(themes(gallery).index("Retail"))
    assert titles(gallery)[0] == "Delight customers in every store, every day"
    shown = [label.text() for label in gallery.preview.findChildren(QLabel)]
    assert "Collect 2,000 customer ratings" in shown
    assert "0 → 2,000 customer ratings" in shown
    assert "28% → 38%" in shown


def test_a_limit_is_shown_as_one(gallery: TemplateGallery) -> None:
    gallery.search.setText("never have to think about")
    shown = [label.text() for label in gallery.preview.findChildren(QLabel)]
    assert "At least 99.9%" in shown


def test_a_search_is_in_every_theme(gallery: TemplateGallery) -> None:
    gallery.themes.setCurrentRow(1)
    assert focused() is gallery.search
    type_text("mentors")
    assert gallery.themes.currentRow() == 0
    assert titles(gallery) == ["Give every new colleague a strong start"]
    gallery.search.setText("zebra")
    assert titles(gallery) == []
    assert gallery.chosen() == []
    assert not gallery.add_button.isEnabled()
    gallery.accept()
    assert gallery.isVisible()


def test_enter_adds_the_current_one_below_the_selected_objective(
    desk: MainWindow, gallery: TemplateGallery, find: Find
) -> None:
    gallery.search.setText("mentors")
    QTest.keyClick(gallery.search, Qt.Key.Key_Return)
    assert drafts(desk) == ["Give every new colleague a strong start"]
    assert desk.bridge is not None
    assert desk.plan is not None
    added = find("Give every new colleague a strong start")
    (link,) = desk.bridge.snapshot.children(LINK, "child", added)
    assert link.objective == find(TEAM)
    assert desk.bridge.snapshot.get(OBJECTIVE, added).level is Level.TEAM
    assert desk.plan.current == added
    assert len(desk.bridge.snapshot.child_ids(KEY_RESULT, "objective", added)) == 3


def test_several_are_added_in_one_step(desk: MainWindow, gallery: TemplateGallery) -> None:
    for row in (2, 0):
        gallery.list.item(row).setCheckState(Qt.CheckState.Checked)
    gallery.list.item(1).setCheckState(Qt.CheckState.Checked)
    gallery.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    first, second = titles(gallery)[0], titles(gallery)[2]
    assert gallery.count.text() == "2 chosen"
    gallery.themes.setCurrentRow(2)
    gallery.themes.setCurrentRow(0)
    assert gallery.list.item(0).checkState() is Qt.CheckState.Checked
    assert [template.objective for template in gallery.chosen()] == [first, second]
    gallery.accept()
    assert drafts(desk) == sorted([first, second])
    desk.action("undo").trigger()
    assert drafts(desk) == []


def test_space_ticks_and_a_click_on_the_box_does_too(gallery: TemplateGallery) -> None:
    gallery.list.setFocus()
    press("Space")
    assert gallery.list.item(0).checkState() is Qt.CheckState.Checked
    box = gallery.list.visualItemRect(gallery.list.item(1))
    place = box.center()
    place.setX(box.left() + 14)
    QTest.mouseClick(gallery.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert gallery.list.item(1).checkState() is Qt.CheckState.Checked


def test_cancel_adds_nothing(desk: MainWindow, gallery: TemplateGallery) -> None:
    box = gallery.findChild(QDialogButtonBox)
    assert isinstance(box, QDialogButtonBox)
    box.button(QDialogButtonBox.StandardButton.Cancel).click()
    assert drafts(desk) == []


def test_a_draft_is_started_by_its_action(desk: MainWindow, gallery: TemplateGallery) -> None:
    gallery.accept()
    start = desk.action("start_drafts")
    assert start.isEnabled()
    start.trigger()
    assert drafts(desk) == []
    assert not start.isEnabled()
    start.trigger()


def test_without_a_plan_one_is_made(window: MainWindow) -> None:
    opened(window).accept()
    assert window.bridge is not None
    assert len(drafts(window)) == 1
    (row,) = window.bridge.snapshot.rows(ORGANISATION)
    assert not row.solo


def test_a_plan_of_personal_templates_is_for_one_person(window: MainWindow) -> None:
    gallery = opened(window)
    gallery.themes.setCurrentRow(themes(gallery).index("Health"))
    gallery.accept()
    assert window.bridge is not None
    assert all(row.solo for row in window.bridge.snapshot.rows(ORGANISATION))
    assert themes(opened(window))[1] == "Mindset"


def test_where_no_plan_can_be_made_nothing_is_added(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.session, "create", lambda *_: False)
    opened(window).accept()
    assert window.bridge is None


def test_amounts_are_in_the_currency_of_the_plan(desk: MainWindow) -> None:
    assert desk.bridge is not None
    desk.bridge.run(commands.set_organisation, currency="CHF")
    gallery = opened(desk)
    gallery.search.setText("pipeline")
    shown = " ".join(label.text() for label in gallery.preview.findChildren(QLabel))
    assert "CHF 400,000" in shown
    assert "€" not in shown


def test_what_the_rules_forbid_is_said(desk: MainWindow, gallery: TemplateGallery) -> None:
    (template,) = gallery.chosen()
    gallery.added.emit([template._replace(objective="x" * 600)])
    assert drafts(desk) == []


def test_at_the_top_where_no_objective_is_selected(desk: MainWindow, find: Find) -> None:
    assert desk.plan is not None
    assert desk.bridge is not None
    desk.plan.tree.setCurrentIndex(desk.plan.model.index(0, 0))
    opened(desk).accept()
    (title,) = drafts(desk)
    (link,) = desk.bridge.snapshot.children(LINK, "child", find(title))
    assert (link.objective, link.key_result) == (None, None)
