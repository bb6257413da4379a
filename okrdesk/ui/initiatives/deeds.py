"""What is done with one initiative of the checklist."""

from PySide6.QtCore import QObject, Signal

from okrdesk.app import commands
from okrdesk.domain.initiative_list import objective_of
from okrdesk.domain.tables import INITIATIVE
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.translation import language_code, tr


class Deeds(QObject):
    """``told`` carries what was done and can be undone, ``add_wanted`` an item to write one for."""

    told = Signal(str)
    add_wanted = Signal(object)

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge

    def delete(self, initiative: int) -> None:
        """Deletes it with its steps."""
        self._bridge.attempt(commands.delete_row, INITIATIVE, initiative)
        if self._bridge.snapshot.find(INITIATIVE, initiative) is None:
            self.told.emit(tr("Initiative deleted"))

    def add_step(self, initiative: int) -> int | None:
        """Adds a step below it; returns its id."""
        return self._bridge.attempt(commands.add_initiative, tr("New step"), parent=initiative)

    def promote(self, initiative: int) -> None:
        """Makes it a key result of its objective."""
        made = self._bridge.attempt(
            commands.promote_initiative, initiative, language=language_code()
        )
        if made is not None:
            self.told.emit(tr("The initiative is a key result now"))

    def tell_tick(self, initiative: int) -> None:
        """Says that it is done, for it folds away."""
        row = self._bridge.snapshot.find(INITIATIVE, initiative)
        if row is not None and row.done is not None and row.parent is None:
            self.told.emit(tr("Initiative done"))

    def write_beside(self, initiative: int) -> None:
        """Asks for another one for the same key result or objective."""
        snapshot = self._bridge.snapshot
        row = snapshot.get(INITIATIVE, initiative)
        self.add_wanted.emit(row.key_result or objective_of(snapshot, row))
