"""All that is due as a table: written by key, pasted from a spreadsheet, saved as one step."""

from PySide6.QtWidgets import QApplication

from okrdesk.app import commands as c
from okrdesk.domain.tables import CHECK_IN, KPI_VALUE, ZONE
from okrdesk.ui.check_in.cells import Column, read_row
from okrdesk.ui.check_in.page import CheckInPage
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.translation import said
from tests.ui.window.conftest import Find
from tests.ui.window.keys import focused, press, type_text
from tests.ui.window.small_plan import CALLS, OTHER, SURVEY


def opened(desk: MainWindow) -> CheckInPage:
    press("Ctrl+2")
    page = desk.findChild(CheckInPage)
    assert page is not None
    page.show_as_table(on=True)
    return page


def write(text: str) -> None:
    """The first key opens the editor that the others go to."""
    for key in text:
        type_text(key)


def cells(page: CheckInPage, column: Column) -> list[str]:
    model = page.table.grid.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_values_are_typed_downwards_and_saved_as_one_step(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    page = opened(desk)
    grid = page.table.grid
    assert focused() is grid
    assert cells(page, Column.ITEM) == [SURVEY, CALLS]
    assert cells(page, Column.LAST) == ["640", "5"]
    assert not page.table.button.isEnabled()
    grid.setCurrentCell(0, Column.LAST)
    press("Return")
    assert grid.state() == grid.State.NoState
    grid.setCurrentCell(0, Column.VALUE)
    write("+60")
    press("Return")
    write("many")
    press("Return")
    assert grid.currentRow() == 1
    assert page.table.words.text() == "Use a number, for example 640 or +24."
    wrong = grid.item(1, Column.VALUE)
    assert wrong is not None
    assert wrong.toolTip() == page.table.words.text()
    grid.setCurrentCell(0, Column.CONFIDENCE)
    assert page.table.words.text() == "1 ready · 1 cannot be read yet"
    write("9")
    press("Return", "Ctrl+Return")
    row = desk.bridge.snapshot.children(CHECK_IN, "key_result", find(SURVEY))[-1]
    assert (row.value, row.confidence) == (700, 9)
    assert cells(page, Column.ITEM) == [CALLS]
    assert cells(page, Column.VALUE) == ["many"]
    grid.setCurrentCell(0, Column.VALUE)
    press("Del")
    assert cells(page, Column.VALUE) == [""]
    write("=")
    press("Return", "Ctrl+Return")
    assert page.item is None
    assert page.resting.words()[0] == "All 2 checked in."
    assert page.table.isHidden()
    press("Ctrl+Z")
    assert page.item == find(CALLS)


def test_a_pasted_column_fills_downwards(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    kpi = desk.bridge.run(c.create_kpi, "Sales", rhythm="weekly")
    page = opened(desk)
    grid = page.table.grid
    QApplication.clipboard().setText('700\t8\t"Two\nlines"\nx\t11\tNote\n90\n12\n')
    press("Ctrl+V")
    assert page.table.words.text() == "1 line found no row and was left out."
    assert cells(page, Column.VALUE) == ["700", "x", "90"]
    assert cells(page, Column.NOTE) == ["Two\nlines", "Note", ""]
    page.table.button.click()
    assert cells(page, Column.ITEM) == [CALLS]
    assert cells(page, Column.CONFIDENCE) == ["11"]
    assert desk.bridge.snapshot.children(KPI_VALUE, "kpi", kpi)[-1].value == 90
    press("Ctrl+Z")
    assert desk.bridge.snapshot.children(KPI_VALUE, "kpi", kpi) == []
    assert cells(page, Column.VALUE) == ["", "x", ""]
    grid.setCurrentCell(1, Column.VALUE)
    grid.paste("6\t\t" + "y" * 20_001)
    press("Ctrl+Return")
    assert page.table.words.text().startswith("This has 20001 characters.")
    assert cells(page, Column.VALUE) == ["", "6", ""]
    page.show_as_table(on=False)
    assert page.item == find(CALLS)


def test_what_each_kind_of_row_takes(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    bridge, run = desk.bridge, desk.bridge.run
    other = find(OTHER)
    done = run(c.create_key_result, other, "Live", kind="yes_no")
    ship = run(c.create_key_result, other, "Ship", kind="milestones", steps=["One"])
    rate = run(c.create_key_result, other, "Rate", kind="rubric")
    nps = run(c.create_kpi, "NPS")
    mood = run(c.create_kpi, "Mood", rule="qualitative")
    fed = run(c.create_key_result, other, "Raise", source="kpi", kpi=nps)
    zones = bridge.snapshot.children(ZONE, "key_result", rate)

    def value(item: int, text: str) -> object:
        answer = read_row(bridge, item, {Column.VALUE: text}).answer
        return None if answer is None else answer.value if answer.zone is None else answer.zone

    def wrong(item: int, column: Column, text: str) -> str:
        return said(read_row(bridge, item, {column: text}).wrong[column])

    assert [value(done, text) for text in ("Yes", "x", "no", "0")] == [1, 1, 0, 0]
    assert [value(rate, text) for text in ("1", zones[1].title)] == [zones[0].id, zones[1].id]
    assert [value(mood, text) for text in ("good", "0")] == [2, 0]
    assert wrong(done, Column.VALUE, "maybe") == "Use yes or no."
    assert wrong(ship, Column.VALUE, "1") == "Tick the steps of this one on its card."
    assert wrong(rate, Column.VALUE, "9").startswith("Use one of the zones: ")
    assert wrong(fed, Column.VALUE, "9") == "Comes from NPS. Empty this cell."
    assert wrong(nps, Column.CONFIDENCE, "9") == "A KPI has no confidence. Empty this cell."
    assert wrong(fed, Column.CONFIDENCE, "0") == "Use a whole number from 1 to 10."
    assert read_row(bridge, fed, {Column.NOTE: "Up"}).answer == c.Answer(fed, note="Up")
