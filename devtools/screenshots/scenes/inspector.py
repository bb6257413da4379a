"""The inspector."""

from collections.abc import Callable

from PySide6.QtGui import QPixmap

from devtools.screenshots.stage import (
    KEY_RESULT_TITLE,
    OBJECTIVE_TITLE,
    open_sample,
    select,
    settle,
)
from okrdesk.domain.tree import mission_id
from okrdesk.ui.main_window import MainWindow


def key_result(window: MainWindow) -> QPixmap:
    """A key result with its definition and history."""
    select(window, KEY_RESULT_TITLE)
    return window.grab()


def mission(window: MainWindow) -> QPixmap:
    """The mission with statements and values."""
    open_sample(window)
    if window.plan is not None and window.bridge is not None:
        window.plan.select(mission_id(window.bridge.snapshot) or 0)
    settle()
    return window.grab()


def value_error(window: MainWindow) -> QPixmap:
    """A number that cannot be read."""
    select(window, OBJECTIVE_TITLE)
    if window.view is not None:
        window.view.show_inspector(shown=True)
        editor = window.view.inspector.editor
        field = editor.rows[0].value.field  # type: ignore[union-attr]  # the sample's first one is a number
        field.setFocus()
        field.lineEdit().setText("many")
        field.lineEdit().textEdited.emit("many")
        field.commit()
    settle()
    picture = window.grab()
    field.restore()
    return picture


SCENES: tuple[Callable[[MainWindow], QPixmap], ...] = (
    key_result,
    mission,
    value_error,
)
