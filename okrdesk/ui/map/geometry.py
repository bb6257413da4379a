"""Where columns and cards stand, in pixels of the map at 100 % zoom."""

from itertools import accumulate
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from okrdesk.domain.alignment_map import Column
from okrdesk.domain.map_layout import Layout
from okrdesk.ui.map.measures import Measures


class Stretch(NamedTuple):
    """Where a column runs."""

    column: Column
    left: float
    width: float


class Geometry:
    """A layout in pixels; ``mirrored`` puts the mission to the right."""

    def __init__(self, layout: Layout, measures: Measures, *, mirrored: bool) -> None:
        self.layout, self.measures, self.mirrored = layout, measures, mirrored
        columns = [
            column
            for column, layers in zip(Column, layout.layers, strict=True)
            for _ in range(layers)
        ]
        steps = (measures.width(column) + measures.across for column in columns)
        self._starts = list(accumulate(steps, initial=0.0))

    def layer(self, item: int) -> int:
        """The layer of a card, from the mission's."""
        return self.layout.places[item].layer

    def corner(self, item: int, column: Column) -> QPointF:
        """The upper left corner of a card."""
        place = self.layout.places[item]
        start, width = self._starts[place.layer], self.measures.width(column)
        return QPointF(self._left(start, width), place.top)

    def stretches(self) -> list[Stretch]:
        """Where the columns run, from the mission's."""
        found, layer = list[Stretch](), 0
        for column, layers in zip(Column, self.layout.layers, strict=True):
            across = self.measures.across
            width = layers * (self.measures.width(column) + across) - across
            found.append(Stretch(column, self._left(self._starts[layer], width), width))
            layer += layers
        return found

    def bounds(self) -> QRectF:
        """The room of all columns and cards, with a margin."""
        wide = self._starts[-1] - self.measures.across
        room = QRectF(self._left(0.0, wide), 0.0, wide, self.layout.height)
        margin = self.measures.down
        return room.adjusted(-margin, -margin, margin, margin)

    def _left(self, start: float, width: float) -> float:
        """The left edge of what begins so far from the side where the mission is."""
        return -start - width if self.mirrored else start
