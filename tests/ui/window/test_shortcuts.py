"""S14: every key is shown by its place, can be changed, and no key means two things."""

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from okrdesk.app.forms import Section
from okrdesk.app.settings import SHORTCUTS, Settings
from okrdesk.ui.action_set import ActionSet
from okrdesk.ui.actions import ACTIONS
from okrdesk.ui.fixed_keys import CHECK_IN, FIXED_KEYS, TREE, WINDOW, why_not
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.pages.start_parts import Card
from okrdesk.ui.settings.key_line import KeyLine
from okrdesk.ui.settings.keys_page import KeysPage
from okrdesk.ui.settings.printing import print_text
from okrdesk.ui.tool_bar import ActionButton
from okrdesk.ui.widgets.key_cap import KeyCap
from okrdesk.ui.widgets.toast import Toast
from tests.ui.window.keys import focused, press, type_text
from tests.ui.window.settings_page import settings_page


@pytest.fixture
def page(desk: MainWindow) -> KeysPage:
    desk.plan.focus_tree()
    press("F1")
    page = desk.findChild(KeysPage)
    assert page.isVisible()
    return page


def line(page: KeysPage, name: str) -> KeyLine:
    found = [line for place in page.places for line in place.lines if line.name == name]
    assert len(found) == 1
    assert isinstance(found[0], KeyLine)
    return found[0]


def record(page: KeysPage, name: str, keys: str) -> KeyLine:
    """Clicks on the keys of an action and presses others."""
    chosen = line(page, name)
    chosen.button.setFocus()
    chosen.button.click()
    press(keys)
    return chosen


def keys_of(desk: MainWindow, action: str) -> list[str]:
    return [keys.toString() for keys in desk.action(action).shortcuts()]


def test_no_key_means_two_things_in_one_place() -> None:
    own = [QKeySequence(key).toString() for spec in ACTIONS for key in spec.keys]
    for place in (str(WINDOW), str(TREE)):
        fixed = [
            key for row in FIXED_KEYS if str(row.place) in {str(WINDOW), place} for key in row.keys
        ]
        named = [QKeySequence(key).toString() for key in dict.fromkeys(fixed)]
        twice = [key for key, count in Counter([*own, *named]).items() if count > 1]
        assert twice == []
    inside = [key for row in FIXED_KEYS if row.place == CHECK_IN for key in row.keys]
    assert len(set(inside)) == len(inside)


def test_every_action_has_a_line_at_its_menu(desk: MainWindow, page: KeysPage) -> None:
    lines = [line for place in page.places for line in place.lines]
    named = {line.action.objectName() for line in lines if isinstance(line, KeyLine)}
    assert named == {spec.id for spec in ACTIONS}
    assert focused() is page.search
    assert line(page, "Undo").button.text() == "Ctrl+Z"
    assert line(page, "Back up now").button.text() == "No keys"


def test_new_keys_work_at_once_and_are_kept(desk: MainWindow, page: KeysPage) -> None:
    chosen = record(page, "Show inspector", "Ctrl+Alt+I")
    assert chosen.button.text() == "Ctrl+Alt+I"
    assert keys_of(desk, "inspector") == ["Ctrl+Alt+I"]
    kept = Settings(desk.session.places.settings)
    assert kept.get(SHORTCUTS) == {"inspector": "Ctrl+Alt+I"}
    assert desk.action("inspector").toolTip() == "Show inspector (Ctrl+Alt+I)"
    desk.show_page("plan")
    shown = desk.view.inspector_shown
    press("Ctrl+I")
    assert desk.view.inspector_shown is shown
    press("Ctrl+Alt+I")
    assert desk.view.inspector_shown is not shown


def test_tooltips_follow(desk: MainWindow, page: KeysPage) -> None:
    button = desk.findChild(ActionButton)
    assert button.toolTip() == "New objective (Ctrl+N)"
    record(page, "New objective", "F9")
    assert button.toolTip() == "New objective (F9)"


def test_the_keys_on_the_first_page_follow(window: MainWindow) -> None:
    card = next(c for c in window.findChildren(Card) if "ook around" in c.accessibleName())
    caps = card.findChildren(KeyCap)
    window.action("sample_plan").setShortcut("F9")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert len(card.findChildren(KeyCap)) == 1 < len(caps)


def test_a_conflict_is_named_and_settled(desk: MainWindow, page: KeysPage) -> None:
    chosen = record(page, "Show inspector", "Ctrl+B")
    assert chosen.said.text() == "Ctrl+B is used for “Show sidebar”."
    assert keys_of(desk, "inspector") == ["Ctrl+I"]
    chosen.leave.click()
    assert not chosen.said.isVisible()
    record(page, "Show inspector", "Ctrl+B")
    assert focused() is chosen.instead
    chosen.instead.click()
    assert (keys_of(desk, "inspector"), keys_of(desk, "sidebar")) == (["Ctrl+B"], [])
    assert line(page, "Show sidebar").button.text() == "No keys"
    line(page, "Show sidebar").back.click()
    assert (keys_of(desk, "inspector"), keys_of(desk, "sidebar")) == ([], ["Ctrl+B"])
    page.reset_button.click()
    assert keys_of(desk, "inspector") == ["Ctrl+I"]
    assert desk.session.settings.get(SHORTCUTS) == {}
    assert not page.reset_button.isEnabled()


