"""The keys of the check-in, as this system names them."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from okrdesk.ui.look import Look
from okrdesk.ui.rule import Rule
from okrdesk.ui.widgets.key_cap import KeyCap

_MORE = {"Alt+1": ("2", "3"), "Alt+Up": ("↓",)}
"""Keys that do the same for the other choices."""
_ARROWS = {"Up": "↑", "Down": "↓"}
"""Keys that a sign names in less room."""


class Foot(QFrame):
    """A line of keys with what they do; the last ones give way in a narrow window."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("look", "surface")
        row = QHBoxLayout()
        row.setContentsMargins(20, 8, 20, 8)
        row.setSpacing(4)
        for keys, words in (
            ("Enter", self.tr("Save and next")),
            ("Alt+1", self.tr("Status")),
            ("Alt+Up", self.tr("Confidence")),
            ("Alt+N", self.tr("Note")),
            ("Ctrl+Up", self.tr("Back")),
            ("Ctrl+Down", self.tr("Skip")),
            ("Ctrl+Z", self.tr("Undo")),
        ):
            row.addWidget(_hint(look, keys, words))
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule(look.themes))
        column.addLayout(row)


def _hint(look: Look, keys: str, words: str) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 10, 0)
    row.setSpacing(6)
    text = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    for cap in text.split("+"):
        row.addWidget(KeyCap(look.themes, _ARROWS.get(cap, cap)))
    for more in _MORE.get(keys, ()):
        row.addWidget(KeyCap(look.themes, more))
    row.addWidget(look.label(words, tone="2"))
    return box
