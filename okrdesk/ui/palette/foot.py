"""The foot of a panel: which keys do what, and which letters ask for what."""

from collections.abc import Sequence
from typing import NamedTuple

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
    """One line: keys at its beginning, letters at its end."""

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
        for letter, words in letters:
            self._row.addSpacing(8)
            self._add(look.label(letter, TextRole.CHIP))
            self._add(look.label(words, TextRole.SMALL, "2"))

    def _add(self, widget: QWidget) -> None:
        self._row.addWidget(widget)
