"""What the inspector lets a person change of an objective, and a status of their own."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from okrdesk.app import commands as c
from okrdesk.domain.entities import Objective
from okrdesk.domain.tables import OBJECTIVE, PERSON, STATUS_OVERRIDE, TEAM, ZONE
from okrdesk.domain.words import Level, Status
from okrdesk.ui.dialogs.status import StatusDialog
from okrdesk.ui.editors.details import Details
from okrdesk.ui.editors.fields import ChoiceField
from okrdesk.ui.main_window import MainWindow
from tests.ui.window.conftest import Find
from tests.ui.window.keys import press
from tests.ui.window.small_plan import CALLS, TOP
from tests.ui.window.small_plan import TEAM as RESEARCH
from tests.ui.window.test_inspector import key_result_editor, objective_editor


def row(desk: MainWindow, item: int) -> Objective:
    assert desk.bridge is not None
    return desk.bridge.snapshot.get(OBJECTIVE, item)


def pick(field: ChoiceField, text: str) -> None:
    """Chooses an entry as a person does."""
    place = field.findText(text)
    assert place >= 0
    field.setCurrentIndex(place)
    field.activated.emit(place)


def details_of(desk: MainWindow, item: int) -> Details:
    """The tab with the fields that change seldom."""
    editor = objective_editor(desk, item)
    editor.show_tab("details")
    return editor.details


def dialog_of(desk: MainWindow, title: str, find: Find) -> StatusDialog:
    """The dialog that a click on the status opens."""
    editor = (key_result_editor if title == CALLS else objective_editor)(desk, find(title))
    editor.heading.status.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, StatusDialog)
    return dialog


def test_level_cycle_and_team_are_chosen(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    details = details_of(desk, find(RESEARCH))
    assert details.team.currentText() == "Customer Care"
    pick(details.team, "No team")
    pick(details.level, "Individual")
    pick(details.cycle, "2026")
    after = row(desk, find(RESEARCH))
    assert (after.team, after.level) == (None, Level.INDIVIDUAL)
    assert after.cycle == row(desk, find(TOP)).cycle
    desk.bridge.undo()
    assert details.cycle.currentText() == "Q3 2026"


def test_what_the_rules_forbid_is_shown_as_it_was(desk: MainWindow, find: Find) -> None:
    details = details_of(desk, find(TOP))
    pick(details.level, "Individual")
    assert row(desk, find(TOP)).level is Level.COMPANY
    assert details.level.currentText() == "Company"


def test_the_description_is_written_when_it_is_left(desk: MainWindow, find: Find) -> None:
    editor = objective_editor(desk, find(RESEARCH))
    editor.show_tab("details")
    editor.details.description.setFocus()
    QTest.keyClicks(editor.details.description, "They leave in silence.")
    editor.commit()
    assert row(desk, find(RESEARCH)).description == "They leave in silence."


def test_closed_cycles_and_teams_at_rest_are_not_offered(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    run = desk.bridge.run
    details = details_of(desk, find(RESEARCH))
    resting = run(c.create_team, "Night shift", kind=row_kind(desk))
    run(c.change_team, resting, active=False)
    year = row(desk, find(TOP)).cycle
    assert year is not None
    run(c.close_cycle, year)
    assert details.team.findText("Night shift") < 0
    assert details.cycle.findText("2026", Qt.MatchFlag.MatchExactly) < 0
    own = details_of(desk, find(TOP))
    assert own.cycle.currentText() == "2026"


def row_kind(desk: MainWindow) -> object:
    assert desk.bridge is not None
    return next(iter(desk.bridge.snapshot.rows(TEAM))).kind


@pytest.mark.parametrize("title", [RESEARCH, CALLS])
def test_an_own_status_has_a_reason_and_a_way_back(
    desk: MainWindow, find: Find, title: str
) -> None:
    assert desk.bridge is not None
    bridge, item = desk.bridge, find(title)
    suggested = bridge.scores.item(item).suggested
    own = Status.BEHIND if suggested is not Status.BEHIND else Status.AT_RISK
    dialog = dialog_of(desk, title, find)
    dialog.options.buttons[own].click()
    QTest.keyClicks(dialog.reason, "The market has turned")
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return)
    assert bridge.scores.item(item).status is own
    (said,) = bridge.snapshot.rows(STATUS_OVERRIDE)
    assert said.reason == "The market has turned"
    again = dialog_of(desk, title, find)
    assert again.options.choice is own
    again.options.choose(None)
    again.accept()
    assert bridge.scores.item(item).status is suggested


def test_cancel_and_the_calculated_status_write_nothing(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    dialog = dialog_of(desk, RESEARCH, find)
    dialog.options.buttons[Status.AT_RISK].click()
    dialog.reject()
    dialog_of(desk, RESEARCH, find).accept()
    assert not list(desk.bridge.snapshot.rows(STATUS_OVERRIDE))


def test_a_plan_to_be_read_offers_no_choice(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    path, item = desk.bridge.path, find(RESEARCH)
    desk.session.close()
    desk.session.open(path, write=False)
    editor = objective_editor(desk, item)
    assert not editor.heading.status.isEnabled()
    assert not editor.details.level.isEnabled()
    assert editor.details.description.isReadOnly()


def test_the_keys_on_the_statuses_choose_them(desk: MainWindow, find: Find) -> None:
    dialog = dialog_of(desk, RESEARCH, find)
    QApplication.processEvents()
    for key, status in (("Alt+2", Status.BEHIND), ("Alt+3", Status.AT_RISK), ("Alt+4", None)):
        press(key)
        assert dialog.options.buttons[status].isChecked()
    dialog.reject()


def told(desk: MainWindow, item: int) -> set[str]:
    """All words of the check-ins of a key result."""
    editor = key_result_editor(desk, item)
    editor.show_tab("check_ins")
    return {label.text() for label in editor.findChildren(QLabel)}


def test_the_history_says_who_and_in_words(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    run, mei = desk.bridge.run, next(iter(desk.bridge.snapshot.rows(PERSON)))
    desk.bridge.workspace.author = mei.id
    shipped = run(c.create_key_result, find(RESEARCH), "Ship it", kind="yes_no")
    run(c.check_in, shipped, 1, note="It is out.")
    words = told(desk, shipped)
    assert {"Yes", "It is out.", mei.name.split()[0]} <= words
    graded = run(c.create_key_result, find(RESEARCH), "Be loved", kind="rubric")
    zone = desk.bridge.snapshot.children(ZONE, "key_result", graded)[-1]
    run(c.check_in, graded, zone=zone.id)
    words = told(desk, graded)
    assert zone.title in words
