"""The KPIs of a plan."""

from collections.abc import Callable

from PySide6.QtGui import QPixmap

from devtools.screenshots.stage import open_sample, settle, with_dialog
from okrdesk.ui.kpis.head import LIST
from okrdesk.ui.kpis.page import KpisPage
from okrdesk.ui.kpis.period_model import Asked
from okrdesk.ui.main_window import MainWindow


def kpis_page(window: MainWindow) -> QPixmap:
    """The list with one KPI beside it."""
    open_sample(window)
    window.show_page("kpis")
    settle()
    picture = window.grab()
    window.show_page("plan")
    return picture


def kpi_editor(window: MainWindow) -> QPixmap:
    """The dialog of a KPI."""
    open_sample(window)
    window.show_page("kpis")
    settle()
    picture = with_dialog(window, window.findChildren(KpisPage)[0].edit_this)
    window.show_page("plan")
    return picture


def kpis_by_month(window: MainWindow) -> QPixmap:
    """The values of all KPIs, months as columns."""
    open_sample(window)
    window.show_page("kpis")
    page = window.findChildren(KpisPage)[-1]
    page.show_form(Asked.VALUES)
    page.focus()
    settle()
    picture = window.grab()
    page.show_form(LIST)
    window.show_page("plan")
    return picture


SCENES: tuple[Callable[[MainWindow], QPixmap], ...] = (kpis_page, kpi_editor, kpis_by_month)
