"""The cycle that every screen of an open plan looks at."""

from PySide6.QtCore import QObject, Signal

from okrdesk.domain.cycles import current_cycle, inside
from okrdesk.domain.entities import Cycle
from okrdesk.domain.tables import CYCLE
from okrdesk.domain.words import Horizon
from okrdesk.ui.bridge import Bridge

EVERYTHING = 0
"""The choice of no cycle; no row has this id."""


class Scope(QObject):
    """The quarter of today until another cycle, or everything, is chosen. ``changed`` tells."""

    changed = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._choice: int | None = None

    @property
    def choice(self) -> int | None:
        """What was chosen: a cycle's id or ``EVERYTHING``; None: the quarter of today."""
        return self._choice

    @property
    def cycle(self) -> Cycle | None:
        """The cycle in the plan as it stands now; None for everything.

        A chosen cycle that is gone gives way to the quarter of today.
        """
        if self._choice == EVERYTHING:
            return None
        return self._bridge.snapshot.find(CYCLE, self._choice) or self._usual

    @property
    def cycle_id(self) -> int | None:
        """The id of ``cycle``."""
        cycle = self.cycle
        return None if cycle is None else cycle.id

    @property
    def cycle_of_new(self) -> int | None:
        """The cycle of what is written now; None where nobody chose one and none is running."""
        cycle = self.cycle
        if cycle is None or (
            self._choice is None and not inside(self._bridge.today, cycle.start, cycle.end)
        ):
            return None
        return cycle.id

    def choose(self, choice: int | None) -> None:
        """Looks at a cycle or at ``EVERYTHING``; the quarter of today goes on with the days."""
        usual = self._usual
        wanted = None if usual is not None and usual.id == choice else choice
        if wanted != self._choice:
            self._choice = wanted
            self.changed.emit()

    @property
    def _usual(self) -> Cycle | None:
        return current_cycle(self._bridge.snapshot, self._bridge.today, Horizon.QUARTER)
