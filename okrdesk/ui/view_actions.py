"""What the View and Help menus do."""

from PySide6.QtCore import Qt

from okrdesk.ui.desk import Desk
from okrdesk.ui.screens import FIRST
from okrdesk.ui.theme import ThemeChoice


def focus_filter(desk: Desk) -> None:
    """Puts the caret into the filter of the tree."""
    desk.show_page(FIRST)
    if desk.plan is not None:
        desk.plan.filter.focus_field()


def select_all(desk: Desk) -> None:
    """Selects what stands beside the current row, and at the second time all that shows."""
    if desk.plan is not None:
        desk.plan.selection.grow()


def choose_columns(desk: Desk) -> None:
    """Opens the menu of the columns of the tree."""
    if desk.plan is not None:
        desk.plan.tree.columns.open_menu()


def toggle_sidebar(desk: Desk) -> None:
    """Shows the sidebar, or hides it."""
    if desk.view is not None:
        desk.view.show_sidebar(not desk.view.sidebar_shown)


def toggle_inspector(desk: Desk) -> None:
    """Shows the inspector, or hides it."""
    if desk.view is not None:
        desk.view.show_inspector(not desk.view.inspector_shown)


def sidebar_shown(desk: Desk) -> bool:
    """Whether the sidebar is to be seen."""
    return desk.view is not None and desk.view.sidebar_shown


def inspector_shown(desk: Desk) -> bool:
    """Whether the inspector is to be seen."""
    return desk.view is not None and desk.view.inspector_shown


def toggle_full_screen(desk: Desk) -> None:
    """Fills the screen with the window, or gives it back the size it had."""
    window = desk.widget.window()
    window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)


def is_full_screen(desk: Desk) -> bool:
    """Whether the window fills the screen."""
    return desk.widget.window().isFullScreen()


def expand_all(desk: Desk) -> None:
    """Opens every branch."""
    if desk.plan is not None:
        desk.plan.tree.expandAll()


def collapse_all(desk: Desk) -> None:
    """Closes every branch but the mission's."""
    if desk.plan is not None:
        desk.plan.tree.collapseAll()
        desk.plan.tree.open_levels(frozenset({"mission"}))


def light(desk: Desk) -> None:
    """Changes to the light look."""
    desk.choose_theme(ThemeChoice.LIGHT)


def dark(desk: Desk) -> None:
    """Changes to the dark look."""
    desk.choose_theme(ThemeChoice.DARK)


def system(desk: Desk) -> None:
    """Follows the look of the system."""
    desk.choose_theme(ThemeChoice.SYSTEM)


def is_light(desk: Desk) -> bool:
    """Whether the light look is chosen."""
    return desk.look.themes.choice is ThemeChoice.LIGHT


def is_dark(desk: Desk) -> bool:
    """Whether the dark look is chosen."""
    return desk.look.themes.choice is ThemeChoice.DARK


def is_system(desk: Desk) -> bool:
    """Whether the system chooses the look."""
    return desk.look.themes.choice is ThemeChoice.SYSTEM
