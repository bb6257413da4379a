"""The foot of the palette: which keys do what, and which first letters ask for what."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from okrdesk.ui.look import Look
from okrdesk.ui.palette.answers import COMMANDS, PEOPLE, TEAMS
from okrdesk.ui.palette.doing import native
from okrdesk.ui.theme import TextRole
from okrdesk.ui.widgets.key_cap import KeyCap


class Foot(QFrame):
    """One line; what has no room is left out from its end."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("look", "palette-foot")
        self._look = look
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(18, 9, 18, 9)
        self._row.setSpacing(6)
        self._add_keys(("↑", "↓"), self.tr("Choose"))
        self._add_keys((native("Enter"),), self.tr("Run"))
        self._add_keys((native("Esc"),), self.tr("Close"))
        self._row.addStretch(1)
        for letter, words in (
            (COMMANDS, self.tr("commands")),
            (PEOPLE, self.tr("people")),
            (TEAMS, self.tr("teams")),
        ):
            self._row.addSpacing(8)
            self._add(look.label(letter, TextRole.CHIP))
            self._add(look.label(words, TextRole.SMALL, "2"))

    def _add_keys(self, keys: tuple[str, ...], words: str) -> None:
        for key in keys:
            self._add(KeyCap(self._look.themes, key))
        self._add(self._look.label(words, TextRole.SMALL, "2"))
        self._row.addSpacing(10)

    def _add(self, widget: QWidget) -> None:
        self._row.addWidget(widget)
