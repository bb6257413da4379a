"""A monkey at the keyboard: random keys and clicks in the real window, for a number of seconds.

``python -m tests.journeys.monkey FILE SEED SECONDS`` prints one line of JSON at the end: what was
done, and what went wrong. Every few hundred acts, and after the window is closed, the file is
read anew and must hold exactly what the window was told of.
"""

import faulthandler
import json
import os
import sys
import traceback
from collections import Counter, deque
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from random import Random
from time import monotonic
from types import TracebackType

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QPoint,
    Qt,
    QThread,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QDesktopServices, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from shiboken6 import Shiboken

from okrdesk.app.clock import SystemClock
from okrdesk.app.locations import locations
from okrdesk.app.workspace import Workspace
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import TABLES
from okrdesk.ui.actions import ACTIONS
from okrdesk.ui.application import made_application, made_window
from okrdesk.ui.main_window import MainWindow
from tests.ui.window.wheels import turn

TODAY = date(2026, 8, 17)
CHECK_EVERY = 400
PLAIN_KEYS = (
    *("Return", "Tab", "Backtab", "Escape", "Up", "Down", "Left", "Right", "Home", "End"),
    *("PgUp", "PgDown", "Space", "Backspace", "Del", "F2", "F6", "F8", "*", "Shift+Down"),
    *("Shift+Up", "Alt+Up", "Alt+Down", "Ctrl+A", "Alt+1", "Alt+2", "Alt+3", "Ctrl+Return"),
)
WORDS = (
    *("churn", "Raise NPS from 41 to 55", "7", "12,5", "+3", "64%", "=", "owner:amara", "#growth"),
    *("is:stale", "<b>bold</b>", "Ärger über 40 %", "עברית", "x" * 60, "0", "-1", "1e99", "@a"),
)
SIZES = ((1440, 900), (1024, 640), (1180, 700), (1600, 1000))
QUIET = (
    *("propagateSizeHints", "does not support raise", "does not support grabbing"),
    "occurs outside target window",
)
"""The screen that is not there is smaller than our smallest window, which F11 fits to it."""


class Monkey:
    """Acts on whatever is in front, one act each time the event loop is idle."""

    def __init__(self, window: MainWindow, path: Path, chance: Random, seconds: float) -> None:
        self._window, self._path, self._chance = window, path, chance
        self._end = monotonic() + seconds
        self.acts: Counter[str] = Counter()
        self.last: deque[str] = deque(maxlen=40)
        self.troubles: list[str] = []
        self.commits = 0
        self._told: Snapshot | None = None
        window.session.opened.connect(self._listen)
        self._ways: tuple[tuple[int, Callable[[], str]], ...] = (
            (30, self._key),
            (18, self._shortcut),
            (12, self._word),
            (25, self._click),
            (6, self._menu_entry),
            (4, self._wheel),
            (1, self._resize),
        )

    def go(self) -> None:
        """Acts once; the next act is arranged first, since a dialog may run a loop of its own."""
        if self.troubles or monotonic() > self._end:
            QApplication.exit(0)
            return
        # Later than what this act posts, as the Enter that an editor of a list waits with.
        QTimer.singleShot(1, self._window, self.go)
        # Between two acts of a person everything that is to go has gone; the menus in whose own
        # loop we may be stay.
        if QThread.currentThread().loopLevel() <= 1:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self._come_back()
        weights, ways = zip(*self._ways, strict=True)
        way = self._chance.choices(ways, weights)[0]
        self.last.append(way.__name__)
        # Shiboken lets go of the popups of Qt's own making while they are still there. What our
        # code raises in the course of an act comes to the hook instead.
        with suppress(RuntimeError):
            self.last[-1] = f"{way.__name__} {way()}"
        self.acts[way.__name__.strip("_")] += 1
        if self.acts.total() % CHECK_EVERY == 0:
            self.check_file()

    def check_file(self) -> None:
        """The file holds what the window was told of, row by row."""
        if self._told is None:
            return
        reader = Workspace.open(
            self._path, clock=SystemClock(TODAY), write=False, places=locations(os.environ)
        )
        found = reader.snapshot
        reader.close()
        differing = [t.name for t in TABLES if set(found.rows(t)) != set(self._told.rows(t))]
        if differing:
            self.troubles.append(f"The file differs from the window in {differing}.")

    def _listen(self, bridge: object) -> None:
        opened = self._window.bridge
        if opened is not None and bridge is opened and opened.path == self._path:
            self._told = opened.snapshot
            opened.updated.connect(self._hear)

    def _hear(self, _update: object) -> None:
        if self._window.bridge is not None and self._window.bridge.path == self._path:
            self.commits += 1
            self._told = self._window.bridge.snapshot

    def _come_back(self) -> None:
        """Opens the plan again when it was closed or left, now and then."""
        window = self._window
        if not window.isVisible():
            window.show()
            window.show_start()
        elsewhere = window.bridge is None or window.bridge.path != self._path
        if elsewhere and QApplication.activeModalWidget() is None and self._chance.random() < 0.3:
            window.session.open(self._path)

    def _front(self) -> QWidget:
        popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        return next(filter(_lives, (popup, modal)), None) or self._window

    def _target(self) -> QWidget:
        """Where keys go; an idle window gets them itself."""
        front = self._front()
        candidates = (front.focusWidget(), QApplication.focusWidget())
        return next(filter(_lives, candidates), None) or front

    def _press(self, keys: str) -> None:
        combination = QKeySequence(keys)[0]
        QTest.keyClick(self._target(), combination.key(), combination.keyboardModifiers())

    def _key(self) -> str:
        keys = self._chance.choice(PLAIN_KEYS)
        self._press(keys)
        return keys

    def _shortcut(self) -> str:
        keys = self._chance.choice([key for spec in ACTIONS for key in spec.keys])
        self._press(keys)
        return keys

    def _word(self) -> str:
        word = self._chance.choice(WORDS)
        # Qt's own helper for typing aborts on letters beyond Latin 1.
        for letter in word:
            press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(self._target(), press)
        if self._chance.random() < 0.5:
            self._press("Return")
        return word

    def _menu_entry(self) -> str:
        spec = self._chance.choice(ACTIONS)
        # A menu or a dialog in front holds mouse and keys: no person reaches the menu bar then.
        if QApplication.activeModalWidget() is None and QApplication.activePopupWidget() is None:
            self._window.actions_.action(spec.id).trigger()
        return spec.id

    def _somewhere(self) -> tuple[QWidget, QPoint]:
        front = self._front()
        at = QPoint(self._chance.randrange(front.width()), self._chance.randrange(front.height()))
        widget = front.childAt(at)
        if widget is None or not _lives(widget):
            return front, at
        return widget, widget.mapFrom(front, at)

    def _click(self) -> str:
        widget, at = self._somewhere()
        button = self._chance.choices(
            (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton), (12, 1)
        )[0]
        name = f"{type(widget).__name__} {at.x()} {at.y()}"
        self.last[-1] = f"click {name}"
        press = QTest.mouseDClick if self._chance.random() < 0.15 else QTest.mouseClick
        press(widget, button, Qt.KeyboardModifier.NoModifier, at)
        return name

    def _wheel(self) -> str:
        widget, _at = self._somewhere()
        # Qt's own helper lets the event loop run, and with it the next act within this one.
        turn(widget, self._chance.choice((-120, 120, 360)))
        return type(widget).__name__

    def _resize(self) -> str:
        size = self._chance.choice(SIZES)
        self._window.resize(*size)
        return str(size)


