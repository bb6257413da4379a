"""The plan, its menus and what opens over it."""

from collections.abc import Callable

from PySide6.QtGui import QPixmap

from devtools.screenshots.stage import (
    KEY_RESULT_TITLE,
    OBJECTIVE_TITLE,
    menu,
    open_sample,
    select,
    settle,
    with_dialog,
    with_popup,
)
from okrdesk.ui.main_window import MainWindow


def plan(window: MainWindow) -> QPixmap:
    """The plan with an objective selected."""
    select(window, OBJECTIVE_TITLE)
    if window.plan is not None:
        tree = window.plan.tree
        tree.expand(tree.currentIndex())
        settle()
        tree.scrollTo(tree.currentIndex(), tree.ScrollHint.PositionAtCenter)
    settle()
    return window.grab()


def new_objective(window: MainWindow) -> QPixmap:
    """The empty row of a new objective."""
    select(window, OBJECTIVE_TITLE)
    window.actions_.action("new_objective").trigger()
    settle()
    picture = window.grab()
    window.session.close()
    return picture


def explanation(window: MainWindow) -> QPixmap:
    """Why a percent is what it is."""
    select(window, OBJECTIVE_TITLE)
    if window.view is None:
        return window.grab()
    window.view.show_inspector(shown=True)
    settle()
    window.view.inspector.editor.headline.percent_button.click()  # type: ignore[union-attr]  # an objective is selected
    return with_popup(window)


def file_menu(window: MainWindow) -> QPixmap:
    """The File menu."""
    return menu(window, "file")


def plan_menu(window: MainWindow) -> QPixmap:
    """The Plan menu."""
    return menu(window, "plan")


def toast(window: MainWindow) -> QPixmap:
    """What a delete says."""
    select(window, OBJECTIVE_TITLE)
    if window.plan is not None:
        window.plan.focus_tree()
    window.actions_.action("delete").trigger()
    settle()
    picture = window.grab()
    window.actions_.action("undo").trigger()
    return picture


def nothing_found(window: MainWindow) -> QPixmap:
    """A filter without a match."""
    open_sample(window)
    if window.plan is not None:
        window.plan.filter.field.setText("zebra")
        window.plan.filter.changed.emit("zebra")
    settle()
    picture = window.grab()
    window.session.close()
    return picture


def check_in(window: MainWindow) -> QPixmap:
    """The check-in of a key result."""
    select(window, KEY_RESULT_TITLE)
    return with_dialog(window, lambda: window.actions_.action("check_in").trigger())


SCENES: tuple[Callable[[MainWindow], QPixmap], ...] = (
    plan,
    new_objective,
    explanation,
    file_menu,
    plan_menu,
    toast,
    nothing_found,
    check_in,
)
