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
from okrdesk.ui.editors.key_result import KeyResultEditor
from okrdesk.ui.main_window import MainWindow


def key_result(window: MainWindow) -> QPixmap:
    """A key result with its definition and history."""
    select(window, KEY_RESULT_TITLE)
    return window.grab()


def what_if(window: MainWindow) -> QPixmap:
    """What a value would do up the tree, below the chart of a key result."""
    select(window, KEY_RESULT_TITLE)
    editor = None if window.view is None else window.view.inspector.editor
    if window.view is None or not isinstance(editor, KeyResultEditor):
        return window.grab()
    window.view.show_inspector(shown=True)
    page = editor.page("value")
    card = page.what_if  # type: ignore[attr-defined]  # the page of a value has one
    card.slider.setValue(card.slider.maximum())
    settle()
    editor.area.ensureWidgetVisible(card)
    settle()
    picture = window.grab()
    card.reset()
    return picture


def mission(window: MainWindow) -> QPixmap:
    """The mission with statements and values."""
    open_sample(window)
    if window.plan is not None and window.bridge is not None:
        window.plan.select(mission_id(window.bridge.snapshot) or 0)
    settle()
    return window.grab()


def learning(window: MainWindow) -> QPixmap:
    """How sure the plan is, how bold it was, and whether it foretold well."""
    open_sample(window)
    if window.plan is not None and window.bridge is not None:
        window.plan.select(mission_id(window.bridge.snapshot) or 0)
    settle()
    editor = None if window.view is None else window.view.inspector.editor
    if window.view is None or editor is None:
        return window.grab()
    window.view.show_inspector(shown=True)
    editor.show_tab("learning")
    settle()
    picture = window.grab()
    editor.show_tab("")
    return picture


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


def tab(window: MainWindow, title: str, name: str) -> QPixmap:
    """A tab of the inspector of an item."""
    select(window, title)
    editor = None if window.view is None else window.view.inspector.editor
    if window.view is not None and editor is not None:
        window.view.show_inspector(shown=True)
        editor.show_tab(name)
        settle()
        picture = window.grab()
        editor.show_tab("")
        return picture
    return window.grab()


def check_ins(window: MainWindow) -> QPixmap:
    """The check-ins of an objective, one of them being corrected."""
    select(window, OBJECTIVE_TITLE)
    editor = None if window.view is None else window.view.inspector.editor
    if editor is not None:
        editor.show_tab("check_ins")
        settle()
        row = list(editor.page("check_ins").rows.values())[1]  # type: ignore[attr-defined]  # the sample has check-ins
        row.edit()
    picture = tab(window, OBJECTIVE_TITLE, "check_ins")
    if editor is not None:
        row.close_form()
    return picture


def initiatives(window: MainWindow) -> QPixmap:
    """The initiatives of an objective."""
    return tab(window, OBJECTIVE_TITLE, "initiatives")


def notes(window: MainWindow) -> QPixmap:
    """The notes on an objective."""
    return tab(window, OBJECTIVE_TITLE, "notes")


def alignment(window: MainWindow) -> QPixmap:
    """What an objective supports, what supports it, and shares."""
    return tab(window, OBJECTIVE_TITLE, "alignment")


def kpis(window: MainWindow) -> QPixmap:
    """The KPIs of an objective."""
    return tab(window, OBJECTIVE_TITLE, "kpis")


def details(window: MainWindow) -> QPixmap:
    """The fields of an objective that change seldom."""
    return tab(window, OBJECTIVE_TITLE, "details")


def item_history(window: MainWindow) -> QPixmap:
    """The history of an objective."""
    return tab(window, OBJECTIVE_TITLE, "history")


def definition(window: MainWindow) -> QPixmap:
    """The definition of a key result."""
    return tab(window, KEY_RESULT_TITLE, "definition")


SCENES: tuple[Callable[[MainWindow], QPixmap], ...] = (
    key_result,
    what_if,
    check_ins,
    initiatives,
    notes,
    alignment,
    kpis,
    details,
    item_history,
    definition,
    mission,
    learning,
    value_error,
)
