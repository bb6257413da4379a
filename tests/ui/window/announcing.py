"""Runs the real program and says ``open`` once its window is there."""

import sys

from PySide6.QtCore import QTimer

from okrdesk.ui import application

made = application.open_first


def announce(window: application.MainWindow, arguments: application.Namespace) -> None:
    made(window, arguments)
    QTimer.singleShot(0, window, lambda: print("open", flush=True))  # noqa: T201  # for the test


if __name__ == "__main__":
    application.open_first = announce
    sys.exit(application.main(sys.argv[1:]))
