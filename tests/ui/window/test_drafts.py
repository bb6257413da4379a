"""What is being typed when the program ends without warning is there again."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from okrdesk.app.drafts import Drafts
from okrdesk.domain.tables import KEY_RESULT, OBJECTIVE
from okrdesk.ui.check_in.dialog import CheckInDialog
from okrdesk.ui.main_window import MainWindow
from tests.ui.window.conftest import Find
from tests.ui.window.keys import focused, press, type_text
from tests.ui.window.small_plan import CALLS, NOW, TEAM
from tests.ui.window.test_files import toast


def drafts(desk: MainWindow) -> Drafts:
    assert desk.bridge is not None
    return Drafts(desk.session.places.drafts_of(desk.bridge.path))


def kept(desk: MainWindow) -> list[str]:
    """The texts that are kept two seconds after the last key."""
    if desk.drafts.idle.isActive():
        desk.drafts.idle.timeout.emit()
    return [draft.text for draft in drafts(desk).offered()]


def go_to(desk: MainWindow, item: int) -> None:
    assert desk.plan is not None
    desk.plan.select(item)
    desk.plan.focus_tree()


def inspected(desk: MainWindow, item: int, name: str) -> QPlainTextEdit:
    """A field of several lines in the inspector, with the caret in it."""
    assert desk.view is not None
    go_to(desk, item)
    editor = desk.view.inspector.editor
    assert editor is not None
    editor.show_tab("details")
    field = next(f for f in editor.findChildren(QPlainTextEdit) if f.accessibleName() == name)
    field.setFocus()
    return field


def test_a_row_keeps_its_words_until_it_is_written(desk: MainWindow, find: Find) -> None:
    go_to(desk, find(TEAM))
    press("Ctrl+Return")
    assert kept(desk) == []
    type_text("Get 5 ans")
    assert kept(desk) == ["Get 5 ans"]
    press("Tab")
    assert kept(desk) == ["Get 5 ans"]
    press("Shift+Tab", "Return")
    assert kept(desk) == []
    type_text("Get 6")
    assert kept(desk) == ["Get 6"]
    press("Escape")
    assert kept(desk) == []


def test_the_words_of_a_row_come_back(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    drafts(desk).save(f"row/key_result/{find(TEAM)}/", "Get 5 answers", NOW)
    desk.drafts.offer()
    editor = focused()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "Get 5 answers"
    assert toast(desk).startswith("What you were typing is back.")
    press("Return", "Escape")
    row = desk.bridge.snapshot.get(KEY_RESULT, find("Get 5 answers"))
    assert row.objective == find(TEAM)
    assert kept(desk) == []


def test_a_title_that_was_being_changed_comes_back(desk: MainWindow, find: Find) -> None:
    item = find(TEAM)
    go_to(desk, item)
    press("F2")
    type_text("Half a wo")
    assert kept(desk) == ["Half a wo"]
    press("Escape")
    drafts(desk).save(f"title/{item}", "Half a word", NOW)
    desk.drafts.offer()
    press("Return")
    assert desk.bridge is not None
    assert desk.bridge.snapshot.get(OBJECTIVE, item).title == "Half a word"


def test_a_description_comes_back(desk: MainWindow, find: Find) -> None:
    field = inspected(desk, find(TEAM), "Description")
    type_text("First of")
    assert kept(desk) == ["First of"]
    (draft,) = drafts(desk).offered()
    assert desk.plan is not None
    desk.plan.focus_tree()
    assert kept(desk) == []
    assert desk.bridge is not None
    desk.bridge.undo()
    drafts(desk).save(draft.place, "First of all", NOW)
    go_to(desk, find(CALLS))
    desk.drafts.offer()
    field = focused()
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == "First of all"
    desk.plan.focus_tree()
    assert desk.bridge.snapshot.get(OBJECTIVE, find(TEAM)).description == "First of all"


def test_the_note_of_a_check_in_comes_back(desk: MainWindow, find: Find) -> None:
    go_to(desk, find(CALLS))
    press("Ctrl+Shift+K", "Alt+N")
    type_text("Two more")
    press("Shift+Tab")
    assert kept(desk) == ["Two more"]
    (draft,) = drafts(desk).offered()
    press("Escape")
    QApplication.processEvents()
    assert kept(desk) == []
    drafts(desk).save(draft.place, "Two more", NOW)
    desk.drafts.offer()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CheckInDialog)
    assert dialog.form.note.toPlainText() == "Two more"
    dialog.reject()


@pytest.mark.parametrize(
    "place", ["title/7", "field/7/notes/Note", "check_in/7/Note", "row/objective/7/7", "else/7"]
)
def test_what_has_no_place_any_more_is_passed_over(desk: MainWindow, place: str) -> None:
    before = focused()
    drafts(desk).save(place, "Lost", NOW)
    desk.drafts.offer()
    assert focused() is before
    assert kept(desk) == []


def test_a_field_that_is_gone_is_passed_over(desk: MainWindow, find: Find) -> None:
    drafts(desk).save(f"field/{find(TEAM)}/key_results/Nothing", "Lost", NOW)
    desk.drafts.offer()
    assert kept(desk) == []


def test_nothing_is_kept_of_a_filter_or_of_a_plan_that_cannot_be_changed(
    desk: MainWindow, plan_path: Path
) -> None:
    press("Ctrl+F")
    type_text("zebra")
    assert kept(desk) == []
    press("Escape", "Ctrl+W")
    desk.drafts.offer()
    assert desk.session.open(plan_path, write=False)
    drafts(desk).save("title/7", "Kept", NOW)
    desk.drafts.offer()
    assert kept(desk) == ["Kept"]


def test_closing_writes_what_is_typed_and_keeps_no_draft(
    desk: MainWindow, find: Find, plan_path: Path
) -> None:
    go_to(desk, find(TEAM))
    press("Ctrl+Return")
    type_text("Get 5 answers")
    assert kept(desk) == ["Get 5 answers"]
    folder = desk.session.places.drafts_of(plan_path)
    desk.session.close()
    assert Drafts(folder).offered() == []
