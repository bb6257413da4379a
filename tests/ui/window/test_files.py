"""Opening, making, copying and handing out plans."""

import csv
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from okrdesk.app.workspace import Workspace
from okrdesk.domain.tables import CYCLE, KEY_RESULT, OBJECTIVE
from okrdesk.ui.dialogs import files
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.session import Session, documents
from okrdesk.ui.widgets.banner import Banner
from okrdesk.ui.widgets.toast import Toast
from tests.ui.window.conftest import Find, first_page
from tests.ui.window.keys import focused, press, type_text
from tests.ui.window.small_plan import CALLS, TEAM


def toast(window: MainWindow) -> str:
    """What was said last; nothing if nothing was said."""
    said = window.findChild(Toast)
    return "" if said is None else said.accessibleName()


def box(window: MainWindow) -> QMessageBox:
    found = window.findChild(QMessageBox)
    assert found is not None
    return found


def answer(monkeypatch: pytest.MonkeyPatch, name: str, path: Path | None) -> None:
    text = "" if path is None else str(path)
    result = text if name == "getExistingDirectory" else (text, "")
    monkeypatch.setattr(QFileDialog, name, lambda *_args: result)


def test_a_sentence_begins_a_plan(window: MainWindow) -> None:
    assert focused() is first_page(window).entry
    type_text("Delight our customers")
    press("Return")
    type_text("Get 1,000 responses")
    press("Return", "Escape")
    assert window.bridge is not None
    assert window.bridge.path.name == "My plan.okrdesk"
    assert [row.title for row in window.bridge.snapshot.rows(OBJECTIVE)] == [
        "Delight our customers"
    ]
    assert window.bridge.snapshot.count(KEY_RESULT) == 1
    assert window.windowTitle() == "My plan.okrdesk — OKR Desk"


def test_nothing_begins_without_words(window: MainWindow) -> None:
    type_text("   ")
    press("Return")
    assert window.bridge is None


def test_a_second_plan_has_another_name(window: MainWindow) -> None:
    first_page(window).begun.emit("First")
    press("Escape", "Ctrl+W")
    first_page(window).begun.emit("Second")
    assert window.bridge is not None
    assert window.bridge.path.name == "My plan 2.okrdesk"


def test_an_example_fills_the_field(window: MainWindow) -> None:
    chips = {b.accessibleName(): b for b in first_page(window).findChildren(QPushButton)}
    chips["Cultivate a growth mindset"].click()
    assert first_page(window).entry.text() == "Cultivate a growth mindset"


