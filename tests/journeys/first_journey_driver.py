"""The real program with a person's hands: presses keys in the window, then says what it sees.

``work FILE``: writes, checks in, takes back, and dies by kill -9 in the middle of a word.
``hand_out FILE FOLDER``: opens the plan again, redoes, and writes PDF and CSV into the folder.
"""

import json
import os
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from okrdesk.domain.tables import CHECK_IN, KEY_RESULT, OBJECTIVE, TERMS
from okrdesk.ui import application
from okrdesk.ui.main_window import MainWindow
from tests.ui.window.keys import focused, press, type_text

OBJECTIVE_TITLE = "Make every first visit a good one"
KEY_RESULTS = (
    "Greet 500 new visitors by name",
    "Raise the share of return visits from 20% to 35%",
    "Train 12 greeters",
)


def work(window: MainWindow, _folder: Path) -> None:
    """Everything that a person sees done before the program dies."""
    press("Ctrl+N")
    type_text(OBJECTIVE_TITLE)
    press("Return")
    for title in KEY_RESULTS:
        type_text(title)
        press("Return")
    press("Escape")
    say(window, "written")
    press("Ctrl+Shift+K")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.activateWindow()
    QApplication.processEvents()
    type_text("3")
    press("Alt+Up", "Alt+N")
    type_text("Two more start on Monday.")
    press("Return")
    window.activateWindow()
    QApplication.processEvents()
    say(window, "checked in")
    press("Ctrl+Z", "Ctrl+Z")
    say(window, "undone twice")
    press("Ctrl+Shift+Z")
    say(window, "redone")
    press("F2")
    type_text("Half a wo")
    os.kill(os.getpid(), signal.SIGKILL)


def hand_out(window: MainWindow, folder: Path) -> None:
    """After the crash: what is there, the step that was undone, and the files."""
    say(window, "reopened")
    press("Ctrl+Shift+Z")
    say(window, "redone again")
    QFileDialog.getSaveFileName = lambda *_: (str(folder / "report.pdf"), "")
    QFileDialog.getExistingDirectory = lambda *_: str(folder)
    press("Ctrl+Shift+E")
    wait_for(window)
    window.actions_.action("export_csv").trigger()
    wait_for(window)
    press("Ctrl+Q")


def wait_for(window: MainWindow) -> None:
    """Lets the program work until nothing runs any more and the window is in front again."""
    while window.tasks.busy:
        QApplication.processEvents()
    window.activateWindow()
    QApplication.processEvents()


def say(window: MainWindow, moment: str) -> None:
    """One line: the objective as the window's plan has it."""
    assert window.bridge is not None
    snapshot, workspace = window.bridge.snapshot, window.bridge.workspace
    found = [row for row in snapshot.rows(OBJECTIVE) if row.title == OBJECTIVE_TITLE]
    rows = [row for o in found for row in snapshot.children(KEY_RESULT, "objective", o.id)]
    terms = [snapshot.children(TERMS, "key_result", row.id)[-1] for row in rows]
    check_ins = [c for row in rows for c in snapshot.children(CHECK_IN, "key_result", row.id)]
    seen = {
        "moment": moment,
        "key_results": [
            [row.title, row.kind, str(term.start), str(term.target)]
            for row, term in zip(rows, terms, strict=True)
        ],
        "check_ins": [[str(c.value), c.confidence, c.note] for c in check_ins],
        "undo": str(workspace.undo_label),
        "redo": str(workspace.redo_label),
        "focus": type(focused()).__name__,
    }
    print(json.dumps(seen), flush=True)  # noqa: T201  # the test reads it


def begin(window: MainWindow, journey: Callable[[MainWindow, Path], None], folder: Path) -> None:
    """Starts pressing keys once the window is there."""
    window.activateWindow()
    if not window.isActiveWindow():
        QTimer.singleShot(5, window, lambda: begin(window, journey, folder))
        return
    if window.plan is not None:
        window.plan.focus_tree()
    try:
        journey(window, folder)
    except BaseException:  # noqa: BLE001  # anything: the test must not wait for a window in trouble
        traceback.print_exc()
        os._exit(1)


def main(name: str, plan: str, folder: str) -> int:
    """Runs the program as a person starts it, with a journey to make."""
    opened = application.open_first
    journey = {"work": work, "hand_out": hand_out}[name]

    def open_and_begin(window: MainWindow, arguments: application.Namespace) -> None:
        opened(window, arguments)
        QTimer.singleShot(0, window, lambda: begin(window, journey, Path(folder)))

    application.open_first = open_and_begin
    return application.main([plan, "--today", "2026-08-17"])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
