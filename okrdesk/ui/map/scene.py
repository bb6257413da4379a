"""The cards and lines on their places; an edit moves and repaints only what it changed."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QGraphicsScene

from okrdesk.domain.alignment_map import AlignmentMap, Card, Column, Line, path_through
from okrdesk.domain.map_layout import Layout, Node, arranged
from okrdesk.ui.map.card_paint import Sheet, Standing
from okrdesk.ui.map.faces import Face
from okrdesk.ui.map.geometry import Geometry
from okrdesk.ui.map.items import NEAR, CardItem, LineItem, line_path

NOTHING = AlignmentMap((), (), (), 0, 0)


class MapScene(QGraphicsScene):
    """Knows what is chosen: a card, or one line; and draws the path through the card."""

    def __init__(self, sheet: Sheet, parent: QObject) -> None:
        super().__init__(parent)
        self.sheet = sheet
        self.map = NOTHING
        nothing = Layout({}, (1,) * len(Column), 0.0)
        self.geometry = Geometry(nothing, sheet.measures, mirrored=sheet.mirrored)
        self.cards: dict[int, CardItem] = {}
        self.lines: dict[int, LineItem] = {}
        self.chosen: int | None = None
        self.line: int | None = None
        """The link of the chosen line."""
        self.painted = 0
        """How many cards were asked to paint themselves again, in all."""
        self._ground: object = None
        self._hovered: tuple[int, Standing] | None = None

    def show_map(self, shown: AlignmentMap, faces: Mapping[int, Face], sheet: Sheet) -> None:
        """Shows another moment of the plan; what is chosen stays chosen if it is still there."""
        self.map, self.sheet = shown, sheet._replace(focused=self.sheet.focused)
        nodes = self._nodes(faces)
        ground = (nodes, shown.lines, sheet.measures, sheet.mirrored)
        moved, self._ground = ground != self._ground, ground
        if moved:
            layout = arranged(nodes, len(Column), sheet.measures.down)
            self.geometry = Geometry(layout, sheet.measures, mirrored=sheet.mirrored)
        self._keep_cards(faces)
        if moved:
            self._place_cards()
            self._keep_lines()
        if self.chosen not in self.cards:
            self.chosen = None
        if self.line not in self.lines:
            self.line = None
        self.setBackgroundBrush(sheet.theme.colour("window"))
        self.setSceneRect(self.geometry.bounds())
        self._stand()

    def choose(self, item: int | None) -> None:
        """Chooses a card, or none."""
        self.chosen, self.line = (item if item in self.cards else None), None
        self._stand()

    def choose_line(self, link: int) -> None:
        """Chooses a line; its card stays chosen."""
        self.line = link
        self.chosen = self.lines[link].line.child
        self._stand()

    def show_focus(self, *, focused: bool) -> None:
        """Shows whether the map has the keyboard."""
        self.sheet = self.sheet._replace(focused=focused)
        self._stand()

    def hover(self, item: int | None, *, allowed: bool = True) -> None:
        """Shows that what is dragged may be dropped on a card, or may not."""
        takes = Standing.TAKES if allowed else Standing.REFUSES
        self._hovered = None if item is None else (item, takes)
        self._stand()

    @property
    def path(self) -> frozenset[int]:
        """The chosen card with all above and below it."""
        return path_through(self.map.cards, self.chosen)

    def card_at(self, point: QPointF) -> CardItem | None:
        """The card at a point of the map."""
        found = (item for item in self.items(point) if isinstance(item, CardItem))
        return next(found, None)

    def target_at(self, point: QPointF) -> int | None:
        """The key result at a point of the map, or else the card there."""
        card = self.card_at(point)
        if card is None:
            return None
        return card.result_at(point.y(), self.sheet.measures) or card.card.item

    def line_at(self, point: QPointF, reach: float = NEAR) -> LineItem | None:
        """The line near a point of the map."""
        around = QRectF(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach)
        near = (item for item in self.items(around) if isinstance(item, LineItem))
        return next((item for item in near if item.is_near(point, reach)), None)

    def bounds_of(self, items: frozenset[int]) -> QRectF:
        """The room that some of the cards take."""
        room = QRectF()
        for item in items:
            room = room.united(self.cards[item].place)
        return room

    def _nodes(self, faces: Mapping[int, Face]) -> list[Node]:
        return [
            Node(card.item, card.parent, card.column, self._height(faces[card.item]))
            for card in self.map.cards
        ]

    def _height(self, face: Face) -> float:
        measures = self.sheet.measures
        if face.is_mission:
            return measures.height * 1.25
        return measures.height + len(face.results) * measures.result

    def _keep_cards(self, faces: Mapping[int, Face]) -> None:
        shown = {card.item for card in self.map.cards}
        for item in [known for known in self.cards if known not in shown]:
            self.removeItem(self.cards.pop(item))
        for card in self.map.cards:
            face, made = faces[card.item], card.item not in self.cards
            if made:
                self.cards[card.item] = CardItem(card, face, self.sheet)
                self.addItem(self.cards[card.item])
            shown_card = self.cards[card.item]
            self.painted += shown_card.show_face(card, face, self.sheet) or made

    def _place_cards(self) -> None:
        """Puts every card where the layout has it."""
        for card in self.map.cards:
            shown_card, width = self.cards[card.item], self.sheet.measures.width(card.column)
            rect = QRectF(0, 0, width, self._height(shown_card.face))
            if rect != shown_card.rect():
                shown_card.setRect(rect)
            point = self.geometry.corner(card.item, card.column)
            if point != shown_card.pos():
                shown_card.setPos(point)

    def _keep_lines(self) -> None:
        shown = {line.link for line in self.map.lines}
        for link in [known for known in self.lines if known not in shown]:
            self.removeItem(self.lines.pop(link))
        for line in self.map.lines:
            if line.link not in self.lines:
                self.lines[line.link] = LineItem(line)
                self.addItem(self.lines[line.link])
            item = self.lines[line.link]
            item.line = line
            item.show_path(self._path_of(line))

    def _path_of(self, line: Line) -> QPainterPath:
        child, target = self.cards[line.child].place, self.cards[line.target]
        forward = self.geometry.layer(line.child) > self.geometry.layer(line.target)
        start_left = forward is not self.sheet.mirrored
        start = QPointF(child.left() if start_left else child.right(), child.center().y())
        end = QPointF(
            target.place.left() if self.sheet.mirrored else target.place.right(),
            target.end_of(line.key_result, self.sheet.measures),
        )
        return line_path(start, end, self.sheet.measures.across)

    def _stand(self) -> None:
        """Shows what is chosen, and the path through it."""
        path = self.path
        for item, card in self.cards.items():
            standing = Standing.ON_PATH if item in path else Standing.PLAIN
            if item == self.chosen:
                standing = Standing.CHOSEN
            if self._hovered is not None and self._hovered[0] == item:
                standing = self._hovered[1]
            self.painted += card.stand(standing, self.sheet)
        for link, line in self.lines.items():
            ends = {line.line.child, line.line.target}
            on_path = line.line.primary and ends <= path
            line.show_look(self.sheet.theme, on_path=on_path, chosen=link == self.line)


def spread(cards: Sequence[Card]) -> dict[Column, int]:
    """How many cards each column has."""
    counts = dict.fromkeys(Column, 0)
    for card in cards:
        counts[card.column] += 1
    return counts
