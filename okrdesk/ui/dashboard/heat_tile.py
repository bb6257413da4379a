"""Which team is unsure, or behind: a heatmap of teams and weeks."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QVBoxLayout

from okrdesk.domain.groups import Groups
from okrdesk.domain.overview.heat_map import heat_map
from okrdesk.domain.overview.sight import KEY_RESULTS, Sight, search_for
from okrdesk.domain.people import is_solo
from okrdesk.domain.series.heat import Heat, Measure
from okrdesk.text import Message
from okrdesk.ui.dashboard.heat_model import heat_lines
from okrdesk.ui.dashboard.heat_table import HeatTable
from okrdesk.ui.dashboard.openers import INSET
from okrdesk.ui.dashboard.tile import Tile
from okrdesk.ui.dashboard.wishes import Search
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole, ThemeController
from okrdesk.ui.translation import said, tr
from okrdesk.ui.widgets.paint import antialiased
from okrdesk.ui.widgets.segments import Segments
from okrdesk.ui.widgets.themed import ThemedWidget

SWATCH, GAP = 22, 3
"""Width of a step of the legend and what is free beside it, in pixels of the design."""


class HeatTile(Tile):
    """A row opens its key results, the tile all of them."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, tr("Confidence by team"))
        self.measure = Measure.CONFIDENCE
        self._sight: Sight | None = None
        self.segments = Segments(tr("What the cells say"))
        self.segments.add(tr("Confidence"), Measure.CONFIDENCE)
        self.segments.add(tr("Pace"), Measure.PACE)
        self.segments.show_choice(self.measure)
        self.segments.chosen.connect(self.choose)
        self.head.insertWidget(2, self.segments)
        self.cells = HeatTable(look)
        self.cells.wanted.connect(self.wanted)
        self._legend = Legend(look.themes)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(INSET, 0, INSET, 0)
        column.setSpacing(6)
        column.addWidget(self.cells)
        column.addWidget(self._legend)
        column.addStretch(1)

    def show_sight(self, sight: Sight) -> None:
        self._sight = sight
        self.wait()

    def show_past(self, sight: Sight) -> None:
        found = heat_map(sight, self.measure)
        lines = heat_lines(sight, found)
        wish = Search(search_for(sight, KEY_RESULTS))
        if not self.is_news((found, lines, wish), "past"):
            return
        self.rename(heat_title(sight, found, self.measure))
        self.cells.setAccessibleName(self.accessibleName())
        silent = all(cell.value is None for row in found.rows for cell in row.cells)
        self.segments.setVisible(not silent or self.measure is not Measure.CONFIDENCE)
        if silent:
            self.say(tr("No check-ins yet."))
            return
        self.cells.cells.show_heat(lines, found, self.measure)
        self._legend.show_measure(self.measure)
        sentence = said(Message("%n row(s), a cell for each week.", count=len(lines)))
        self.tell(sentence, wish, self.cells.cells.rows())

    def choose(self, measure: object) -> None:
        """Shows confidence or pace."""
        if isinstance(measure, Measure):
            self.measure = measure
            self.segments.show_choice(measure)
            if self._sight is not None:
                self.show_past(self._sight)


def heat_title(sight: Sight, found: Heat, measure: Measure) -> str:
    """What the rows are; one person alone has weeks and nothing else."""
    sure = measure is Measure.CONFIDENCE
    if is_solo(sight.snapshot):
        return tr("Confidence by week") if sure else tr("Pace by week")
    if any(row.kind is Groups.PERSON for row in found.rows):
        return tr("Confidence by person") if sure else tr("Pace by person")
    return tr("Confidence by team") if sure else tr("Pace by team")


class Legend(ThemedWidget):
    """The six steps, and what their ends mean."""

    def __init__(self, themes: ThemeController) -> None:
        super().__init__(themes)
        self._low, self._high = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_measure(self, measure: Measure) -> None:
        """Shows what the ends of a measure are called."""
        sure = measure is Measure.CONFIDENCE
        self._low = tr("Low") if sure else tr("Behind")
        high = tr("High confidence (1–10)"), tr("Ahead (share of what is expected)")
        self._high = high[0] if sure else high[1]
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.length(200), self.theme.length(18))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.length(100), self.theme.length(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the words around the steps."""
        del event
        painter, theme = QPainter(self), self.theme
        painter.setFont(theme.font(TextRole.CAPTION))
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        side = QStyle.visualAlignment(self.layoutDirection(), side)
        wide, gap = theme.length(SWATCH), theme.length(GAP)
        steps = [QColor(ground) for ground, _ in theme.heat]
        left = painter.fontMetrics().horizontalAdvance(self._low) + 2 * gap
        painter.setPen(theme.colour("text-2"))
        painter.drawText(self._box(0, left), side, self._low)
        end = left + len(steps) * (wide + gap) + gap
        painter.drawText(self._box(end, self.width() - end), side, self._high)
        tall = theme.length(8)
        with antialiased(painter):
            painter.setPen(Qt.PenStyle.NoPen)
            for place, colour in enumerate(steps):
                box = self._box(left + place * (wide + gap), wide)
                box.setTop((self.height() - tall) / 2)
                box.setHeight(tall)
                painter.setBrush(colour)
                painter.drawRoundedRect(box, 2, 2)
        painter.end()

    def _box(self, start: int, width: int) -> QRectF:
        left = self.width() - start - width if self._is_mirrored() else start
        return QRectF(left, 0, width, self.height())
