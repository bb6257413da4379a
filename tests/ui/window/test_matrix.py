"""The matrix of objectives and KPIs, by key and by button."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from okrdesk.app import commands as c
from okrdesk.domain.tables import KPI_LINK, MUTE, OBJECTIVE
from okrdesk.domain.words import KpiStrength
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.matrix.page import GRID, TABLE, MatrixPage
from tests.ui.window.conftest import Find
from tests.ui.window.keys import focused, press
from tests.ui.window.kpi_scenes import add_kpis
from tests.ui.window.small_plan import CALLS, LOOSE, OTHER, TEAM, TOP


@pytest.fixture
def kpis(desk: MainWindow, find: Find) -> dict[str, int]:
    return add_kpis(desk, find)


@pytest.fixture
def page(desk: MainWindow, kpis: dict[str, int]) -> MatrixPage:
    """The page; the cursor is on the only link."""
    del kpis
    desk.activateWindow()
    QApplication.processEvents()
    press("Ctrl+6")
    return desk.findChildren(MatrixPage)[0]


def rows(page: MatrixPage) -> list[list[str]]:
    model = page.model
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def spoken(page: MatrixPage) -> str:
    return str(page.grid.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))


def texts(page: MatrixPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def strengths(desk: MainWindow) -> dict[str, KpiStrength]:
    assert desk.bridge is not None
    snapshot = desk.bridge.snapshot
    return {
        snapshot.get(OBJECTIVE, link.objective).title: link.strength
        for link in snapshot.rows(KPI_LINK)
    }


def test_objectives_by_cycle_and_kpis_by_level(page: MatrixPage) -> None:
    assert rows(page) == [
        ["2026", "", "", ""],
        [TOP, "", "", "0"],
        ["Q3 2026", "", "", ""],
        [TEAM, "●", "", "1"],
        [OTHER, "", "", "0"],
        [LOOSE, "", "", "0"],
        ["Objectives that move this KPI", "1", "0", ""],
    ]
    heads = [page.model.headerData(n, Qt.Orientation.Horizontal) for n in range(4)]
    assert heads == ["Objective", CALLS, "Kindness", "KPIs linked"]
    assert page.model.headerData(0, Qt.Orientation.Vertical) is None


def test_keys_set_links_and_cells_speak(desk: MainWindow, page: MatrixPage) -> None:
    assert focused() is page.grid
    assert spoken(page) == f"{TEAM}, {CALLS}: direct"
    assert "Since the link was made, 17 Aug: 13 to 13" in texts(page)
    press("I")
    assert strengths(desk) == {TEAM: KpiStrength.INFLUENCES}
    assert spoken(page) == f"{TEAM}, {CALLS}: influences"
    press("Del")
    assert strengths(desk) == {}
    assert spoken(page) == f"{TEAM}, {CALLS}: no link"
    press("Down", "D", "X")
    assert strengths(desk) == {OTHER: KpiStrength.DIRECT}
    press("Up", "Up")
    assert spoken(page) == f"{TOP}, {CALLS}: no link"
    page.link_card.strength_wanted.emit(KpiStrength.INFLUENCES)
    assert strengths(desk)[TOP] is KpiStrength.INFLUENCES
    press("Ctrl+Z")
    assert TOP not in strengths(desk)
    press("Left")
    assert spoken(page) == f"{TOP}, moves 0 KPIs"
    press("D", "Return")
    assert (desk.page_id, TOP in strengths(desk)) == ("plan", False)
    press("Alt+Left")
    assert desk.page_id == "matrix"


def test_counts_speak_and_gaps_are_marked(
    desk: MainWindow, page: MatrixPage, kpis: dict[str, int]
) -> None:
    assert desk.bridge is not None
    assert "4 gaps" in texts(page)
    assert any(text.startswith("Kindness has no objective that moves it.") for text in texts(page))
    page.gaps.following.click()
    assert page.grid.currentIndex().data() == ""
    assert any(text.startswith(f"{TOP} moves no KPI.") for text in texts(page))
    page.grid.setCurrentIndex(page.model.index(6, 2))
    assert spoken(page) == "Kindness, moved by 0 objectives"
    assert not page.link_card.isVisible()
    page.gaps.watch.click()
    assert "3 gaps" in texts(page)
    page.grid.setCurrentIndex(page.model.index(4, 3))
    page.gaps.watch.click()
    assert [row.objective is None for row in desk.bridge.snapshot.sorted_rows(MUTE)].count(
        True
    ) == 1
    assert "2 gaps" in texts(page)
    for objective in (TOP, LOOSE):
        desk.bridge.run(c.watch_only, find_objective(desk, objective))
    assert "No gaps" in texts(page)
    assert not page.gaps.watch.isVisible()
    desk.bridge.run(c.watch_only, kpis["Kindness"], watched=False)
    page.gaps.new.click()
    assert desk.page_id == "plan"
    assert "Improve Kindness" in [row.title for row in desk.bridge.snapshot.rows(OBJECTIVE)]


def find_objective(desk: MainWindow, title: str) -> int:
    assert desk.bridge is not None
    return next(row.id for row in desk.bridge.snapshot.rows(OBJECTIVE) if row.title == title)


def test_the_table_and_the_file(
    desk: MainWindow, page: MatrixPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "matrix"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    press("Ctrl+E")
    written = (tmp_path / "matrix.csv").read_text("utf-8-sig").splitlines()
    assert written[0] == f"Cycle,Objective,{CALLS},Kindness,KPIs linked"
    assert f"Q3 2026,{TEAM},direct,,1" in written
    page.form.chosen.emit(TABLE)
    page.focus()
    assert focused() is page.table
    assert not page.grid.isVisible()
    assert page.table.topLevelItem(1).text(3) == f"● {CALLS}"  # type: ignore[union-attr]  # it has four
    page.export()
    assert "● " in (tmp_path / "matrix.csv").read_text("utf-8-sig")
    target = tmp_path / "nowhere" / "matrix"
    page.export()
    assert not target.with_suffix(".csv").exists()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    page.export()
    press("Down", "Return")
    assert desk.page_id == "plan"
    press("Alt+Left")
    assert page.form.value == TABLE
    page.show_form(GRID)
    assert page.grid.isVisible()


def test_the_first_column_stays(desk: MainWindow, page: MatrixPage) -> None:
    assert desk.bridge is not None
    for number in range(12):
        desk.bridge.run(c.create_kpi, f"KPI {number}")
    grid = page.grid
    width = grid.columnWidth(0)
    grid.setCurrentIndex(page.model.index(3, 13))
    assert grid.horizontalScrollBar().value() > 0
    assert grid.frozen.x() == grid.viewport().x()
    press("Left", "Left", "Left", "Left", "Left", "Left", "Left", "Left", "Left")
    assert grid.visualRect(grid.currentIndex()).left() >= width
    for head in (grid.horizontalHeader(), grid.frozen.horizontalHeader()):
        assert not head.grab().isNull()
    assert not page.grab().isNull()


def test_without_a_kpi_there_is_a_way_to_one(desk: MainWindow) -> None:
    desk.show_page("matrix")
    page = desk.findChildren(MatrixPage)[0]
    assert focused() is page.empty.button
    assert "Needs one objective and one KPI." in texts(page)
    page.export()
    page.set_strength(KpiStrength.DIRECT)
    page.open_objective()
    assert strengths(desk) == {}
