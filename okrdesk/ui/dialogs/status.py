"""The status of one or many items: a person's own, or what the plan's rule gives (ux.md O5)."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from okrdesk.app import commands
from okrdesk.domain.errors import UserError
from okrdesk.domain.tables import KEY_RESULT, OBJECTIVE
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.dialogs.answers import answers
from okrdesk.ui.dialogs.confidence import ConfidenceStrip
from okrdesk.ui.dialogs.status_options import StatusOptions
from okrdesk.ui.editors.fields import LineField
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said
from okrdesk.ui.what_was_done import counted, status_set

WIDTH = 480


class StatusDialog(QDialog):
    """Enter keeps the choice; an own status holds until the next check-in.

    ``written`` carries the sentence about what was done.
    """

    written = Signal(str)

    def __init__(self, bridge: Bridge, look: Look, items: Sequence[int], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Status"))
        self.setMinimumWidth(WIDTH)
        self._bridge, self._look, self._items = bridge, look, list(items)
        self.options = StatusOptions(bridge, look, self._items)
        self.confidence: ConfidenceStrip | None = None
        self.reason = LineField(self.tr("Note"))
        self.reason.setPlaceholderText(self.tr("Why the numbers do not tell it all"))
        self.error = look.wrapped("", TextRole.SMALL, "risk")
        self.error.hide()
        self._build()
        self.options.focus_first()

    def accept(self) -> None:
        """Writes the choice for all items as one step, or says why that is not possible."""
        status = self.options.choice
        confidence = None if self.confidence is None else self.confidence.value
        reason = self.reason.text().strip()
        try:
            self._bridge.run(
                commands.set_statuses, self._items, status, reason, confidence=confidence
            )
        except UserError as error:
            self.error.setText(said(error.message))
            self.error.show()
            return
        self.written.emit(status_set(self._bridge.snapshot, self._items, status))
        super().accept()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(8)
        column.addWidget(self._look.wrapped(self._about(), TextRole.STRONG))
        column.addWidget(self.options)
        last = self._last_confidences()
        if last is not None:
            self.confidence = ConfidenceStrip(self._look, last[0] if len(last) == 1 else None)
            column.addWidget(self._look.label(self.tr("Confidence"), TextRole.STRONG))
            column.addWidget(self.confidence)
        column.addWidget(self._look.label(self.tr("Note"), TextRole.STRONG))
        column.addWidget(self.reason)
        column.addWidget(self.error)
        column.addSpacing(4)
        column.addWidget(answers(self, self.tr("Cancel"), self.tr("Set status")))
        for place, option in enumerate(self.options.buttons, start=1):
            key = QShortcut(QKeySequence(f"Alt+{place}"), self)
            key.activated.connect(partial(self.options.choose, option))

    def _about(self) -> str:
        if len(self._items) > 1:
            return counted(self._bridge.snapshot, self._items)
        snapshot, item = self._bridge.snapshot, self._items[0]
        objective = snapshot.find(OBJECTIVE, item)
        return snapshot.get(KEY_RESULT, item).title if objective is None else objective.title

    def _last_confidences(self) -> list[int | None] | None:
        """The last confidence of each key result; None where there is no key result."""
        rows = [item for item in self._items if self._bridge.snapshot.find(KEY_RESULT, item)]
        if not rows:
            return None
        given = [self._bridge.scores.item(item).confidence for item in rows]
        return [None if value is None else round(value) for value in given]
