"""A chart on the screen: sharp at every scale, in the colours of the theme, and in words."""

from typing import Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from okrdesk.charts import palette
from okrdesk.charts.chart import Chart
from okrdesk.ui.charts.library import ChartLibrary
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said
from okrdesk.ui.widgets.themed import ThemedWidget

D = TypeVar("D")

SETTLED = 30
"""Milliseconds without a change before it is drawn anew: a drag of an edge is many changes."""
LOOKING = 40
"""Milliseconds between two looks at whether the library is there."""
COPIED = 2.0
"""The scale of a copied picture."""


class Shown(NamedTuple, Generic[D]):
    """A kind of chart and what it is made of."""

    chart: Chart[D]
    data: D


class ChartView(ThemedWidget):
    """Draws a chart when it is to be seen; a screen reader hears its sentence."""

    def __init__(self, look: Look, library: ChartLibrary, height: int = 140) -> None:
        """``height``: at the normal size of text."""
        super().__init__(look.themes)
        self._library, self._tall = library, height
        self._shown: Shown[Any] | None = None
        self._picture = QImage()
        self._drawn_for: tuple[object, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.waiting = QTimer(self, singleShot=True, interval=SETTLED)
        self.waiting.timeout.connect(self._draw)

    @property
    def drawn(self) -> bool:
        """Whether what is on the screen is what should be."""
        return self._shown is not None and self._drawn_for == self._needed()

    def show_chart(self, chart: Chart[D], data: D) -> None:
        """Shows another chart, or the same with other data."""
        shown = Shown(chart, data)
        if shown == self._shown:
            return
        self._shown = shown
        self.setAccessibleName(said(chart.question))
        self.setAccessibleDescription(said(chart.describe(data)))
        self.update()

    def picture(self) -> QImage:
        """The chart on the colour of its ground, larger than on the screen; null if unshown."""
        if self._shown is None:
            return QImage()
        inside = self._rendered(COPIED)
        whole = QImage(inside.size(), QImage.Format.Format_RGB32)
        whole.setDevicePixelRatio(COPIED)
        whole.fill(self.theme.colour("surface"))
        painter = QPainter(whole)
        painter.drawImage(0, 0, inside)
        painter.end()
        return whole

    def table(self) -> str:
        """All that it shows as lines of cells with tabs between, for a spreadsheet."""
        if self._shown is None:
            return ""
        table = self._shown.chart.table(self._shown.data)
        return "\n".join("\t".join(cells) for cells in (table.head, *table.rows))

    def sizeHint(self) -> QSize:
        size = self._text_size() / 11
        return QSize(round(300 * size), round(self._tall * size))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the picture that there is; a better one follows if it is out of date."""
        if not self.drawn and not self.waiting.isActive():
            self.waiting.start()
        painter = QPainter(self)
        if not self._picture.isNull():
            painter.drawImage(QRectF(self.rect()), self._picture)
        if self.hasFocus():
            painter.setPen(QPen(self.theme.colour("focus"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    def _draw(self) -> None:
        if self._shown is None or self.width() < 1:
            return
        if not self._library.ready:
            self._library.load()
            self.waiting.start(LOOKING)
            return
        self._picture = self._rendered(self.devicePixelRatioF())
        self._drawn_for = self._needed()
        self.update()

    def _needed(self) -> tuple[object, ...]:
        return self._shown, self.size(), self.devicePixelRatioF(), self.theme, self._text_size()

    def _text_size(self) -> int:
        return self.theme.font(TextRole.CAPTION).pixelSize()

    def _rendered(self, scale: float) -> QImage:
        from okrdesk.charts import render

        assert self._shown is not None  # noqa: S101  # both callers look before they ask
        theme = self.theme
        colours = palette.from_tokens(
            theme.colours, theme.heat, self._text_size(), distinct=theme.high_contrast
        )
        size = (float(self.width()), float(self.height()))
        pixels = render.to_pixels(self._shown.chart, self._shown.data, colours, size, scale)
        picture = QImage(
            pixels.data, pixels.width, pixels.height, QImage.Format.Format_RGBA8888
        ).copy()
        picture.setDevicePixelRatio(scale)
        return picture
