"""The foot of a panel: which keys do what, and which letters ask for what."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from okrdesk.ui.look import Look
from okrdesk.ui.palette.doing import native
from okrdesk.ui.theme import TextRole
from okrdesk.ui.widgets.key_cap import KeyCap


class Hint(NamedTuple):
    """Keys with a space between them, and what they do."""

    keys: str
    words: str


class Foot(QFrame):
    """One line: keys at its beginning, letters at its end where both have room."""

    def __init__(
        self, look: Look, hints: Sequence[Hint], letters: Sequence[tuple[str, str]]
    ) -> None:
        super().__init__()
        self.setProperty("look", "palette-foot")
        self._look = look
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(18, 9, 18, 9)
        self._row.setSpacing(6)
        for hint in hints:
            for key in hint.keys.split():
                self._add(KeyCap(look.themes, native(key)))
            self._add(look.label(hint.words, TextRole.SMALL, "2"))
            self._row.addSpacing(10)
        self._row.addStretch(1)
        self._letters = _letters(look, letters)
        self._add(self._letters)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        margins = self._row.contentsMargins()
        parts = (self._row.itemAt(place) for place in range(self._row.count() - 1))
        keys = sum(part.sizeHint().width() + self._row.spacing() for part in parts if part)
        room = event.size().width() - margins.left() - margins.right() - keys
        self._letters.setVisible(self._letters.sizeHint().width() <= room)

    def _add(self, widget: QWidget) -> None:
        self._row.addWidget(widget)


def _letters(look: Look, letters: Sequence[tuple[str, str]]) -> QWidget:
    widget = QWidget()
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for letter, words in letters:
        row.addSpacing(8)
        row.addWidget(look.label(letter, TextRole.CHIP))
        row.addWidget(look.label(words, TextRole.SMALL, "2"))
    return widget
