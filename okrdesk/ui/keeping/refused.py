"""A plan that cannot be opened: what happened, what is safe, and the ways on."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QMessageBox

from okrdesk.domain.errors import UserError
from okrdesk.storage.backup import Backup, newest_sound
from okrdesk.storage.failures import Damaged, Held
from okrdesk.storage.lock import here, holder_of
from okrdesk.ui.desk import Desk
from okrdesk.ui.dialogs.box import made_box
from okrdesk.ui.status_bar import clock_time
from okrdesk.ui.translation import said, short_date, tr


class Way(NamedTuple):
    """A button and what it does."""

    text: str
    go: Callable[[], object]


def refused_box(desk: Desk, path: Path, error: UserError) -> QMessageBox:
    """The box, not yet shown; its buttons are the ways that this refusal leaves."""
    backup = None
    if isinstance(error, Damaged):
        backup = newest_sound(desk.session.places.backups_of(path))
    head = tr("“{name}” was not opened.").format(name=path.name)
    words = _words(desk, path, error, backup)
    box = made_box(desk.widget, desk.look, tr("Open a plan"), head, more=words)
    for way in ways_on(desk, path, error, backup):
        button = box.addButton(way.text, QMessageBox.ButtonRole.AcceptRole)
        button.clicked.connect(lambda _=False, go=way.go: go())
    box.addButton(QMessageBox.StandardButton.Cancel)
    return box


def ways_on(desk: Desk, path: Path, error: UserError, backup: Backup | None) -> list[Way]:
    """What can be done instead."""
    session = desk.session
    if isinstance(error, Held):
        ways = [Way(tr("Open read-only"), lambda: session.open(path, write=False))]
        if here(holder_of(path)):
            ways.append(Way(tr("Show that window"), lambda: show_that_window(desk, path)))
        return ways
    if isinstance(error, Damaged):
        readable = Way(tr("Open what can be read"), lambda: session.open_readable(path))
        if backup is None:
            return [readable]
        return [Way(tr("Open backup"), lambda: session.open_backup(path)), readable]
    return []


def show_that_window(desk: Desk, path: Path) -> None:
    """Asks the program that has the plan to come to the front."""
    from okrdesk.ui.running import address, hand_over, request

    holder = holder_of(path)
    pid = None if holder is None else holder.pid
    asked, places = request(path), desk.session.places
    if not any(hand_over(address(places, pid=number), asked) for number in (pid, None)):
        desk.toast(tr("That window does not answer. You can open the plan read-only."))


def _words(desk: Desk, path: Path, error: UserError, backup: Backup | None) -> str:
    if isinstance(error, Held) and here(holder_of(path)):
        return tr("This plan is open in another window on this computer.")
    if backup is None:
        return said(error.message)
    made = backup.made.astimezone()
    if made.date() == desk.session.clock.today():
        return tr(
            "Part of this file cannot be read. The backup from today {time} is complete."
        ).format(time=clock_time(made))
    return tr(
        "Part of this file cannot be read. The backup from {day}, {time} is complete."
    ).format(day=short_date(made.date()), time=clock_time(made))
