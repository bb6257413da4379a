"""How a cycle moved week by week, for the chart on the cover."""

from datetime import timedelta
from typing import NamedTuple

from okrdesk.app.reporting.view import View
from okrdesk.charts import palette, render
from okrdesk.charts.progress import Course, Progress, course_of
from okrdesk.charts.time_axis import share
from okrdesk.domain.groups import Group, Groups
from okrdesk.domain.series.progress import cycle_before, group_progress
from okrdesk.reports.data import Picture

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
    whole = Group(Groups.CYCLE, view.cycle.id, view.cycle.id)
    return course_of(group_progress(view.snapshot, whole, view.day))


def standing_before(view: View) -> Standing | None:
    """Where the cycle before stood at the same share of its days."""
    before = cycle_before(view.snapshot, view.cycle)
    if before is None:
        return None
    gone = share(view.cycle.start, view.cycle.end, view.day)
    day = before.start + timedelta(days=round(gone * (before.end - before.start).days))
    progress = view.at(day).cycle(before.id).progress
    return None if progress is None else Standing(before.name, progress)
