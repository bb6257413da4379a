"""The lengths of the map, in pixels at 100 % zoom."""

from typing import NamedTuple

from okrdesk.domain.alignment_map import Column
from okrdesk.ui.theme import Theme


class Measures(NamedTuple):
    """Lengths that grow with the text."""

    mission: float
    """The width of the mission's card."""
    card: float
    """The width of the other cards."""
    height: float
    """The height of a card without key results."""
    result: float
    """How much higher each key result makes it."""
    across: float
    """Between the columns, where the lines run."""
    down: float
    """Between cards of a column."""
    padding: float

    def width(self, column: Column) -> float:
        """The width of the cards of a column."""
        return self.mission if column is Column.MISSION else self.card


def measures(theme: Theme) -> Measures:
    """The lengths at the text size in use."""
    design = (152, 200, 90, 22, 46, 20, 12)
    return Measures(*(float(theme.length(length)) for length in design))
