"""The stage of the pictures: a window with the sample plan, and what stands over it."""

import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from okrdesk.app.examples import write_example
from okrdesk.domain.tables import KEY_RESULT, OBJECTIVE
from okrdesk.ui.charts.view import ChartView
from okrdesk.ui.main_window import MainWindow

PATIENCE = 10.0
"""Seconds for a chart at most."""
TODAY = date(2026, 8, 17)
OBJECTIVE_TITLE = "Research and improve customer satisfaction"
KEY_RESULT_TITLE = "Interview 15 churned customers"
SETTLE_S = 0.25
"""Longer than any fade takes."""


def settle() -> None:
    """Lets fades and timers come to an end."""
    end = time.monotonic() + SETTLE_S
    while time.monotonic() < end or (waiting() and time.monotonic() < end + PATIENCE):
        QApplication.processEvents()


def waiting() -> bool:
    """Whether a chart on the screen is still to be drawn."""
    return any(
        isinstance(widget, ChartView) and widget.isVisible() and not widget.drawn
        for widget in QApplication.allWidgets()
    )


def sample(window: MainWindow) -> Path:
    """The file of the sample plan, made when it is first asked for."""
    path = window.session.places.data / "Marigold Beauty 2026.okrdesk"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_example(path, "marigold", TODAY)
    return path


def open_sample(window: MainWindow) -> None:
    """Opens the sample plan if none is open; what was said in the scene before is gone."""
    window.notices.end()
    window.file_states.me.end()
    if window.bridge is None:
        window.session.open(sample(window))
        settle()


def select(window: MainWindow, title: str) -> None:
    """Goes to an objective or key result of the sample plan by its title."""
    open_sample(window)
    if window.bridge is None or window.plan is None:
        sys.exit("The sample plan could not be opened.")
    snapshot = window.bridge.snapshot
    items = {row.title: row.id for row in snapshot.rows(OBJECTIVE)}
    items |= {row.title: row.id for row in snapshot.rows(KEY_RESULT)}
    window.plan.select(items[title])
    if window.view is not None:
        window.view.inspector.show_item(window.plan.current)
    window.plan.focus_tree()
    settle()


def menu(window: MainWindow, name: str) -> QPixmap:
    """The window with one of its menus open."""
    select(window, OBJECTIVE_TITLE)
    menu = window.actions_.menu(name)
    rect = window.menuBar().actionGeometry(menu.menuAction())
    menu.popup(window.menuBar().mapToGlobal(rect.bottomLeft()))
    return with_popup(window)


def with_dialog(window: MainWindow, show: Callable[[], object]) -> QPixmap:
    """The window with the dialog that `show` opens; closes it again."""
    show()
    settle()
    dialog = QApplication.activeModalWidget()
    if dialog is None:
        return window.grab()
    dialog.activateWindow()
    settle()
    picture = _composed(window, dialog, _middle(window, dialog))
    dialog.close()
    settle()
    return picture


def with_popup(window: MainWindow) -> QPixmap:
    """The window with the popup or menu that is open; closes it again."""
    settle()
    popup = QApplication.activePopupWidget()
    if popup is None:
        return window.grab()
    picture = _composed(window, popup, window.mapFromGlobal(popup.mapToGlobal(QPoint(0, 0))))
    popup.close()
    settle()
    return picture


def _middle(window: QWidget, dialog: QWidget) -> QPoint:
    return QPoint((window.width() - dialog.width()) // 2, (window.height() - dialog.height()) // 2)


def _composed(window: QWidget, popup: QWidget, place: QPoint) -> QPixmap:
    """The window with what stands over it: a picture of a widget holds no other window."""
    picture = window.grab()
    painter = QPainter(picture)
    painter.drawPixmap(place, popup.grab())
    painter.end()
    return picture
