"""Asks for a day to look back to: one of a few that are often wanted, or any other."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidgetItem, QVBoxLayout, QWidget

from okrdesk.app.past_days import PastDay
from okrdesk.domain.errors import UserError
from okrdesk.ui.dialogs.answers import answers
from okrdesk.ui.editors.dates import DayField, read_day
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said, short_date
from okrdesk.ui.widgets.soft_list import soft_list

WIDTH = 420
STEPS = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 7,
    Qt.Key.Key_PageDown: -7,
}
"""Days that a key in the field goes on."""


class AsOfDialog(QDialog):
    """Enter goes. ``chosen`` carries the day, never a later one than today."""

    chosen = Signal(object)

    def __init__(
        self, look: Look, choices: Sequence[PastDay], today: date, shown: date, parent: QWidget
    ) -> None:
        """``shown``: the day that the field begins with."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("As of a day"))
        self.setMinimumWidth(WIDTH)
        self._look, self._today = look, today
        self.day = DayField(self.tr("Day"))
        self.day.show_day(shown)
        self.day.installEventFilter(self)
        self.choices = soft_list(look, self.tr("Days that are often wanted"))
        for choice in choices:
            text = f"{said(choice.words)} · {short_date(choice.day, year=True)}"
            item = QListWidgetItem(text, self.choices)
            item.setData(Qt.ItemDataRole.UserRole, choice.day)
        self.choices.setFixedHeight(len(choices) * max(0, self.choices.sizeHintForRow(0)) + 4)
        self.choices.setVisible(bool(choices))
        self.error = look.wrapped("", TextRole.SMALL, "risk")
        self.error.hide()
        self._build()
        self.choices.currentItemChanged.connect(self._take)
        self.choices.itemClicked.connect(self._take)
        self.choices.itemDoubleClicked.connect(lambda _item: self.accept())
        self.day.setFocus()
        self.day.selectAll()

    def accept(self) -> None:
        """Tells the day, or says why it is none."""
        try:
            day = read_day(self.day.text().strip())
        except UserError as error:
            self._refuse(said(error.message))
            return
        if day > self._today:
            self._refuse(self.tr("This day is still to come. Use today or an earlier day."))
            return
        super().accept()
        self.chosen.emit(day)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the field, arrows go a day on or back, and with Page up and down a week."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            days = STEPS.get(Qt.Key(event.key()))
            if days is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
                self._step(days)
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        words = self.tr("Which day shall the whole plan be shown as of?")
        column.addWidget(self._look.wrapped(words, TextRole.STRONG))
        column.addWidget(self.day)
        keys = self.tr("↑ and ↓ go a day on or back, Page up and Page down a week.")
        column.addWidget(self._look.wrapped(keys, TextRole.SMALL, "3"))
        column.addWidget(self.error)
        column.addWidget(self.choices)
        column.addWidget(answers(self, self.tr("Cancel"), self.tr("Show this day")))

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._show(item.data(Qt.ItemDataRole.UserRole))

    def _step(self, days: int) -> None:
        try:
            day = read_day(self.day.text().strip())
        except UserError:
            day = self._today
        self._show(min(day + timedelta(days=days), self._today))
        self.day.selectAll()

    def _show(self, day: date) -> None:
        self.day.setModified(False)
        self.day.show_day(day)
        self.error.hide()

    def _refuse(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.show()
        self.day.setFocus()
