import threading

from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.leaks import running


def test_a_window_left_behind_is_seen(qapp: QApplication) -> None:
    before = running()
    window = QWidget()
    assert running() - before == {window}
    window.deleteLater()


def test_a_running_timer_is_seen_until_it_stops(qapp: QApplication) -> None:
    before, timer = running(), QTimer()
    assert running() == before
    timer.start(1000)
    assert running() - before == {timer}
    timer.stop()
    assert running() == before


def test_threads_are_seen(qapp: QApplication) -> None:
    before, gate = running(), threading.Event()
    python, qt = threading.Thread(target=gate.wait), QThread()
    python.start()
    qt.start()
    assert running() - before == {python, qt}
    gate.set()
    python.join()
    qt.quit()
    qt.wait()
    assert running() == before
