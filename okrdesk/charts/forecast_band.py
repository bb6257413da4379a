"""Where a line is heading: from its last point to what is expected of it at the end."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from okrdesk.charts.axes import stroke
from okrdesk.charts.chart import Line, Point
from okrdesk.charts.palette import Palette

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_TINT = 0.14


@dataclass(frozen=True, slots=True)
class Outlook:
    """The named line from the last point to the forecast, and what lies around its end."""

    line: Line
    low: float
    high: float


def draw_outlook(axes: "Axes", outlook: Outlook, palette: Palette) -> None:
    """A widening tint from the 10th to the 90th percentile, and a fine line through it."""
    start, end = _ends(outlook.line)
    blue = palette.series[0]
    axes.fill_between(
        [start[0], end[0]],
        [start[1], outlook.low],
        [start[1], outlook.high],
        facecolor=blue,
        edgecolor=blue if palette.distinct else "none",
        alpha=_TINT,
        linewidth=0.8 if palette.distinct else 0,
        zorder=0.6,
    )
    stroke(axes, outlook.line.points, blue, linewidth=1.1, linestyle=(0, (1, 2)))


def _ends(line: Line) -> tuple[Point, Point]:
    known = [point for point in line.points if point is not None]
    return known[0], known[-1]
