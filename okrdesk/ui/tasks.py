"""Long work beside the window: a pool, progress once it takes longer than a blink, Cancel."""

from collections.abc import Callable
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QProgressDialog, QWidget

from okrdesk.app.jobs import Job

T = TypeVar("T")

PATIENCE = 300
"""Milliseconds before progress is shown."""


class _Signals(QObject):
    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)


class _Work(QRunnable, Generic[T]):
    """One job on a thread of the pool."""

    def __init__(self, job: Job[T]) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self.signals = _Signals()
        self.stopped = False
        self._job = job

    def run(self) -> None:
        try:
            result = self._job.run(self.signals.progressed.emit, lambda: self.stopped)
        except Exception as error:  # noqa: BLE001  # handed to the main thread, which decides
            self.signals.failed.emit(error)
        else:
            self.signals.finished.emit(result)


class Tasks(QObject):
    """Runs jobs for a window; owned by it and drained before it closes."""

    idle = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._pool = QThreadPool(self)
        self._running: set[_Work[object]] = set()

    def start(
        self,
        job: Job[object],
        title: str,
        done: Callable[[object], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Runs the job; then ``done(result)`` or ``failed(error)`` on the main thread."""
        work = _Work(job)
        self._running.add(work)
        dialog = self._progress_dialog(work, title)
        work.signals.finished.connect(
            lambda result: self._end(work, dialog, None if work.stopped else partial(done, result))
        )
        work.signals.failed.connect(
            lambda error: self._end(work, dialog, None if work.stopped else partial(failed, error))
        )
        self._pool.start(work)

    @property
    def busy(self) -> bool:
        """Whether a job is at work."""
        return bool(self._running)

    def drain(self) -> None:
        """Asks every job to stop and waits for it."""
        for work in self._running:
            work.stopped = True
        self._pool.waitForDone()

    def _progress_dialog(self, work: _Work[object], title: str) -> QProgressDialog:
        dialog = QProgressDialog(title, self.tr("Cancel"), 0, 1000, self._window)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.setMinimumDuration(10 * PATIENCE)
        dialog.reset()
        dialog.canceled.connect(lambda: setattr(work, "stopped", True))
        work.signals.progressed.connect(
            lambda done, total: dialog.setValue(done * 999 // max(1, total))
        )
        timer = QTimer(dialog, singleShot=True, interval=PATIENCE)
        timer.timeout.connect(dialog.show)
        timer.start()
        return dialog

    def _end(
        self,
        work: _Work[object],
        dialog: QProgressDialog,
        answer: Callable[[], None] | None,
    ) -> None:
        self._running.discard(work)
        dialog.deleteLater()
        if answer is not None:
            answer()
        if not self._running:
            self.idle.emit()
