"""Are we on pace? Progress of a cycle against what is expected."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import ceil, floor
from typing import TYPE_CHECKING

from okrdesk.charts.axes import apart, end_label, fitted_box, plain_axes, stroke
from okrdesk.charts.chart import Line, Point, Scale, Table, Tick
from okrdesk.charts.history_marks import say_so_far, today_line
from okrdesk.charts.palette import Palette
from okrdesk.charts.time_axis import share, weeks
from okrdesk.domain.rounding import whole_percent
from okrdesk.domain.series.progress import ProgressSeries
from okrdesk.text import Catalogue, Message

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_DAYS = 91
_STEP = 0.5
_TINT = 0.09
"""Opacity of the ground under the line."""


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
    previous_name: str = ""
    """The name of the cycle before, where it is known."""


def course_of(series: ProgressSeries) -> Course:
    """The course of a group or an objective, as ``domain.series`` counts it."""
    before = series.before
    return Course(
        series.start,
        series.end,
        series.today,
        [(moment.day, moment.actual) for moment in series.moments if moment.day <= series.today],
        [(moment.day, moment.expected) for moment in series.moments],
        [None if y is None else (x, y) for x, y in before.points] if before else (),
        before.name if before else "",
    )


class Progress:
    """Actual solid, expected dashed, the cycle before dotted."""

    id = "progress"
    question = Message("Progress against expected")

    def data(self, course: Course, catalogue: Catalogue) -> ProgressData:
        """``course`` in the words of ``catalogue``. Points are as many as the days given."""
        actual, expected = (_placed(course, days) for days in (course.actual, course.expected))
        previous = Line(_previous_label(course, catalogue), tuple(course.previous))
        heights = [y for points in (actual, course.previous) for _, y in filter(None, points)]
        return ProgressData(
            actual=Line(_actual_label(actual, catalogue), actual),
            expected=Line(catalogue("Expected"), expected),
            previous=previous if course.previous else None,
            today=_today_tick(course, catalogue),
            across=weeks(course.start, course.end, catalogue),
            up=_percents(heights, catalogue),
            head=_head(course, catalogue),
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
        ends = [line for line in (data.expected, data.previous) if line is not None]
        box = fitted_box(figure, palette, data.up, [line.label for line in ends])
        axes = plain_axes(figure, palette, (data.across, data.up), box)
        blue, ink = palette.series[0], palette.text_2
        if data.today is not None:
            today_line(axes, data.today, palette)
        if data.previous:
            dots = (0, (5, 2, 1, 2)) if palette.distinct else ":"
            stroke(axes, data.previous.points, palette.text_3, linewidth=1.1, linestyle=dots)
        stroke(axes, data.expected.points, ink, linewidth=1.1, linestyle=(0, (4, 3)))
        for line, drop in apart(axes, ends, palette):
            end_label(axes, line, palette, drop=drop)
        _tint(axes, data.actual, palette)
        stroke(
            axes,
            data.actual.points,
            blue,
            linewidth=1.7,
            marker="o",
            markersize=4.6,
            markeredgecolor=palette.surface,
        )
        say_so_far(axes, data.actual, data.expected, palette)

    def table(self, data: ProgressData) -> Table:
        """A row for each day measured."""
        return Table(data.head, data.rows)

    def describe(self, data: ProgressData) -> Message:
        """Where we are, in one sentence."""
        if not data.rows:
            return Message("No check-ins yet.")
        day, actual, expected, *before = data.rows[-1]
        words: dict[str, object] = {"day": day, "actual": actual, "expected": expected}
        if not before:
            return Message("On {day} progress is {actual} where {expected} is expected.", words)
        words |= {"cycle": data.head[-1], "before": before[0]}
        return Message(
            "On {day} progress is {actual} where {expected} is expected. "
            "At the same point of {cycle} it was {before}.",
            words,
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


def _head(course: Course, catalogue: Catalogue) -> tuple[str, ...]:
    head = (catalogue("Day"), catalogue("Actual"), catalogue("Expected"))
    return (*head, course.previous_name or catalogue("Last cycle")) if course.previous else head


def _rows(course: Course, catalogue: Catalogue) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            catalogue.day(day),
            _percent(ratio, catalogue),
            _percent(_between(course.expected, day), catalogue),
            *([_percent(_before(course, day), catalogue)] if course.previous else ()),
        )
        for day, ratio in course.actual
    )


def _before(course: Course, day: date) -> float | None:
    """The ratio of the cycle before at the same share of its days; None in a gap of it."""
    at = share(course.start, course.end, day)
    for first, last in pairwise(course.previous):
        if first is not None and last is not None and first[0] <= at <= last[0]:
            return first[1] + (last[1] - first[1]) * (at - first[0]) / (last[0] - first[0])
    return None


def _between(days: Sequence[Measured], day: date) -> float | None:
    """The expected ratio on a day, on the straight line between its neighbours."""
    known = [(at, ratio) for at, ratio in days if ratio is not None]
    for (first, low), (last, high) in pairwise(known):
        if first <= day <= last:
            return low + (high - low) * (day - first).days / max((last - first).days, 1)
    return None


def _previous_label(course: Course, catalogue: Catalogue) -> str:
    """The cycle before with its last value; without a name just what it is."""
    known = [point[1] for point in course.previous if point is not None]
    if not course.previous_name or not known:
        return catalogue("Last cycle")
    percent = _percent(known[-1], catalogue)
    return catalogue("{cycle}, {percent}", cycle=course.previous_name, percent=percent)


def _tint(axes: "Axes", actual: Line, palette: Palette) -> None:
    """A breath of colour under each unbroken stretch of the line."""
    xs = [float("nan") if point is None else point[0] for point in actual.points]
    ys = [float("nan") if point is None else point[1] for point in actual.points]
    axes.fill_between(xs, ys, 0, color=palette.series[0], alpha=_TINT, linewidth=0, zorder=0.4)
