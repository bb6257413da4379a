"""The line in which an initiative is written, and what it should move."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tree import row_of
from okrdesk.ui.editors.fields import LineField
from okrdesk.ui.look import ElidedButton, Look

LONGEST = 500


class Entry(QFrame):
    """``written`` carries the text, ``aim_wanted`` asks what it should move."""

    written = Signal(str)
    aim_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.item: int | None = None
        """The objective or key result that it is for."""
        self.field = LineField(self.tr("New initiative"))
        self.field.setMaxLength(LONGEST)
        self.field.setPlaceholderText(self.tr("Add an initiative and press Enter"))
        self.field.setProperty("look", "bare")
        self.field.committed.connect(self._write)
        self.aim = ElidedButton("link")
        self.aim.clicked.connect(lambda _=False: self.aim_wanted.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(look.icon("plus", 16, "text-3"))
        row.addWidget(self.field, 3)
        row.addWidget(self.aim)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+L asks what it is for."""
        if event.keyCombination() == _LINK:
            self.aim_wanted.emit()
        else:
            super().keyPressEvent(event)

    def show_item(self, snapshot: Snapshot, item: int | None) -> None:
        """Says what the next one is for; hides where there is nothing to move."""
        row = None if item is None else row_of(snapshot, item)
        self.item = None if row is None else row.id
        self.setVisible(row is not None)
        if row is not None:
            self.aim.show_text(self.tr("For: {title}").format(title=row.title))

    def commit(self) -> None:
        """Tells the text and empties the line for the next one."""
        self.field.commit()

    def _write(self, text: str) -> None:
        self.field.setText("")
        if text.strip():
            self.written.emit(text)


_LINK = Qt.Modifier.CTRL | Qt.Key.Key_L
