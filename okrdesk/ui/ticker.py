"""Looks at the clock now and then, so that what depends on it follows."""

from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from okrdesk.app.clock import Clock, read_time_zone

SOON, EVERY = 2_000, 60_000
"""Milliseconds: the first look comes after the first paint, others follow."""
AFTER_MIDNIGHT = timedelta(seconds=1)


class Ticker(QObject):
    """``ticked`` follows each look: every minute, just after midnight, and when one is asked for.

    A computer that slept, and a clock or time zone that was set, are noticed at the next look.
    """

    ticked = Signal()

    def __init__(self, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begins."""
        self._timer.start(SOON)

    def stop(self) -> None:
        """Ends."""
        self._timer.stop()

    def look(self) -> None:
        """Looks now."""
        read_time_zone()
        self._timer.start(wait(self._clock.now().astimezone()))
        self.ticked.emit()


def wait(now: datetime) -> int:
    """Milliseconds until the next look; ``now`` is local."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    until = (midnight + AFTER_MIDNIGHT - now) / timedelta(milliseconds=1)
    return min(EVERY, int(until))
