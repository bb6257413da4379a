"""What a check-in asks about one key result: value, confidence, status, note; by keyboard alone."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from okrdesk.app import commands
from okrdesk.domain.changes import Change
from okrdesk.domain.entities import CheckIn
from okrdesk.domain.errors import UserError
from okrdesk.domain.score import Score
from okrdesk.domain.scoring import Scores
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CHECK_IN
from okrdesk.domain.words import Status
from okrdesk.text import Message
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.dialogs.confidence import ConfidenceStrip
from okrdesk.ui.dialogs.reading import reading_input
from okrdesk.ui.dialogs.status_choice import CHOICES, StatusChoice
from okrdesk.ui.editors.fields import TextField
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import percent_text, said
from okrdesk.ui.widgets.progress_bar import ProgressBar

_PREVIEW = -1
"""The id of a check-in that is not in the plan."""
_LATEST = "9999"
"""A moment of entry after all others."""
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class CheckInForm(QWidget):
    """Enter saves from every field, Shift+Enter breaks a line of the note.

    ``saved`` follows once the check-in is in the plan. The keys hold inside of the form.
    """

    saved = Signal()

    def __init__(self, bridge: Bridge, look: Look, key_result: int) -> None:
        super().__init__()
        self._bridge, self._look, self.item = bridge, look, key_result
        self.value = reading_input(bridge, look, key_result)
        self._last = last_confidence(bridge.snapshot, key_result)
        self.confidence = ConfidenceStrip(look, self._last)
        self.status = StatusChoice(look)
        self.note = TextField(self.tr("Note"), 3)
        self.note.setPlaceholderText(self.tr("What changed, and what would help"))
        self.note.installEventFilter(self)
        self._error = look.wrapped("", TextRole.SMALL, "risk")
        self._bar = ProgressBar(look.themes, thickness=10)
        self._percent = look.label("", TextRole.STRONG)
        self._expected = look.label("", TextRole.SMALL, "2")
        self._build()
        self._add_keys()
        self.value.changed.connect(self._preview)
        self._preview()

    def save(self) -> None:
        """Writes the check-in; says beside the value what is wrong with it."""
        try:
            self._bridge.run(
                commands.check_in,
                self.item,
                confidence=self.confidence.value,
                note=self.note.toPlainText(),
                status=self.status.override,
                **self.value.reading(),
            )
        except UserError as error:
            self._show_error(error.message)
            self.value.focus_input()
        else:
            self.saved.emit()

    def focus_value(self) -> None:
        """Puts the focus where the value is entered."""
        self.value.focus_input()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.save()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the note saves; with Shift it breaks the line."""
        if watched is self.note and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if event.type() == QEvent.Type.KeyPress and event.key() in _ENTER and plain:
                self.save()
                return True
        return super().eventFilter(watched, event)

    def _preview(self) -> None:
        """Shows what the value that is being typed would give."""
        try:
            score = self._score_with(self.value.reading().get("value"))
        except UserError as error:
            self._show_error(error.message)
            return
        self._show_error(None)
        achieved = score.suggested is Status.ACHIEVED
        expected = None if achieved else score.expected
        before = self._bridge.scores.key_result(self.item).progress
        self._bar.set_values(score.suggested, score.progress, expected, before)
        self._percent.setText(percent_text(score.progress))
        text = self.tr("Expected today: {percent}").format(percent=percent_text(score.expected))
        self._expected.setText("" if score.expected is None else text)
        self.status.show_suggestion(score.suggested)

    def _score_with(self, value: Decimal | int | None) -> Score:
        bridge = self._bridge
        if value is None:
            return bridge.scores.key_result(self.item)
        row = CheckIn(_PREVIEW, self.item, bridge.today, _LATEST, Decimal(value))
        snapshot = bridge.snapshot.apply((Change(CHECK_IN, _PREVIEW, None, row),))
        return Scores(snapshot, bridge.today).key_result(self.item)

    def _show_error(self, message: Message | None) -> None:
        sentence = "" if message is None else said(message)
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self.value.show_error(sentence)

    def _add_keys(self) -> None:
        for place, status in enumerate(CHOICES, start=1):
            self._add_key(f"Alt+{place}", partial(self.status.choose, status))
        self._add_key("Alt+Up", partial(self.confidence.step, 1))
        self._add_key("Alt+Down", partial(self.confidence.step, -1))
        self._add_key("Alt+N", self.note.setFocus)

    def _add_key(self, key: str, do: Callable[[], None]) -> None:
        shortcut = QShortcut(key, self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(do)

    def _build(self) -> None:
        look = self._look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(look.label(self.tr("New value"), TextRole.STRONG))
        column.addWidget(self.value)
        column.addWidget(self._error)
        column.addLayout(self._bar_row())
        column.addWidget(self._expected)
        column.addSpacing(8)
        was = "" if self._last is None else self.tr("was {value}").format(value=self._last)
        column.addLayout(self._caption(self.tr("Confidence"), was))
        column.addWidget(self.confidence)
        column.addSpacing(8)
        column.addLayout(
            self._caption(
                self.tr("Status"), self.tr("suggested from pace, change it if you know better")
            )
        )
        column.addWidget(self.status)
        column.addSpacing(8)
        column.addLayout(self._caption(self.tr("Note"), self.tr("optional")))
        column.addWidget(self.note)

    def _caption(self, name: str, more: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._look.label(name, TextRole.STRONG))
        row.addWidget(self._look.label(more, tone="2"))
        row.addStretch()
        return row

    def _bar_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._bar, 1)
        row.addWidget(self._percent)
        return row


def last_confidence(snapshot: Snapshot, key_result: int) -> int | None:
    """The confidence that was given last, or None."""
    rows = reversed(snapshot.children(CHECK_IN, "key_result", key_result))
    return next((row.confidence for row in rows if row.confidence is not None), None)
