"""Numbers of the sidebar that need a walk over the plan: found in small steps, after the paint."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

SLICE = 0.005
"""Seconds of work between two looks at what a person does."""


class Counting(QObject):
    """Goes along one walk at a time; a new one ends the last."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._walk: Iterator[None] = iter(())
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._go_on)

    def start(self, walk: Iterator[None], after: int) -> None:
        """Begins a walk some milliseconds from now."""
        self._walk = walk
        self._timer.start(after)

    def finish(self, walk: Iterator[None]) -> None:
        """Goes along a short walk at once."""
        self._walk = iter(())
        self._timer.stop()
        for _ in walk:
            pass

    def _go_on(self) -> None:
        until = perf_counter() + SLICE
        for _ in self._walk:
            if perf_counter() > until:
                self._timer.start(0)
                return
