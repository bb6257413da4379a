"""A small line without axes: how a number moved, and where it should be.

Each line has its own scale, from the lowest to the highest of all it shows; the numbers
themselves are printed beside it by the caller.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from okrdesk.ui.theme import Theme, ThemeController
from okrdesk.ui.widgets.paint import antialiased
from okrdesk.ui.widgets.themed import ThemedWidget

DOT, LINE, TARGET_LINE, LIMIT_LINE = 5.0, 1.5, 1.25, 1.0
"""Diameter of the last point and widths of the lines, in pixels."""


class Spark(NamedTuple):
    """What a spark line shows; values are evenly apart, from the oldest to the newest."""

    values: Sequence[float | None] = ()
    """None leaves a gap."""
    target: float | None = None
    """A dotted line across."""
    limits: Sequence[float] = ()
    """Quieter dotted lines, such as the second limit of a KPI."""
    ink: str = "accent"
    """The colour token of the line."""


class _Scale(NamedTuple):
    """Where values are in a rectangle."""

    rect: QRectF
    low: float
    span: float
    steps: int
    mirrored: bool

    def x(self, place: int) -> float:
        """A single value stands at the end, where today is."""
        along = place / self.steps if self.steps else 1.0
        along = 1.0 - along if self.mirrored else along
        return self.rect.left() + along * self.rect.width()

    def y(self, value: float) -> float:
        """What never moves runs along the middle."""
        up = (value - self.low) / self.span if self.span else 0.5
        return self.rect.bottom() - up * self.rect.height()


def paint_spark(
    painter: QPainter, rect: QRectF, theme: Theme, spark: Spark, *, mirrored: bool = False
) -> None:
    """Draws the line inside ``rect``; nothing without a value. ``mirrored`` starts at the right."""
    scale = _scale(rect, spark, mirrored=mirrored)
    if scale is None:
        return
    with antialiased(painter):
        for limit in spark.limits:
            _paint_level(painter, scale, limit, QPen(theme.colour("border-strong"), LIMIT_LINE))
        if spark.target is not None:
            _paint_level(painter, scale, spark.target, QPen(theme.colour("text-3"), TARGET_LINE))
        pen = QPen(theme.colour(spark.ink), LINE)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        for stretch in _stretches(scale, spark.values):
            painter.drawPolyline(QPolygonF(stretch))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(spark.ink))
        painter.drawEllipse(_last(scale, spark.values), DOT / 2, DOT / 2)


def _scale(rect: QRectF, spark: Spark, *, mirrored: bool) -> _Scale | None:
    known = [value for value in spark.values if value is not None]
    if not known:
        return None
    target = () if spark.target is None else (spark.target,)
    heights = [*known, *target, *spark.limits]
    room = DOT / 2
    inside = rect.adjusted(room, room, -room, -room)
    low, high = min(heights), max(heights)
    return _Scale(inside, low, high - low, len(spark.values) - 1, mirrored)


def _paint_level(painter: QPainter, scale: _Scale, value: float, pen: QPen) -> None:
    pen.setDashPattern([1.5, 2.0])
    painter.setPen(pen)
    y = scale.y(value)
    painter.drawLine(QPointF(scale.rect.left(), y), QPointF(scale.rect.right(), y))


def _stretches(scale: _Scale, values: Sequence[float | None]) -> Iterator[list[QPointF]]:
    """What lies between two gaps; a value between two gaps becomes a dot."""
    points: list[QPointF] = []
    for place, value in enumerate([*values, None]):
        if value is not None:
            points.append(QPointF(scale.x(place), scale.y(value)))
        elif points:
            yield points if len(points) > 1 else points * 2
            points = []


def _last(scale: _Scale, values: Sequence[float | None]) -> QPointF:
    return next(
        QPointF(scale.x(place), scale.y(value))
        for place, value in reversed(list(enumerate(values)))
        if value is not None
    )


class SparkLine(ThemedWidget):
    """A spark line as a widget; who shows it gives it its accessible name."""

    def __init__(self, themes: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._spark = Spark()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_spark(self, spark: Spark) -> None:
        """Shows other values; the same ones paint nothing anew."""
        if spark != self._spark:
            self._spark = spark
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.length(80), self.theme.length(28))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.length(32), self.theme.length(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the line over the whole widget."""
        del event
        painter = QPainter(self)
        whole = QRectF(self.rect())
        paint_spark(painter, whole, self.theme, self._spark, mirrored=self._is_mirrored())
        painter.end()
