"""What all parts of the inspector share: the plan, the look, and what they ask of the window."""

from PySide6.QtCore import QObject, QPoint, Signal

from okrdesk.ui.bridge import Bridge
from okrdesk.ui.charts.library import ChartLibrary
from okrdesk.ui.look import Look


class Tools(QObject):
    """Handed down from the inspector to each part of it; parts say here what they want.

    ``chosen`` carries an item to go to, ``key_result_wanted`` an objective to add one to,
    ``check_in_wanted`` a key result, ``status_wanted`` an item to choose a status for,
    ``person_wanted`` an ``OwnerButton`` that asks for a person,
    ``action_wanted`` the id of an action for the selection, ``menu_wanted`` a place on
    the screen, ``told`` what was done and can be undone, ``noted`` what was done besides;
    ``finished`` follows a value that was committed with Enter.
    """

    chosen = Signal(object)
    key_result_wanted = Signal(object)
    check_in_wanted = Signal(object)
    status_wanted = Signal(object)
    person_wanted = Signal(object)
    action_wanted = Signal(str)
    menu_wanted = Signal(QPoint)
    told = Signal(str)
    noted = Signal(str)
    finished = Signal()

    def __init__(self, bridge: Bridge, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bridge, self.look = bridge, look
        self.charts = ChartLibrary()
