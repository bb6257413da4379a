"""A person's first minute: the program is started without a plan, and keys are counted.

``FOLDER TITLE KEY_RESULT…``: what is typed. Says how many keys it took and what was seen.
"""

import json
import os
import sys
import traceback

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from okrdesk.ui import application
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.widgets.toast import Toast
from tests.ui.window.keys import press, type_text


class Hands:
    """Presses keys and counts them; there is no mouse."""

    def __init__(self) -> None:
        self.keys = 0
        self.focus: list[str] = []
        self.dialogs = 0

    def type(self, text: str) -> None:
        """Each letter is a key."""
        type_text(text)
        self.keys += len(text)

    def press(self, key: str) -> None:
        """One key; then a look at where the caret is."""
        press(key)
        self.keys += 1
        focus = QApplication.focusWidget()
        self.focus.append("" if focus is None else focus.accessibleName())
        self.dialogs += sum(isinstance(w, QDialog) for w in QApplication.topLevelWidgets())


def work(window: MainWindow, title: str, key_results: list[str]) -> None:
    """Types an objective and its key results, and says what that took."""
    hands = Hands()
    hands.type(title)
    hands.press("Return")
    for sentence in key_results:
        hands.type(sentence)
        hands.press("Return")
    hands.press("Escape")
    toast = window.findChild(Toast)
    assert window.bridge is not None
    seen = {
        "keys": hands.keys,
        "focus": hands.focus,
        "dialogs": hands.dialogs,
        "toast": "" if toast is None else toast.accessibleName(),
        "file": str(window.bridge.path),
    }
    print(json.dumps(seen), flush=True)  # noqa: T201  # the test reads it
    press("Ctrl+Q")


def begin(window: MainWindow, title: str, key_results: list[str]) -> None:
    """Starts typing once the window is in front: into whatever has the caret."""
    window.activateWindow()
    if not window.isActiveWindow():
        QTimer.singleShot(5, window, lambda: begin(window, title, key_results))
        return
    try:
        work(window, title, key_results)
    except BaseException:  # noqa: BLE001  # anything: the test must not wait for a window in trouble
        traceback.print_exc()
        os._exit(1)


def main(title: str, *key_results: str) -> int:
    """Runs the program as a person starts it for the first time."""
    opened = application.open_first

    def open_and_begin(window: MainWindow, arguments: application.Namespace) -> None:
        opened(window, arguments)
        QTimer.singleShot(0, window, lambda: begin(window, title, list(key_results)))

    application.open_first = open_and_begin
    return application.main(["--today", "2026-08-17"])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
