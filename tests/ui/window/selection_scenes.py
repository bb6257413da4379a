"""What opens over the window for a selection, to be looked at in every language."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from okrdesk.ui.clipboard import clipboard
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.pickers.picker import Picker
from tests.ui.window.small_plan import CALLS, OTHER, SURVEY, TEAM

Find = Callable[[str], int]
Scene = Callable[[MainWindow, Find], QWidget | None]


def choose(desk: MainWindow, *items: int) -> None:
    """Selects several rows; the last one has the cursor."""
    assert desk.plan is not None
    desk.plan.select(items[-1])
    desk.plan.selection.select(items)
    desk.plan.focus_tree()
    QCoreApplication.processEvents()


def run(desk: MainWindow, action: str) -> QWidget | None:
    """Runs an action; gives the dialog that it opens, if it is one."""
    desk.actions_.action(action).trigger()
    QCoreApplication.processEvents()
    return QApplication.activeModalWidget()


def picker(desk: MainWindow) -> Picker:
    """The picker that is open."""
    (found,) = (each for each in desk.findChildren(Picker) if each.isVisible())
    return found


def lines(shown: Picker) -> list[str]:
    """The lines of a picker."""
    return [line if isinstance(line, str) else line.text for line in shown.model.lines]


def status_of_many(desk: MainWindow, find: Find) -> QWidget | None:
    choose(desk, find(TEAM), find(SURVEY), find(CALLS))
    return run(desk, "set_status")


def owner(desk: MainWindow, find: Find) -> QWidget | None:
    choose(desk, find(TEAM), find(SURVEY))
    return run(desk, "set_owner")


def tags(desk: MainWindow, find: Find) -> QWidget | None:
    choose(desk, find(TEAM))
    return run(desk, "set_tags")


def links(desk: MainWindow, find: Find) -> QWidget | None:
    choose(desk, find(TEAM), find(OTHER))
    return run(desk, "link")


def move_to_cycle(desk: MainWindow, find: Find) -> QWidget | None:
    choose(desk, find(TEAM), find(OTHER))
    return run(desk, "move_to_cycle")


def deleted_many(desk: MainWindow, find: Find) -> None:
    choose(desk, find(TEAM), find(OTHER))
    run(desk, "delete")


def paste(desk: MainWindow, find: Find) -> QWidget | None:
    choose(desk, find(TEAM))
    clipboard().setText(f"> {SURVEY}\n{CALLS}\n{OTHER}")
    return run(desk, "paste")


def recently_deleted(desk: MainWindow, find: Find) -> QWidget | None:
    choose(desk, find(TEAM))
    run(desk, "delete")
    return run(desk, "recently_deleted")


SELECTION_SCENES: tuple[Scene, ...] = (
    status_of_many,
    owner,
    tags,
    links,
    move_to_cycle,
    deleted_many,
    paste,
    recently_deleted,
)
