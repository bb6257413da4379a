"""What a test of the window must not leave behind."""

import threading

from PySide6.QtCore import QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken


def running() -> set[object]:
    """Top-level windows, threads and active timers of this moment."""
    objects = [o for o in Shiboken.getAllValidWrappers() if isinstance(o, QObject)]
    timers = {o for o in objects if isinstance(o, QTimer) and o.isActive()}
    qt_threads = {o for o in objects if isinstance(o, QThread) and o.isRunning()}
    windows: set[QWidget] = set(QApplication.topLevelWidgets())
    threads = {t for t in threading.enumerate() if not t.daemon}
    return {*timers, *windows, *threads, *(qt_threads - {QThread.currentThread()})}
