"""One row of the tree as it is shown, in plain values that the delegate and tests can read."""

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from okrdesk.ui.status_words import status_word


class RowKind(Enum):
    """What a row stands for."""

    MISSION = "mission"
    OBJECTIVE = "objective"
    KEY_RESULT = "key_result"
    GROUP = "group"


class TreeRow(NamedTuple):
    """What all columns of one row show."""

    kind: RowKind
    title: str
    symbol: str = "key_result"
    """A key of `LEVEL_ICONS`."""
    caption: str = ""
    """The cycle, behind the title."""
    amount: str = ""
    """Current and target, such as `5 / 15`."""
    progress: float | None = None
    """The ratio of the bar."""
    percent: str = ""
    expected: float | None = None
    expected_percent: str = ""
    status: str | None = None
    stale: bool = False
    confidence: str = ""
    owner: str = ""
    letters: str = ""
    tint: int = 0
    updated: str = ""
    """The day of the last report."""
    due: str = ""
    team: str = ""
    grade: str = ""
    cycle: str = ""

    @property
    def is_neutral(self) -> bool:
        """Say whether "on track" has lost its colour, because nobody looked for long."""
        return self.stale and self.status == "on_track"


def sentence(row: TreeRow) -> str:
    """Return the one sentence that a screen reader speaks for the row."""
    parts = [
        row.title,
        row.caption if row.kind is RowKind.MISSION else "",
        status_word(row.status) if row.status else "",
        *_progress_words(row),
        row.amount.replace(" / ", QCoreApplication.translate("TreeRow", " of ")),
        QCoreApplication.translate("TreeRow", "no recent check-in") if row.stale else "",
    ]
    return ", ".join(part for part in parts if part)


def _progress_words(row: TreeRow) -> list[str]:
    if row.progress is None:
        unknown = QCoreApplication.translate("TreeRow", "not measured")
        return [unknown] if row.percent else []
    words = QCoreApplication.translate("TreeRow", "{number} percent")
    said = [words.format(number=_number(row.percent))]
    if row.expected_percent:
        words = QCoreApplication.translate("TreeRow", "expected {number}")
        said.append(words.format(number=_number(row.expected_percent)))
    return said


def _number(percent: str) -> str:
    return percent.strip("%\u00a0\u202f ")
