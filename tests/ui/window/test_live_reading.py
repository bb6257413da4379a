"""A key result is read as it is typed, and put right by keyboard."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from okrdesk.app import commands
from okrdesk.domain.errors import Refused
from okrdesk.domain.tables import KEY_RESULT, TERMS
from okrdesk.text import Message
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.pages.reading_panel import ReadingPanel
from tests.ui.window.conftest import Find
from tests.ui.window.keys import focused, press, type_text
from tests.ui.window.small_plan import OTHER


@pytest.fixture
def row(desk: MainWindow, find: Find) -> MainWindow:
    """The plan with the empty row for a key result open."""
    assert desk.plan is not None
    desk.plan.select(find(OTHER))
    desk.plan.focus_tree()
    press("Ctrl+Return")
    return desk


def panel(desk: MainWindow) -> ReadingPanel:
    assert desk.plan is not None
    (found,) = [p for p in desk.plan.tree.findChildren(ReadingPanel) if p.isVisible()]
    return found


def measure(desk: MainWindow, title: str) -> tuple[str, Decimal | None, Decimal | None, str]:
    assert desk.bridge is not None
    snapshot = desk.bridge.snapshot
    (found,) = [row for row in snapshot.rows(KEY_RESULT) if row.title == title]
    terms = snapshot.children(TERMS, "key_result", found.id)[-1]
    return found.kind, terms.start, terms.target, found.unit


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("", "No number yet, add one any time (Tab)"),
        ("Customers love us", "No number yet, add one any time (Tab)"),
        ("Get 1,000 survey responses", "0 → 1,000 survey responses"),
        ("Reduce churn from 6 % to 4 %", "6% → 4%"),
        ("NPS 41 → 55", "41 → 55"),
        ("Raise NPS to 60", "first value → 60"),
        ("Raise €1.2m by March", "€0 → €1,200,000, due 31 Mar 2027"),
        ("Spend at most $9.50 a day", "At most $9.50"),
        ("Churn below 4 %", "At most 4%"),
        ("At least 5 stars", "At least 5 stars"),
        ("Keep between 4 and 5", "Between 4 and 5"),
        ("Lead ratio from 2:1 to 4:1", "2:1 → 4:1"),
        ("Delivery from 5 h to 3 h", "5 → 3 h"),
        ("Grow revenue by 20 %", "A change of 20%: from where? (Tab)"),
        ("Get 1.200 answers", "0 → 1,200 answers? Tab to change"),
        ("Launch the site", "Yes or no"),
    ],
)
def test_the_reading_is_shown_as_it_is_typed(row: MainWindow, sentence: str, words: str) -> None:
    editor = focused()
    assert isinstance(editor, QLineEdit)
    editor.insert(sentence)
    assert panel(row).words == words
    assert focused().accessibleDescription() == words
    press("Escape")


def test_the_reading_stands_at_the_end_of_the_row(row: MainWindow) -> None:
    editor = focused()
    assert row.plan is not None
    assert editor.width() > row.plan.tree.viewport().width() * 0.7
    shown = panel(row)
    assert shown.geometry().right() <= editor.width()
    assert isinstance(editor, QLineEdit)
    assert editor.textMargins().right() == shown.width()


def test_the_arrow_follows_the_direction_of_the_language(
    row: MainWindow, qapp: QApplication
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    type_text("Get 5 answers")
    assert panel(row).words == "0 ← 5 answers"
    assert panel(row).x() < 10
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_tab_opens_the_fields_and_enter_goes_on(row: MainWindow) -> None:
    type_text("Get 1,000 answers")
    press("Tab")
    assert focused().accessibleName() == "Start"
    type_text("200")
    press("Tab")
    type_text("1,500")
    press("Tab")
    assert focused().accessibleName() == "Unit"
    press("Return")
    assert measure(row, "Get 1,000 answers") == ("number", Decimal(200), Decimal(1500), "answers")
    assert focused().accessibleName() == "Title"
    type_text("Read two books")
    press("Return", "Escape")
    assert measure(row, "Read two books") == ("number", Decimal(0), Decimal(2), "books")


def test_tab_out_of_the_last_field_writes_the_row(row: MainWindow) -> None:
    type_text("Customers stay")
    press("Tab")
    type_text("60")
    press("Tab")
    type_text("75")
    press("Tab")
    type_text("%")
    press("Tab")
    assert measure(row, "Customers stay") == ("percent", Decimal(60), Decimal(75), "%")


def test_a_correction_stays_while_the_sentence_is_changed(row: MainWindow) -> None:
    type_text("Reach 50 towns")
    press("Tab", "Tab")
    type_text("40")
    press("Shift+Tab", "Shift+Tab")
    assert focused().accessibleName() == "Title"
    type_text(" in spring")
    assert panel(row).words == "0 → 40 towns"
    press("Return", "Escape")
    assert measure(row, "Reach 50 towns in spring")[2] == Decimal(40)


def test_esc_in_a_field_goes_back_to_what_was_read(row: MainWindow) -> None:
    type_text("Keep between 4 and 5")
    press("Tab")
    type_text("3")
    assert panel(row).reading.low == Decimal(3)
    press("Escape")
    assert panel(row).words == "Between 4 and 5"
    assert focused().accessibleName() == "Title"
    press("Escape")
    assert row.plan is not None
    assert row.plan.model.draft is None


@pytest.mark.parametrize(
    ("target", "problem"),
    [
        ("many", "Use a number, for example 640 or +24."),
        ("0", "Start and target are the same, so progress cannot be measured."),
    ],
)
def test_what_cannot_be_kept_stays_to_be_put_right(
    row: MainWindow, target: str, problem: str
) -> None:
    type_text("Get 9 answers")
    press("Tab", "Tab")
    type_text(target)
    press("Return")
    assert focused().accessibleName() == "Target"
    assert focused().toolTip() == problem
    press("Ctrl+A")
    type_text("8")
    press("Return")
    assert measure(row, "Get 9 answers")[2] == Decimal(8)


def test_leaving_a_field_writes_the_row(row: MainWindow) -> None:
    type_text("Get 9 answers")
    press("Tab", "Tab")
    type_text("8")
    assert row.view is not None
    row.view.inspector.setFocus()
    row.bar.setFocus()
    press("Escape")
    assert measure(row, "Get 9 answers")[2] == Decimal(8)


def test_what_is_refused_stays_to_be_put_right(
    row: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise Refused(Message("Not today."))

    monkeypatch.setattr(commands, "create_key_result", refuse)
    type_text("Get 9 answers")
    press("Return")
    editor = focused()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "Get 9 answers"
    monkeypatch.undo()
    press("Return")
    assert measure(row, "Get 9 answers")[2] == Decimal(9)


def test_the_inspector_opens_the_same_row_and_does_not_lie_over_it(
    desk: MainWindow, find: Find
) -> None:
    desk.resize(1024, 640)
    assert desk.plan is not None
    assert desk.view is not None
    desk.plan.select(find(OTHER))
    desk.view.show_inspector(shown=True)
    desk.view.inspector.tools.key_result_wanted.emit(find(OTHER))
    assert focused().accessibleName() == "Title"
    type_text("Read two books")
    assert panel(desk).words == "0 → 2 books"
    assert not desk.view.inspector_shown
    press("Return", "Escape")
    assert measure(desk, "Read two books")[2] == Decimal(2)
