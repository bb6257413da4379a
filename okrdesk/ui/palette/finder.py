"""The index of an open plan: read in the background, following every change."""

from PySide6.QtCore import QObject, QTimer

from okrdesk.app.finding import Index
from okrdesk.app.workspace import Update
from okrdesk.ui.bridge import Bridge


class Finder(QObject):
    """Belongs to a bridge, and goes with it."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self.index = Index(bridge.snapshot)
        self._steps = QTimer(self, interval=0)
        self._steps.timeout.connect(self._step)
        bridge.updated.connect(self._follow)

    def read(self) -> None:
        """Reads the plan in small steps, between what else happens."""
        if not self.index.ready:
            self._steps.start()

    def _step(self) -> None:
        if self.index.build():
            self._steps.stop()

    def _follow(self, update: Update) -> None:
        self.index.apply(update.changeset.changes)


def finder_of(bridge: Bridge) -> Finder:
    """The index of the plan, made when it is first asked for."""
    found = bridge.findChild(Finder)
    return found if isinstance(found, Finder) else Finder(bridge)
