"""A part of the page: its heading, its lines, and the field in which the next one is written."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from okrdesk.ui.editors.fields import LineField
from okrdesk.ui.look import Look, clear
from okrdesk.ui.theme import TextRole
from okrdesk.ui.weeks.line import LineRow

LONGEST = 500


class PartCard(QFrame):
    """``written`` carries the text of a new line; without ``asks`` nothing can be written."""

    written = Signal(str)

    def __init__(self, look: Look, title: str, asks: str = "") -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.title, self._look = title, look
        self._place = QVBoxLayout()
        self._place.setSpacing(4)
        self.field = LineField(asks or title)
        self.field.setMaxLength(LONGEST)
        self.field.setPlaceholderText(asks)
        self.field.committed.connect(self._write)
        self.can_write = bool(asks)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 14)
        column.setSpacing(10)
        column.addWidget(look.label(title, TextRole.SECTION))
        column.addLayout(self._place)
        column.addWidget(self.field)
        self.field.setVisible(self.can_write)
        column.addStretch(1)

    @property
    def rows(self) -> list[LineRow]:
        """The lines, from the top."""
        items = (self._place.itemAt(place) for place in range(self._place.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, LineRow)]

    def show_rows(self, rows: Sequence[QWidget], *, free: bool) -> None:
        """Shows other lines; ``free``: new ones can be written."""
        here = next((row for row in self.rows if row.has_focus()), None)
        boxed = here is not None and here.done.hasFocus()
        for old in self.rows:
            # One that has the focus would write its text once more when it goes.
            old.text.blockSignals(True)  # Qt's own
        clear(self._place)
        for row in rows:
            self._place.addWidget(row)
            row.show()
        self.field.setVisible(self.can_write and free)
        if here is not None:
            again = next((row for row in self.rows if row.line.id == here.line.id), None)
            (self.field if again is None else again.field(boxed=boxed)).setFocus()

    def commit(self) -> None:
        """Writes what is being typed."""
        self.field.commit()
        for row in self.rows:
            row.commit()

    def _write(self, text: str) -> None:
        # Not cleared: that could be undone in the field.
        self.field.setText("")
        if text.strip():
            self.written.emit(text)