def test_one_of_two_keys_is_taken_and_the_other_stays(desk: MainWindow, page: KeysPage) -> None:
    record(page, "Rename", "Ctrl+Y").instead.click()
    assert keys_of(desk, "redo") == ["Ctrl+Shift+Z"]
    assert keys_of(desk, "rename") == ["Ctrl+Y"]


def test_keys_are_taken_away_and_come_back(desk: MainWindow, page: KeysPage) -> None:
    chosen = record(page, "Rename", "Backspace")
    assert keys_of(desk, "rename") == []
    assert desk.action("rename").toolTip() == "Rename"
    assert chosen.back.isVisible()
    chosen.back.click()
    assert keys_of(desk, "rename") == ["F2"]
    assert not chosen.back.isVisible()


@pytest.mark.parametrize(
    ("keys", "why"),
    [
        ("A", "for typing"),
        ("Shift+Left", "for typing"),
        ("Tab", "for typing"),
        ("Ctrl+C", "for text in fields"),
        ("Ctrl+Right", "for text in fields"),
        ("Alt+F4", "belong to every window"),
        ("Alt+F", "open the menu “File”"),
    ],
)
def test_keys_of_text_fields_and_windows_stay(
    desk: MainWindow, page: KeysPage, keys: str, why: str
) -> None:
    chosen = record(page, "Rename", keys)
    assert why in chosen.said.text()
    assert keys_of(desk, "rename") == ["F2"]


def test_keys_of_the_table_may_be_given_again(page: KeysPage) -> None:
    assert why_not(QKeySequence("Ctrl+A")) is not None
    record(page, "Select all", "Ctrl+J")
    chosen = record(page, "Select all", "Ctrl+A")
    assert chosen.button.text() == "Ctrl+A"


def test_escape_and_leaving_keep_the_old_keys(desk: MainWindow, page: KeysPage) -> None:
    chosen = record(page, "Rename", "Esc")
    assert chosen.button.text() == "F2"
    chosen.button.click()
    assert chosen.button.text() == "Press the new keys"
    page.search.setFocus()
    QCoreApplication.processEvents()
    assert chosen.button.text() == "F2"
    assert keys_of(desk, "rename") == ["F2"]


def test_a_modifier_alone_is_waited_for(page: KeysPage) -> None:
    chosen = line(page, "Rename")
    chosen.button.setFocus()
    chosen.button.click()
    QTest.keyPress(chosen.button, Qt.Key.Key_Control)
    assert chosen.button.listening
    control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(chosen.button, Qt.Key.Key_Percent, control)
    assert chosen.button.text() == "Ctrl+%"


def test_a_sign_without_a_key_is_waited_past(page: KeysPage) -> None:
    """As an input method sends it."""
    chosen = line(page, "Rename")
    chosen.button.listen()
    sign = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "Ä")
    QApplication.sendEvent(chosen.button, sign)
    assert chosen.button.listening


def test_a_search_finds_names_keys_and_places(page: KeysPage) -> None:
    def shown() -> list[str]:
        return [line.name for place in page.places for line in place.lines if line.isVisible()]

    page.search.setFocus()
    type_text("rename")
    assert shown() == ["Rename"]
    page.search.selectAll()
    type_text("alt+n")
    assert shown() == ["Write a note"]
    page.search.selectAll()
    type_text("in the tree")
    assert "Open or close a branch" in shown()
    page.search.selectAll()
    type_text("zebra")
    assert shown() == []
    press("Esc")
    assert "Rename" in shown()


def test_the_table_is_copied_as_text(desk: MainWindow, page: KeysPage) -> None:
    page.copy()
    text = QGuiApplication.clipboard().text()
    assert "Edit\nUndo\tCtrl+Z\nRedo\tCtrl+Shift+Z, Ctrl+Y\n" in text
    assert "While you type\n" in text
    assert desk.findChild(Toast).accessibleName() == "Shortcuts copied"


def test_the_table_is_printed(page: KeysPage, tmp_path: Path) -> None:
    page.print()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QPrintDialog)
    dialog.reject()
    QCoreApplication.processEvents()
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "keys.pdf"))
    print_text(printer, "Shortcuts", page.text())
    assert (tmp_path / "keys.pdf").read_bytes().startswith(b"%PDF-")


def test_keys_of_the_settings_are_worn_from_the_start(desk: MainWindow) -> None:
    desk.session.settings.set(SHORTCUTS, {"rename": "F4", "filter": ""})
    actions = ActionSet(desk, desk, desk.look.icons)
    assert [k.toString() for k in actions.action("rename").shortcuts()] == ["F4"]
    assert actions.action("filter").shortcuts() == []
    actions.deleteLater()


def test_the_settings_lead_here_and_back_brings_the_search_back(desk: MainWindow) -> None:
    links = settings_page(desk, Section.SHORTCUTS)
    links.parts[Section.SHORTCUTS][0].links[0].buttons[0][1]()
    page = desk.findChild(KeysPage)
    assert page.isVisible()
    page.search.setText("undo")
    desk.show_page("plan")
    desk.navigator.back()
    assert page.search.text() == "undo"
