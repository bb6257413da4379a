"""The check-in of one key result, wherever a person is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from okrdesk.domain.tables import CHECK_IN, KEY_RESULT, OBJECTIVE
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.check_in.form import CheckInForm
from okrdesk.ui.editors.amounts import current_text, target_text
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import short_date
from okrdesk.ui.widgets.on_screen import keep_on_screen


class CheckInDialog(QDialog):
    """Saves with Enter from every field; Esc leaves."""

    def __init__(self, bridge: Bridge, look: Look, key_result: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Check in"))
        self.setMinimumWidth(540)
        self._bridge, self._look, self._item = bridge, look, key_result
        self.form = CheckInForm(bridge, look, key_result)
        self.form.saved.connect(self.accept)
        self._build()
        keep_on_screen(self)
        self.form.focus_value()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves on the buttons' row, too."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.form.save()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        for label in self._head():
            column.addWidget(label)
        column.addSpacing(8)
        column.addWidget(self.form)
        column.addSpacing(8)
        column.addLayout(self._buttons())

    def _head(self) -> tuple[QWidget, ...]:
        snapshot, look = self._bridge.snapshot, self._look
        row = snapshot.get(KEY_RESULT, self._item)
        objective = snapshot.get(OBJECTIVE, row.objective)
        last = snapshot.children(CHECK_IN, "key_result", self._item)[-1:]
        value = f"{current_text(self._bridge, self._item)} {target_text(self._bridge, self._item)}"
        words = (
            self.tr("Last time, {day}: {value}").format(
                day=short_date(last[0].date), value=value.strip()
            )
            if last
            else self.tr("First check-in")
        )
        return (
            look.wrapped(objective.title, TextRole.SMALL, "2"),
            look.wrapped(row.title, TextRole.VIEW_TITLE),
            look.label(words, tone="2"),
        )

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self._look.button(self.tr("Cancel"), self.reject, ""))
        row.addWidget(self._look.button(self.tr("Save check-in"), self.form.save, "primary"))
        return row
