"""When a window is painted for the first time, and what memory it takes at rest."""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

REST_MS = 1500
"""How long the window stands before its memory is read and it is closed."""


def watched(window: QWidget) -> "FirstPaint":
    """Watches the window; it closes itself a while after its first paint."""
    return FirstPaint(window)


class FirstPaint(QObject):
    """Notes when the window has been painted."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._painted, self._resident = window, 0.0, 0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt chose the name
        """Waits for the paint."""
        if event.type() == QEvent.Type.UpdateRequest and not self._painted:
            QTimer.singleShot(0, self, self._seen)
        return super().eventFilter(watched, event)

    def report(self) -> None:
        """Prints what was measured."""
        sys.stdout.write(json.dumps({"painted": self._painted, "resident": self._resident}))

    def _seen(self) -> None:
        if not self._painted:
            self._painted = time.monotonic()
            QTimer.singleShot(REST_MS, self, self._rested)

    def _rested(self) -> None:
        self._resident = resident_bytes()
        QApplication.closeAllWindows()


def resident_bytes() -> int:
    """Memory of this process that is really in use, from the kernel (0 where it does not tell)."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS"))
