"""One KPI in the tile of KPIs: value, spark line with its target, state and rhythm."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle

from okrdesk.domain.kpi_overview import KpiLine
from okrdesk.domain.words import KpiRule
from okrdesk.ui.dashboard.openers import INSET
from okrdesk.ui.dashboard.wishes import Measure
from okrdesk.ui.kpis.words import STATE_SHAPES, state_word, target_words, value_words
from okrdesk.ui.look import Look
from okrdesk.ui.settings.words import RHYTHM_WORDS
from okrdesk.ui.theme import TextRole, Theme
from okrdesk.ui.translation import said, tr
from okrdesk.ui.widgets.paint import antialiased, paint_shape
from okrdesk.ui.widgets.spark_line import Spark, paint_spark

WIDTH, HEIGHT, LINE, SHAPE = 150, 78, 78, 9
"""Smallest width and height of a cell, width of its line, size of a shape."""
POINTS = 13
"""So many measurements are in the line."""


class KpiFace(NamedTuple):
    """What a cell shows of a KPI."""

    id: int
    name: str
    value: str
    shape: str
    """The status whose shape stands for the state; empty without one."""
    state: str
    target: str
    rhythm: str
    spark: Spark

    @property
    def sentence(self) -> str:
        """The cell in one sentence."""
        words = [f"{self.name}: {self.value}", self.target, self.state, self.rhythm]
        return ", ".join(filter(None, words))


def kpi_face(line: KpiLine) -> KpiFace:
    """The words and the line of a KPI."""
    kpi, status = line.kpi, line.status
    asked = target_words(kpi, line.limits)
    target = tr("Target {target}").format(target=asked) if asked else ""
    limits = (line.limits.low, line.limits.high) if kpi.rule is KpiRule.RANGE else ()
    goal = None if kpi.rule is KpiRule.RANGE else line.limits.target
    return KpiFace(
        kpi.id,
        kpi.name,
        value_words(kpi, line.value),
        "" if status is None else STATE_SHAPES[status],
        state_word(status),
        target,
        said(RHYTHM_WORDS[kpi.rhythm]),
        Spark(
            tuple(float(value.value) for value in line.trend[-POINTS:]),
            None if goal is None else float(goal),
            tuple(float(limit) for limit in limits if limit is not None),
        ),
    )


class KpiCell(QAbstractButton):
    """``wanted`` carries the KPI it opens."""

    wanted = Signal(object)

    def __init__(self, look: Look, face: KpiFace) -> None:
        super().__init__()
        self._look, self.face = look, face
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(face.sentence)
        self.setToolTip(face.sentence)
        self.clicked.connect(lambda: self.wanted.emit(Measure(self.face.id)))
        look.themes.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        theme = self._look.themes.theme
        return QSize(theme.length(WIDTH), theme.length(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.themes.theme.length(WIDTH) // 2, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints name, value with its line, and state with rhythm below each other."""
        del event
        painter, theme = QPainter(self), self._look.themes.theme
        self._paint_ground(painter, theme)
        area = self.rect().adjusted(INSET, 2, -INSET, -2)
        first, second, third = (theme.length(part) for part in (18, 34, 18))
        name = QRect(area.left(), area.top(), area.width(), first)
        self._write(painter, name, self.face.name, TextRole.SMALL, "text")
        value = QRect(area.left(), name.bottom() + 1, area.width(), second)
        self._paint_value(painter, value, theme)
        foot = QRect(area.left(), value.bottom() + 1, area.width(), third)
        self._paint_foot(painter, foot, theme)
        painter.end()

    def _paint_value(self, painter: QPainter, area: QRect, theme: Theme) -> None:
        width = min(theme.length(LINE), area.width() * 2 // 5)
        self._write(
            painter,
            area.adjusted(0, 0, -width - 4, 0),
            self.face.value,
            TextRole.VIEW_TITLE,
            "text",
        )
        box = self._mirrored(
            QRect(area.right() - width + 1, area.top() + 5, width, area.height() - 5)
        )
        paint_spark(painter, QRectF(box), theme, self.face.spark, mirrored=self._is_mirrored())

    def _paint_foot(self, painter: QPainter, area: QRect, theme: Theme) -> None:
        start, size = area.left(), theme.length(SHAPE)
        if self.face.shape:
            place = QRect(area.left(), area.center().y() - size // 2, size, size)
            paint_shape(painter, QRectF(self._mirrored(place)), theme, self.face.shape)
            start += size + theme.length(6)
        painter.setFont(theme.font(TextRole.CAPTION))
        rhythm = painter.fontMetrics().horizontalAdvance(self.face.rhythm) + 4
        words = self.face.target or self.face.state
        wanted = painter.fontMetrics().horizontalAdvance(words)
        room = area.right() - start - rhythm
        if wanted <= room:
            box = area.adjusted(area.width() - rhythm, 0, 0, 0)
            self._write(painter, box, self.face.rhythm, TextRole.CAPTION, "text-3")
        else:
            rhythm = 0
        box = QRect(start, area.top(), area.right() - start - rhythm, area.height())
        self._write(painter, box, words, TextRole.CAPTION, "text-2")

    def _write(self, painter: QPainter, area: QRect, text: str, role: TextRole, ink: str) -> None:
        theme = self._look.themes.theme
        painter.setFont(theme.font(role))
        painter.setPen(theme.colour(ink))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        side = QStyle.visualAlignment(self.layoutDirection(), side)
        painter.drawText(self._mirrored(area), side, shown)

    def _paint_ground(self, painter: QPainter, theme: Theme) -> None:
        with antialiased(painter):
            painter.setPen(Qt.PenStyle.NoPen)
            if self.underMouse():
                painter.setBrush(theme.colour("hover"))
                painter.drawRoundedRect(self.rect(), 6, 6)
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme.colour("focus"), 2))
                painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)

    def _mirrored(self, place: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft
