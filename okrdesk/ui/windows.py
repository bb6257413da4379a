"""The windows of this process: one for each plan, over the same settings and the same look."""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QSessionManager, QWindow
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

from okrdesk.ui.dropping import FileDrops
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.reminder import CheckInReminder
from okrdesk.ui.running import Request
from okrdesk.ui.session import Session
from okrdesk.ui.sleep import SleepWatch

BESIDE = QPoint(32, 32)
"""How far a further window lies from the one before."""


class Windows(QObject):
    """Knows which window has which plan, and opens further ones."""

    def __init__(self, first: MainWindow, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._look, self._session = first.look, first.session
        self._all: list[MainWindow] = []
        self._latest = first
        self.sleep = SleepWatch(self)
        self._adopt(first)
        application.focusWindowChanged.connect(self._note_front)

    def __iter__(self) -> Iterator[MainWindow]:
        """The windows that are open, in the order in which they were."""
        return (window for window in self._all if Shiboken.isValid(window) and window.isVisible())

    def open(self, path: Path, *, write: bool = True) -> MainWindow:
        """Shows the plan: in the window that has it, in an empty one, or in a further one."""
        window = self.showing(path)
        if window is None:
            free = (one for one in self if one.bridge is None and not one.opening.busy)
            window = next(free, None) or self.more()
            window.session.open(path, write=write)
        self._show(window)
        return window

    def more(self) -> MainWindow:
        """A further window, on its first page."""
        near = next(iter(self), None)
        session = Session(self._session.settings, self._session.places, self._session.clock)
        window = MainWindow(session, self._look)
        session.setParent(window)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if near is not None and not near.isMaximized():
            window.move(near.pos() + BESIDE)
        self._adopt(window)
        window.show_start()
        window.show()
        return window

    def showing(self, path: Path) -> MainWindow | None:
        """The window that has this plan open, or None."""
        return next((one for one in self if one.bridge and same_file(one.bridge.path, path)), None)

    def answer(self, asked: Request) -> None:
        """Does what a second start asks for."""
        if asked.token:
            os.environ["XDG_ACTIVATION_TOKEN"] = asked.token
        if asked.path:
            self.open(Path(asked.path), write=not asked.read_only)
        else:
            self._show(self._front())

    def commit(self, _manager: QSessionManager | None = None) -> None:
        """Writes what is being typed, in every window."""
        for window in self:
            window.commit()

    def follow_application(self) -> None:
        """Commits at logout, before sleep, and when the person turns away; follows the time."""
        self._application.commitDataRequest.connect(self.commit)
        self._application.applicationStateChanged.connect(self._turn)
        self.sleep.ends.connect(self.commit)
        self.sleep.begins.connect(self._look_at_the_clock)

    def _turn(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            self.commit()
        else:
            self._look_at_the_clock()

    def _look_at_the_clock(self) -> None:
        """The person comes back, perhaps after a night."""
        for window in self:
            window.session.ticker.look()

    def _front(self) -> MainWindow:
        """The window that was used last, also while another program is in front."""
        found = list(self)
        return self._latest if self._latest in found else next(iter(found), None) or self.more()

    def _note_front(self, front: QWindow | None) -> None:
        for window in self:
            if window.windowHandle() is front:
                self._latest = window

    def _show(self, window: MainWindow) -> None:
        self._latest = window
        bring_forward(window)

    def _adopt(self, window: MainWindow) -> None:
        self._all = [*self, window]
        window.session.elsewhere = partial(self._shown_elsewhere, window)
        FileDrops(window, window.session)
        CheckInReminder(window)

    def _shown_elsewhere(self, asking: MainWindow, path: Path) -> bool:
        """Brings the other window to the front that has the plan, if there is one."""
        window = self.showing(path)
        if window is None or window is asking:
            return False
        self._show(window)
        return True


def bring_forward(window: MainWindow) -> None:
    """Shows a window before all others, also when it was minimised."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def same_file(one: Path, other: Path) -> bool:
    """Whether both names are of the same file, by links or another spelling."""
    try:
        return one.samefile(other)
    except OSError:
        return one.absolute() == other.absolute()
