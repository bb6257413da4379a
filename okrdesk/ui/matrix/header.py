"""The head of the matrix: the two levels, and each KPI with its value and target."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from okrdesk.domain.kpi_overview import KpiLine
from okrdesk.ui.kpis.words import STATE_SHAPES, target_words, value_words
from okrdesk.ui.look import Look
from okrdesk.ui.matrix.model import MatrixModel
from okrdesk.ui.theme import TextRole, Theme
from okrdesk.ui.translation import tr
from okrdesk.ui.widgets.paint import paint_shape

BAND, BODY, PADDING, SHAPE = 28, 92, 14, 9
_CENTRE = Qt.AlignmentFlag.AlignCenter
_WRAPPED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
_FOOT = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft


class MatrixHeader(QHeaderView):
    """Painted; the words are in the model's header for everybody else."""

    def __init__(self, look: Look, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look, self._matrix = look, model
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(20)

    def sizeHint(self) -> QSize:
        length = self._look.themes.theme.length
        return QSize(super().sizeHint().width(), length(BAND) + length(BODY))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the sections, then the names of the levels across them."""
        super().paintEvent(event)
        matrix = self._matrix.matrix
        painter = QPainter(self.viewport())
        bands = (
            (1, matrix.high, tr("High-level KPIs (whole company)")),
            (matrix.high + 1, len(matrix.kpis), tr("Low-level KPIs (teams)")),
        )
        for first, last, words in bands:
            if first <= last:
                self._paint_band(painter, first, last, words)
        painter.end()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme = self._look.themes.theme
        painter.save()
        painter.fillRect(rect, theme.colour("surface"))
        line = theme.colour("border")
        band = theme.length(BAND)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, line)
        painter.fillRect(rect.left(), rect.top() + band, rect.width(), 1, line)
        self._paint_edge(painter, rect, logicalIndex)
        body = rect.adjusted(4, band, -4, -8)
        kpi = self._matrix.line_at(logicalIndex)
        if kpi is None:
            self._paint_caption(painter, rect, logicalIndex)
        else:
            _paint_kpi(painter, body, theme, kpi)
        painter.restore()

    def _paint_edge(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme, mirrored = self._look.themes.theme, self.isRightToLeft()
        matrix = self._matrix.matrix
        end = rect.left() if mirrored else rect.right()
        if section == matrix.high and matrix.high < len(matrix.kpis):
            colour = theme.colour("border-strong")
            painter.fillRect(end - (not mirrored), rect.top(), 2, rect.height(), colour)
        elif section == 0:
            painter.fillRect(end, rect.top(), 1, rect.height(), theme.colour("border"))

    def _paint_caption(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme = self._look.themes.theme
        painter.setFont(theme.font(TextRole.CAPTION_STRONG))
        painter.setPen(theme.colour("text-3"))
        words = str(self._matrix.headerData(section, Qt.Orientation.Horizontal))
        if section:
            where = _WRAPPED | Qt.TextFlag.TextWordWrap
            painter.drawText(rect.adjusted(4, 0, -4, -8), int(where), words)
            return
        painter.drawText(rect.adjusted(PADDING, 0, -PADDING, -8), _FOOT, words)

    def _paint_band(self, painter: QPainter, first: int, last: int, words: str) -> None:
        theme = self._look.themes.theme
        ends = [
            (self.sectionViewportPosition(section), self.sectionSize(section))
            for section in (first, last)
        ]
        left = min(place for place, _ in ends)
        right = max(place + width for place, width in ends)
        area = QRect(left + 4, 0, right - left - 8, theme.length(BAND))
        # What is under the frozen column or out of sight leaves the words the rest.
        area &= self.viewport().rect()
        painter.setFont(theme.font(TextRole.CAPTION_STRONG))
        painter.setPen(theme.colour("text-2"))
        end = Qt.TextElideMode.ElideRight
        text = painter.fontMetrics().elidedText(words, end, max(area.width(), 0))
        painter.drawText(area, _CENTRE, text)


def _paint_kpi(painter: QPainter, area: QRect, theme: Theme, line: KpiLine) -> None:
    """Draws name, value and target from the top down; numbers read from the left everywhere."""
    small, strong = theme.font(TextRole.SMALL), theme.font(TextRole.SECTION)
    painter.setFont(strong)
    value_height = painter.fontMetrics().height()
    painter.setFont(small)
    foot = painter.fontMetrics().height()
    target = QRect(area.left(), area.bottom() - foot, area.width(), foot)
    value = QRect(area.left(), target.top() - value_height - 1, area.width(), value_height)
    name = QRect(area.left(), area.top() + 4, area.width(), value.top() - area.top() - 5)
    painter.setPen(theme.colour("text"))
    where = _WRAPPED | Qt.TextFlag.TextWordWrap
    fits = painter.boundingRect(name, int(where), line.kpi.name).height() <= name.height()
    end = Qt.TextElideMode.ElideRight
    words = painter.fontMetrics().elidedText(line.kpi.name, end, area.width())
    painter.drawText(name, int(where), line.kpi.name if fits else words)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    _paint_target(painter, target, theme, line)
    painter.setFont(strong)
    painter.setPen(theme.colour("text"))
    painter.drawText(value, _CENTRE, value_words(line.kpi, line.value))


def _paint_target(painter: QPainter, area: QRect, theme: Theme, line: KpiLine) -> None:
    words = target_words(line.kpi, line.limits)
    painter.setPen(theme.colour("text-2"))
    if line.status is None:
        painter.drawText(area, _CENTRE, words)
        return
    side = theme.length(SHAPE)
    wide = side + 5 + painter.fontMetrics().horizontalAdvance(words)
    left = area.center().x() - wide // 2
    shape = QRectF(left, area.center().y() - side / 2, side, side)
    paint_shape(painter, shape, theme, STATE_SHAPES[line.status])
    painter.drawText(area.adjusted(left - area.left() + side + 5, 0, 20, 0), _FOOT, words)
