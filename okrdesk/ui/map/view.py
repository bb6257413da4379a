"""The window onto the map: zoom, keys, pointer."""

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication

from okrdesk.ui.map.canvas import MapCanvas
from okrdesk.ui.map.items import NEAR
from okrdesk.ui.map.keys import FOLD, LINK, OPEN, TRAY, UNLINK, ZOOM, key_table
from okrdesk.ui.map.scene import MapScene

_PLAIN = Qt.KeyboardModifier.NoModifier


class MapView(MapCanvas):
    """Tells what a person wants; the page does it.

    ``chosen`` follows every other choice; ``opened``, ``folded`` and ``link_wanted`` carry an
    item, ``unlink_wanted`` a link, ``tray_wanted`` asks to go to the tray; ``dragged`` and
    ``dropped`` carry what is dragged and where on the screen.
    """

    chosen = Signal()
    opened = Signal(object)
    folded = Signal(object)
    unlink_wanted = Signal(object)
    link_wanted = Signal(object)
    tray_wanted = Signal()
    dragged = Signal(object, QPointF)
    dropped = Signal(object, QPointF)
    menu_wanted = Signal(QPoint)

    def __init__(self, scene: MapScene) -> None:
        super().__init__(scene)
        self.setAccessibleName(self.tr("Alignment map"))
        self.setAccessibleDescription(
            self.tr("The same links are in the tree of the plan, where every row can be read.")
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pressed: QPoint | None = None
        self._taken: int | None = None
        self._panning = False

    def choose(self, item: int | None) -> None:
        """Chooses a card, brings it into sight and lets a screen reader say it."""
        self.map.choose(item)
        if item is not None and item == self.map.chosen:
            self.show_chosen()
            self._say(self.map.cards[item].face.spoken())
        self.chosen.emit()

    def wish(self, name: str) -> None:
        """Tells a wish of the keys for what is chosen."""
        card, line = self.map.chosen, self.map.line
        if name == TRAY:
            self.tray_wanted.emit()
        elif name == UNLINK and line is not None:
            self.unlink_wanted.emit(line)
        elif card is not None and name in {OPEN, FOLD, LINK}:
            {OPEN: self.opened, FOLD: self.folded, LINK: self.link_wanted}[name].emit(card)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Single keys, for nothing is typed here."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shifted = Qt.KeyboardModifier.ShiftModifier
        keys = key_table(self)
        do = keys.get((Qt.Key(event.key()), modifiers == shifted))
        if do is None and event.key() in {Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus}:
            do = keys.get((Qt.Key(event.key()), False))
        if do is None or modifiers not in {_PLAIN, shifted}:
            super().keyPressEvent(event)
        else:
            do()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes a card to be dragged, chooses a line, or takes the ground to move the map."""
        point = event.position().toPoint()
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._pressed = point
        card = self.map.card_at(self.mapToScene(point))
        line = None if card else self.map.line_at(self.mapToScene(point), NEAR / self.zoom)
        if card is not None:
            self._taken = card.card.item
            self.choose(self._taken)
        elif line is not None:
            self.choose_line(line.line.link)
        else:
            self._panning = True
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Moves the map, or drags the card."""
        point = event.position().toPoint()
        if self._pressed is None:
            super().mouseMoveEvent(event)
        elif self._panning:
            self.pan(self._pressed - point)
            self._pressed = point
        elif self._taken is not None and self._is_drag(point):
            self.viewport().setCursor(Qt.CursorShape.DragCopyCursor)
            self.dragged.emit(self._taken, event.globalPosition())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drops what is dragged."""
        point = event.position().toPoint()
        if self._taken is not None and self._is_drag(point):
            self.dropped.emit(self._taken, event.globalPosition())
        self._pressed, self._taken, self._panning = None, None, False
        self.viewport().unsetCursor()
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Opens a card."""
        card = self.map.card_at(self.mapToScene(event.position().toPoint()))
        if card is not None:
            self.opened.emit(card.card.item)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl turns the zoom, else the map moves."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            self.set_zoom(self.zoom * (ZOOM if turned > 0 else 1 / ZOOM if turned < 0 else 1.0))
        else:
            super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.map.show_focus(focused=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.map.show_focus(focused=False)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Asks for the menu of the card there, or of the one that is chosen."""
        card = self.map.card_at(self.mapToScene(event.pos()))
        if card is not None:
            self.choose(card.card.item)
        if self.map.chosen is not None:
            self.menu_wanted.emit(event.globalPos())

    def choose_line(self, link: int) -> None:
        """Chooses a line and lets a screen reader say it."""
        self.map.choose_line(link)
        line = self.map.lines[link].line
        below, above = (self.map.cards[n].face.row.title for n in (line.child, line.target))
        words = self.tr("{below} supports {above}. Delete unlinks it.")
        self._say(words.format(below=below, above=above))
        self.chosen.emit()

    def _is_drag(self, point: QPoint) -> bool:
        far = QApplication.startDragDistance()
        return self._pressed is not None and (point - self._pressed).manhattanLength() >= far

    def _say(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
