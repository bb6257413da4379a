"""The look that all line charts share: few grey lines, labels at the lines' ends."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from okrdesk.charts.chart import Line, Point, Scale
from okrdesk.charts.palette import Palette

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

FAMILY = ("Inter", "DejaVu Sans")
_MARKERS = {"on_track": "o", "behind": "D", "at_risk": "^", "achieved": "o", "not_started": "o"}
_LETTER = 0.62
"""How wide a letter is at most on average, as a share of the size of the text."""
_POINTS_PER_INCH = 72
_CHECK = ((-0.55, 0.0), (-0.15, -0.4), (0.55, 0.45))
"""Corners of the check mark in a circle of radius 1."""


Box = tuple[float, float, float, float]
"""Left, bottom, width and height, as shares of the figure."""

_WIDE: Box = (0.052, 0.14, 0.818, 0.74)


def fitted_box(figure: "Figure", palette: Palette, up: Scale, ends: Sequence[str]) -> Box:
    """The room that is left beside the labels: those of y, and those at the lines' ends."""
    width, height = (inches * _POINTS_PER_INCH for inches in figure.get_size_inches())
    size = palette.text_size
    left = max((len(tick.text) for tick in up.ticks), default=1) * _LETTER * size + 8
    right = max((len(text) for text in ends), default=1) * _LETTER * size + 10
    bottom, top = 1.9 * size, 0.8 * size
    inside = (max(width - left - right, 20.0), max(height - bottom - top, 20.0))
    return (left / width, bottom / height, inside[0] / width, inside[1] / height)


def plain_axes(
    figure: "Figure", palette: Palette, scales: tuple[Scale, Scale], box: Box = _WIDE
) -> "Axes":
    """Axes with horizontal grid lines at the ticks of y, and no frame.

    ``scales``: those of x and y.
    """
    across, up = scales
    axes = figure.add_axes(box)
    axes.set_facecolor("none")
    for side in axes.spines.values():
        side.set_visible(False)
    axes.set_xlim(across.first, across.last)
    axes.set_ylim(up.first, up.last)
    axes.set_xticks([tick.at for tick in across.ticks], [tick.text for tick in across.ticks])
    axes.set_yticks([tick.at for tick in up.ticks], [tick.text for tick in up.ticks])
    axes.grid(visible=True, axis="y", color=palette.border, linewidth=0.6)
    axes.set_axisbelow(True)
    for line in axes.get_ygridlines():
        line.set_clip_on(False)
    axes.tick_params(length=0, labelcolor=palette.text_2, labelsize=palette.text_size)
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_fontfamily(FAMILY)
    return axes


def stroke(axes: "Axes", points: Sequence[Point | None], colour: str, **style: object) -> None:
    """A line that stops and starts again where a point is missing."""
    nowhere = (float("nan"), float("nan"))
    pairs = [nowhere if point is None else point for point in points]
    axes.plot(
        [x for x, _ in pairs],
        [y for _, y in pairs],
        color=colour,
        clip_on=False,
        solid_capstyle="round",
        **style,  # type: ignore[arg-type]  # matplotlib takes any property of a line by name
    )


def end_label(
    axes: "Axes", line: Line, palette: Palette, *, strong: bool = False, drop: float = 0.0
) -> None:
    """The line's name beside its last point, ``drop`` text heights below it."""
    known = [point for point in line.points if point is not None]
    if not known:
        return
    axes.annotate(
        line.label,
        known[-1],
        xytext=(6, -drop * palette.text_size),
        textcoords="offset points",
        va="center",
        annotation_clip=False,
        color=palette.text if strong else palette.text_2,
        fontsize=palette.text_size,
        fontweight="bold" if strong else "normal",
        fontfamily=FAMILY,
    )


def status_mark(axes: "Axes", point: Point, status: str | None, palette: Palette) -> None:
    """A point in the shape and colour of its status; without one a dot of the first series."""
    fill = palette.series[0] if status is None else palette.statuses[status]
    hollow = status == "not_started"
    axes.plot(
        *point,
        color=fill,
        marker=_MARKERS.get(status or "on_track"),
        markersize=7.5,
        markerfacecolor=palette.surface if hollow else fill,
        markeredgecolor=fill if hollow else palette.surface,
        markeredgewidth=1.4 if hollow else 1.0,
        clip_on=False,
        zorder=4,
    )
    if status == "achieved":
        _check(axes, point, palette)


def _check(axes: "Axes", point: Point, palette: Palette) -> None:
    from matplotlib.path import Path

    axes.plot(
        *point,
        color=palette.surface,
        marker=Path(_CHECK),
        markersize=3.4,
        markerfacecolor="none",
        markeredgecolor=palette.surface,
        markeredgewidth=1.0,
        clip_on=False,
        zorder=5,
    )
