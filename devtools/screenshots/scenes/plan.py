"""The plan, its menus and what opens over it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

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


def new_key_result(window: MainWindow) -> QPixmap:
    """A sentence for a key result while it is typed, read at the end of its row."""
    return _written(window, "Get 1,000 survey responses", fields=False)


def no_number(window: MainWindow) -> QPixmap:
    """A sentence without a number."""
    return _written(window, "Customers recommend us", fields=False)


def new_key_result_fields(window: MainWindow) -> QPixmap:
    """Start, target and unit of a sentence, opened to be put right."""
    return _written(window, "Raise 1.2m euros by March", fields=True)


def _written(window: MainWindow, sentence: str, *, fields: bool) -> QPixmap:
    select(window, OBJECTIVE_TITLE)
    window.actions_.action("new_key_result").trigger()
    settle()
    QTest.keyClicks(QApplication.focusWidget() or window, sentence)
    if fields:
        _press(window, Qt.Key.Key_Tab)
    settle()
    picture = window.grab()
    for _ in range(2):
        _press(window, Qt.Key.Key_Escape)
    settle()
    return picture


def _press(window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key)


def you_are(window: MainWindow) -> QPixmap:
    """The question who is at the keyboard, asked with the first thing that is written."""
    select(window, OBJECTIVE_TITLE)
    window.file_states.me.ask()
    settle()
    window.actions_.action("you_are").trigger()
    picture = with_popup(window)
    window.file_states.me.end()
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
    new_key_result,
    no_number,
    new_key_result_fields,
    you_are,
    explanation,
    file_menu,
    plan_menu,
    toast,
    nothing_found,
    check_in,
)
