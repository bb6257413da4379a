"""The tree: arranged in groups, searched, filtered, with more columns, and empty."""

from collections.abc import Callable

from PySide6.QtGui import QPixmap

from devtools.screenshots.stage import open_sample, settle, with_popup
from okrdesk.domain.filters import parse
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.models.group_structure import Arrangement
from okrdesk.ui.pages.plan import PlanPage


def _shown(window: MainWindow, change: Callable[[PlanPage], object]) -> QPixmap:
    """The window after something was done with the page."""
    open_sample(window)
    if window.plan is not None:
        change(window.plan)
    settle()
    picture = window.grab()
    _as_usual(window)
    return picture


def _as_usual(window: MainWindow) -> None:
    """Closes the plan as it will be opened by the next scene."""
    if window.plan is not None:
        window.plan.arrange(Arrangement.TREE)
        window.plan.filter.clear()
        window.plan.tree.columns.reset()
    window.session.close()


def by_team(window: MainWindow) -> QPixmap:
    """The objectives of each team."""
    return _shown(window, lambda page: page.arrange(Arrangement.TEAM))


def by_owner(window: MainWindow) -> QPixmap:
    """The objectives of each person."""
    return _shown(window, lambda page: page.arrange(Arrangement.OWNER))


def _search(page: PlanPage, text: str) -> None:
    page.filter.focus_field()
    page.filter.field.setText(text)
    page.filter.changed.emit(text)


def searched(window: MainWindow) -> QPixmap:
    """A search for a text that is not achieved."""
    return _shown(window, lambda page: _search(page, "customer -status:achieved"))


def filtered(window: MainWindow) -> QPixmap:
    """What the menus leave."""
    query = parse("status:behind,at-risk level:team")
    return _shown(window, lambda page: page.filter.choose(query))


def more_columns(window: MainWindow) -> QPixmap:
    """Every column, in another order."""
    names = ["progress", "due", "updated", "status", "team", "cycle", "grade", "owner"]
    return _shown(window, lambda page: page.tree.columns.show_only(names))


def status_menu(window: MainWindow) -> QPixmap:
    """A menu in which several things can be ticked."""
    open_sample(window)
    page = window.plan
    if page is None:
        return window.grab()
    page.filter.choose(parse("status:behind,at-risk"))
    settle()
    button = page.filter.view.menus["status"]
    menu = button.menu()
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    picture = with_popup(window)
    _as_usual(window)
    return picture


SCENES: tuple[Callable[[MainWindow], QPixmap], ...] = (
    by_team,
    by_owner,
    searched,
    filtered,
    more_columns,
    status_menu,
)
