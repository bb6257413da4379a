"""A window in a process of its own: time to the first paint, and memory at rest.

``python -m benchmarks.painting bare`` or ``… plan FILE DAY`` prints one JSON object with
``painted`` (``time.monotonic()`` when the first paint was done) and ``resident`` (bytes).
"""

import json
import sys
import time
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

REST_MS = 1500
"""How long the window stands before its memory is read."""


def main() -> int:
    """Shows the window that the arguments name, reports and leaves."""
    if sys.argv[1] == "bare":
        return _bare()
    return _plan(sys.argv[2], sys.argv[3])


def _bare() -> int:
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1440, 900)
    window.show()
    return _report(app, window)


def _plan(file: str, day: str) -> int:
    from okrdesk.ui import application

    app = application.made_application()
    window = application.made_window(app, date.fromisoformat(day))
    window.session.open(Path(file), write=True)
    window.show()
    return _report(app, window)


def resident_bytes() -> int:
    """Memory of this process that is really in use, from the kernel (0 where it does not tell)."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS"))


def _report(app: QApplication, window: QWidget) -> int:
    watch = _FirstPaint(app)
    window.installEventFilter(watch)
    app.exec()
    sys.stdout.write(json.dumps({"painted": watch.painted, "resident": resident_bytes()}))
    window.close()
    return 0


class _FirstPaint(QObject):
    """Notes when the window has been painted, and ends the program a while later."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.painted = 0.0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt chose the name
        if event.type() == QEvent.Type.UpdateRequest and not self.painted:
            QTimer.singleShot(0, self, self._seen)
        return super().eventFilter(watched, event)

    def _seen(self) -> None:
        if not self.painted:
            self.painted = time.monotonic()
            QTimer.singleShot(REST_MS, QApplication.quit)


if __name__ == "__main__":
    raise SystemExit(main())
