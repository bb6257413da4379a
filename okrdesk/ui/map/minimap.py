"""The whole map in a small frame, with the part that is seen; a press goes there."""

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy

from okrdesk.ui.look import Look
from okrdesk.ui.map.view import MapView
from okrdesk.ui.widgets.paint import antialiased
from okrdesk.ui.widgets.themed import ThemedWidget

WIDTH, HEIGHT, MARGIN = 164, 112, 8.0


class Minimap(ThemedWidget):
    """``wanted`` carries a point of the map to be brought to the middle."""

    wanted = Signal(QPointF)

    def __init__(self, look: Look, view: MapView) -> None:
        super().__init__(look.themes)
        self._view = view
        self._picture: QPixmap | None = None
        themes = look.themes
        themes.changed.connect(self.show_map)
        self.setAccessibleName(self.tr("The whole map, small"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.length(WIDTH), self.theme.length(HEIGHT))

    def show_map(self) -> None:
        """Draws the cards anew: they moved, or another path is chosen."""
        self._picture = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._picture is None or self._picture.deviceIndependentSize() != self.size():
            self._picture = self._drawn()
        scale = self._scale()
        seen = self._view.mapToScene(self._view.viewport().rect()).boundingRect()
        frame = QRectF(self._corner() + seen.topLeft() * scale, seen.size() * scale)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.setPen(QPen(self.theme.colour("accent"), 1.5))
        painter.drawRect(frame.intersected(QRectF(self.rect()).adjusted(3, 3, -3, -3)))
        painter.end()

    def _drawn(self) -> QPixmap:
        """The frame with all cards, kept while only the view moves."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        theme, scene = self.theme, self._view.map
        painter = QPainter(picture)
        with antialiased(painter):
            painter.setPen(QPen(theme.colour("border"), 1.0))
            painter.setBrush(theme.colour("surface"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        path, scale, corner = scene.path, self._scale(), self._corner()
        plain, on_path = theme.colour("border-strong"), theme.colour("accent")
        for item, card in scene.cards.items():
            place = card.place
            size = QSizeF(max(place.width() * scale, 1.0), max(place.height() * scale, 1.0))
            rect = QRectF(corner + place.topLeft() * scale, size)
            painter.fillRect(rect, on_path if item in path else plain)
        painter.end()
        return picture

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Brings the place under the pointer to the middle."""
        self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follows the pointer while it is held."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())

    def _go(self, point: QPointF) -> None:
        self.wanted.emit((point - self._corner()) / self._scale())

    def _scale(self) -> float:
        room = self._view.map.sceneRect()
        across = (self.width() - 2 * MARGIN) / max(room.width(), 1.0)
        return min(across, (self.height() - 2 * MARGIN) / max(room.height(), 1.0))

    def _corner(self) -> QPointF:
        """Where the origin of the map stands in the frame."""
        room = self._view.map.sceneRect()
        middle = QPointF(self.width() / 2, self.height() / 2)
        return middle - room.center() * self._scale()
