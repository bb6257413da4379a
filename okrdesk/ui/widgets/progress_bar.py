"""Progress with the expected mark."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from okrdesk.ui.theme import ThemeController
from okrdesk.ui.widgets.paint import BAR_HEIGHT, TICK_OVERHANG, Bar, paint_bar
from okrdesk.ui.widgets.themed import ThemedWidget


class ProgressBar(ThemedWidget):
    """A bar in the colour of the status; numbers beside it are the caller's."""

    def __init__(
        self,
        themes: ThemeController,
        parent: QWidget | None = None,
        *,
        thickness: float = BAR_HEIGHT,
    ) -> None:
        """Show an empty bar, 6 px thick in rows and 10 px as a headline."""
        super().__init__(themes, parent)
        self._thickness = thickness
        self._bar = Bar(None, None, None)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Progress"))

    def set_values(
        self,
        status: str | None,
        progress: float | None,
        expected: float | None,
        before: float | None = None,
    ) -> None:
        """Show other ratios; None leaves the part out."""
        self._bar = Bar(status, progress, expected, before)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a comfortable width and the height with the mark."""
        return QSize(160, self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size that still shows a share."""
        return QSize(40, round(self._thickness + 2 * TICK_OVERHANG))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar in the middle of the height."""
        del event
        rect = QRectF(0, (self.height() - self._thickness) / 2, self.width(), self._thickness)
        painter = QPainter(self)
        paint_bar(painter, rect, self.theme, self._bar, mirrored=self._is_mirrored())
        painter.end()
