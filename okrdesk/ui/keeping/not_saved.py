"""A change that the disk did not take (ux.md D13): try again, or go on in a copy."""

from collections.abc import Callable

from PySide6.QtWidgets import QMessageBox

from okrdesk.domain.errors import UserError
from okrdesk.text import Message
from okrdesk.ui.bridge import Bridge, Unsaved
from okrdesk.ui.desk import Desk
from okrdesk.ui.dialogs import files
from okrdesk.ui.dialogs.box import made_box
from okrdesk.ui.translation import said, tr

_CAUSES = {
    "SQLITE_FULL": Message("The disk is full. Make room and try again."),
    "SQLITE_READONLY": Message("The file or its folder is read-only."),
    "SQLITE_BUSY": Message("Another program is reading or saving it. Try again in a moment."),
    "SQLITE_CANTOPEN": Message("The folder is not there, or nothing may be written to it."),
    "MISSING": Message("The file is not there any more."),
}
_OTHER = Message("The disk reported an error.")


def not_saved_box(desk: Desk, unsaved: Unsaved) -> QMessageBox:
    """The box, not yet shown."""
    cause = said(_CAUSES.get(unsaved.error.cause, _OTHER))
    box = made_box(desk.widget, desk.look, tr("Not saved"), _sentence(desk), more=cause)
    role = QMessageBox.ButtonRole
    again = box.addButton(tr("Try again"), role.AcceptRole)
    again.clicked.connect(lambda: try_again(desk, unsaved.again))
    copy = box.addButton(tr("Save a copy…"), role.ActionRole)
    copy.clicked.connect(lambda: go_on_in_a_copy(desk, unsaved))
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(again)
    return box


def try_again(desk: Desk, again: Callable[[Bridge], object]) -> None:
    """Takes the step again; it tells by itself when that fails again."""
    if desk.bridge is not None:
        before = desk.bridge.workspace.last_txn
        again(desk.bridge)
        if desk.bridge.workspace.last_txn != before:
            desk.toast(tr("Saved"))


def go_on_in_a_copy(desk: Desk, unsaved: Unsaved | None = None) -> None:
    """Asks for another place, opens the copy there and takes the step in it."""
    if desk.bridge is None:
        return
    target = files.ask_copy(desk.widget, desk.bridge.path)
    if target is None:
        return
    try:
        desk.bridge.workspace.copy_to(target, replace=True)
    except UserError as error:
        desk.say_problem("", error)
        return
    if desk.session.open(target) and unsaved is not None:
        try_again(desk, unsaved.again)


def _sentence(desk: Desk) -> str:
    folder = "" if desk.bridge is None else str(desk.bridge.path.parent)
    if desk.bridge is None or desk.bridge.workspace.backups.newest is None:
        return tr("Your plan could not be saved to {place}. Everything is still here.").format(
            place=folder
        )
    return tr(
        "Your plan could not be saved to {place}. Everything is still here, and a copy is in your "
        "backups."
    ).format(place=folder)
