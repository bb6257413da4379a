"""The heads over the columns: level, how many cards; they stay while the map moves below."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from okrdesk.domain.alignment_map import Column
from okrdesk.ui.icons import LEVEL_ICONS
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import number
from okrdesk.ui.widgets.themed import ThemedWidget

HEIGHT = 44
NARROWEST = 40.0
"""Narrower heads show their icon alone."""


class ColumnHead(NamedTuple):
    """One head: its column, how many cards that has, and where it stands in the window."""

    column: Column
    cards: int
    left: float
    width: float


class ColumnHeads(ThemedWidget):
    """``cycle`` stands behind teams and individuals, as in "Teams, Q3 2026"."""

    def __init__(self, look: Look) -> None:
        super().__init__(look.themes)
        self._look = look
        self._heads: list[ColumnHead] = []
        self._cycle = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_heads(self, heads: list[ColumnHead], cycle: str) -> None:
        """Shows other heads, or the same elsewhere."""
        if (heads, cycle) != (self._heads, self._cycle):
            self._heads, self._cycle = heads, cycle
            self.setAccessibleName(", ".join(self._words(head) for head in heads))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(100, self.theme.length(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        for head in self._heads:
            self._paint_head(painter, head)
        painter.end()

    def _paint_head(self, painter: QPainter, head: ColumnHead) -> None:
        theme, line = self.theme, self.height() - 6
        painter.fillRect(QRectF(head.left, line, head.width, 1.5), theme.colour("border"))
        size = theme.length(16)
        place = QRectF(head.left, (line - size) / 2, size, size)
        area = QRectF(head.left + size + 8, 0, head.width - size - 8, line)
        if self._is_mirrored():
            place.moveRight(head.left + head.width)
            area.moveRight(place.left() - 8)
        icon = LEVEL_ICONS[head.column.name.lower()]
        self._look.icons.icon(icon, "text-2").paint(painter, place.toAlignedRect())
        if area.width() < NARROWEST:
            return
        middle = Qt.AlignmentFlag.AlignVCenter
        font = theme.font(TextRole.SMALL)
        painter.setFont(font)
        painter.setPen(theme.colour("text-2"))
        count = number(head.cards)
        painter.drawText(area, Qt.AlignmentFlag.AlignTrailing | middle, count)
        taken = QFontMetricsF(font).horizontalAdvance(count) + 8
        mirrored = self._is_mirrored()
        area.adjust(taken if mirrored else 0, 0, 0 if mirrored else -taken, 0)
        font = theme.font(TextRole.STRONG)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        end = Qt.TextElideMode.ElideRight
        text = QFontMetricsF(font).elidedText(self._title(head.column), end, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeading | middle, text)

    def _words(self, head: ColumnHead) -> str:
        return f"{self._title(head.column)} {number(head.cards)}"

    def _title(self, column: Column) -> str:
        names = {
            Column.MISSION: self.tr("Mission"),
            Column.LONG_TERM: self.tr("Long term"),
            Column.YEAR: self.tr("This year"),
            Column.TEAM: self.tr("Teams"),
            Column.INDIVIDUAL: self.tr("Individuals"),
        }
        dated = {
            Column.TEAM: self.tr("Teams, {cycle}"),
            Column.INDIVIDUAL: self.tr("Individuals, {cycle}"),
        }
        if self._cycle and column in dated:
            return dated[column].format(cycle=self._cycle)
        return names[column]
