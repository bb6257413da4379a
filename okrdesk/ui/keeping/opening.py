"""A plan that takes long to read: the window shows that it is being opened (ux.md 5.2)."""

import gc
from functools import partial
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from okrdesk.app.jobs import Cancelled
from okrdesk.domain.snapshot import Snapshot
from okrdesk.storage.store import Store
from okrdesk.ui.desk import Desk
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole

PATIENCE_MS = 400
"""Below that nothing is shown."""
WIDTH, LINE = 320, 4
LARGE = 6_000_000
"""Bytes from which a file may take longer; below it is read where it stands."""


class _Reading(QObject):
    """Reads a plan in a thread; ``ended`` comes in the thread that made it."""

    ended = Signal()

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.snapshot: Snapshot | None = None
        self.error: BaseException | None = None
        self._thread = Thread(target=partial(self._read, store), daemon=True)

    def start(self) -> None:
        """Begins."""
        self._thread.start()

    def _read(self, store: Store) -> None:
        try:
            self.snapshot = store.load_apart()
        except BaseException as error:  # noqa: BLE001  # handed to the main thread, which decides
            self.error = error
        self.ended.emit()


class Opening(QObject):
    """Reads plans for a window; one at a time."""

    def __init__(self, desk: Desk, stage: QStackedWidget) -> None:
        super().__init__(desk.widget)
        self._desk, self._stage = desk, stage
        self._loop: QEventLoop | None = None
        self._page: OpeningPage | None = None
        self._before: QWidget | None = None
        desk.session.load = self.load

    @property
    def busy(self) -> bool:
        """Whether a plan is being read."""
        return self._loop is not None

    def load(self, store: Store) -> Snapshot:
        """The rows of a plan. Raises Cancelled when the person does not want to wait."""
        if _size(store.path) < LARGE:
            return store.load()
        let_go()
        reading, loop = _Reading(store), QEventLoop()
        self._loop = loop
        reading.ended.connect(loop.quit)
        timer = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        timer.timeout.connect(partial(self._show, store.path))
        timer.start()
        reading.start()
        cancelled = loop.exec()
        # Stopped first: it may be due before it is gone, and its page would then stay.
        timer.stop()
        timer.deleteLater()
        self._loop = None
        self._hide()
        if cancelled:
            raise Cancelled
        return _result(reading)

    def cancel(self) -> None:
        """Lets the plan be."""
        if self._loop is not None:
            self._loop.exit(1)

    def leave(self) -> bool:
        """Lets the plan be and closes the window then; tells whether there was one."""
        if self._loop is None:
            return False
        QTimer.singleShot(0, self._desk.widget, self._desk.widget.close)
        self.cancel()
        return True

    def _show(self, path: Path) -> None:
        page = self._page = OpeningPage(self._desk.look, path.stem)
        page.cancelled.connect(self.cancel)
        self._before = self._stage.currentWidget()
        self._stage.addWidget(page)
        self._stage.setCurrentWidget(page)
        self._desk.widget.show()
        page.button.setFocus()

    def _hide(self) -> None:
        if self._page is not None:
            if self._before is not None:
                self._stage.setCurrentWidget(self._before)
            self._stage.removeWidget(self._page)
            self._page.deleteLater()
            self._page = None


class OpeningPage(QWidget):
    """The name of the plan, a thin line that moves, and Cancel; Esc cancels too."""

    cancelled = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        words = self.tr("Opening {name}…").format(name=name)
        line = QProgressBar()
        line.setRange(0, 0)
        line.setTextVisible(False)
        line.setFixedSize(WIDTH, LINE)
        line.setAccessibleName(words)
        self.button = look.button(self.tr("Cancel"), self.cancelled.emit)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addStretch(2)
        for part in (look.label(words, TextRole.SECTION), line, self.button):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.cancelled.emit)


def let_go() -> None:
    """Frees what earlier plans and their screens left behind in circles.

    Reading a large plan takes all there is out of later collections, garbage included. The first
    one of a process finds nothing to free and does not wait for it.
    """
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _result(reading: _Reading) -> Snapshot:
    if reading.error is not None:
        raise reading.error
    if reading.snapshot is None:
        raise Cancelled
    return reading.snapshot