def _lives(widget: QWidget | None) -> bool:
    """Shiboken sometimes finds the wrapper of an older widget at the same address."""
    return widget is not None and Shiboken.isValid(widget)


def watch(monkey: Monkey) -> None:
    """Errors of Python and warnings of Qt are troubles."""

    def failed(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        monkey.troubles.append("".join(traceback.format_exception(kind, error, trace)))

    def said(kind: QtMsgType, _context: object, text: str) -> None:
        if kind != QtMsgType.QtDebugMsg and not any(quiet in text for quiet in QUIET):
            where = "".join(traceback.format_stack(limit=9)[:-1])
            monkey.troubles.append(f"Qt: {text}\n{where}at {focus_path()}")

    sys.excepthook = failed
    qInstallMessageHandler(said)


def focus_path() -> str:
    """The widget with the focus and what it stands in, innermost first."""
    widget, names = QApplication.focusWidget(), list[str]()
    while widget is not None:
        names.append(type(widget).__name__)
        widget = widget.parentWidget()
    return " < ".join(names)


def stay_inside(folder: Path, chance: Random) -> None:
    """Dialogs of the system answer by themselves; nothing is opened outside the program."""
    name = folder / "chosen.okrdesk"
    answers = {
        "getOpenFileName": lambda: str(name) if name.exists() else "",
        "getSaveFileName": lambda: str(folder / f"saved {chance.randrange(9)}.okrdesk"),
    }
    for method, answer in answers.items():
        setattr(QFileDialog, method, staticmethod(lambda *_, a=answer, **__: (a(), "")))
    QFileDialog.getExistingDirectory = staticmethod(lambda *_, **__: str(folder))
    QDesktopServices.openUrl = staticmethod(lambda _url: True)


def main(plan: str, seed: str, seconds: str) -> int:
    """Lets the monkey in; returns 1 when something went wrong."""
    faulthandler.enable()
    path, chance = Path(plan), Random(int(seed))
    application = made_application()
    application.setQuitOnLastWindowClosed(False)
    window = made_window(application, TODAY)
    monkey = Monkey(window, path, chance, float(seconds))
    watch(monkey)
    stay_inside(path.parent, chance)
    window.session.open(path)
    window.show()
    window.activateWindow()
    QTimer.singleShot(50, window, monkey.go)
    application.exec()
    QApplication.closeAllWindows()
    monkey.check_file()
    report = {"acts": monkey.acts, "commits": monkey.commits, "troubles": monkey.troubles}
    if monkey.troubles:
        report["last"] = list(monkey.last)
    print(json.dumps(report), flush=True)  # noqa: T201  # the test reads it
    qInstallMessageHandler(None)
    # The offscreen clipboard outlives Python and would then let go of an object of Python.
    QApplication.clipboard().clear()
    return 1 if monkey.troubles else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
