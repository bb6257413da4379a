"""A section of the settings, made of its declarations: a card for each group."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from okrdesk.text import Message
from okrdesk.ui.look import Look, frame
from okrdesk.ui.rule import Rule
from okrdesk.ui.settings.entries import Entry
from okrdesk.ui.settings.line import SettingLine
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said


class Part(QWidget):
    """A card of a section with its heading."""

    def filter(self, words: str) -> bool:
        """Shows only what holds the words, in small letters; tells whether there is anything."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Shows what holds now."""
        raise NotImplementedError


class Group(Part):
    """A heading, why it is locked if it is, and a card with a line for each setting."""

    def __init__(self, look: Look, title: Message | None, entries: Sequence[Entry]) -> None:
        super().__init__()
        self.lines = [SettingLine(look, entry) for entry in entries]
        self._rules: list[Rule] = []
        locked = next((entry.locked for entry in entries if entry.locked is not None), None)
        column = group_column(self, look, "" if title is None else said(title))
        if locked is not None:
            column.addWidget(look.wrapped(said(locked), TextRole.SMALL, "2"))
        column.addWidget(self._card(look))

    def filter(self, words: str) -> bool:
        """Shows only the lines that hold the words; tells whether there are any."""
        shown = [line for line in self.lines if line.matches(words)]
        for line, rule in zip(self.lines, [None, *self._rules], strict=True):
            line.setVisible(line in shown)
            if rule is not None:
                rule.setVisible(line in shown[1:])
        self.setVisible(bool(shown))
        return bool(shown)

    def refresh(self) -> None:
        """Shows the values as they stand now."""
        for line in self.lines:
            line.refresh()

    def _card(self, look: Look) -> QFrame:
        card = frame("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 2, 1, 2)
        column.setSpacing(0)
        for line in self.lines:
            if line is not self.lines[0]:
                self._rules.append(Rule(look.themes))
                column.addWidget(self._rules[-1])
            column.addWidget(line)
        return card


def group_column(box: QWidget, look: Look, title: str) -> QVBoxLayout:
    """The layout of a group under its heading."""
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 16)
    column.setSpacing(6)
    if title:
        heading: QLabel = look.label(title, TextRole.STRONG)
        column.addWidget(heading)
    return column


def made_groups(look: Look, entries: Sequence[Entry]) -> list[Group]:
    """The groups of some settings, in the order of their declarations."""
    parts = groupby(entries, key=lambda entry: entry.form.group)
    return [Group(look, title, list(part)) for title, part in parts]
