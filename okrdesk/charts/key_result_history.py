"""How did one result move? Its values from start to target, or against its limits."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from okrdesk.charts.axes import apart, end_label, fitted_box, plain_axes, status_mark, stroke
from okrdesk.charts.chart import Line, Point, Scale, Table, Tick
from okrdesk.charts.forecast_band import Outlook, draw_outlook
from okrdesk.charts.history_marks import name_expected, say_so_far, today_line
from okrdesk.charts.nice_ticks import nice_parts
from okrdesk.charts.palette import Palette
from okrdesk.charts.time_axis import share, weeks
from okrdesk.domain.forecast import Forecast
from okrdesk.domain.rounding import clamp
from okrdesk.text import Catalogue, Message

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_SIGHT = 0.25
"""A forecast may make the picture higher by this share."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A value reported on a day, with the status that it had."""

    day: date
    value: float
    status: str | None = None


@dataclass(frozen=True, slots=True)
class History:
    """What the chart is made of. ``number`` prints a value with its unit.

    ``start`` and ``target`` are None where there is no way from one to the other; then ``limits``
    are what the values are held against, if anything.
    """

    title: str
    first: date
    due: date
    start: float | None
    target: float | None
    readings: Sequence[Reading]
    number: Callable[[float], str]
    today: date | None = None
    limits: tuple[float, ...] = ()
    expected: Sequence[tuple[date, float]] = ()
    """What is expected on days; empty: straight from start to target."""
    forecast: Forecast | None = None
    gap: timedelta | None = None
    """So long without a value leaves a gap in the line; None: it has none."""


@dataclass(frozen=True, slots=True)
class KeyResultHistoryData:
    """Values with a status each; ``up`` runs from start to target, in either direction."""

    title: str
    actual: Line
    marks: tuple[tuple[Point, str | None], ...]
    """Each check-in and its status."""
    expected: Line
    goals: tuple[Line, ...]
    """The target at its day, or each limit from the first day to the last."""
    today: Tick | None
    across: Scale
    up: Scale
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    way: tuple[str, str] | None
    """Start and target in words."""
    outlook: Outlook | None = None


class KeyResultHistory:
    """Check-in points in the shapes of their status; a falling target turns the axis."""

    id = "key_result_history"
    question = Message("How it moved")

    def data(self, history: History, catalogue: Catalogue) -> KeyResultHistoryData:
        """``history`` in the words of ``catalogue``."""
        readings = history.readings
        points = tuple((share(history.first, history.due, r.day), r.value) for r in readings)
        so_far = catalogue(
            "{value} so far", value=history.number(readings[-1].value if readings else 0.0)
        )
        return KeyResultHistoryData(
            title=history.title,
            actual=Line(so_far if readings else "", tuple(_with_gaps(history, points))),
            marks=tuple((p, r.status) for p, r in zip(points, readings, strict=True)),
            expected=Line(catalogue("Expected"), _expected(history)),
            goals=_goals(history, catalogue),
            today=_today(history, catalogue),
            across=weeks(history.first, history.due, catalogue),
            up=_values(history),
            head=(catalogue("Day"), catalogue("Value")),
            rows=tuple((catalogue.day(r.day), history.number(r.value)) for r in readings),
            way=_way(history),
            outlook=_outlook(history, points, catalogue),
        )

    def example(self) -> KeyResultHistoryData:
        """Complaints that fall from 100 to 60 a month."""
        values = ((100, "not_started"), (96, "behind"), (88, "at_risk"), (74, "on_track"))
        first = date(2026, 7, 1)
        readings = [
            Reading(date(2026, 7, 1 + 7 * week), value, status)
            for week, (value, status) in enumerate(values)
        ]
        readings.append(Reading(date(2026, 8, 17), 60, "achieved"))
        readings.append(Reading(date(2026, 8, 24), 58))
        today, due = date(2026, 8, 26), date(2026, 9, 30)
        ahead = Forecast(48.0, 44.0, 53.0, -0.3, None)
        history = History("Fewer complaints", first, due, 100, 60, readings, _short, today)
        history = replace(history, forecast=ahead, gap=timedelta(weeks=2))
        return self.data(history, Catalogue())

    def draw(self, figure: "Figure", data: KeyResultHistoryData, palette: Palette) -> None:
        """Draws into an empty figure."""
        ends = [*data.goals, *([data.outlook.line] if data.outlook else [])]
        box = fitted_box(figure, palette, data.up, [line.label for line in ends])
        axes = plain_axes(figure, palette, (data.across, data.up), box)
        ink, blue = palette.text_2, palette.series[0]
        if data.today is not None:
            today_line(axes, data.today, palette)
        stroke(axes, data.expected.points, ink, linewidth=1.1, linestyle=(0, (4, 3)))
        ahead = data.outlook.line if data.outlook else None
        name_expected(axes, data.expected, data.actual, palette, ahead)
        for goal in data.goals:
            stroke(axes, goal.points, ink, linewidth=1.1, linestyle=(0, (4, 3)))
        if data.outlook is not None:
            draw_outlook(axes, data.outlook, palette)
        for line, drop in apart(axes, ends, palette):
            end_label(axes, line, palette, strong=line in data.goals, drop=drop)
        stroke(axes, data.actual.points, blue, linewidth=1.7)
        for point, status in data.marks:
            status_mark(axes, point, status, palette)
        say_so_far(axes, data.actual, data.expected, palette, ahead)

    def table(self, data: KeyResultHistoryData) -> Table:
        """A row for each check-in."""
        return Table(data.head, data.rows)

    def describe(self, data: KeyResultHistoryData) -> Message:
        """From where to where, and where it is heading."""
        if data.outlook is None:
            return _told(data)
        ahead = {"told": _told(data), "forecast": data.outlook.line.label}
        return Message("{told} {forecast}.", ahead)


