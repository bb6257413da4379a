"""A chart is drawn when it is to be seen, sharp, in the theme's colours, and can be taken along."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from okrdesk.charts.key_result_history import KeyResultHistory
from okrdesk.ui.charts.card import ChartCard
from okrdesk.ui.charts.library import ChartLibrary
from okrdesk.ui.charts.view import ChartView
from okrdesk.ui.icons import IconSet
from okrdesk.ui.look import Look
from okrdesk.ui.theme import ThemeChoice, ThemeController

CHART = KeyResultHistory()
LONG = 60_000
"""The library may have to be loaded on a busy computer."""


@pytest.fixture
def card(qtbot: QtBot, themes: ThemeController, icons: IconSet) -> Iterator[ChartCard]:
    card = ChartCard(Look(themes, icons), ChartLibrary())
    qtbot.addWidget(card)
    card.resize(400, 200)
    card.show_chart("Fewer complaints", "Start 100 · Target 60", CHART, CHART.example())
    card.show()
    qtbot.waitUntil(lambda: card.view.drawn, timeout=LONG)
    yield card
    card.view.waiting.stop()


def test_it_is_drawn_anew_for_another_theme_text_and_size(
    qtbot: QtBot, card: ChartCard, themes: ThemeController
) -> None:
    light = card.view.grab().toImage()
    themes.set_choice(ThemeChoice.DARK)
    assert not card.view.drawn
    qtbot.waitUntil(lambda: card.view.drawn, timeout=LONG)
    assert card.view.grab().toImage() != light
    before = card.view.height()
    themes.set_text_percent(150)
    qtbot.waitUntil(lambda: card.view.drawn, timeout=LONG)
    assert card.view.height() > before
    card.resize(600, 300)
    qtbot.waitUntil(lambda: card.view.drawn, timeout=LONG)
    themes.set_text_percent(100)
    qtbot.waitUntil(lambda: card.view.drawn, timeout=LONG)


def test_the_same_again_changes_nothing(card: ChartCard) -> None:
    card.show_chart("Fewer complaints", "", CHART, CHART.example())
    assert card.view.drawn
    assert card.view.accessibleDescription().startswith("Fewer complaints: 58 on 24 Aug")
    assert card.view.accessibleName() == "How it moved"


def test_it_is_copied_as_a_table(card: ChartCard) -> None:
    copied: list[str] = []
    card.copied.connect(copied.append)
    card.copy_table()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t") == ["Day", "Value"]
    assert lines[-1].split("\t") == ["24 Aug", "58"]
    assert copied == ["Chart copied as table"]


def test_it_is_copied_as_a_picture(card: ChartCard) -> None:
    card.copy_picture()
    picture = QGuiApplication.clipboard().image()
    assert picture.width() == 2 * card.view.width()
    assert picture.pixelColor(1, 1) == card.view.theme.colour("surface")


def test_the_menu_opens_by_its_button_and_by_the_menu_key(card: ChartCard) -> None:
    QTest.mouseClick(card.findChild(QToolButton), Qt.MouseButton.LeftButton)
    menu = card.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Copy as table", "Copy as picture"]
    menu.close()
    QApplication.processEvents()
    place = card.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, card.mapToGlobal(place))
    QApplication.sendEvent(card, event)
    assert QApplication.activePopupWidget() is not None
    QApplication.activePopupWidget().close()


def test_the_focus_is_seen(card: ChartCard) -> None:
    plain = card.view.grab().toImage()
    card.activateWindow()
    card.view.setFocus()
    QApplication.processEvents()
    assert card.view.grab().toImage() != plain


def test_nothing_to_show_is_empty(qtbot: QtBot, themes: ThemeController, icons: IconSet) -> None:
    view = ChartView(Look(themes, icons), ChartLibrary())
    qtbot.addWidget(view)
    view.show()
    assert view.table() == ""
    assert view.picture().isNull()
    assert not view.drawn
    view.waiting.timeout.emit()
    view.waiting.stop()
