"""Words that an organisation has of its own are said in menus, in the tree and everywhere else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from okrdesk.app import commands as c
from okrdesk.app.forms import Section
from okrdesk.app.settings import LANGUAGE
from okrdesk.domain.tables import OBJECTIVE
from okrdesk.domain.words import Level
from okrdesk.text import Message
from okrdesk.ui import preferences
from okrdesk.ui.dialogs.confidence import ConfidenceStrip, StepButton
from okrdesk.ui.editors.details import Details
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.own_words import OwnWordsTranslator, translator
from okrdesk.ui.preferences import prefer
from okrdesk.ui.translation import said, tr
from tests.ui.window.conftest import Find, first_page
from tests.ui.window.keys import press
from tests.ui.window.settings_page import enter, lines, settings_page
from tests.ui.window.small_plan import TEAM
from tests.ui.window.test_languages import compiled

__all__ = ["compiled"]


@pytest.fixture(autouse=True)
def our_own_words_again(qapp: QApplication) -> Iterator[None]:
    """No test leaves its words to the next."""
    yield
    for speaker in qapp.findChildren(OwnWordsTranslator):
        speaker.hush()
        speaker.deleteLater()


def name(desk: MainWindow, **words: str) -> None:
    for word, own in words.items():
        desk.bridge.run(c.name_word, word, own)
    QCoreApplication.processEvents()


def test_menus_speak_at_once_and_after_undo(desk: MainWindow) -> None:
    assert desk.action("new_objective").text() == "New &objective"
    name(desk, objective="Goal")
    assert desk.action("new_objective").text() == "New &goal"
    assert desk.action("new_objective").toolTip() == "New goal (Ctrl+N)"
    assert tr("An objective follows") == "A goal follows"
    assert said(Message("%n objective(s)", count=2)) == "2 goals"
    desk.action("undo").trigger()
    assert desk.action("new_objective").text() == "New &objective"
    assert tr("New objective") == "New objective"


def test_what_is_on_screen_speaks_when_the_settings_are_left(
    desk: MainWindow, find: Find, qtbot: QtBot
) -> None:
    desk.plan.select(find(TEAM))
    field = lines(settings_page(desk, Section.CYCLE))["key_result"].input.widget
    enter(field, "Outcome")
    before = desk.view
    assert field.isVisible()
    desk.show_page("plan")
    qtbot.waitUntil(lambda: desk.view is not before)
    QCoreApplication.processEvents()
    assert desk.page_id == "plan"
    assert desk.plan.current == find(TEAM)
    shown = [label.text() for label in desk.findChildren(QLabel) if label.isVisible()]
    shown += [button.text() for button in desk.findChildren(QPushButton) if button.isVisible()]
    assert any("utcome" in text for text in shown)
    assert not [text for text in shown if "ey result" in text]
    assert desk.action("undo").isEnabled()


def test_another_plan_has_its_own_words(desk: MainWindow) -> None:
    name(desk, objective="Goal")
    path = desk.bridge.path
    desk.session.close()
    assert tr("New objective") == "New objective"
    assert desk.action("new_objective").text() == "New &objective"
    desk.session.open(path)
    assert desk.action("new_objective").text() == "New &goal"


def test_the_window_in_front_is_heard(desk: MainWindow, qapp: QApplication) -> None:
    name(desk, objective="Goal")
    translator(qapp).hush()
    assert tr("New objective") == "New objective"
    QApplication.sendEvent(desk, QEvent(QEvent.Type.WindowActivate))
    assert tr("New objective") == "New goal"
    assert translator(qapp).translate("Anything", "Nothing of it") is None


def test_other_words_of_the_plan_change_nothing_on_screen(desk: MainWindow) -> None:
    before = desk.view
    name(desk, kpi="Measure")
    desk.show_page("settings")
    desk.show_page("plan")
    QCoreApplication.processEvents()
    assert desk.view is before


def test_confidence_has_the_words_of_the_plan(desk: MainWindow, qtbot: QtBot) -> None:
    name(desk, confidence_high="Sure thing")
    strip = ConfidenceStrip(desk.look, 3)
    qtbot.addWidget(strip)
    buttons = strip.findChildren(StepButton)
    assert [buttons[place].toolTip() for place in (0, 5, 9)] == [
        "Unlikely",
        "Possible",
        "Sure thing",
    ]
    assert buttons[2].accessibleName() == "Confidence 3, Unlikely, as last time"


def test_levels_are_called_by_their_names_and_unused_ones_left_out(
    desk: MainWindow, find: Find, qtbot: QtBot
) -> None:
    name(desk, company="Club")
    desk.bridge.run(c.set_organisation, hidden_levels=(Level.DEPARTMENT,))
    details = Details(desk.look, read_only=False)
    qtbot.addWidget(details)
    row = desk.bridge.snapshot.get(OBJECTIVE, find(TEAM))
    details.show_objective(desk.bridge.snapshot, row)
    assert [details.level.itemText(i) for i in range(details.level.count())] == [
        "Club",
        "Team",
        "Individual",
    ]
    desk.bridge.run(c.set_organisation, hidden_levels=(Level.TEAM,))
    details.show_objective(desk.bridge.snapshot, row)
    assert details.level.currentData() == Level.TEAM


def test_without_a_plan_the_first_page_and_the_bars_speak_it_too(
    window: MainWindow, compiled: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    locale = QLocale()
    monkeypatch.setattr(preferences, "translations", lambda: compiled)
    before = first_page(window)
    window.show_page("settings")
    prefer(window, LANGUAGE, "xx")
    qtbot.waitUntil(lambda: not isValid(before))
    assert window.page_id == "settings"
    press("Ctrl+N")
    assert first_page(window).entry.accessibleName().startswith("⟦")
    buttons = window.bar.findChildren(QAbstractButton)
    names = [button.accessibleName() or button.text() for button in buttons if button.isVisible()]
    names += [window.bar.accessibleName(), window.status.accessibleName()]
    assert [name for name in names if not name.startswith("⟦")] == []
    prefer(window, LANGUAGE, "en")
    qtbot.waitUntil(lambda: window.bar.new.text() == "New objective")
    QLocale.setDefault(locale)


def test_another_language_is_spoken_at_once(
    desk: MainWindow, compiled: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    locale = QLocale()
    monkeypatch.setattr(preferences, "translations", lambda: compiled)
    before = desk.view
    page = settings_page(desk)
    prefer(desk, LANGUAGE, "xx")
    qtbot.waitUntil(lambda: desk.view is not before)
    qtbot.waitUntil(lambda: desk.page_id == "settings")
    assert page is not settings_page(desk)
    assert desk.action("new_objective").text().startswith("⟦")
    prefer(desk, LANGUAGE, "ar")
    assert QApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    prefer(desk, LANGUAGE, "en")
    QCoreApplication.processEvents()
    QCoreApplication.processEvents()
    assert desk.action("new_objective").text() == "New &objective"
    assert QApplication.layoutDirection() is Qt.LayoutDirection.LeftToRight
    QLocale.setDefault(locale)
