"""How the cells of the matrix look."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from okrdesk.domain.words import KpiStrength
from okrdesk.ui.look import Look
from okrdesk.ui.matrix.model import Index, Kind, MatrixModel, Row
from okrdesk.ui.theme import TextRole, Theme
from okrdesk.ui.widgets.paint import (
    antialiased,
    avatar_font,
    paint_avatar,
    paint_bar,
    paint_shape,
)

HEIGHTS = {Kind.GROUP: 26, Kind.OBJECTIVE: 46, Kind.TOTAL: 36}
DOT, RING, PADDING, ICON, SHAPE, FACE, BAR, PERCENT = 13.0, 1.75, 14, 16, 10, 20, 120, 46
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LEADING = Qt.AlignmentFlag.AlignLeft | _MIDDLE


class Place(NamedTuple):
    """Where a cell is painted, in which theme."""

    painter: QPainter
    area: QRect
    theme: Theme


class MatrixDelegate(QStyledItemDelegate):
    """Paints objectives, marks and counts; ``current`` is the cell under the cursor."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.current: tuple[int, int] = (-1, -1)
        self.focused = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, row_height(self._look.themes.theme, _model(index).row_at(index.row()).kind))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = _model(index)
        row, place = model.row_at(index.row()), Place(painter, option.rect, self._look.themes.theme)
        self._paint_ground(place, model, index, row)
        if row.kind is Kind.GROUP:
            if index.column() == 0:
                _paint_words(place, row.title, TextRole.CHIP, "text-2")
        elif index.column() == 0:
            self._paint_objective(place, row)
        elif row.kind is Kind.TOTAL or index.column() == model.counts:
            self._paint_count(place, model, index)
        else:
            link = model.link_at(index)
            if link is not None:
                _paint_mark(place, link.strength)
        self._paint_cursor(place, index)

    def _paint_ground(self, place: Place, model: MatrixModel, index: Index, row: Row) -> None:
        painter, area, theme = place
        quiet = row.kind is not Kind.OBJECTIVE
        colour = "surface-alt" if quiet else "surface"
        if index.row() == self.current[0] and not quiet:
            colour = "accent-soft"
        if model.is_gap(index):
            colour = "behind-bg"
        painter.fillRect(area, theme.colour(colour))
        line = theme.colour("border")
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, line)
        mirrored = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        end = area.left() if mirrored else area.right()
        if row.kind is not Kind.GROUP:
            painter.fillRect(end, area.top(), 1, area.height(), line)
        if index.column() == model.matrix.high and model.matrix.high < len(model.matrix.kpis):
            strong = theme.colour("border-strong")
            painter.fillRect(end - (not mirrored), area.top(), 2, area.height(), strong)

    def _paint_cursor(self, place: Place, index: Index) -> None:
        if (index.row(), index.column()) != self.current:
            return
        painter, area, theme = place
        painter.setPen(QPen(theme.colour("focus" if self.focused else "border-strong"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area.adjusted(1, 1, -2, -2))

    def _paint_count(self, place: Place, model: MatrixModel, index: Index) -> None:
        painter, area, theme = place
        text = str(index.data() or "")
        gap = model.is_gap(index)
        painter.setFont(theme.font(TextRole.STRONG))
        painter.setPen(theme.colour("behind-text" if gap else "text-2"))
        if not gap:
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
            return
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        side = theme.length(ICON)
        wide = side + 6 + painter.fontMetrics().horizontalAdvance(text)
        left = area.center().x() - wide // 2
        icon = QRect(left, area.center().y() - side // 2, side, side)
        self._look.icons.icon("triangle-alert", "behind-text").paint(painter, icon)
        painter.drawText(area.adjusted(left - area.left() + side + 6, 0, 0, 0), _LEADING, text)
        painter.setLayoutDirection(QApplication.layoutDirection())

    def _paint_objective(self, place: Place, row: Row) -> None:
        if row.kind is Kind.TOTAL:
            _paint_words(place, row.title, TextRole.BODY, "text-2")
            return
        painter, area, theme = place
        side = theme.length(ICON)
        upper = QRect(area.left() + PADDING, area.top(), area.width() - 2 * PADDING, 0)
        upper.setHeight(area.height() * 11 // 20)
        icon = QRect(upper.left(), upper.center().y() - side // 2 + 2, side, side)
        self._look.icons.icon(row.icon).paint(painter, _mirrored(icon, area))
        title = upper.adjusted(side + 10, 3, 0, 3)
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font(TextRole.STRONG))
        _draw(painter, _mirrored(title, area), row.title)
        lower = QRect(title.left(), upper.bottom(), title.width(), area.bottom() - upper.bottom())
        _paint_progress(Place(painter, lower, theme), row, area)


def row_height(theme: Theme, kind: Kind) -> int:
    """The height of a row at the text size in use."""
    return theme.length(HEIGHTS[kind])


def _paint_progress(place: Place, row: Row, whole: QRect) -> None:
    """Draws shape, bar and percent, and the owner at the far end."""
    painter, area, theme = place
    middle, side, face = area.center().y(), theme.length(SHAPE), theme.length(FACE)
    shape = QRect(area.left(), middle - side // 2, side, side)
    paint_shape(painter, QRectF(_mirrored(shape, whole)), theme, row.bar.status)
    free = area.width() - side - face - theme.length(PERCENT) - 16
    bar = QRect(shape.right() + 8, middle - 3, max(20, min(theme.length(BAR), free)), 6)
    mirrored = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    paint_bar(painter, QRectF(_mirrored(bar, whole)), theme, row.bar, mirrored=mirrored)
    painter.setPen(theme.colour("text-2"))
    painter.setFont(theme.font(TextRole.SMALL))
    percent = QRect(bar.right() + 9, area.top(), theme.length(PERCENT), area.height())
    _draw(painter, _mirrored(percent, whole), row.percent)
    if row.owner:
        round_ = QRect(area.right() - face, middle - face // 2 - 1, face, face)
        font = avatar_font(theme.font(TextRole.CAPTION), face)
        paint_avatar(painter, QRectF(_mirrored(round_, whole)), theme, row.face, font)


def _paint_mark(place: Place, strength: KpiStrength) -> None:
    """Draws ● for direct, ○ for influences."""
    painter, area, theme = place
    size = theme.length(DOT)
    with antialiased(painter):
        colour = theme.colour("accent")
        direct = strength is KpiStrength.DIRECT
        inset = 0.0 if direct else RING / 2
        painter.setPen(Qt.PenStyle.NoPen if direct else QPen(colour, RING))
        painter.setBrush(colour if direct else theme.colour("surface"))
        middle = QPointF(QRectF(area).center())
        painter.drawEllipse(middle, size / 2 - inset, size / 2 - inset)


def _paint_words(place: Place, words: str, role: TextRole, token: str) -> None:
    painter, area, theme = place
    painter.setPen(theme.colour(token))
    painter.setFont(theme.font(role))
    _draw(painter, area.adjusted(PADDING, 0, -PADDING, 0), words)


def _draw(painter: QPainter, area: QRect, text: str) -> None:
    end = Qt.TextElideMode.ElideRight
    painter.drawText(area, _LEADING, painter.fontMetrics().elidedText(text, end, area.width()))


def _mirrored(place: QRect, area: QRect) -> QRect:
    """The place as the direction of the program has it."""
    return QStyle.visualRect(QApplication.layoutDirection(), area, place)


def _model(index: Index) -> MatrixModel:
    model = index.model()
    if not isinstance(model, MatrixModel):
        raise TypeError(model)
    return model