def _told(data: KeyResultHistoryData) -> Message:
    words: dict[str, object] = {"title": data.title}
    if data.rows:
        words |= {"day": data.rows[-1][0], "value": data.rows[-1][1]}
    if data.way is None:
        if not data.rows:
            return Message("{title}: no check-ins yet.", words)
        return Message("{title}: {value} on {day}.", words)
    words |= {"start": data.way[0], "target": data.way[1]}
    if not data.rows:
        return Message("{title}: no check-ins yet, from {start} to {target}.", words)
    return Message("{title}: {value} on {day}, from {start} to {target}.", words)


def _outlook(history: History, points: Sequence[Point], catalogue: Catalogue) -> Outlook | None:
    """From the last value to the forecast at the due day; cut where the picture ends."""
    found = history.forecast
    if found is None or not points:
        return None
    up = _values(history)
    ends = min(up.first, up.last), max(up.first, up.last)
    label = catalogue("Forecast {value}", value=history.number(found.value))
    line = Line(label, (points[-1], (1.0, clamp(found.value, *ends))))
    return Outlook(line, clamp(found.low, *ends), clamp(found.high, *ends))


def _with_gaps(history: History, points: Sequence[Point]) -> Iterator[Point | None]:
    """The points, with nothing between those that too long a time lies between."""
    for place, point in enumerate(points):
        days = [reading.day for reading in history.readings[max(place - 1, 0) : place + 1]]
        if history.gap is not None and days[-1] - days[0] >= history.gap:
            yield None
        yield point


def _way(history: History) -> tuple[str, str] | None:
    if history.start is None or history.target is None:
        return None
    return history.number(history.start), history.number(history.target)


def _expected(history: History) -> tuple[Point | None, ...]:
    """A straight line, or through what is expected on days."""
    if history.start is None or history.target is None:
        return ()
    bends = [(share(history.first, history.due, day), value) for day, value in history.expected]
    return tuple(bends) or ((0.0, history.start), (1.0, history.target))


def _goals(history: History, catalogue: Catalogue) -> tuple[Line, ...]:
    if history.start is not None and history.target is not None:
        label = catalogue("Target {value}", value=history.number(history.target))
        return (Line(label, ((1.0, history.target),)),)
    return tuple(
        Line(catalogue("Limit {value}", value=history.number(limit)), ((0.0, limit), (1.0, limit)))
        for limit in history.limits
    )


def _today(history: History, catalogue: Catalogue) -> Tick | None:
    if history.today is None or not history.first <= history.today <= history.due:
        return None
    return Tick(share(history.first, history.due, history.today), catalogue("Today"))


def _values(history: History) -> Scale:
    """Labels in even steps from start to target; the axis goes on to where a value lies beyond."""
    values = _seen(history)
    if history.start is None or history.target is None:
        return _around([*values, *history.limits], history.number)
    start, target = history.start, history.target
    ticks = tuple(Tick(place, history.number(place)) for place in nice_parts(start, target))
    first, last = (min, max) if start < target else (max, min)
    return Scale(first(start, target, *values), last(start, target, *values), ticks)


def _seen(history: History) -> list[float]:
    """All values that want to be seen; of a forecast as much as the picture may grow for it."""
    values = [reading.value for reading in history.readings]
    if history.forecast is None:
        return values
    given = (history.start, history.target)
    known = [*values, *history.limits, *(end for end in given if end is not None)]
    low, high = min(known, default=0.0), max(known, default=1.0)
    room = (high - low) * _SIGHT
    return values + [clamp(end, low - room, high + room) for end in history.forecast[:3]]


def _around(values: Sequence[float], number: Callable[[float], str]) -> Scale:
    """An axis on which all values have room, for what has no start and no target."""
    low, high = min(values, default=0.0), max(values, default=1.0)
    room = (high - low) * 0.15 or abs(high) * 0.15 or 1.0
    ticks = tuple(Tick(place, number(place)) for place in dict.fromkeys((low, high)))
    return Scale(low - room, high + room, ticks)


def _short(value: float) -> str:
    return format(value, "g")
