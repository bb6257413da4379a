"""How far we are, and how far we should be."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from okrdesk.domain.overview.pace_now import PaceNow, at_end, pace_now
from okrdesk.domain.overview.sight import OBJECTIVES, Sight, search_for
from okrdesk.domain.words import Status
from okrdesk.text import Message
from okrdesk.ui.dashboard.openers import INSET, Opener
from okrdesk.ui.dashboard.tile import Tile
from okrdesk.ui.dashboard.wishes import Search
from okrdesk.ui.look import Look
from okrdesk.ui.status_words import status_word
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import percent_text, said, tr
from okrdesk.ui.widgets.progress_bar import ProgressBar
from okrdesk.ui.widgets.status_chip import StatusChip

THICKNESS = 10
MIDDLE = Qt.AlignmentFlag.AlignVCenter


class ProgressTile(Tile):
    """The mean of the objectives with the expected mark; it opens them."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, tr("Progress"))
        self._big = Opener(look, TextRole.BIG_NUMBER, "number")
        self._of = look.label(tr("of {percent}").format(percent=percent_text(1.0)), tone="2")
        self._end = look.wrapped("", TextRole.SMALL, "2")
        self._end.setAlignment(Qt.AlignmentFlag.AlignTrailing | MIDDLE)
        self.bar = ProgressBar(look.themes, thickness=THICKNESS)
        self._expected = look.wrapped("", TextRole.SMALL, "2")
        self._chip = StatusChip(look.themes)
        self._now = PaceNow(None, None, None, 0, 0)
        self.take(self._big)
        first, last = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(6)
        for part in (self._big, self._of):
            first.addWidget(part, 0, MIDDLE)
        first.addWidget(self._end, 1)
        last.addWidget(self._expected, 1)
        last.addWidget(self._chip)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(INSET, 0, INSET, 0)
        column.setSpacing(4)
        column.addLayout(first)
        column.addWidget(self.bar)
        column.addStretch(1)
        column.addLayout(last)

    def show_sight(self, sight: Sight) -> None:
        now = pace_now(sight)
        wish = Search(search_for(sight, OBJECTIVES))
        if not self.is_news((now, wish, sight.over)):
            return
        self._now = now
        if now.progress is None:
            self.say(nothing_yet(now))
            return
        sentence = pace_sentence(now)
        progress, expected = percent_text(now.progress), percent_text(now.expected)
        self._big.show_text(progress, sentence, wish)
        done = now.status is Status.ACHIEVED
        self.bar.set_values(now.status, now.progress, None if done else now.expected)
        self.bar.setAccessibleDescription(sentence)
        words = (
            tr("Expected at the end {percent}") if sight.over else tr("Expected today {percent}")
        )
        self._expected.setText(words.format(percent=expected))
        self._chip.set_status(now.status)
        self.tell(sentence, wish, _rows(now, None))

    def show_past(self, sight: Sight) -> None:
        end = at_end(sight)
        if self._now.progress is None or not self.is_news((end, self._now), "past"):
            return
        words = course_words(self._now, end)
        self._end.setText(words)
        sentence = pace_sentence(self._now)
        wish = Search(search_for(sight, OBJECTIVES))
        led = tr("{words} at the end.").format(words=words) if words else ""
        self.tell(f"{sentence} {led}".strip(), wish, _rows(self._now, end))


def course_words(now: PaceNow, end: float | None) -> str:
    """Where it leads; empty where that cannot be told."""
    if end is None or now.status is Status.ACHIEVED:
        return ""
    words = tr("On course for {percent}")
    return words.format(percent=percent_text(end))


def nothing_yet(now: PaceNow) -> str:
    """Why there is no number."""
    if not now.objectives:
        return tr("No objectives here yet.")
    return tr("No check-ins yet.")


def pace_sentence(now: PaceNow) -> str:
    """The tile in one sentence."""
    words = said(
        Message(
            "Average of %n objective(s): {progress}, expected {expected}.",
            {"progress": percent_text(now.progress), "expected": percent_text(now.expected)},
            count=now.objectives,
        )
    )
    return words if now.status is None else f"{words} {status_word(now.status)}."


def _rows(now: PaceNow, end: float | None) -> list[tuple[str, str]]:
    rows = [
        (tr("Average progress"), percent_text(now.progress)),
        (tr("Desired progress"), percent_text(now.expected)),
    ]
    status = () if now.status is None else ((tr("Status"), status_word(now.status)),)
    course = () if end is None else ((tr("On course for"), percent_text(end)),)
    return [*rows, *status, *course]
