"""Midnight, a night asleep, a clock that is set: what the window shows follows."""

import os
import time
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from okrdesk.app import commands as c
from okrdesk.app.clock import SetClock, SystemClock
from okrdesk.storage.backup import list_backups
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.ticker import EVERY, wait
from okrdesk.ui.widgets.banner import Banner
from okrdesk.ui.windows import Windows
from tests.ui.window.conftest import Find
from tests.ui.window.keys import press, type_text
from tests.ui.window.small_plan import CALLS, NOW, OTHER, TEAM

LATER = timedelta(days=30)


def set_clock(window: MainWindow, moment: datetime) -> None:
    clock = window.session.clock
    assert isinstance(clock, SetClock)
    clock.moment = moment


def cells(window: MainWindow, parent: QModelIndex | None = None) -> list[str]:
    """Every cell of the tree, as it is said and as it is shown."""
    model, found = window.plan.model, []
    for row in range(model.rowCount(parent or QModelIndex())):
        for column in range(model.columnCount()):
            index = model.index(row, column, parent or QModelIndex())
            roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            found += [str(index.data(role)) for role in roles]
        found += cells(window, model.index(row, 0, parent or QModelIndex()))
    return found


def seen(window: MainWindow) -> list[str]:
    """Everything that is written in the window."""
    window.plan.tree.expandAll()
    QApplication.processEvents()
    told_once = window.findChildren(Banner)
    labels = [
        part.text()
        for kind in (QLabel, QPushButton, QToolButton)
        for part in window.findChildren(kind)
        if part.isVisible() and not any(one.isAncestorOf(part) for one in told_once)
    ]
    return [*cells(window), *sorted(labels)]


@pytest.mark.parametrize("item", [TEAM, CALLS])
def test_at_midnight_everything_is_as_if_it_were_opened_anew(
    desk: MainWindow, find: Find, item: str, qtbot: QtBot
) -> None:
    desk.plan.select(find(item))
    before = seen(desk)
    set_clock(desk, NOW + LATER)
    desk.session.ticker.look()
    after = seen(desk)
    assert after != before
    path = desk.bridge.path
    desk.session.close()
    desk.session.open(path)
    desk.session.back_up_if_due()
    desk.plan.select(find(item))
    assert after == seen(desk)


def test_another_day_is_no_change(desk: MainWindow) -> None:
    set_clock(desk, NOW + timedelta(days=1))
    desk.session.ticker.look()
    assert desk.bridge.today == (NOW + timedelta(days=1)).date()
    assert desk.session.saved_at is None
    assert desk.bridge.workspace.undo_label is not None
    set_clock(desk, NOW - timedelta(days=1))
    desk.session.ticker.look()
    assert desk.bridge.today == (NOW - timedelta(days=1)).date()


def test_what_is_being_typed_stays(desk: MainWindow, find: Find) -> None:
    desk.plan.select(find(OTHER))
    desk.plan.focus_tree()
    press("F2")
    type_text("Launch it so")
    set_clock(desk, NOW + LATER)
    desk.session.ticker.look()
    type_text("on")
    press("Return")
    assert find("Launch it soon")


def test_coming_back_after_a_night_looks_at_the_clock(desk: MainWindow, qapp: QApplication) -> None:
    windows = Windows(desk, qapp)
    windows.follow_application()
    set_clock(desk, NOW + timedelta(days=1))
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert desk.bridge.today == (NOW + timedelta(days=1)).date()
    windows.deleteLater()


def test_every_half_hour_with_changes_a_backup_is_made(desk: MainWindow, find: Find) -> None:
    folder = desk.session.places.backups_of(desk.bridge.path)
    made = []
    for minutes, change in ((0, False), (31, True), (45, True), (62, False), (200, False)):
        set_clock(desk, NOW + timedelta(minutes=minutes))
        if change:
            desk.bridge.run(c.change_objective, find(OTHER), description=str(minutes))
        desk.session.ticker.look()
        made.append(len(list_backups(folder)))
    assert made == [1, 2, 2, 3, 3]


def test_the_next_look_comes_in_a_minute_or_just_after_midnight() -> None:
    noon = datetime(2026, 8, 17, 12, tzinfo=UTC)
    assert wait(noon) == EVERY
    assert wait(noon.replace(hour=23, minute=59, second=50)) == 11_000


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows has no zone in its environment")
def test_a_time_zone_that_was_set_is_noticed(
    desk: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def day() -> date:
        return SystemClock().today()

    days = set()
    for zone in ("Etc/GMT+12", "Etc/GMT-14"):
        monkeypatch.setitem(os.environ, "TZ", zone)
        desk.session.ticker.look()
        days.add(day())
    monkeypatch.undo()
    desk.session.ticker.look()
    assert len(days) == 2
