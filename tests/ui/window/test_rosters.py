"""D2 and D3: cycles, teams and people on the page of settings."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QPushButton

from okrdesk.app import commands as c
from okrdesk.app.forms import Section
from okrdesk.domain import tables as t
from okrdesk.domain.words import Horizon, TeamKind
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.settings.cycle_dialog import CycleDialog
from okrdesk.ui.settings.cycles_part import CyclesPart
from okrdesk.ui.settings.handing_over import HandingOver
from okrdesk.ui.settings.rosters import PersonRoster, TeamRoster
from okrdesk.ui.widgets.toast import Toast
from tests.ui.window.conftest import Find
from tests.ui.window.keys import focused, press, type_text
from tests.ui.window.settings_page import enter, part, settings_page
from tests.ui.window.small_plan import TEAM


def people(desk: MainWindow) -> PersonRoster:
    return part(settings_page(desk, Section.PEOPLE), PersonRoster)


def teams(desk: MainWindow) -> TeamRoster:
    return part(settings_page(desk, Section.PEOPLE), TeamRoster)


def handing_over() -> HandingOver:
    """The question that is open."""
    QCoreApplication.processEvents()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, HandingOver)
    return dialog


def names(desk: MainWindow, table: t.Table) -> list[str]:
    return [row.name for row in desk.bridge.snapshot.sorted_rows(table)]


def test_a_person_is_added_and_named_at_once(desk: MainWindow) -> None:
    roster = people(desk)
    roster.add_button.click()
    assert focused() is roster.name
    type_text("Luis Ortega")
    press("Return")
    assert names(desk, t.PERSON) == ["Amara Diallo", "Mei Tanaka", "Luis Ortega"]
    assert roster.list.item(2).text() == "Luis Ortega"


def test_a_person_is_changed_at_once(desk: MainWindow) -> None:
    roster = people(desk)
    roster.list.setCurrentRow(1)
    enter(roster.initials, "MX")
    roster.colour.chosen.emit(3)
    roster.active.click()
    row = desk.bridge.snapshot.get(t.PERSON, roster.current)
    assert (row.name, row.initials, row.colour, row.active) == ("Mei Tanaka", "MX", 3, False)
    assert roster.list.item(1).text() == "Mei Tanaka (not active)"
    desk.actions_.action("undo").trigger()
    assert roster.active.isChecked()


def test_a_person_joins_and_leaves_teams(desk: MainWindow) -> None:
    roster = people(desk)
    assert roster.teams.text() == "No team"
    roster.teams.menu().aboutToShow.emit()
    (care,) = roster.teams.menu().actions()
    care.trigger()
    assert roster.teams.text() == "Customer Care"
    roster.teams.menu().aboutToShow.emit()
    (care,) = roster.teams.menu().actions()
    assert care.isChecked()
    care.trigger()
    assert roster.teams.text() == "No team"


def test_a_person_who_owns_nothing_goes_and_comes_back(desk: MainWindow) -> None:
    roster = people(desk)
    roster.list.setCurrentRow(1)
    roster.remove_button.click()
    assert names(desk, t.PERSON) == ["Amara Diallo"]
    toast = desk.findChild(Toast)
    assert toast.accessibleName() == "Mei Tanaka removed"
    toast.triggered.emit()
    assert names(desk, t.PERSON) == ["Amara Diallo", "Mei Tanaka"]


def test_a_person_who_owns_items_is_asked_who_takes_over(desk: MainWindow, find: Find) -> None:
    roster = people(desk)
    roster.list.setCurrentRow(0)
    roster.remove_button.click()
    dialog = handing_over()
    assert focused() is dialog.to
    assert dialog.to.currentText() == "Mei Tanaka"
    press("Esc")
    assert len(names(desk, t.PERSON)) == 2
    roster.remove_button.click()
    handing_over()
    press("Return")
    assert names(desk, t.PERSON) == ["Mei Tanaka"]
    owner = desk.bridge.snapshot.get(t.OBJECTIVE, find(TEAM)).owner
    assert desk.bridge.snapshot.get(t.PERSON, owner).name == "Mei Tanaka"


def test_the_last_one_finds_nobody_to_take_over(desk: MainWindow) -> None:
    roster = people(desk)
    roster.list.setCurrentRow(1)
    roster.active.click()
    roster.list.setCurrentRow(0)
    roster.remove_button.click()
    dialog = handing_over()
    assert [b.text() for b in dialog.findChildren(QPushButton) if not b.isEnabled()] == [
        "Move and remove"
    ]
    dialog.close()


def test_a_team_is_changed_at_once(desk: MainWindow) -> None:
    upper = desk.bridge.run(c.create_team, "Service", kind=TeamKind.DEPARTMENT)
    roster = teams(desk)
    roster.refresh()
    assert [roster.parent_team.itemText(i) for i in range(roster.parent_team.count())] == [
        "Company",
        "Service",
    ]
    roster.parent_team.chosen.emit(upper)
    roster.kind.chosen.emit(TeamKind.DEPARTMENT)
    enter(roster.name, "Care")
    row = desk.bridge.snapshot.get(t.TEAM, roster.current)
    assert (row.name, row.parent, row.kind) == ("Care", upper, TeamKind.DEPARTMENT)
    roster.parent_team.chosen.emit(row.id)
    assert desk.bridge.snapshot.get(t.TEAM, row.id).parent == upper


def test_a_team_is_added_and_removed(desk: MainWindow) -> None:
    roster = teams(desk)
    roster.add_button.click()
    assert names(desk, t.TEAM) == ["Customer Care", "New team"]
    roster.remove_button.click()
    assert names(desk, t.TEAM) == ["Customer Care"]
    roster.remove_button.click()
    dialog = handing_over()
    dialog.close()


def test_without_a_plan_there_is_nobody(window: MainWindow) -> None:
    roster = people(window)
    assert roster.current is None
    roster.add()
    roster.remove()
    assert not roster.add_button.isEnabled()
    assert not roster.teams.menu().actions()


def test_the_list_follows_the_theme(desk: MainWindow) -> None:
    roster = people(desk)
    themes = desk.look.themes
    themes.set_text_percent(150)
    assert roster.list.palette().highlight().color() == themes.theme.colour("accent-soft")
    assert roster.list.count() == 2


def cycle_dialog(desk: MainWindow, name: str | None) -> CycleDialog:
    """Opens the editor of a cycle, or of a new one."""
    cycles = part(settings_page(desk, Section.CYCLE), CyclesPart)
    wanted = "Add cycle…" if name is None else f"Change {name}"
    for button in cycles.findChildren(QPushButton):
        if wanted in {button.text(), button.accessibleName()}:
            button.click()
    QCoreApplication.processEvents()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CycleDialog)
    return dialog


def test_a_new_cycle_is_proposed_and_made(desk: MainWindow) -> None:
    dialog = cycle_dialog(desk, None)
    assert focused() is dialog.name
    assert (dialog.name.text(), dialog.start.text()) == ("Q4 2026", "1 Oct 2026")
    dialog.horizon.show_choice(Horizon.YEAR)
    dialog.horizon.chosen.emit(Horizon.YEAR)
    assert (dialog.name.text(), dialog.end.text()) == ("2027", "31 Dec 2027")
    dialog.horizon.chosen.emit(Horizon.CUSTOM)
    assert dialog.name.text() == "2027"
    press("Return")
    assert names(desk, t.CYCLE) == ["2026", "Q3 2026", "2027"]
    page = settings_page(desk, Section.CYCLE)
    assert len(part(page, CyclesPart).findChildren(QPushButton)) >= 4


def test_a_cycle_is_changed_in_one_step(desk: MainWindow) -> None:
    dialog = cycle_dialog(desk, "Q3 2026")
    dialog.horizon.chosen.emit(Horizon.QUARTER)
    assert dialog.name.text() == "Q3 2026"
    dialog.name.setText("Summer")
    dialog.end.setText("2026-08-31")
    dialog.day.show_choice(3)
    dialog.accept()
    row = next(r for r in desk.bridge.snapshot.rows(t.CYCLE) if r.name == "Summer")
    assert (row.end.isoformat(), row.check_in_day) == ("2026-08-31", 3)
    desk.actions_.action("undo").trigger()
    assert "Q3 2026" in names(desk, t.CYCLE)


def test_what_is_wrong_with_a_cycle_is_said_at_its_field(desk: MainWindow) -> None:
    dialog = cycle_dialog(desk, "Q3 2026")
    dialog.end.setText("soon")
    dialog.accept()
    assert focused() is dialog.end
    assert dialog.end.property("invalid")
    dialog.end.setText("2026-01-01")
    dialog.accept()
    assert "The end is before the start" in dialog.error.text()
    dialog.delete()
    assert "is still used by" in dialog.error.text()
    assert not dialog.end.property("invalid")
    dialog.close()


def test_an_empty_cycle_is_deleted(desk: MainWindow) -> None:
    cycle_dialog(desk, None).accept()
    QCoreApplication.processEvents()
    settings_page(desk)
    dialog = cycle_dialog(desk, "Q4 2026")
    dialog.delete()
    assert names(desk, t.CYCLE) == ["2026", "Q3 2026"]


def test_a_cycle_that_is_not_there_yet_is_not_deleted(desk: MainWindow) -> None:
    dialog = cycle_dialog(desk, None)
    dialog.delete()
    assert dialog.isVisible()
    dialog.close()


def test_without_a_plan_no_cycle_is_edited(window: MainWindow) -> None:
    cycles = part(settings_page(window, Section.CYCLE), CyclesPart)
    cycles.edit(None)
    assert QApplication.activeModalWidget() is None
    assert not cycles.filter("")
