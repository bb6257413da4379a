"""Fields that stand in many places."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSpinBox, QStyle, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from okrdesk.ui.editors.elided_field import ElidedField
from okrdesk.ui.editors.fields import CLEAR, ChoiceField
from okrdesk.ui.editors.search_field import SearchField
from okrdesk.ui.widgets.still_wheel import still_wheel


def test_the_wheel_turns_only_with_the_focus(qtbot: QtBot) -> None:
    field = QSpinBox()
    qtbot.addWidget(field)
    still_wheel(field)

    def turned() -> bool:
        none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
        at = QPointF(5, 5)
        event = QWheelEvent(at, at, QPoint(), QPoint(0, 120), *none, False)
        QApplication.sendEvent(field, event)
        return field.value() > 0

    assert not turned()
    field.show()
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert turned()


def test_esc_empties_a_search_and_then_goes_on(qtbot: QtBot) -> None:
    field = SearchField("Search")
    qtbot.addWidget(field)
    QTest.keyClicks(field, "plan")
    escape = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    field.keyPressEvent(escape)
    assert (field.text(), escape.isAccepted()) == ("", True)
    field.keyPressEvent(escape)
    assert not escape.isAccepted()


def test_a_choice_has_room_for_its_longest_entry(qtbot: QtBot) -> None:
    field = ChoiceField("Strength")
    qtbot.addWidget(field)
    for text in ("Direct", "Influences"):
        field.addItem(text, text)
    field.setCurrentIndex(1)
    field.resize(field.sizeHint())
    option, part = QStyleOptionComboBox(), QStyle.SubControl.SC_ComboBoxEditField
    field.initStyleOption(option)
    kind = QStyle.ComplexControl.CC_ComboBox
    room = field.style().subControlRect(kind, option, part, field).width() - CLEAR
    assert field.fontMetrics().horizontalAdvance("Influences") <= room


def test_a_long_text_ends_in_dots_until_it_is_edited(qtbot: QtBot) -> None:
    field = ElidedField("Line")
    qtbot.addWidget(field)
    field.show_text("Call the two banks that asked for papers")
    field.resize(2000, 30)
    short = field.grab().toImage()
    assert field.shown_words() == field.text()
    field.resize(120, 30)
    assert field.shown_words().endswith("…")
    dotted = field.grab().toImage()
    field.show_text(field.shown_words())
    assert field.grab().toImage() == dotted
    assert short != dotted
    field.show()
    field.activateWindow()
    field.setFocus()
    field.setText("Call the two banks that asked for papers")
    qtbot.waitUntil(field.hasFocus)
    assert field.grab().toImage() != dotted
