"""How did one result move? Its values from start to target."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from okrdesk.charts.axes import end_label, plain_axes, status_mark, stroke
from okrdesk.charts.chart import Line, Point, Scale, Table, Tick
from okrdesk.charts.palette import Palette
from okrdesk.charts.time_axis import share, weeks
from okrdesk.text import Catalogue, Message

if TYPE_CHECKING:
    from matplotlib.figure import Figure


@dataclass(frozen=True, slots=True)
class Reading:
    """A value reported on a day, with the status that it had."""

    day: date
    value: float
    status: str | None = None


@dataclass(frozen=True, slots=True)
class History:
    """What the chart is made of. ``number`` prints a value with its unit."""

    title: str
    first: date
    due: date
    start: float
    target: float
    readings: Sequence[Reading]
    number: Callable[[float], str]


@dataclass(frozen=True, slots=True)
class KeyResultHistoryData:
    """Values with a status each; ``up`` runs from start to target, in either direction."""

    title: str
    actual: Line
    marks: tuple[tuple[Point, str | None], ...]
    """Each check-in and its status."""
    expected: Line
    across: Scale
    up: Scale
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class KeyResultHistory:
    """Check-in points in the shapes of their status; a falling target turns the axis."""

    id = "key_result_history"
    question = Message("How it moved")

    def data(self, history: History, catalogue: Catalogue) -> KeyResultHistoryData:
        """``history`` in the words of ``catalogue``."""
        readings = history.readings
        points = tuple((share(history.first, history.due, r.day), r.value) for r in readings)
        last = history.number(readings[-1].value) if readings else "—"
        return KeyResultHistoryData(
            title=history.title,
            actual=Line(last, points),
            marks=tuple((p, r.status) for p, r in zip(points, readings, strict=True)),
            expected=Line(catalogue("Expected"), _straight(history)),
            across=weeks(history.first, history.due, catalogue, most=5),
            up=_values(history),
            head=(catalogue("Day"), catalogue("Value")),
            rows=tuple((catalogue.day(r.day), history.number(r.value)) for r in readings),
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
        history = History("Fewer complaints", first, date(2026, 9, 30), 100, 60, readings, _short)
        return self.data(history, Catalogue())

    def draw(self, figure: "Figure", data: KeyResultHistoryData, palette: Palette) -> None:
        """Draws into an empty figure."""
        axes = plain_axes(figure, palette, (data.across, data.up))
        ink, blue = palette.text_2, palette.series[0]
        stroke(axes, data.expected.points, ink, linewidth=1.1, linestyle=(0, (4, 3)))
        end_label(axes, data.expected, palette)
        stroke(axes, data.actual.points, blue, linewidth=1.7)
        for point, status in data.marks:
            status_mark(axes, point, status, palette)
        end_label(axes, data.actual, palette, strong=True, drop=1.1)

    def table(self, data: KeyResultHistoryData) -> Table:
        """A row for each check-in."""
        return Table(data.head, data.rows)

    def describe(self, data: KeyResultHistoryData) -> Message:
        """From where to where, in one sentence."""
        ends = {
            "title": data.title,
            "start": data.up.ticks[0].text,
            "target": data.up.ticks[-1].text,
        }
        if not data.rows:
            return Message("{title}: no check-ins yet, from {start} to {target}.", ends)
        day, value = data.rows[-1]
        return Message(
            "{title}: {value} on {day}, from {start} to {target}.",
            {**ends, "value": value, "day": day},
        )


def _straight(history: History) -> tuple[Point | None, ...]:
    return ((0.0, history.start), (1.0, history.target))


def _values(history: History) -> Scale:
    """Labels at start, middle and target; the axis goes on to where a value lies beyond."""
    start, target = history.start, history.target
    places = (start, (start + target) / 2, target)
    ticks = tuple(Tick(place, history.number(place)) for place in places)
    values = [start, target, *(reading.value for reading in history.readings)]
    first, last = (min, max) if start < target else (max, min)
    return Scale(first(values), last(values), ticks)


def _short(value: float) -> str:
    return format(value, "g")
