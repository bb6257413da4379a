"""A figure without axes, measured in points from its upper left corner: bars, cells, words."""

from typing import TYPE_CHECKING, Literal

from okrdesk.charts.axes import FAMILY, status_mark
from okrdesk.charts.lettering import fitted
from okrdesk.charts.palette import Palette

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_POINTS_PER_INCH = 72
_ROUND = 3.0
"""Radius of a corner."""
Side = Literal["left", "center", "right"]


class Plate:
    """Draws at places given in points; y goes down."""

    def __init__(self, figure: "Figure", palette: Palette) -> None:
        width, height = figure.get_size_inches()
        self.width, self.height = width * _POINTS_PER_INCH, height * _POINTS_PER_INCH
        self.palette = palette
        self._axes = figure.add_axes((0, 0, 1, 1))
        self._axes.set_xlim(0, self.width)
        self._axes.set_ylim(self.height, 0)
        self._axes.set_axis_off()

    def write(
        self,
        text: str,
        x: float,
        y: float,
        colour: str,
        *,
        side: Side = "left",
        bold: bool = False,
        room: float | None = None,
    ) -> None:
        """Text whose middle is at y, at the ``side`` of x; shortened to the ``room`` there is."""
        size = self.palette.text_size
        shown = text if room is None else fitted(text, room, size, bold=bold)
        self._axes.text(
            x,
            y,
            shown,
            color=colour,
            ha=side,
            va="center_baseline",
            fontsize=size,
            fontweight="bold" if bold else "normal",
            fontfamily=FAMILY,
        )

    def box(
        self,
        corner: tuple[float, float],
        size: tuple[float, float],
        fill: str | None,
        *,
        edge: str | None = None,
        dashed: bool = False,
        hatch: str | None = None,
    ) -> None:
        """A rectangle with round corners; ``hatch``: a pattern of matplotlib on its fill."""
        from matplotlib.patches import FancyBboxPatch

        radius = min(_ROUND, size[0] / 2, size[1] / 2)
        self._axes.add_patch(
            FancyBboxPatch(
                corner,
                *size,
                boxstyle=f"round,pad=0,rounding_size={radius}",
                facecolor=fill or "none",
                edgecolor=edge or (self.palette.surface if hatch else "none"),
                linewidth=0.8 if edge or hatch else 0,
                linestyle=(0, (2, 1.6)) if dashed else "solid",
                hatch=hatch,
            )
        )

    def mark(self, x: float, y: float, status: str) -> None:
        """The shape of a status."""
        status_mark(self._axes, (x, y), status, self.palette)
