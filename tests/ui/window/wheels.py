"""The wheel over the fields of a window: without the focus it must change nothing."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QWidget


def changed_by_the_wheel(shown: QWidget) -> list[str]:
    """The fields whose value a turn of the wheel changes although they have no focus."""
    found = []
    for field in value_fields(shown):
        field.clearFocus()
        before = value_of(field)
        turn(field)
        if value_of(field) != before:
            found.append(field.accessibleName())
    return found


def value_fields(shown: QWidget) -> list[QComboBox | QAbstractSpinBox]:
    fields = [*shown.findChildren(QComboBox), *shown.findChildren(QAbstractSpinBox)]
    return [field for field in fields if field.isVisible() and field.isEnabled()]


def value_of(field: QComboBox | QAbstractSpinBox) -> str:
    return field.currentText() if isinstance(field, QComboBox) else field.text()


def turn(field: QWidget, by: int = -120) -> None:
    """Turns the wheel over a field, one step down or ``by`` eighths of a degree."""
    middle = QPointF(field.rect().center())
    event = QWheelEvent(
        middle,
        field.mapToGlobal(middle),
        QPoint(0, 0),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, event)