def test_a_new_plan_is_made_where_a_person_says(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answer(monkeypatch, "getSaveFileName", tmp_path / "Ours")
    press("Ctrl+Shift+N")
    assert window.bridge is not None
    assert window.bridge.path == tmp_path / "Ours.okrdesk"


def test_asking_and_leaving_changes_nothing(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("getSaveFileName", "getOpenFileName"):
        answer(monkeypatch, name, None)
    press("Ctrl+Shift+N", "Ctrl+O")
    assert window.bridge is None


def test_a_plan_is_opened_and_offered_again(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, plan_path: Path
) -> None:
    answer(monkeypatch, "getOpenFileName", plan_path)
    press("Ctrl+O")
    assert window.bridge is not None
    assert window.bridge.path == plan_path
    menu = window.actions_.menu("recent")
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["Small"]
    press("Ctrl+W")
    assert window.bridge is None
    assert window.windowTitle() == "OKR Desk"
    first_page(window).recent_chosen.emit(plan_path)
    assert window.bridge is not None
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    assert window.bridge.path == plan_path


def test_without_plans_the_recent_ones_say_so(window: MainWindow) -> None:
    menu = window.actions_.menu("recent")
    menu.aboutToShow.emit()
    assert [(a.text(), a.isEnabled()) for a in menu.actions()] == [("No plans yet", False)]


def test_the_sample_plan_is_a_copy_of_its_own(window: MainWindow) -> None:
    press("Ctrl+E")
    assert window.bridge is not None
    assert window.bridge.snapshot.count(OBJECTIVE) > 10
    assert window.session.recent() == []
    banner = window.view.findChild(Banner)
    assert "sample plan" in banner.accessibleName()
    first = window.bridge.path
    press("Ctrl+E")
    assert window.bridge.path == first
    window.view.findChild(Banner).triggered.emit(0)
    assert window.bridge is None


def test_a_file_that_is_no_plan_is_refused(window: MainWindow, tmp_path: Path) -> None:
    foreign = tmp_path / "notes.okrdesk"
    foreign.write_text("Not a plan. " * 200)
    assert not window.session.open(foreign)
    assert "notes.okrdesk" in box(window).text()
    assert window.bridge is None
    box(window).reject()
    missing = tmp_path / "gone.okrdesk"
    assert not window.session.open(missing)


def test_a_plan_stays_open_when_another_is_refused(desk: MainWindow, tmp_path: Path) -> None:
    foreign = tmp_path / "notes.okrdesk"
    foreign.write_text("Not a plan. " * 200)
    assert not desk.session.open(foreign)
    assert desk.bridge is not None
    box(desk).reject()


def test_a_plan_that_another_window_has_can_be_read(
    window: MainWindow, plan_path: Path, session: Session
) -> None:
    holder = Workspace.open(plan_path, clock=session.clock)
    assert not window.session.open(plan_path)
    button = next(b for b in box(window).buttons() if b.text() == "Open read-only")
    button.click()
    holder.close()
    assert window.bridge is not None
    assert window.bridge.read_only


def test_read_only_says_so_and_offers_no_change(
    window: MainWindow, plan_path: Path, qtbot: QtBot
) -> None:
    assert window.session.open(plan_path, write=False)
    banner = window.view.findChild(Banner)
    assert "read but not changed" in banner.accessibleName()
    for name in ("new_objective", "rename", "delete", "check_in", "undo", "move_up", "indent"):
        assert not window.actions_.action(name).isEnabled()
    window.plan.draft_objective()
    assert window.plan.model.draft is None
    assert window.status.saved_text() == "Read-only"


def test_ctrl_s_answers_that_it_is_saved(desk: MainWindow, find: Find) -> None:
    press("Ctrl+S")
    assert toast(desk) == "Already saved"
    desk.plan.select(find(CALLS))
    desk.plan.focus_tree()
    press("Return")
    type_text("9")
    press("Ctrl+S")
    assert toast(desk).startswith("Already saved ")
    assert desk.bridge.scores.key_result(find(CALLS)).current == 9
    assert desk.status.saved_text().startswith("Saved ")


def test_the_report_is_written(
    desk: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "report"
    answer(monkeypatch, "getSaveFileName", target)
    with qtbot.waitSignal(desk.tasks.idle, timeout=20_000):
        press("Ctrl+Shift+E")
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    assert toast(desk) == "Report saved as report.pdf"


def test_the_report_is_of_the_chosen_cycle(
    desk: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[str] = []

    def ask(_parent: object, _title: str, proposal: str, *_rest: object) -> tuple[str, str]:
        proposed.append(proposal)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    assert desk.bridge is not None
    assert desk.view is not None
    for cycle in desk.bridge.snapshot.sorted_rows(CYCLE):
        desk.view.scope.choose(cycle.id)
        press("Ctrl+Shift+E")
        assert f" {cycle.name} " in proposed[-1]
    assert len(set(proposed)) > 1


def test_the_csv_files_are_written(
    desk: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    answer(monkeypatch, "getExistingDirectory", tmp_path)
    with qtbot.waitSignal(desk.tasks.idle, timeout=20_000):
        desk.actions_.action("export_csv").trigger()
    with (tmp_path / "Small CSV" / "objectives.csv").open(newline="", encoding="utf-8") as file:
        titles = [row["title"] for row in csv.DictReader(file)]
    assert TEAM in titles


def test_a_report_that_cannot_be_written_says_so(
    desk: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    answer(monkeypatch, "getSaveFileName", blocked / "report.pdf")
    with qtbot.waitSignal(desk.tasks.idle, timeout=20_000):
        press("Ctrl+Shift+E")
    assert box(desk).text() == "The report could not be written to that folder."
    assert box(desk).informativeText() == "Your plan is not touched."
    answer(monkeypatch, "getSaveFileName", tmp_path / "report.pdf")
    with qtbot.waitSignal(desk.tasks.idle, timeout=20_000):
        box(desk).defaultButton().click()
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    answer(monkeypatch, "getExistingDirectory", blocked)
    with qtbot.waitSignal(desk.tasks.idle, timeout=20_000):
        desk.actions_.action("export_csv").trigger()
    assert "folder" in toast(desk)


def test_leaving_a_file_dialog_writes_nothing(
    desk: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("getSaveFileName", "getExistingDirectory"):
        answer(monkeypatch, name, None)
    desk.actions_.action("export_pdf").trigger()
    desk.actions_.action("export_csv").trigger()
    assert toast(desk) == ""


def test_names_keep_their_ending(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answer(monkeypatch, "getSaveFileName", tmp_path / "v1.2")
    assert files.ask_save(window, "New plan", tmp_path) == tmp_path / "v1.2.okrdesk"
    answer(monkeypatch, "getSaveFileName", tmp_path / "a.PDF")
    assert files.ask_pdf(window, tmp_path) == tmp_path / "a.PDF"


def test_documents_are_a_folder_that_is_there() -> None:
    assert documents().is_dir()


def test_closing_the_window_commits_and_remembers(
    desk: MainWindow, find: Find, plan_path: Path
) -> None:
    desk.plan.select(find(CALLS))
    desk.plan.focus_tree()
    press("F2")
    type_text("Interview 20 customers")
    desk.close()
    assert desk.bridge is None
    assert desk.session.open(plan_path)
    snapshot = desk.bridge.snapshot
    assert "Interview 20 customers" in {row.title for row in snapshot.rows(KEY_RESULT)}
    assert desk.plan.current == find("Interview 20 customers")
    desk.session.close()


def test_a_report_does_not_replace_a_plan(
    desk: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    plan = tmp_path / "report.pdf"
    plan.write_bytes(b"SQLite format 3\0 and pages")
    answer(monkeypatch, "getSaveFileName", plan)
    with qtbot.waitSignal(desk.tasks.idle, timeout=20_000):
        press("Ctrl+Shift+E")
    assert plan.read_bytes() == b"SQLite format 3\0 and pages"
    assert box(desk).text() == "report.pdf is a plan. It was not touched. Choose another name."
    box(desk).reject()
