"""S13: every setting is shown, applied at once, and those of the plan are undone."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QPushButton

from okrdesk.app import settings as s
from okrdesk.app.forms import Section
from okrdesk.app.plan_settings import PLAN_SETTINGS
from okrdesk.app.settings import REPORT_LOGO, SETTINGS, Settings
from okrdesk.domain.tables import ORGANISATION
from okrdesk.ui.editors.fields import ChoiceField
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.settings.entries import languages
from okrdesk.ui.settings.inputs import Whole
from okrdesk.ui.settings.page import SettingsPage
from okrdesk.ui.widgets.segments import Segments
from tests.ui.window.keys import focused, press, type_text
from tests.ui.window.settings_page import enter, lines, settings_page


def test_every_declared_setting_has_a_line_with_a_name(desk: MainWindow) -> None:
    shown = lines(settings_page(desk))
    keys = [setting.key for setting in SETTINGS if setting.form]
    assert set(shown) == {*keys, *(setting.key for setting in PLAN_SETTINGS)}
    assert all(line.input.widget.accessibleName() for line in shown.values())
    assert all(line.input.widget.isEnabled() for line in shown.values())


def test_the_keys_open_the_page_and_the_search_has_the_caret(desk: MainWindow) -> None:
    desk.plan.focus_tree()
    press("Ctrl+,")
    page = settings_page(desk)
    assert focused() is page.search


def test_settings_of_the_computer_work_at_once_and_are_kept(desk: MainWindow) -> None:
    shown = lines(settings_page(desk))
    themes = desk.look.themes
    pick(shown["theme"].input.widget, "dark")
    assert themes.theme.is_dark
    text_size = shown["text_size"].input.widget
    assert isinstance(text_size, Whole)
    text_size.setValue(120)
    assert themes.text_percent == 120
    pick(shown["row_height"].input.widget, "compact")
    assert themes.theme.row == 28
    for key in ("high_contrast", "reduce_motion", "show_focus"):
        box = shown[key].input.widget
        assert isinstance(box, QCheckBox)
        box.click()
    assert themes.theme.high_contrast
    assert not themes.theme.moves
    assert themes.theme.show_focus
    kept = Settings(desk.session.places.settings)
    assert (kept.get(s.THEME), kept.get(s.TEXT_SIZE), kept.get(s.HIGH_CONTRAST)) == (
        "dark",
        120,
        True,
    )


def pick(field: Any, value: object) -> None:
    """Chooses a value as a person does."""
    if isinstance(field, Segments):
        buttons = field.findChildren(QPushButton)
        values = [button for button in buttons if not button.isChecked()]
        for button in values:
            button.click()
            if field.value == value:
                return
    assert isinstance(field, ChoiceField)
    field.setCurrentIndex(field.findData(value))
    field.activated.emit(field.currentIndex())


def test_settings_of_the_plan_are_steps_of_undo(desk: MainWindow) -> None:
    page = settings_page(desk)
    shown = lines(page)
    name = shown["name"].input.widget
    assert isinstance(name, QLineEdit)
    enter(name, "Larger")
    pick(shown["week_start"].input.widget, 6)
    (row,) = desk.bridge.snapshot.rows(ORGANISATION)
    assert (row.name, row.week_start) == ("Larger", 6)
    assert desk.actions_.action("undo").text() == "&Undo Change plan settings"
    desk.actions_.action("undo").trigger()
    desk.actions_.action("undo").trigger()
    assert name.text() == "Small"
    assert shown["week_start"].input.widget.currentData() == 0


def test_what_is_wrong_is_said_beside_the_setting(desk: MainWindow) -> None:
    line = lines(settings_page(desk, Section.STATUS))["pace_behind"]
    line.input.widget.setValue(95)
    assert line.input.widget.property("invalid")
    assert line.error.isVisible()
    assert "Use a smaller number" in line.error.text()
    (row,) = desk.bridge.snapshot.rows(ORGANISATION)
    assert row.pace_behind == 0.7
    line.input.widget.setValue(60)
    assert not line.error.isVisible()


def test_a_logo_is_chosen_checked_and_removed(
    desk: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, bad = tmp_path / "logo.svg", tmp_path / "notes.txt"
    good.write_text("<svg/>")
    bad.write_text("These are notes.")
    answers = [str(bad), "", str(good)]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (answers.pop(0), ""))
    line = lines(settings_page(desk, Section.REPORT))["report_logo"]
    line.input.choose.click()
    assert line.error.text().startswith("notes.txt is no picture that can be used.")
    line.input.choose.click()
    assert desk.session.settings.get(REPORT_LOGO) == ""
    line.input.choose.click()
    assert (line.input.shown.text(), line.error.isVisible()) == ("logo.svg", False)
    assert desk.session.settings.get(REPORT_LOGO) == str(good)
    line.input.remove.click()
    assert desk.session.settings.get(REPORT_LOGO) == line.input.shown.text() == ""


def test_without_a_plan_its_settings_say_so(window: MainWindow) -> None:
    page = settings_page(window)
    shown = lines(page)
    assert not shown["name"].input.widget.isEnabled()
    assert shown["theme"].input.widget.isEnabled()
    page.show_section(Section.STATUS)
    assert "Open one to change them." in texts(page)


def test_a_plan_that_can_only_be_read_says_so(desk: MainWindow) -> None:
    path = desk.bridge.path
    desk.session.close()
    desk.session.open(path, write=False)
    page = settings_page(desk, Section.STATUS)
    assert not lines(page)["cap"].input.widget.isEnabled()
    assert "This plan can only be read" in texts(page)
    page.show_section(Section.PEOPLE)
    assert "This plan can only be read" in texts(page)


def texts(page: SettingsPage) -> str:
    """What is to be read on the page."""
    from PySide6.QtWidgets import QLabel

    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_a_search_finds_settings_in_all_sections(desk: MainWindow) -> None:
    page = settings_page(desk, Section.REPORT)
    page.search.setFocus()
    type_text("contrast")
    shown = {key for key, line in lines(page).items() if line.isVisible()}
    assert shown == {"high_contrast"}
    page.search.selectAll()
    type_text("small")
    page.search.selectAll()
    type_text("zebra")
    assert "No setting is called “zebra”." in texts(page)
    press("Esc")
    assert page.search.text() == ""
    assert {key for key, line in lines(page).items() if line.isVisible()} == {
        "paper",
        "report_logo",
        "report_footer",
    }


def test_a_search_for_a_section_shows_all_of_it(desk: MainWindow) -> None:
    page = settings_page(desk)
    page.search.setText("status rules")
    shown = {key for key, line in lines(page).items() if line.isVisible()}
    wanted = {setting.key for setting in PLAN_SETTINGS if setting.form.section is Section.STATUS}
    assert shown == wanted


def test_arrow_keys_go_through_sections_and_choices(desk: MainWindow) -> None:
    page = settings_page(desk, Section.GENERAL)
    page.nav.setFocus()
    press("Down")
    assert page.section is Section.CYCLE
    press("Up")
    assert page.section is Section.GENERAL
    lines(page)["theme"].input.widget.setFocus()
    press("Right")
    assert desk.session.settings.get(s.THEME) == "light"


def test_back_brings_the_section_back(desk: MainWindow) -> None:
    settings_page(desk, Section.STATUS)
    desk.show_page("plan")
    page = settings_page(desk)
    page.show_section(Section.FILE)
    desk.navigator.back()
    desk.navigator.back()
    QCoreApplication.processEvents()
    assert page.section is Section.STATUS


def test_leaving_the_page_writes_what_is_being_typed(desk: MainWindow) -> None:
    name = lines(settings_page(desk))["name"].input.widget
    name.setFocus()
    name.selectAll()
    type_text("Typed")
    desk.show_page("plan")
    (row,) = desk.bridge.snapshot.rows(ORGANISATION)
    assert row.name == "Typed"


def test_the_file_and_its_backups_are_named(
    desk: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True
    )
    page = settings_page(desk, Section.FILE)
    assert str(desk.bridge.path) in texts(page)
    assert "No backup yet." in texts(page)
    buttons = {b.text(): b for b in page.parts[Section.FILE][0].findChildren(QPushButton)}
    buttons["Back up now"].click()
    page.refresh()
    assert "The newest is from" in texts(page)
    buttons["Show in folder"].click()
    buttons["Show folder"].click()
    assert opened == [
        str(desk.bridge.path.parent),
        str(desk.bridge.workspace.backups.folder),
    ]


def test_without_a_plan_there_is_no_file(window: MainWindow) -> None:
    page = settings_page(window, Section.FILE)
    assert texts(page).count("No plan is open.") == 2
    links = page.parts[Section.FILE][0]
    for _text, act in links.links[0].buttons:
        act()
    links.links[1].buttons[2][1]()
    assert not any(b.isEnabled() for b in links.findChildren(QPushButton))


def test_languages_are_called_by_their_own_names(tmp_path: Path) -> None:
    for code in ("de", "xx", "en"):
        (tmp_path / f"okrdesk_{code}.qm").touch()
    assert [(code, str(name)) for code, name in languages(tmp_path)] == [
        ("en", "English"),
        ("de", "Deutsch"),
    ]
