"""A plan that cannot be opened: what happened, what is safe, and the ways on."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from okrdesk.domain.errors import UserError
from okrdesk.storage.backup import newest_sound
from okrdesk.storage.failures import Damaged, Held
from okrdesk.ui.session import Session
from okrdesk.ui.translation import said, tr


class Way(NamedTuple):
    """A button and what it does."""

    text: str
    go: Callable[[], object]


def refused_box(parent: QWidget, session: Session, path: Path, error: UserError) -> QMessageBox:
    """The box, not yet shown; its buttons are the ways that this refusal leaves."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(tr("Open a plan"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(tr("“{name}” was not opened.").format(name=path.name))
    box.setInformativeText(said(error.message))
    for way in ways_on(session, path, error):
        button = box.addButton(way.text, QMessageBox.ButtonRole.AcceptRole)
        button.clicked.connect(lambda _=False, go=way.go: go())
    box.addButton(QMessageBox.StandardButton.Cancel)
    return box


def ways_on(session: Session, path: Path, error: UserError) -> list[Way]:
    """What can be done instead."""
    if isinstance(error, Held):
        return [Way(tr("Open read-only"), lambda: session.open(path, write=False))]
    if isinstance(error, Damaged):
        readable = Way(tr("Open what can be read"), lambda: session.open_readable(path))
        if newest_sound(session.places.backups_of(path)) is None:
            return [readable]
        return [Way(tr("Open backup"), lambda: session.open_backup(path)), readable]
    return []
