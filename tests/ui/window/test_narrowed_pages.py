"""KPIs and matrix follow the team or view of the sidebar, as the other pages do."""

from PySide6.QtWidgets import QApplication

from okrdesk.app import commands as c
from okrdesk.domain.tables import TEAM
from okrdesk.ui.dashboard.page import DashboardPage
from okrdesk.ui.kpis.page import KpisPage
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.matrix.page import MatrixPage
from okrdesk.ui.narrowing import team_choice
from tests.ui.window.conftest import Find
from tests.ui.window.keys import focused, press
from tests.ui.window.kpi_scenes import add_kpis
from tests.ui.window.small_plan import CALLS, LOOSE, OTHER, TOP
from tests.ui.window.small_plan import TEAM as MOVING


def names(page: KpisPage) -> list[str]:
    found = [str(page.model.index(row, 0).data()) for row in range(page.model.rowCount())]
    return [name for row, name in enumerate(found) if row not in page.model.headings()]


def crossed(page: MatrixPage) -> tuple[list[str], list[str]]:
    found = page.model.matrix
    return [row.title for row in found.objectives], [line.kpi.name for line in found.kpis]


def test_kpis_and_matrix_show_the_chosen_team_until_esc(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    assert desk.view is not None
    kpis, care = add_kpis(desk, find), next(iter(desk.bridge.snapshot.rows(TEAM))).id
    desk.bridge.run(c.create_team, "Sales", kind="team")
    sales = list(desk.bridge.snapshot.rows(TEAM))[-1].id
    desk.activateWindow()
    QApplication.processEvents()
    narrowing = desk.view.narrowing
    press("Ctrl+3")
    narrowing.choose(team_choice(care))
    tile = desk.findChildren(DashboardPage)[0].board.kpis
    assert tile.accessibleDescription().startswith("1 KPI")
    tile.setFocus()
    press("Return")
    assert desk.page_id == "kpis"
    page = desk.findChildren(KpisPage)[0]
    assert names(page) == [CALLS]
    assert desk.view.strip.isVisible()
    press("Ctrl+6")
    matrix = desk.findChildren(MatrixPage)[0]
    assert crossed(matrix) == ([MOVING, OTHER], [CALLS])
    press("Escape")
    assert narrowing.choice == ""
    assert crossed(matrix) == ([TOP, MOVING, OTHER, LOOSE], [CALLS, "Kindness"])
    narrowing.choose(team_choice(sales))
    assert "Nothing matches these filters." in matrix.empty.title.text()
    matrix.empty.button.click()
    assert focused() is matrix.grid
    press("Ctrl+5")
    narrowing.choose(team_choice(sales))
    assert names(page) == []
    page.focus()
    assert focused() is page.empty.clear
    press("Space")
    assert names(page) == [CALLS, "Kindness"]
    assert focused() is page.list
    narrowing.choose(team_choice(care))
    page.go_to(kpis["Kindness"])
    assert (narrowing.choice, page.kpi) == ("", kpis["Kindness"])
    press("Ctrl+4")
    narrowing.choose(team_choice(care))
    press("Escape")
    assert narrowing.choice == ""
