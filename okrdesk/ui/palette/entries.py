"""What the palette offers, and the model of its list."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QObject, Qt
from PySide6.QtGui import QIcon

from okrdesk.app.finding import Kind, Span
from okrdesk.domain.score import Score
from okrdesk.ui.models.node_model import NOTHING
from okrdesk.ui.models.node_model import Index as Place
from okrdesk.ui.status_words import status_word
from okrdesk.ui.translation import percent_text

_DISPLAY = Qt.ItemDataRole.DisplayRole.value
_ACCESSIBLE_TEXT = Qt.ItemDataRole.AccessibleTextRole.value

Key = tuple[Kind | None, int | str]
"""What an entry stands for: a row of the plan, or an action by its id."""


class Entry(NamedTuple):
    """One line that can be chosen."""

    icon: str | QIcon
    text: str
    run: Callable[[], object]
    spans: tuple[Span, ...] = ()
    """The parts of the text that were typed."""
    detail: str = ""
    keys: str = ""
    """The shortcut that does the same."""
    status: str | None = None
    percent: str = ""
    tint: str = "text-2"
    key: Key | None = None
    """None for what is not offered again as recent."""

    def scored(self, score: Score) -> "Entry":
        """The entry with status and percent of an item."""
        return self._replace(status=score.status, percent=percent_text(score.progress))


class Section(NamedTuple):
    """A group of entries with a title."""

    title: str
    entries: Sequence[Entry]


class EntryModel(QAbstractListModel):
    """Titles and entries, one below the other; a title cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[str | Entry] = []

    def show(self, sections: Sequence[Section]) -> None:
        """Shows other sections; those without entries are left out."""
        self.beginResetModel()
        self.lines = []
        for section in sections:
            if section.entries:
                self.lines += [section.title, *section.entries]
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """The entry in a row; None for a title or outside."""
        line = self.lines[row] if 0 <= row < len(self.lines) else ""
        return None if isinstance(line, str) else line

    def choices(self) -> list[int]:
        """The rows that can be chosen."""
        return [row for row, line in enumerate(self.lines) if not isinstance(line, str)]

    def rowCount(self, parent: Place = NOTHING) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Place) -> Qt.ItemFlag:
        if self.entry(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Place, role: int = _DISPLAY) -> Any:
        if not index.isValid() or role not in {_DISPLAY, _ACCESSIBLE_TEXT}:
            return None
        line = self.lines[index.row()]
        if isinstance(line, str):
            return line
        return line.text if role == _DISPLAY else spoken(line)


def spoken(entry: Entry) -> str:
    """What a screen reader says of an entry: ``Interview …, Key result, At risk, 33%``."""
    word = status_word(entry.status) if entry.percent and entry.status else ""
    parts = (entry.text, entry.detail, word, entry.percent, entry.keys)
    return ", ".join(part for part in parts if part)
