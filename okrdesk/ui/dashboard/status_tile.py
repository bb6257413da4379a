"""How many key results have which status: one stacked bar, and a list."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from okrdesk.domain.filters import Condition
from okrdesk.domain.filters.words import key_of
from okrdesk.domain.overview.sight import KEY_RESULTS, Sight, search_for
from okrdesk.domain.overview.statuses import ORDER, Statuses, statuses
from okrdesk.domain.tables import TEAM
from okrdesk.domain.words import Status
from okrdesk.text import Message
from okrdesk.ui.dashboard.openers import INSET, Line, Row
from okrdesk.ui.dashboard.tile import Tile
from okrdesk.ui.dashboard.wishes import Search
from okrdesk.ui.look import Look
from okrdesk.ui.rule import Rule
from okrdesk.ui.status_words import status_word
from okrdesk.ui.theme import TextRole, ThemeController
from okrdesk.ui.translation import number, percent_text, said, tr
from okrdesk.ui.widgets.paint import antialiased, status_colour
from okrdesk.ui.widgets.themed import ThemedWidget

BAR, GAP = 17, 2
"""Height of the stacked bar and what is free between its parts, in pixels of the design."""


class StatusTile(Tile):
    """A row opens the key results with its status, the tile all of them."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, tr("Status of key results"))
        self._bar = StackedBar(look.themes)
        self._lines = {status: Row(look) for status in ORDER}
        self.take(*self._lines.values())
        self._remark = QWidget()
        self._said = look.wrapped("", TextRole.SMALL, "2")
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(1)
        bar = QHBoxLayout()
        bar.setContentsMargins(INSET, 0, INSET, 6)
        bar.addWidget(self._bar)
        column.addLayout(bar)
        for row in self._lines.values():
            column.addWidget(row)
        column.addWidget(self._build_remark())
        column.addStretch(1)

    def show_sight(self, sight: Sight) -> None:
        figure = statuses(sight)
        wish = Search(search_for(sight, KEY_RESULTS))
        remark = remark_on(sight, figure)
        if not self.is_news((figure, wish, remark)):
            return
        if not figure.known:
            self.show_total("", wish)
            self.say(tr("No key results here yet."))
            return
        total = tr("{count} in total").format(count=number(figure.known))
        self.show_total(total, wish)
        self._bar.show_parts(figure.counts)
        counts = dict(figure.counts)
        for status, row in self._lines.items():
            row.setVisible(status in counts)
            if status in counts:
                row.show_line(status_line(sight, status, counts[status], figure.known))
        self._said.setText(remark)
        self._remark.setVisible(bool(remark))
        self.tell(status_sentence(figure), wish, _rows(figure))

    def _build_remark(self) -> QWidget:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.look.icon("info", 14), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._said, 1)
        column = QVBoxLayout(self._remark)
        column.setContentsMargins(INSET, 6, INSET, 0)
        column.setSpacing(8)
        column.addWidget(Rule(self.look.themes))
        column.addLayout(line)
        return self._remark


def status_line(sight: Sight, status: Status, count: int, every: int) -> Line:
    """Shape, word, count and share."""
    word, share = status_word(status), percent_text(count / every)
    sentence = tr("{status}: {count} of {all}, {share}")
    return Line(
        word,
        sentence.format(status=word, count=count, all=every, share=share),
        Search(search_for(sight, KEY_RESULTS, Condition("status", (key_of(status),)))),
        status=status,
        number=number(count),
        aside=share,
    )


def status_sentence(figure: Statuses) -> str:
    """As “On track: 14, Behind: 3.” for a screen reader."""
    parts = tr("{status}: {count}")
    counts = [parts.format(status=status_word(s), count=count) for s, count in figure.counts]
    return f"{', '.join(counts)}."


def remark_on(sight: Sight, figure: Statuses) -> str:
    """What a person would say of it; empty for nothing."""
    if figure.at_risk is not None:
        team = sight.snapshot.get(TEAM, figure.at_risk.team).name
        words = {"part": figure.at_risk.among, "all": figure.at_risk.every, "team": team}
        return said(Message("{part} of the {all} at-risk results belong to {team}.", words))
    if figure.unknown:
        return said(
            Message(
                "%n more (has|have) no status yet: (its|their) target is missing.",
                count=figure.unknown,
            )
        )
    return ""


def _rows(figure: Statuses) -> list[tuple[str, str, str]]:
    head = (tr("Status"), tr("Key results"), tr("Share"))
    rows = [
        (status_word(status), str(count), percent_text(count / figure.known))
        for status, count in figure.counts
    ]
    return [head, *rows]


class StackedBar(ThemedWidget):
    """A part for each status, as long as its share."""

    def __init__(self, themes: ThemeController) -> None:
        super().__init__(themes)
        self._parts: Sequence[tuple[Status, int]] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: Sequence[tuple[Status, int]]) -> None:
        """Shows other counts."""
        self._parts = parts
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.length(160), self.theme.length(BAR))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.length(60), self.theme.length(BAR))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the parts side by side."""
        del event
        every = sum(count for _, count in self._parts)
        room, left = self.width() - GAP * (len(self._parts) - 1), 0.0
        painter = QPainter(self)
        with antialiased(painter):
            painter.setPen(Qt.PenStyle.NoPen)
            for status, count in self._parts:
                width = room * count / every
                start = self.width() - left - width if self._is_mirrored() else left
                painter.setBrush(status_colour(self.theme, status))
                painter.drawRoundedRect(QRectF(start, 0, width, self.height()), 3, 3)
                left += width + GAP
        painter.end()
