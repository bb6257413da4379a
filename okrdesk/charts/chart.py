"""What every chart offers: pure data, a picture, a table and a sentence."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from okrdesk.charts.palette import Palette
from okrdesk.text import Message

if TYPE_CHECKING:
    from matplotlib.figure import Figure

D = TypeVar("D")

Point = tuple[float, float]
"""x from 0.0, the first day, to 1.0, the last; y in the unit of the chart."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A label on an axis."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis; ``last`` is the smaller number where it turns."""

    first: float
    last: float
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A named line; None in place of a point leaves a gap."""

    label: str
    points: tuple[Point | None, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The chart's numbers, for “Copy as table” and for screen readers."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Chart(Protocol[D]):
    """A kind of chart. ``D`` holds everything it shows, words included, and is plain data."""

    @property
    def id(self) -> str:
        """Its name in settings and file names."""

    @property
    def question(self) -> Message:
        """What a reader can ask it."""

    def example(self) -> D:
        """Made-up data, for previews and for the tests that every chart must pass."""

    def draw(self, figure: "Figure", data: D, palette: Palette) -> None:
        """Draws into an empty figure."""

    def table(self, data: D) -> Table:
        """All that the picture shows, as text."""

    def describe(self, data: D) -> Message:
        """The picture in one sentence."""
