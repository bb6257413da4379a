"""The two kinds of things on the map: cards and the lines between them."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsPathItem,
    QGraphicsRectItem,
    QStyleOptionGraphicsItem,
    QWidget,
)

from okrdesk.domain.alignment_map import Card, Line
from okrdesk.ui.map.card_paint import CardPainter, Sheet, Standing
from okrdesk.ui.map.faces import Face
from okrdesk.ui.map.measures import Measures
from okrdesk.ui.theme import Theme

NEAR = 10.0
"""How far from a line a click still means it."""


class CardItem(QGraphicsRectItem):
    """A painted card; its picture is kept until it or the zoom changes."""

    def __init__(self, card: Card, face: Face, sheet: Sheet) -> None:
        super().__init__()
        self.card, self.face = card, face
        self._sheet, self._standing = sheet, Standing.PLAIN
        self._painter = CardPainter()
        self.setPen(Qt.PenStyle.NoPen)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.setZValue(1)

    def show_face(self, card: Card, face: Face, sheet: Sheet) -> bool:
        """Shows something else; returns whether it has to be painted again."""
        self.card = card
        self.setToolTip(face.row.title)
        same = sheet._replace(focused=self._sheet.focused) == self._sheet
        if same and face == self.face:
            return False
        self.face, self._sheet = face, sheet
        self.update()
        return True

    def stand(self, standing: Standing, sheet: Sheet) -> bool:
        """Stands otherwise to what is chosen; returns whether it has to be painted again."""
        focus = self._sheet.focused != sheet.focused and Standing.CHOSEN in {
            standing,
            self._standing,
        }
        if standing is self._standing and not focus:
            return False
        self._standing, self._sheet = standing, sheet
        self.update()
        return True

    @property
    def place(self) -> QRectF:
        """Where it is on the map."""
        return self.rect().translated(self.pos())

    def end_of(self, key_result: int | None, measures: Measures) -> float:
        """The height at which a line to the card ends: beside a key result that is shown."""
        ids = self.face.ids
        if key_result is None or key_result not in ids:
            return self.place.center().y()
        number = ids.index(key_result)
        top = self.place.bottom() - len(ids) * measures.result - 6
        return top + (number + 0.5) * measures.result

    def result_at(self, height: float, measures: Measures) -> int | None:
        """The key result that is shown at a height of the map, or None."""
        ids = self.face.ids
        top = self.place.bottom() - len(ids) * measures.result - 6
        number = int((height - top) // measures.result)
        return ids[number] if 0 <= number < len(ids) else None

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Paint the card; Qt calls this when it has no picture of it."""
        del option, widget
        self._painter.paint(painter, self.rect(), self._sheet, self.face, self._standing)


class LineItem(QGraphicsPathItem):
    """A line from a card to what it supports, painted by Qt."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        self.line = line
        self._look: tuple[Theme, bool, bool] | None = None

    def show_path(self, path: QPainterPath) -> None:
        """Runs elsewhere."""
        if path != self.path():
            self.setPath(path)

    def show_look(self, theme: Theme, *, on_path: bool, chosen: bool) -> None:
        """Looks like a line of the chosen path, the chosen one itself, or one of the others."""
        if self._look == (theme, on_path, chosen):
            return
        self._look = (theme, on_path, chosen)
        pen = QPen(theme.colour("accent" if on_path or chosen else "border-strong"))
        pen.setWidthF(3.2 if chosen else 1.8 if on_path else 1.1)
        if not self.line.primary:
            pen.setDashPattern([4.0, 3.0])
        self.setPen(pen)
        self.setZValue(0.5 if on_path or chosen else 0.0)

    def is_near(self, point: QPointF, reach: float) -> bool:
        """Whether a click at a point of the map means this line."""
        stroker = QPainterPathStroker()
        stroker.setWidth(2 * reach)
        return stroker.createStroke(self.path()).contains(point)


def line_path(child: QPointF, target: QPointF, across: float) -> QPainterPath:
    """From a card's near edge to the edge of what it supports.

    It bends within the gap beside the target, and runs straight where it passes other layers.
    """
    side = across if child.x() >= target.x() else -across
    turn = QPointF(target.x() + side, child.y())
    path = QPainterPath(target)
    middle = target.x() + side / 2
    path.cubicTo(QPointF(middle, target.y()), QPointF(middle, child.y()), turn)
    path.lineTo(child)
    return path
