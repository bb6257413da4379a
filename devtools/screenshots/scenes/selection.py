"""What is done with a selection: status, owner, tags, links, cycle."""

from collections.abc import Callable

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from devtools.screenshots.stage import (
    KEY_RESULT_TITLE,
    OBJECTIVE_TITLE,
    select,
    settle,
    with_dialog,
)
from okrdesk.domain.tables import KEY_RESULT
from okrdesk.ui.clipboard import clipboard
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.pickers.picker import Picker


def status_of_one(window: MainWindow) -> QPixmap:
    """The status of a key result, with the rule behind each."""
    select(window, KEY_RESULT_TITLE)
    return with_dialog(window, window.actions_.action("set_status").trigger)


def status_of_many(window: MainWindow) -> QPixmap:
    """The status of an objective's key results at once."""
    _choose_all(window)
    return with_dialog(window, window.actions_.action("set_status").trigger)


def owner(window: MainWindow) -> QPixmap:
    """The people picker."""
    _choose_all(window)
    return _picked(window, "set_owner", "")


def new_owner(window: MainWindow) -> QPixmap:
    """The people picker with a name that is new."""
    select(window, OBJECTIVE_TITLE)
    return _picked(window, "set_owner", "Ama")


def tags(window: MainWindow) -> QPixmap:
    """The tags of an objective."""
    select(window, OBJECTIVE_TITLE)
    return _picked(window, "set_tags", "")


def link(window: MainWindow) -> QPixmap:
    """What an objective can support."""
    select(window, OBJECTIVE_TITLE)
    return _picked(window, "link", "")


def link_typed(window: MainWindow) -> QPixmap:
    """The same after a few letters, with key results."""
    select(window, OBJECTIVE_TITLE)
    return _picked(window, "also_support", "cust")


def move_to_cycle(window: MainWindow) -> QPixmap:
    """Another cycle, with values or without."""
    select(window, OBJECTIVE_TITLE)
    return with_dialog(window, window.actions_.action("move_to_cycle").trigger)


def paste(window: MainWindow) -> QPixmap:
    """Lines that may be objectives or key results."""
    select(window, OBJECTIVE_TITLE)
    clipboard().setText("Shine in every shop\nOpen 3 shops\nTrain 40 people")
    return with_dialog(window, window.actions_.action("paste").trigger)


def recently_deleted(window: MainWindow) -> QPixmap:
    """What was deleted, to bring it back; the plan is then as it was."""
    for title in ("Launch the new loyalty app", KEY_RESULT_TITLE):
        select(window, title)
        window.actions_.action("delete").trigger()
    picture = _picked(window, "recently_deleted", "")
    for _ in range(2):
        window.actions_.action("undo").trigger()
    return picture


def _choose_all(window: MainWindow) -> None:
    select(window, OBJECTIVE_TITLE)
    if window.plan is not None and window.bridge is not None and window.plan.current is not None:
        snapshot, objective = window.bridge.snapshot, window.plan.current
        window.plan.selection.select(snapshot.child_ids(KEY_RESULT, "objective", objective))
    settle()


def _picked(window: MainWindow, action: str, text: str) -> QPixmap:
    window.actions_.action(action).trigger()
    QApplication.processEvents()
    shown = next(each for each in window.findChildren(Picker) if each.isVisible())
    shown.field.setText(text)
    settle()
    picture = window.grab()
    shown.leave()
    settle()
    return picture


SCENES: tuple[Callable[[MainWindow], QPixmap], ...] = (
    status_of_one,
    status_of_many,
    owner,
    new_owner,
    tags,
    link,
    link_typed,
    move_to_cycle,
    paste,
    recently_deleted,
)
