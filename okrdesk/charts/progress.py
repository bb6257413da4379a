"""Are we on pace? Progress of a cycle against what is expected."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import ceil, floor
from typing import TYPE_CHECKING

from okrdesk.charts.axes import FAMILY, end_label, plain_axes, stroke
from okrdesk.charts.chart import Line, Point, Scale, Table, Tick
from okrdesk.charts.palette import Palette
from okrdesk.charts.time_axis import share, weeks
from okrdesk.domain.rounding import whole_percent
from okrdesk.text import Catalogue, Message

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_DAYS = 91
_STEP = 0.5


@dataclass(frozen=True, slots=True)
class ProgressData:
    """Lines in ratios, and the words on the picture."""

    actual: Line
    expected: Line
    previous: Line | None
    """The cycle before, laid over this one."""
    today: Tick | None
    """None where the day lies outside of the cycle."""
    across: Scale
    up: Scale
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Measured = tuple[date, float | None]
"""A day and the ratio on it; None where nothing was measured."""


@dataclass(frozen=True, slots=True)
class Course:
    """What the chart is made of."""

    start: date
    end: date
    today: date
    actual: Sequence[Measured]
    expected: Sequence[Measured]
    previous: Sequence[Point | None] = ()


class Progress:
    """Actual solid, expected dashed, the cycle before dotted."""

    id = "progress"
    question = Message("Progress against expected")

    def data(self, course: Course, catalogue: Catalogue) -> ProgressData:
        """``course`` in the words of ``catalogue``. Points are as many as the days given."""
        actual, expected = (_placed(course, days) for days in (course.actual, course.expected))
        previous = Line(catalogue("Last cycle"), tuple(course.previous))
        heights = [y for points in (actual, course.previous) for _, y in filter(None, points)]
        return ProgressData(
            actual=Line(_actual_label(actual, catalogue), actual),
            expected=Line(catalogue("Expected"), expected),
            previous=previous if course.previous else None,
            today=_today_tick(course, catalogue),
            across=weeks(course.start, course.end, catalogue),
            up=_percents(heights, catalogue),
            head=(catalogue("Day"), catalogue("Actual"), catalogue("Expected")),
            rows=_rows(course, catalogue),
        )

    def example(self) -> ProgressData:
        """A quarter in its seventh week."""
        start, ratios = date(2026, 7, 1), (0.0, 0.04, 0.11, None, 0.26, 0.34, 0.42, 0.49)
        days = [date.fromordinal(start.toordinal() + 7 * week) for week in range(len(ratios))]
        end = date.fromordinal(start.toordinal() + _DAYS)
        course = Course(
            start=start,
            end=end,
            today=days[-1],
            actual=list(zip(days, ratios, strict=True)),
            expected=[(start, 0.0), (end, 1.0)],
            previous=[(0.0, 0.0), (0.5, 0.45), (1.0, 0.78)],
        )
        return self.data(course, Catalogue())

    def draw(self, figure: "Figure", data: ProgressData, palette: Palette) -> None:
        """Draws into an empty figure."""
        axes = plain_axes(figure, palette, (data.across, data.up))
        blue, ink = palette.series[0], palette.text_2
        if data.previous:
            stroke(axes, data.previous.points, palette.text_3, linewidth=1.0, linestyle=":")
            end_label(axes, data.previous, palette, drop=_drop(data))
        stroke(axes, data.expected.points, ink, linewidth=1.1, linestyle=(0, (4, 3)))
        end_label(axes, data.expected, palette)
        stroke(
            axes,
            data.actual.points,
            blue,
            linewidth=1.7,
            marker="o",
            markersize=4.6,
            markeredgecolor=palette.surface,
        )
        end_label(axes, data.actual, palette, strong=True, drop=1.1)
        if data.today is not None:
            _today(axes, data.today, palette)

    def table(self, data: ProgressData) -> Table:
        """A row for each day measured."""
        return Table(data.head, data.rows)

    def describe(self, data: ProgressData) -> Message:
        """Where we are, in one sentence."""
        if not data.rows:
            return Message("No check-ins yet.")
        day, actual, expected = data.rows[-1]
        return Message(
            "On {day} progress is {actual} where {expected} is expected.",
            {"day": day, "actual": actual, "expected": expected},
        )


def _today_tick(course: Course, catalogue: Catalogue) -> Tick | None:
    if not course.start <= course.today <= course.end:
        return None
    return Tick(share(course.start, course.end, course.today), catalogue("Today"))


def _placed(course: Course, days: Sequence[Measured]) -> tuple[Point | None, ...]:
    return tuple(
        None if ratio is None else (share(course.start, course.end, day), ratio)
        for day, ratio in days
    )


def _actual_label(points: Sequence[Point | None], catalogue: Catalogue) -> str:
    known = [point for point in points if point is not None]
    percent = _percent(known[-1][1] if known else None, catalogue)
    return catalogue("Actual, {percent}", percent=percent)


def _percent(ratio: float | None, catalogue: Catalogue) -> str:
    return "—" if ratio is None else catalogue.percent(whole_percent(ratio))


def _percents(heights: Sequence[float], catalogue: Catalogue) -> Scale:
    """From 0 to 100 %, and on in halves where a value lies beyond."""
    lowest = floor(min(heights, default=0.0) / _STEP)
    highest = ceil(max(heights, default=1.0) / _STEP)
    halves = range(min(lowest, 0), max(highest, 2) + 1)
    ticks = tuple(Tick(half * _STEP, _percent(half * _STEP, catalogue)) for half in halves)
    return Scale(ticks[0].at, ticks[-1].at, ticks)


def _rows(course: Course, catalogue: Catalogue) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            catalogue.day(day),
            _percent(ratio, catalogue),
            _percent(_between(course.expected, day), catalogue),
        )
        for day, ratio in course.actual
    )


def _between(days: Sequence[Measured], day: date) -> float | None:
    """The expected ratio on a day, on the straight line between its neighbours."""
    known = [(at, ratio) for at, ratio in days if ratio is not None]
    for (first, low), (last, high) in pairwise(known):
        if first <= day <= last:
            return low + (high - low) * (day - first).days / max((last - first).days, 1)
    return None


def _drop(data: ProgressData) -> float:
    """Keeps the name of the last cycle off the word “Expected”."""
    lines = (data.expected, data.previous)
    ends = [line.points[-1] for line in lines if line is not None and line.points]
    heights = [end[1] for end in ends if end is not None]
    return 1.2 if len(heights) > 1 and abs(heights[0] - heights[1]) < 0.08 else 0.0


def _today(axes: "Axes", today: Tick, palette: Palette) -> None:
    axes.axvline(today.at, color=palette.text_3, linewidth=0.6, linestyle=(0, (1, 2)), zorder=0.5)
    axes.annotate(
        today.text,
        (today.at, axes.get_ylim()[1]),
        xytext=(0, 0.35 * palette.text_size),
        textcoords="offset points",
        ha="center",
        va="bottom",
        annotation_clip=False,
        color=palette.text_3,
        fontsize=palette.text_size,
        fontfamily=FAMILY,
    )
