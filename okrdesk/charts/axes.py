"""The look that all line charts share: few grey lines, labels at the lines' ends."""

from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING

from okrdesk.charts.chart import Line, Point, Scale, Tick
from okrdesk.charts.palette import Palette

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

FAMILY = ("Inter", "DejaVu Sans")
_MARKERS = {"on_track": "o", "behind": "D", "at_risk": "^", "achieved": "o", "not_started": "o"}
_LETTER = 0.62
"""How wide a letter is at most on average, as a share of the size of the text."""
_POINTS_PER_INCH = 72
_MARK, _MARK_SHARE, _CHECK_SHARE = 7.5, 0.68, 0.45
"""Size of a mark in points, at least; of large text; and of the check mark in it."""
_BETWEEN = 0.4
"""Least room between two labels, in sizes of text."""
_AWAY = 5.0
"""From the axes to their labels, so that no mark at the edge touches one."""
_LEADING = 1.25
"""From a label to the one below, in sizes of text."""
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
    room = box[2] * figure.get_size_inches()[0] * _POINTS_PER_INCH
    shown = _with_room(across.ticks, room, palette.text_size)
    axes.set_xticks([tick.at for tick in shown], [tick.text for tick in shown])
    axes.set_yticks([tick.at for tick in up.ticks], [tick.text for tick in up.ticks])
    axes.grid(visible=True, axis="y", color=palette.border, linewidth=0.6)
    axes.set_axisbelow(True)
    for line in axes.get_ygridlines():
        line.set_clip_on(False)
    axes.tick_params(length=0, pad=_AWAY, labelcolor=palette.text_2, labelsize=palette.text_size)
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_fontfamily(FAMILY)
    return axes


def _with_room(ticks: Sequence[Tick], width: float, size: float) -> Sequence[Tick]:
    """Every label, or every second or third where they would touch."""
    longest = (max((len(tick.text) for tick in ticks), default=0) * _LETTER + _BETWEEN) * size
    every = max(1, ceil(longest * len(ticks) / width))
    return ticks[::every]


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
    """The line's name beside its last point, ``drop`` text heights below it.

    The line has a point: ``apart`` leaves out what has none.
    """
    known = [point for point in line.points if point is not None]
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


def apart(axes: "Axes", lines: Sequence[Line], palette: Palette) -> list[tuple[Line, float]]:
    """Lines with a name, each with how far its label has to go down to keep off the others.

    ``end_label`` takes the distance, in text heights; a label goes up or down by at most what
    it needs, and no order changes.
    """
    bottom, top = axes.get_ylim()
    inches = axes.get_window_extent().height / axes.figure.dpi
    unit = _LEADING * palette.text_size / (inches * _POINTS_PER_INCH)
    known = [(line, points[-1]) for line in lines if (points := [p for p in line.points if p])]
    ends = sorted(((y - bottom) / (top - bottom), n) for n, (_, (_x, y)) in enumerate(known))
    placed: list[float] = []
    for place, _ in ends:
        placed.append(max(place, placed[-1] + unit) if placed else place)
    over = max(placed[-1] - max(1.0, ends[-1][0]), 0.0) if placed else 0.0
    drops = {
        n: (place - at + over) / unit * _LEADING
        for (place, n), at in zip(ends, placed, strict=True)
    }
    return [(line, drops[n]) for n, (line, _) in enumerate(known)]


def status_mark(axes: "Axes", point: Point, status: str | None, palette: Palette) -> None:
    """A point in the shape and colour of its status; without one a dot of the first series."""
    fill = palette.series[0] if status is None else palette.statuses[status]
    hollow = status == "not_started"
    axes.plot(
        *point,
        color=fill,
        marker=_MARKERS.get(status or "on_track"),
        markersize=max(_MARK, _MARK_SHARE * palette.text_size),
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
        markersize=max(_MARK, _MARK_SHARE * palette.text_size) * _CHECK_SHARE,
        markerfacecolor="none",
        markeredgecolor=palette.surface,
        markeredgewidth=1.0,
        clip_on=False,
        zorder=5,
    )
