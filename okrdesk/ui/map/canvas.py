"""A part of the map, larger or smaller."""

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPixmapCache, QResizeEvent
from PySide6.QtWidgets import QFrame, QGraphicsView

from okrdesk.ui.map.scene import MapScene

SMALLEST, LARGEST = 0.1, 2.0
"""The ends of the zoom."""
READABLE = 0.6
"""The least zoom at which a branch is shown on its own."""
CACHE = 96 * 1024
"""Kilobytes for the pictures of cards: those of a large screen at twice the pixels."""


class MapCanvas(QGraphicsView):
    """``looked`` follows every other part or zoom."""

    looked = Signal()

    def __init__(self, scene: MapScene) -> None:
        super().__init__(scene)
        self.map = scene
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        QPixmapCache.setCacheLimit(max(QPixmapCache.cacheLimit(), CACHE))
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self.looked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.looked.emit()

    @property
    def zoom(self) -> float:
        """1.0 is the size of the design."""
        return self.transform().m11()

    def set_zoom(self, zoom: float) -> None:
        """Shows the map larger or smaller; the chosen card stays in sight."""
        zoom = min(max(zoom, SMALLEST), LARGEST)
        self.setTransform(self.transform().fromScale(zoom, zoom))
        self.looked.emit()

    def fit(self) -> None:
        """Shows all of the map, never larger than the design."""
        self._fit_into(self.map.geometry.bounds(), SMALLEST)

    def fit_across(self) -> None:
        """Shows all columns, as far as they can be read, from the top."""
        room = self.map.geometry.bounds()
        bar = self.verticalScrollBar().sizeHint().width() + 2
        self.set_zoom(min(max((self.width() - bar) / room.width(), READABLE), 1.0))
        self.centerOn(room.center().x(), room.top())
        self.show_chosen()

    def show_branch(self) -> None:
        """Shows the path through what is chosen, as far as it can be read."""
        room = self.map.bounds_of(self.map.path)
        if not room.isEmpty():
            self._fit_into(room, READABLE)
            self.show_chosen()

    def show_chosen(self) -> None:
        """Brings the chosen card into sight."""
        if self.map.chosen is not None:
            self.ensureVisible(self.map.cards[self.map.chosen].place, 24, 24)

    def pan(self, by: QPoint) -> None:
        """Moves the map."""
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + by.x())
        down.setValue(down.value() + by.y())

    def _fit_into(self, room: QRectF, least: float) -> None:
        """The zoom at which a part of the map fills the view, and its middle in the middle."""
        seen = self.viewport().size()
        across, down = seen.width() / room.width(), seen.height() / room.height()
        self.set_zoom(min(max(min(across, down) * 0.98, least), 1.0))
        self.centerOn(room.center())
        self.looked.emit()
