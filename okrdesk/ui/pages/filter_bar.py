"""The filter above the tree, and what stands in place of the tree when nothing matches."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from okrdesk.ui.editors.fields import LineField
from okrdesk.ui.look import Look
from okrdesk.ui.widgets.growing import grow

WIDTH, HEIGHT = 320, 46


class FilterBar(QWidget):
    """``changed`` carries the text at every keystroke; ``left`` follows Down and Esc."""

    changed = Signal(str)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        grow(self, look.themes, height=HEIGHT)
        self.field = LineField(self.tr("Filter"))
        self.field.setPlaceholderText(self.tr("Filter the plan"))
        self.field.setMaximumWidth(WIDTH)
        self.field.setTextMargins(22, 0, 0, 0)
        self.field.textEdited.connect(self.changed)
        self.field.installEventFilter(self)
        inside = QHBoxLayout(self.field)
        inside.setContentsMargins(10, 0, 0, 0)
        inside.addWidget(look.icon("list-filter", 16, "text-3"))
        inside.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.addWidget(self.field, 1)
        row.addStretch(1)

    def clear(self) -> None:
        """Asks for everything again."""
        self.field.show_text("")
        self.field.setText("")
        self.changed.emit("")

    def focus_field(self) -> None:
        """Puts the caret into the field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc clears and leaves, Down and Enter leave."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key == Qt.Key.Key_Escape:
                self.clear()
            if key in {Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)


class NothingFound(QWidget):
    """What is shown when the filter leaves no row. ``cleared`` follows its one button."""

    cleared = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        words = look.label(self.tr("Nothing matches this filter."), tone="2")
        button = look.button(self.tr("Clear filter"), self.cleared.emit)
        column = QVBoxLayout(self)
        column.addStretch(1)
        for widget in (look.icon("search", 24, "text-3"), words, button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
            column.addSpacing(8)
        column.addStretch(2)
