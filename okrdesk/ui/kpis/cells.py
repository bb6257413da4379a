"""How the cells of the list of KPIs look."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QStyle

from okrdesk.ui.kpis.list_model import Column, Row
from okrdesk.ui.kpis.words import STATE_SHAPES
from okrdesk.ui.theme import TextRole, Theme
from okrdesk.ui.widgets.paint import Face, avatar_font, paint_avatar, paint_shape
from okrdesk.ui.widgets.spark_line import Spark, paint_spark

RIGHT = {Column.VALUE, Column.TARGET, Column.OBJECTIVES}
PADDING, SHAPE, GAP, AVATAR, TREND = 10, 10, 6, 22, 22
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LEADING = Qt.AlignmentFlag.AlignLeading | _MIDDLE
_FAR = Qt.AlignmentFlag.AlignRight | _MIDDLE


def paint_heading(painter: QPainter, area: QRect, theme: Theme, words: str) -> None:
    """Draws the name of a level."""
    painter.setPen(theme.colour("text-2"))
    painter.setFont(theme.font(TextRole.CHIP))
    _draw(painter, area.adjusted(PADDING, 6, -PADDING, 0), _LEADING, words)


def paint_cell(painter: QPainter, area: QRect, theme: Theme, row: Row, column: Column) -> None:
    """Draws one cell of a KPI."""
    inside = area.adjusted(PADDING, 0, -PADDING, 0)
    if column is Column.OWNER:
        _paint_owner(painter, inside, theme, row)
        return
    if column is Column.TREND:
        _paint_trend(painter, inside, theme, row)
        return
    if column is Column.STATE:
        inside = _paint_state(painter, inside, theme, row)
    strong = column in {Column.NAME, Column.VALUE}
    quiet = column in {Column.LAST, Column.RHYTHM, Column.TARGET}
    late = column is Column.LAST and row.line is not None and row.line.due
    painter.setPen(theme.colour("behind-text" if late else "text-2" if quiet else "text"))
    painter.setFont(theme.font(TextRole.STRONG if strong else TextRole.BODY))
    if column in RIGHT:
        paint_amount(painter, inside, row.words[column])
    else:
        _draw(painter, inside, _LEADING, row.words[column])


def paint_amount(painter: QPainter, area: QRect, text: str) -> None:
    """Draws a number with its signs at the far end; it reads from the left in every language."""
    mirrored = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    before = painter.layoutDirection()
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    _draw(painter, area, (_LEADING if mirrored else _FAR), text)
    painter.setLayoutDirection(before)


def _paint_state(painter: QPainter, area: QRect, theme: Theme, row: Row) -> QRect:
    """Draws the shape; returns the room for the word."""
    status = None if row.line is None else row.line.status
    if status is None:
        return area
    side = theme.length(SHAPE)
    place = QRect(area.left(), area.center().y() - side // 2, side, side)
    paint_shape(painter, QRectF(_mirrored(place, area)), theme, STATE_SHAPES[status])
    return _mirrored(area.adjusted(side + GAP, 0, 0, 0), area)


def _paint_trend(painter: QPainter, area: QRect, theme: Theme, row: Row) -> None:
    line = row.line
    if line is None or len(line.trend) < 2:
        return
    asked = line.limits
    limits = [float(limit) for limit in (asked.low, asked.high) if limit is not None]
    spark = Spark(
        [float(value.value) for value in line.trend],
        None if asked.target is None else float(asked.target),
        limits,
    )
    height = theme.length(TREND)
    place = QRectF(area.left(), area.center().y() - height / 2, area.width(), height)
    mirrored = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    paint_spark(painter, place, theme, spark, mirrored=mirrored)


def _paint_owner(painter: QPainter, area: QRect, theme: Theme, row: Row) -> None:
    if not row.owner.name:
        return
    side = theme.length(AVATAR)
    place = QRectF(0, 0, side, side)
    place.moveCenter(QRectF(area).center())
    font = avatar_font(theme.font(TextRole.CAPTION), side)
    paint_avatar(painter, place, theme, Face(row.owner.letters, row.owner.tint), font)


def _draw(painter: QPainter, area: QRect, where: Qt.AlignmentFlag, text: str) -> None:
    end = Qt.TextElideMode.ElideRight
    painter.drawText(area, where, painter.fontMetrics().elidedText(text, end, area.width()))


def _mirrored(place: QRect, area: QRect) -> QRect:
    """The place as the direction of the program has it."""
    return QStyle.visualRect(QApplication.layoutDirection(), area, place)
