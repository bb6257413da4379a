"""Larger text, calm windows and a visible focus: what the settings ask for is seen at once."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from okrdesk.app import settings as s
from okrdesk.app.forms import Section
from okrdesk.ui.application import show_focus_if_wanted
from okrdesk.ui.focus_ring import FocusRing
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.preferences import prefer
from okrdesk.ui.settings.cycles_part import CyclesPart
from okrdesk.ui.settings.page import SettingsPage
from okrdesk.ui.widgets.growing import grow
from okrdesk.ui.widgets.on_screen import ROOM, keep_on_screen
from tests.ui.window.keys import press
from tests.ui.window.settings_page import lines, part, settings_page


def test_the_view_menu_changes_the_text_size(desk: MainWindow) -> None:
    desk.plan.focus_tree()
    press("Ctrl++", "Ctrl++")
    assert desk.look.themes.text_percent == 120
    assert desk.session.settings.get(s.TEXT_SIZE) == 120
    press("Ctrl+-")
    assert desk.look.themes.text_percent == 110
    press("Ctrl+0")
    assert desk.look.themes.text_percent == 100
    for _ in range(3):
        desk.action("text_smaller").trigger()
    assert desk.look.themes.text_percent == 80
    assert not desk.action("text_smaller").isEnabled()
    prefer(desk, s.TEXT_SIZE, 200)
    desk.actions_.refresh()
    assert not desk.action("text_larger").isEnabled()


@pytest.mark.parametrize("percent", [80, 100, 150, 200])
def test_nothing_of_the_settings_is_lost_at_any_text_size(desk: MainWindow, percent: int) -> None:
    desk.resize(1280, 720)
    prefer(desk, s.TEXT_SIZE, percent)
    for section in Section:
        page = settings_page(desk, section)
        for _ in range(3):
            QCoreApplication.processEvents()
        assert squeezed(page) == [], section


def squeezed(page: SettingsPage) -> list[str]:
    """The visible texts and editors that have less room than they need, or stick out."""
    found = []
    for widget in page.findChildren(QWidget):
        if not widget.isVisible() or (not widget.accessibleName() and not is_text(widget)):
            continue
        area = next((a for a in page.findChildren(QScrollArea) if a.isAncestorOf(widget)), None)
        right = widget.mapTo(page, QPoint(widget.width(), 0)).x()
        limit = page.width() if area is None else area.mapTo(page, QPoint(area.width(), 0)).x()
        narrow = widget.width() < widget.minimumSizeHint().width()
        if right > limit or narrow or widget.height() < widget.fontMetrics().height():
            found.append(f"{type(widget).__name__} {widget.accessibleName()} {text_of(widget)}")
    return found


def is_text(widget: QWidget) -> bool:
    return isinstance(widget, QLabel | QLineEdit) and bool(text_of(widget))


def text_of(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | QLineEdit) else ""


def test_a_dialog_higher_than_the_screen_scrolls(desk: MainWindow) -> None:
    dialog = QDialog(desk)
    column = QVBoxLayout(dialog)
    fields = [QLineEdit() for _ in range(30)]
    for field in fields:
        column.addWidget(field)
    keep_on_screen(dialog, 2_000)
    assert dialog.findChild(QScrollArea) is None
    keep_on_screen(dialog, 400)
    dialog.show()
    QCoreApplication.processEvents()
    assert dialog.height() <= 400 - ROOM
    area = dialog.findChild(QScrollArea)
    fields[0].setFocus()
    press(*["Tab"] * 29)
    assert fields[-1].hasFocus()
    assert area.rect().contains(fields[-1].mapTo(area, fields[-1].rect().center()))
    dialog.close()
    dialog.deleteLater()


def test_what_is_fixed_in_the_design_grows(desk: MainWindow) -> None:
    box = QWidget(desk)
    grow(box, desk.look.themes, width=30)
    before = box.width()
    prefer(desk, s.TEXT_SIZE, 200)
    assert box.width() == pytest.approx(2 * before, abs=2)
    box.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    prefer(desk, s.TEXT_SIZE, 100)


def test_the_focus_is_framed_when_that_is_asked_for(desk: MainWindow) -> None:
    page = settings_page(desk, Section.ACCESSIBILITY)
    assert desk.findChild(FocusRing) is None
    box = lines(page)["show_focus"].input.widget
    box.setFocus()
    box.click()
    ring = desk.findChild(FocusRing)
    assert ring.isVisible()
    assert ring.geometry().contains(box.mapTo(desk, box.rect().center()))
    page.search.setFocus()
    assert ring.geometry().contains(page.search.mapTo(desk, page.search.rect().center()))
    assert not ring.grab().isNull()
    desk.resize(desk.width() + 40, desk.height())
    QCoreApplication.processEvents()
    assert ring.geometry().contains(page.search.mapTo(desk, page.search.rect().center()))
    desk.show_page("plan")
    press("Ctrl+F")
    assert desk.findChildren(FocusRing)
    prefer(desk, s.SHOW_FOCUS, False)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert desk.findChild(FocusRing) is None
    show_focus_if_wanted(desk.look.themes)


def test_the_frame_goes_to_a_dialog_and_back(desk: MainWindow, qtbot: QtBot) -> None:
    prefer(desk, s.SHOW_FOCUS, True)
    part(settings_page(desk, Section.CYCLE), CyclesPart).edit(None)
    QCoreApplication.processEvents()
    dialog = QApplication.activeModalWidget()
    assert dialog.findChild(FocusRing).isVisible()
    dialog.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()
    desk.activateWindow()
    qtbot.waitUntil(desk.isActiveWindow)
    settings_page(desk).nav.setFocus()
    assert desk.findChild(FocusRing).isVisible()


def crowded(button: QWidget) -> list[str]:
    """The texts of a button that have less room than they need."""
    labels = [label for label in button.findChildren(QLabel) if label.isVisible()]
    return [label.text() for label in labels if label.width() < label.minimumSizeHint().width()]


def test_large_text_leaves_out_of_the_bar_what_has_no_room(desk: MainWindow, qtbot: QtBot) -> None:
    desk.resize(1024, 640)
    QApplication.processEvents()
    assert desk.bar.week.isVisible()
    prefer(desk, s.TEXT_SIZE, 200)
    qtbot.waitUntil(lambda: not desk.bar.week.isVisible())
    qtbot.waitUntil(lambda: not crowded(desk.bar.cycle))
    prefer(desk, s.TEXT_SIZE, 100)
    qtbot.waitUntil(desk.bar.week.isVisible)
    assert all(label.isVisible() for label in desk.bar.cycle.findChildren(QLabel))
