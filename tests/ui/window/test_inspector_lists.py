"""Check-ins, initiatives, notes and KPIs in the inspector: written, corrected, deleted in place."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from okrdesk.app import commands as c
from okrdesk.domain.tables import CHECK_IN, COMMENT, INITIATIVE, KPI_LINK, PERSON
from okrdesk.domain.words import KpiStrength
from okrdesk.ui.editors import links
from okrdesk.ui.editors.check_in_row import CheckInRow
from okrdesk.ui.editors.check_ins_page import CheckInsPage
from okrdesk.ui.editors.fields import ChoiceField, LineField
from okrdesk.ui.editors.initiative_row import InitiativeRow
from okrdesk.ui.editors.initiatives_page import InitiativesPage
from okrdesk.ui.editors.item_editor import ItemEditor
from okrdesk.ui.editors.kpis_page import KpiRow, KpisPage
from okrdesk.ui.editors.links import LinkedText, with_links
from okrdesk.ui.editors.notes_page import NoteRow, NotesPage, local_moment
from okrdesk.ui.editors.row_list import ListPage
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.widgets.toast import Toast
from tests.ui.window.conftest import Find
from tests.ui.window.keys import focused, press, type_text
from tests.ui.window.small_plan import CALLS, SURVEY, TEAM, TODAY
from tests.ui.window.test_inspector import key_result_editor, objective_editor


def page_of(editor: ItemEditor, tab: str) -> ListPage:
    editor.show_tab(tab)
    QApplication.processEvents()
    page = editor.page(tab)
    assert isinstance(page, ListPage)
    return page


def toast_of(desk: MainWindow) -> str:
    toast = desk.findChild(Toast)
    assert toast is not None
    return toast.accessibleName()


def choose(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text() == text).trigger()
    menu.close()
    QApplication.processEvents()


def first_check_in(desk: MainWindow, find: Find, title: str = CALLS) -> CheckInRow:
    page = page_of(key_result_editor(desk, find(title)), "check_ins")
    row = next(iter(page.rows.values()))
    assert isinstance(row, CheckInRow)
    return row


def test_check_ins_of_an_objective_say_what_they_are_about(desk: MainWindow, find: Find) -> None:
    page = page_of(objective_editor(desk, find(TEAM)), "check_ins")
    assert isinstance(page, CheckInsPage)
    assert page.course is not None
    chart = page.course.card.view
    assert chart.accessibleDescription() == ("On 17 Aug progress is 49% where 52% is expected.")
    assert chart.table().splitlines()[-1] == "17 Aug\t49%\t52%"
    said = [row.accessibleName() for row in page.rows.values()]
    assert sorted(said) == [
        "10 Aug, 5, Interview 15 customers, Behind, Confidence 3, No-shows are high.",
        "10 Aug, 640 responses, Get 1,000 responses, On track, Confidence 8",
    ]


def test_a_check_in_is_corrected_in_its_place(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    row = first_check_in(desk, find)
    choose(row.byline.menu(), "Edit")
    form = row.form
    assert form is not None
    assert isinstance(form.value, LineField)
    assert focused() is form.value
    form.value.selectAll()
    type_text("6")
    press("Tab")
    form.day.setFocus()
    form.day.selectAll()
    type_text("2026-08-11")
    press("Return")
    place = form.confidence.findData(7)
    form.confidence.setCurrentIndex(place)
    form.confidence.activated.emit(place)
    form.note.setFocus()
    form.note.selectAll()
    type_text("Vouchers help.")
    press("Escape")
    assert row.form is None
    after = desk.bridge.snapshot.get(CHECK_IN, row.row_id)
    assert (after.value, after.date, after.confidence) == (Decimal(6), date(2026, 8, 11), 7)
    assert after.note == "Vouchers help."
    assert "11 Aug, 6" in row.accessibleName()
    desk.bridge.undo()
    assert "No-shows" in row.accessibleName()


def test_a_wrong_correction_says_why_and_stays(desk: MainWindow, find: Find) -> None:
    row = first_check_in(desk, find)
    row.edit()
    row.edit()
    form = row.form
    assert form is not None
    assert isinstance(form.value, LineField)
    form.value.selectAll()
    type_text("many")
    press("Return")
    assert form.value.text() == "many"
    assert form.value.toolTip() == "Use a number, for example 640 or +24."
    press("Escape")
    form.day.setFocus()
    form.day.selectAll()
    type_text("soon")
    press("Return")
    assert form.day.toolTip() == "Use a date, for example 2026-09-30."
    form.day.restore()
    row.close_form()
    row.close_form()
    assert row.form is None


def test_yes_or_no_and_zones_are_chosen_again(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    run = desk.bridge.run
    shipped = run(c.create_key_result, find(TEAM), "Ship it", kind="yes_no")
    run(c.check_in, shipped, 0)
    loved = run(c.create_key_result, find(TEAM), "Be loved", kind="rubric")
    run(c.check_in, loved, zone=_zone(desk, loved, 0))
    for title, data, raw in (("Ship it", 1, 1.0), ("Be loved", _zone(desk, loved, 3), 1.0)):
        row = first_check_in(desk, find, title)
        row.edit()
        assert row.form is not None
        choice = row.form.value
        assert isinstance(choice, ChoiceField)
        choice.setCurrentIndex(choice.findData(data))
        choice.activated.emit(choice.currentIndex())
        assert desk.bridge.scores.key_result(find(title)).raw == raw
        row.close_form()


def _zone(desk: MainWindow, key_result: int, place: int) -> int:
    from okrdesk.domain.tables import ZONE

    assert desk.bridge is not None
    return desk.bridge.snapshot.child_ids(ZONE, "key_result", key_result)[place]


def test_a_check_in_of_steps_has_no_value_to_correct(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    item = desk.bridge.run(
        c.create_key_result, find(TEAM), "Prepare", kind="milestones", steps=["First"]
    )
    desk.bridge.run(c.check_in, item, note="Begun")
    row = first_check_in(desk, find, "Prepare")
    row.edit()
    assert row.form is not None
    assert row.form.value is None
    assert focused() is row.form.day
    row.form.refresh()
    assert row.form.day.text() == "17 Aug 2026"
    row.close_form()


def test_a_check_in_is_deleted_and_comes_back(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    desk.bridge.run(c.check_in, find(CALLS), 7)
    row = first_check_in(desk, find)
    choose(row.byline.menu(), "Delete")
    assert len(desk.bridge.snapshot.children(CHECK_IN, "key_result", find(CALLS))) == 1
    assert toast_of(desk) == "Check-in deleted"
    assert focused() is first_check_in(desk, find).byline.more
    desk.actions_.action("undo").trigger()
    assert len(desk.bridge.snapshot.children(CHECK_IN, "key_result", find(CALLS))) == 2


def test_many_check_ins_come_in_portions(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    for number in range(45):
        desk.bridge.run(c.check_in, find(SURVEY), 640 + number)
    page = page_of(key_result_editor(desk, find(SURVEY)), "check_ins")
    assert len(page.rows) == 40
    page._more.click()  # noqa: SLF001  # the button below the list
    assert len(page.rows) == 46


def test_an_initiative_is_written_ticked_and_changed(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    page = page_of(objective_editor(desk, find(TEAM)), "initiatives")
    assert isinstance(page, InitiativesPage)
    page.focus_first()
    type_text("Call the first ten")
    press("Return")
    type_text("Write the script")
    press("Return")
    assert page.entry.text() == ""
    row = next(iter(page.rows.values()))
    assert isinstance(row, InitiativeRow)
    row.done.setFocus()
    press("Space")
    stored = desk.bridge.snapshot.get(INITIATIVE, row.row_id)
    assert (stored.text, stored.done, stored.objective) == ("Call the first ten", TODAY, find(TEAM))
    assert row.done.accessibleName() == "Call the first ten, done 17 Aug"
    press("Space")
    row.text.setFocus()
    row.text.selectAll()
    type_text("Call twelve")
    press("Tab")
    row.due.setFocus()
    type_text("2026-08-01")
    press("Return")
    row.owner.click()
    type_text("Noor Haddad")
    press("Return")
    assert row.target is not None
    row.target.setCurrentIndex(row.target.findData(find(CALLS)))
    row.target.activated.emit(row.target.currentIndex())
    stored = desk.bridge.snapshot.get(INITIATIVE, row.row_id)
    assert (stored.text, stored.done, stored.due) == ("Call twelve", None, date(2026, 8, 1))
    assert (stored.objective, stored.key_result) == (None, find(CALLS))
    name = desk.bridge.snapshot.get(PERSON, stored.owner or 0).name
    assert row.owner.accessibleName() == f"Owner: {name}"
    assert "Late" in {label.text() for label in row.findChildren(QLabel) if label.isVisible()}
    row.due.setFocus()
    row.due.selectAll()
    press("Delete", "Return")
    assert desk.bridge.snapshot.get(INITIATIVE, row.row_id).due is None
    assert page_of(key_result_editor(desk, find(CALLS)), "initiatives").rows


def test_an_initiative_has_steps_and_goes_with_them(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    page = page_of(objective_editor(desk, find(TEAM)), "initiatives")
    first = desk.bridge.run(c.add_initiative, "Call", item=find(TEAM))
    row = page.rows[first]
    assert isinstance(row, InitiativeRow)
    choose(row.menu(), "Add a step")
    type_text("Find numbers")
    press("Return")
    (step,) = desk.bridge.snapshot.children(INITIATIVE, "parent", first)
    assert step.text == "Find numbers"
    below = page.rows[step.id]
    assert isinstance(below, InitiativeRow)
    assert below.target is None
    choose(row.menu(), "Delete")
    assert not page.rows
    assert toast_of(desk) == "Initiative deleted"


def test_a_note_is_written_changed_and_deleted(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    page = page_of(objective_editor(desk, find(TEAM)), "notes")
    assert isinstance(page, NotesPage)
    page.focus_first()
    type_text("Thank you, Mei")
    press("Ctrl+Return")
    (stored,) = desk.bridge.snapshot.rows(COMMENT)
    assert (stored.text, stored.objective) == ("Thank you, Mei", find(TEAM))
    assert page.entry.toPlainText() == ""
    type_text("Never mind")
    press("Escape")
    assert page.entry.toPlainText() == ""
    row = page.rows[stored.id]
    assert isinstance(row, NoteRow)
    choose(row.byline.menu(), "Edit")
    row.field.selectAll()
    type_text("Nonsense")
    press("Escape")
    assert desk.bridge.snapshot.get(COMMENT, stored.id).text == "Thank you, Mei"
    choose(row.byline.menu(), "Edit")
    row.field.selectAll()
    type_text("Thanks to all")
    page.entry.setFocus()
    QApplication.processEvents()
    assert desk.bridge.snapshot.get(COMMENT, stored.id).text == "Thanks to all"
    assert row.words.isVisible()
    choose(row.byline.menu(), "Delete")
    assert not page.rows
    assert toast_of(desk) == "Note deleted"


def test_only_links_are_links(monkeypatch: pytest.MonkeyPatch, desk: MainWindow) -> None:
    rich = with_links('See https://example.org/a?b=1&c="x", <img src=x> mailto:a@b.c.\nEnd')
    assert rich == (
        'See <a href="https://example.org/a?b=1&amp;c=">https://example.org/a?b=1&amp;c=</a>'
        "&quot;x&quot;, &lt;img src=x&gt; "
        '<a href="mailto:a@b.c">mailto:a@b.c</a>.<br>End'
    )
    assert "<a" not in with_links("javascript:alert(1) file:///etc/passwd")
    opened: list[str] = []
    monkeypatch.setattr(
        links.QDesktopServices, "openUrl", lambda url: bool(opened.append(url.toString()) or True)
    )
    label = LinkedText(desk.look)
    label.show_text("https://example.org")
    label.linkActivated.emit("https://example.org")
    assert not links.follow("file:///etc/passwd")
    assert opened == ["https://example.org"]
    assert label.textInteractionFlags() & Qt.TextInteractionFlag.LinksAccessibleByKeyboard
    label.show_text("none")
    assert not label.textInteractionFlags() & Qt.TextInteractionFlag.LinksAccessibleByKeyboard
    label.deleteLater()


def test_a_moment_that_is_none_is_shown_as_it_is() -> None:
    assert local_moment("long ago") == "long ago"
    assert "Aug" in local_moment("2026-08-17T12:00:00.000+00:00")


def test_kpis_are_linked_weighed_and_let_go(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    run = desk.bridge.run
    page = page_of(objective_editor(desk, find(TEAM)), "kpis")
    assert isinstance(page, KpisPage)
    assert not page.others.isVisible()
    score = run(c.create_kpi, "Net promoter score", target=50, unit="points")
    run(c.create_kpi, "Turnover")
    mood = run(c.create_kpi, "Mood", rule="qualitative")
    run(c.record_kpi_value, score, 47)
    run(c.record_kpi_value, mood, "good")
    assert [page.others.itemText(n) for n in range(page.others.count())] == [
        "Net promoter score",
        "Turnover",
        "Mood",
    ]
    for kpi in (score, mood):
        page.others.activated.emit(page.others.findData(kpi))
    assert page.others.count() == 1
    rows = sorted(page.rows.values(), key=lambda row: row.accessibleName(), reverse=True)
    said = [row.accessibleName() for row in rows]
    assert said == ["Net promoter score, 47 points, Near", "Mood, Good, On target"]
    row = rows[0]
    assert isinstance(row, KpiRow)
    row.strength.activated.emit(1)
    assert desk.bridge.snapshot.get(KPI_LINK, row.row_id).strength is KpiStrength.INFLUENCES
    QTest.mouseClick(row.remove, Qt.MouseButton.LeftButton)
    assert len(page.rows) == 1
    assert toast_of(desk) == "KPI link removed"


def test_an_objective_without_days_has_no_course(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    desk.bridge.attempt(c.change_objective, find(TEAM), cycle=None)
    page = page_of(objective_editor(desk, find(TEAM)), "check_ins")
    assert isinstance(page, CheckInsPage)
    assert page.course is not None
    assert page.course.isHidden()
    other = page_of(key_result_editor(desk, find(CALLS)), "check_ins")
    assert isinstance(other, CheckInsPage)
    assert other.course is None
