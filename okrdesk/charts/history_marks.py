"""What stands on the lines of a history: today, the name of the expectation, the last value."""

from typing import TYPE_CHECKING

from okrdesk.charts.axes import FAMILY
from okrdesk.charts.chart import Line, Point, Tick
from okrdesk.charts.palette import Palette

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_LATE, _EARLY = 0.76, 0.3
"""Where the name of the expectation stands: where the values are not."""
_ROOM = 0.4
"""Beyond this a label has room at the left of its place."""
_EDGE = 0.8
"""Beyond this a label stands at the left of its place."""


def today_line(axes: "Axes", today: Tick, palette: Palette) -> None:
    """A dotted line at today, with its name at the head."""
    blue = palette.series[0]
    axes.axvline(today.at, color=blue, linewidth=1.1, linestyle=(0, (1, 2)), zorder=1)
    left = today.at > _EDGE
    _write(
        axes,
        today.text,
        (today.at, axes.get_ylim()[1]),
        (-4 if left else 4, 0),
        color=blue,
        palette=palette,
        ha="right" if left else "left",
        va="center",
    )


def name_expected(
    axes: "Axes", expected: Line, actual: Line, palette: Palette, ahead: Line | None = None
) -> None:
    """Names the line of the expectation below it, or above it where the values come there.

    ``ahead``: what goes on from the values, which the name keeps off too.
    """
    points = [point for point in expected.points if point is not None]
    if not points:
        return
    reached = max((point[0] for point in actual.points if point is not None), default=0.0)
    late = reached < _LATE - 0.12
    at = _LATE if late else _EARLY
    below = late and not _comes_below(axes, ahead, points)
    _write(
        axes,
        expected.label,
        (at, _height(points, at)),
        (4, -0.45 * palette.text_size) if below else (-4, 0.45 * palette.text_size),
        color=palette.text_2,
        palette=palette,
        ha="left" if below else "right",
        va="top" if below else "bottom",
    )


def _comes_below(axes: "Axes", ahead: Line | None, expected: list[Point]) -> bool:
    """Whether what is ahead ends lower on the picture than what is expected."""
    if ahead is None:
        return False
    end = [point for point in ahead.points if point is not None][-1]
    bottom, top = axes.get_ylim()
    return (end[1] - expected[-1][1]) * (top - bottom) < 0


def say_so_far(
    axes: "Axes", actual: Line, expected: Line, palette: Palette, ahead: Line | None = None
) -> None:
    """The last value, beside its point; on the side that what is ``ahead`` of it leaves free.

    Without anything ahead, on the side that the expectation leaves free.
    """
    known = [point for point in actual.points if point is not None]
    if not known:
        return
    leads = ahead is not None and _leads(axes, actual, expected, ahead)
    left = leads or known[-1][0] > _EDGE
    side = -0.8
    if leads:
        side = 0.9
    elif ahead is not None:
        side = 0.9 if _falls(axes, ahead) else -1.1
    elif _is_above(axes, known[-1], expected):
        # At the head there is the name of today.
        side = -1.8 if _share_of_height(axes, known[-1]) > _EDGE else 0.8
    _write(
        axes,
        actual.label,
        known[-1],
        (-8 if left else 8, side * palette.text_size),
        color=palette.text,
        palette=palette,
        ha="right" if left else "left",
        va="center",
        fontweight="bold",
    )


def _leads(axes: "Axes", actual: Line, expected: Line, ahead: Line) -> bool:
    """Whether all rises and the last point stands above what is expected.

    Then only the place before and above it is free, if there is one.
    """
    at = next(point for point in reversed(actual.points) if point is not None)
    rises = not _falls(axes, ahead) and not _falls(axes, actual)
    return at[0] > _ROOM and rises and _is_above(axes, at, expected)


def _falls(axes: "Axes", line: Line) -> bool:
    """Whether a line goes down on the picture."""
    known = [point for point in line.points if point is not None]
    bottom, top = axes.get_ylim()
    return (known[-1][1] - known[0][1]) * (top - bottom) < 0


def _is_above(axes: "Axes", point: Point, expected: Line) -> bool:
    """Whether a point stands higher on the picture than what is expected."""
    line = [known for known in expected.points if known is not None]
    if not line:
        return False
    turned = axes.get_ylim()[0] > axes.get_ylim()[1]
    ahead = point[1] - _height(line, point[0])
    return (-ahead if turned else ahead) > 0


def _share_of_height(axes: "Axes", point: Point) -> float:
    bottom, top = axes.get_ylim()
    return (point[1] - bottom) / (top - bottom)


def _height(points: list[Point], at: float) -> float:
    """Where a line stands at a place across."""
    from numpy import interp

    return float(interp(at, [x for x, _ in points], [y for _, y in points]))


def _write(
    axes: "Axes",
    text: str,
    point: Point,
    away: tuple[float, float],
    *,
    color: str,
    palette: Palette,
    **style: str,
) -> None:
    axes.annotate(
        text,
        point,
        xytext=away,
        textcoords="offset points",
        annotation_clip=False,
        color=color,
        fontsize=palette.text_size,
        fontfamily=FAMILY,
        zorder=6,
        **style,  # type: ignore[arg-type]  # matplotlib takes any property of a text by name
    )
