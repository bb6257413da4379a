"""What is dragged over the map, from a card or from the tray, and what it is dropped on."""

from PySide6.QtCore import QObject, QPoint, QPointF
from PySide6.QtWidgets import QWidget

from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import KEY_RESULT
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.map.edits import Edits
from okrdesk.ui.map.view import MapView

EDGE, PACE = 28, 16
"""How near an edge the map moves while something is dragged, and how far each time."""


class Dropping(QObject):
    """Shows where an objective may be dropped, and links it there."""

    def __init__(self, bridge: Bridge, edits: Edits, view: MapView, tray: QWidget) -> None:
        super().__init__(view)
        self._bridge, self._edits, self._view, self._tray = bridge, edits, view, tray

    def drag(self, item: int, place: QPointF) -> None:
        """Shows whether what is dragged may be dropped at a place of the screen."""
        self._reach(place)
        target, scene = self._target(place), self._view.map
        if target is None or target == item:
            scene.hover(None)
        else:
            card = card_of(self._bridge.snapshot, target)
            scene.hover(card, allowed=self._edits.allows(item, target))

    def drop(self, item: int, place: QPointF) -> None:
        """Links to what it is dropped on; into the tray it loses its place."""
        self._view.map.hover(None)
        target = self._target(place)
        if target is not None:
            self._edits.link(item, target)
        elif _holds(self._tray, place):
            self._edits.link(item, None)

    def _reach(self, place: QPointF) -> None:
        """Moves the map along where the pointer is near an edge of it."""
        port = self._view.viewport()
        if _holds(port, place):
            point, far = port.mapFromGlobal(place), QPointF(port.width(), port.height())
            left, top = point.x() < EDGE, point.y() < EDGE
            right, bottom = point.x() > far.x() - EDGE, point.y() > far.y() - EDGE
            self._view.pan(QPoint(PACE * (right - left), PACE * (bottom - top)))

    def _target(self, place: QPointF) -> int | None:
        """The card, or the key result on it, at a place of the screen."""
        port = self._view.viewport()
        if not _holds(port, place):
            return None
        point = port.mapFromGlobal(place).toPoint()
        return self._view.map.target_at(self._view.mapToScene(point))


def card_of(snapshot: Snapshot, item: int) -> int:
    """The objective that has a card for an objective or key result."""
    key_result = snapshot.find(KEY_RESULT, item)
    return item if key_result is None else key_result.objective


def _holds(widget: QWidget, place: QPointF) -> bool:
    """Whether a place of the screen lies in a widget."""
    point = widget.mapFromGlobal(place).toPoint()
    return widget.isVisible() and widget.rect().contains(point)
