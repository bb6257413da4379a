"""How a cycle moved week by week, for the chart on the cover."""

from datetime import timedelta
from typing import NamedTuple, TypeVar

from okrdesk.app.reporting.view import View, weekly_days
from okrdesk.charts import palette, render
from okrdesk.charts.chart import Point
from okrdesk.charts.progress import Course, Progress
from okrdesk.charts.time_axis import share
from okrdesk.domain import tables as t
from okrdesk.domain.entities import Cycle
from okrdesk.reports.data import Picture

X = TypeVar("X")

SIZE = (518.0, 132.0)
"""Points: the width of the text, and a sixth of a page."""


class Standing(NamedTuple):
    """Where a cycle stood."""

    cycle: str
    progress: float


def chart(view: View, *, grey: bool) -> Picture:
    """The chart and what it says in words."""
    kind = Progress()
    data = kind.data(course(view), view.catalogue)
    svg = render.to_svg(kind, data, palette.paper(grey=grey), SIZE)
    return Picture(svg, view.catalogue.text(kind.describe(data)))


def course(view: View) -> Course:
    """Progress on each week's day so far, and what is expected on all of them."""
    cycle = view.cycle
    so_far = weekly_days(cycle.start, min(cycle.end, view.day))
    actual = [(day, view.at(day).cycle(cycle.id).progress) for day in so_far]
    return Course(
        start=cycle.start,
        end=cycle.end,
        today=view.day,
        actual=_from_zero(actual),
        expected=[
            (day, view.at(day).cycle(cycle.id).expected)
            for day in weekly_days(cycle.start, cycle.end)
        ],
        previous=_previous(view),
    )


def cycle_before(view: View) -> Cycle | None:
    """The last cycle of the same horizon that ended before this one."""
    found = [
        cycle
        for cycle in view.snapshot.sorted_rows(t.CYCLE)
        if cycle.horizon is view.cycle.horizon and cycle.end < view.cycle.start
    ]
    return max(found, key=lambda cycle: cycle.end, default=None)


def standing_before(view: View) -> Standing | None:
    """Where the cycle before stood at the same share of its days."""
    before = cycle_before(view)
    if before is None:
        return None
    gone = share(view.cycle.start, view.cycle.end, view.day)
    day = before.start + timedelta(days=round(gone * (before.end - before.start).days))
    progress = view.at(day).cycle(before.id).progress
    return None if progress is None else Standing(before.name, progress)


def _previous(view: View) -> tuple[Point | None, ...]:
    before = cycle_before(view)
    if before is None:
        return ()
    measured = [
        (share(before.start, before.end, day), view.at(day).cycle(before.id).progress)
        for day in weekly_days(before.start, before.end)
    ]
    points = tuple(None if ratio is None else (x, ratio) for x, ratio in _from_zero(measured))
    return points if any(points) else ()


def _from_zero(points: list[tuple[X, float | None]]) -> list[tuple[X, float | None]]:
    """A line begins at the start value, which is 0, unless there was a check-in before it."""
    if not any(ratio for _, ratio in points):
        return points
    (first, ratio), *rest = points
    return [(first, ratio or 0.0), *rest]
