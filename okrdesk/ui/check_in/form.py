"""What a check-in asks about one key result: value, confidence, status, note; by keyboard alone."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from okrdesk.app import commands
from okrdesk.domain.errors import UserError
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CHECK_IN, ORGANISATION
from okrdesk.domain.words import Status
from okrdesk.text import Message
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.check_in.enter_form import EnterForm
from okrdesk.ui.check_in.preview import expected_words, movement_words, score_with
from okrdesk.ui.dialogs.confidence import ConfidenceStrip
from okrdesk.ui.dialogs.reading import reading_input
from okrdesk.ui.dialogs.status_choice import CHOICES, StatusChoice
from okrdesk.ui.dialogs.status_options import rule_words
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import percent_text
from okrdesk.ui.widgets.progress_bar import ProgressBar


class CheckInForm(EnterForm):
    """Value, confidence, status and note; its keys hold inside of it."""

    def __init__(self, bridge: Bridge, look: Look, key_result: int) -> None:
        super().__init__(bridge, look)
        self.item = key_result
        self.value = reading_input(bridge, look, key_result)
        self._last = last_confidence(bridge.snapshot, key_result)
        self.confidence = ConfidenceStrip(look, self._last)
        self.status = StatusChoice(look)
        self._tell_rules()
        self._moved = look.label("", TextRole.STRONG, "2")
        self._bar = ProgressBar(look.themes, thickness=10)
        self._percent = look.label("", TextRole.STRONG)
        self._expected = look.label("", TextRole.SMALL, "2")
        self._build()
        self._add_keys()
        self.value.changed.connect(self._preview)
        self._preview()

    def save(self) -> None:
        self.saving = True
        try:
            self.bridge.run(
                commands.check_in,
                self.item,
                confidence=self.confidence.value,
                note=self.note.toPlainText(),
                status=self.status.override,
                **self.value.reading(),
            )
        except UserError as error:
            self.saving = False
            self.show_error(error.message)
            self.value.focus_input()
        else:
            self.saved.emit()

    def focus_value(self) -> None:
        self.value.focus_input()

    def show_error(self, message: Message | None) -> None:
        super().show_error(message)
        self.value.show_error(self.error.text())

    def _preview(self) -> None:
        """Shows what the value that is being typed would give."""
        try:
            score = score_with(self.bridge, self.item, self.value.reading())
        except UserError as error:
            self.show_error(error.message)
            return
        self.show_error(None)
        achieved = score.suggested is Status.ACHIEVED
        expected = None if achieved else score.expected
        before = self.bridge.scores.key_result(self.item)
        self._bar.set_values(score.suggested, score.progress, expected, before.progress)
        self._percent.setText(percent_text(score.progress))
        self._expected.setText(expected_words(self.bridge, self.item, score))
        self._moved.setText(movement_words(before, score))
        self.status.show_suggestion(score.suggested)

    def _tell_rules(self) -> None:
        organisation = next(self.bridge.snapshot.rows(ORGANISATION))
        for status, rule in zip(CHOICES, rule_words(organisation), strict=True):
            self.status.buttons[status].setToolTip(rule)
            self.status.buttons[status].setAccessibleDescription(rule)

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
        look = self.look
        value = QHBoxLayout()
        value.addWidget(self.value, 1)
        value.addWidget(self._moved)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(look.label(self.tr("New value"), TextRole.STRONG))
        column.addLayout(value)
        column.addWidget(self.error)
        column.addLayout(self._bar_row())
        column.addWidget(self._expected)
        column.addSpacing(8)
        was = "" if self._last is None else self.tr("was {value}").format(value=self._last)
        column.addLayout(self.caption(self.tr("Confidence"), was))
        column.addWidget(self.confidence)
        column.addSpacing(8)
        column.addLayout(
            self.caption(
                self.tr("Status"), self.tr("suggested from pace, change it if you know better")
            )
        )
        column.addWidget(self.status)
        column.addSpacing(8)
        column.addLayout(self.caption(self.tr("Note"), self.tr("optional")))
        column.addWidget(self.note)

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
