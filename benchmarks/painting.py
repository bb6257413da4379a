"""A window in a process of its own: time to the first paint, and memory at rest.

``python -m benchmarks.painting bare`` or ``… plan FILE DAY`` prints one JSON object with
``painted`` (``time.monotonic()`` when the first paint was done) and ``resident`` (bytes).
"""

import sys
from datetime import date
from typing import TYPE_CHECKING

from okrdesk import __main__ as door

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from okrdesk.ui.main_window import MainWindow

BARE = "bare"


def main() -> int:
    """Shows the window that the arguments name, reports and leaves."""
    return _bare() if sys.argv[1] == BARE else _plan(sys.argv[2], sys.argv[3])


def _bare() -> int:
    from PySide6.QtWidgets import QApplication, QMainWindow

    from benchmarks.first_paint import watched

    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1440, 900)
    watch = watched(window)
    window.show()
    app.exec()
    watch.report()
    return 0


def _plan(file: str, day: str) -> int:
    """The program itself, from its door; only its window is watched."""
    door.prepare_window()  # as the door does before it imports the same module
    from okrdesk.ui import application

    made, watches = application.made_window, []

    def made_window(app: "QApplication", today: date | None) -> "MainWindow":
        window = made(app, today)
        watches.append(watched(window))
        return window

    from benchmarks.first_paint import watched

    vars(application)["made_window"] = made_window
    sys.argv[1:] = [file, "--today", day]
    code = door.main()
    watches[0].report()
    return code


if __name__ == "__main__":
    raise SystemExit(main())
