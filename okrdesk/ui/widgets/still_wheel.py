"""Fields that the wheel turns only while they have the focus."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget


class _StillWheel(QObject):
    """Belongs to its field."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaves the wheel to the page around the field."""
        wheel = event.type() == QEvent.Type.Wheel
        if wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def still_wheel(field: QWidget) -> None:
    """Lets the wheel turn a field only with the focus, which the wheel alone does not give."""
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    field.installEventFilter(_StillWheel(field))
