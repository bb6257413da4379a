"""A person's own status for an objective or key result, with the reason, and the way back."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from okrdesk.app import commands
from okrdesk.domain.words import Status
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.dialogs.status_choice import CHOICES, StatusChoice
from okrdesk.ui.editors.fields import LineField
from okrdesk.ui.look import Look
from okrdesk.ui.status_words import status_word
from okrdesk.ui.theme import TextRole

WIDTH = 460


class OwnStatusDialog(QDialog):
    """Enter keeps the choice. It holds until the next check-in, and undo takes it back."""

    def __init__(self, bridge: Bridge, look: Look, item: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Status"))
        self.setMinimumWidth(WIDTH)
        self._bridge, self._item = bridge, item
        score = bridge.scores.item(item)
        self.choice = StatusChoice(look)
        self.choice.show_suggestion(score.suggested)
        if score.status != score.suggested and score.status in CHOICES:
            self.choice.choose(Status(score.status))
        self.reason = LineField(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("Why the numbers do not tell it all"))
        words = "—" if score.suggested is None else status_word(score.suggested)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(look.label(self.tr("Calculated: {status}").format(status=words)))
        column.addWidget(self.choice)
        column.addWidget(look.label(self.tr("Reason"), TextRole.STRONG))
        column.addWidget(self.reason)
        column.addWidget(self._buttons())
        for place, status in enumerate(CHOICES, start=1):
            key = QShortcut(QKeySequence(f"Alt+{place}"), self)
            key.activated.connect(partial(self.choice.choose, status))
        self.choice.buttons[CHOICES[0]].setFocus()

    def accept(self) -> None:
        """Writes the choice; what equals the calculated status goes back to it."""
        self._write(self.choice.override, self.reason.text().strip())

    def back_to_calculated(self) -> None:
        """Lets the numbers speak again."""
        self._write(None, "")

    def _write(self, status: Status | None, reason: str) -> None:
        self._bridge.attempt(commands.set_status, self._item, status, reason)
        super().accept()

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        roles = QDialogButtonBox.ButtonRole
        back = box.addButton(self.tr("Back to calculated"), roles.ResetRole)
        back.clicked.connect(self.back_to_calculated)
        box.addButton(self.tr("Cancel"), roles.RejectRole)
        box.addButton(self.tr("Set status"), roles.AcceptRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box
