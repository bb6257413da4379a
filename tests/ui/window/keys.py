"""Pressing keys as a person does: into whatever has the focus."""

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def focused() -> QWidget:
    """The widget that has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(*keys: str) -> None:
    """Presses key combinations such as ``Ctrl+N`` one after the other."""
    for key in keys:
        combination = QKeySequence(key)[0]
        QTest.keyClick(focused(), combination.key(), combination.keyboardModifiers())
        QApplication.processEvents()


def type_text(text: str) -> None:
    """Types a text, then lets the program answer."""
    QTest.keyClicks(focused(), text)
    QApplication.processEvents()
