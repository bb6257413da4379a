"""Is a KPI in its target? Its values on its own scale, over the zone that was asked for."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from okrdesk.charts.axes import apart, end_label, fitted_box, plain_axes, status_mark, stroke
from okrdesk.charts.chart import Line, Point, Scale, Table, Tick
from okrdesk.charts.palette import Palette
from okrdesk.charts.time_axis import share
from okrdesk.domain.kpi_status import KpiStatus
from okrdesk.domain.rounding import clamp
from okrdesk.domain.series.kpi import Interval, KpiSeries, Measurement, Zone
from okrdesk.text import Catalogue, Message

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_SHAPES = {
    KpiStatus.ON_TARGET: "on_track",
    KpiStatus.NEAR: "behind",
    KpiStatus.OFF: "at_risk",
}
"""A KPI is marked by the shapes of the statuses that mean the same."""
_WORDS = {
    KpiStatus.ON_TARGET: Message("On target"),
    KpiStatus.NEAR: Message("Near"),
    KpiStatus.OFF: Message("Off target"),
}
_ROOM = 0.12
"""Free height above and below, as a share of what the values and the target take."""
_MOST_TICKS = 6


class KpiSource(NamedTuple):
    """What the chart is made of; ``number`` prints a value with its unit."""

    title: str
    series: KpiSeries
    number: Callable[[float], str]


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the picture from left to right and from low to high."""

    left: float
    right: float
    low: float
    high: float
    good: bool


@dataclass(frozen=True, slots=True)
class KpiBandData:
    """Values with the shape of their status, over areas that end at the edges of the picture."""

    title: str
    values: Line
    marks: tuple[tuple[Point, str | None], ...]
    """Each value, and the status whose shape it has."""
    areas: tuple[Area, ...]
    targets: tuple[Line, ...]
    across: Scale
    up: Scale
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class KpiBand:
    """Own scale: a KPI is looked at for its movement, not for its distance from zero."""

    id = "kpi_band"
    question = Message("Is it in its target?")

    def data(self, source: KpiSource, catalogue: Catalogue) -> KpiBandData:
        """``source`` in the words of ``catalogue``."""
        series, number = source.series, source.number
        days = [value.day for value in series.values]
        first, last = (days[0], days[-1]) if days else (date.min, date.min)
        points = tuple((share(first, last, v.day), v.value) for v in series.values)
        up = _values(series, number)
        return KpiBandData(
            title=source.title,
            values=Line(number(points[-1][1]) if points else "", points),
            marks=tuple(
                (point, _SHAPES[value.status] if value.status else None)
                for point, value in zip(points, series.values, strict=True)
            ),
            areas=tuple(_areas(series, (first, last), up)),
            targets=tuple(_targets(series, (first, last), source, catalogue)),
            across=_days(days, catalogue),
            up=up,
            head=(catalogue("Day"), catalogue("Value"), catalogue("Status")),
            rows=tuple(_row(value, number, catalogue) for value in series.values),
        )

    def example(self) -> KpiBandData:
        """Net promoter score by month, with a target that was raised at mid-year."""
        off, near, on_target = KpiStatus.OFF, KpiStatus.NEAR, KpiStatus.ON_TARGET
        statuses = (off, off, near, near, on_target, on_target, near, near)
        given = zip((41.0, 44.0, 46.0, 49.0, 51.0, 50.0, 49.0, 47.0), statuses, strict=True)
        values = [
            Measurement(date(2026, month, 28), value, status)
            for month, (value, status) in enumerate(given, 1)
        ]
        half = date(2026, 6, 30)
        zones = (
            Zone(date(2026, 1, 28), half, (50.0, None), ((45.0, 50.0),)),
            Zone(date(2026, 7, 1), date(2026, 8, 28), (55.0, None), ((46.75, 55.0),)),
        )
        series = KpiSeries(tuple(values), zones)
        return self.data(KpiSource("Net promoter score", series, "{:g}".format), Catalogue())

    def draw(self, figure: "Figure", data: KpiBandData, palette: Palette) -> None:
        """Draws into an empty figure."""
        ends = [data.values.label, *(target.label for target in data.targets)]
        box = fitted_box(figure, palette, data.up, ends)
        axes = plain_axes(figure, palette, (data.across, data.up), box)
        for area in data.areas:
            _shade(axes, area, palette)
        for target in data.targets:
            stroke(axes, target.points, palette.text_2, linewidth=1.1, linestyle=(0, (1, 2)))
        stroke(axes, data.values.points, palette.series[0], linewidth=1.7)
        for point, shape in data.marks:
            status_mark(axes, point, shape, palette)
        _end_labels(axes, data, palette)

    def table(self, data: KpiBandData) -> Table:
        """A row for each value."""
        return Table(data.head, data.rows)

    def describe(self, data: KpiBandData) -> Message:
        """The last value and how it stands."""
        if not data.rows:
            return Message("{title}: no values yet.", {"title": data.title})
        day, value, status = data.rows[-1]
        words = {"title": data.title, "value": value, "day": day, "status": status}
        return Message("{title}: {value} on {day}, {status}.", words)


def _row(
    value: Measurement, number: Callable[[float], str], catalogue: Catalogue
) -> tuple[str, ...]:
    status = "—" if value.status is None else catalogue.text(_WORDS[value.status])
    return catalogue.day_and_year(value.day), number(value.value), status


def _values(series: KpiSeries, number: Callable[[float], str]) -> Scale:
    """From the lowest to the highest of values and targets, with room around."""
    ends = [end for zone in series.zones for end in zone.good if end is not None]
    numbers = [*(value.value for value in series.values), *ends]
    low, high = min(numbers, default=0.0), max(numbers, default=1.0)
    room = (high - low) * _ROOM or abs(high) * _ROOM or 1.0
    places = dict.fromkeys((low, high))
    return Scale(low - room, high + room, tuple(Tick(place, number(place)) for place in places))


def _days(days: Sequence[date], catalogue: Catalogue) -> Scale:
    """The days of the values, at most six of them with their name."""
    every = -(-len(days) // _MOST_TICKS) or 1
    shown = list(days)[::-1][::every][::-1]
    ticks = tuple(Tick(share(days[0], days[-1], day), catalogue.day(day)) for day in shown)
    return Scale(0.0, 1.0, ticks)


def _areas(series: KpiSeries, days: tuple[date, date], up: Scale) -> Iterator[Area]:
    for zone, left, right in _placed(series.zones, days):
        for interval in zone.near:
            yield _area(interval, (left, right), up, good=False)
        yield _area(zone.good, (left, right), up, good=True)


def _area(interval: Interval, across: tuple[float, float], up: Scale, *, good: bool) -> Area:
    low, high = interval
    return Area(
        *across,
        clamp(up.first if low is None else low, up.first, up.last),
        clamp(up.last if high is None else high, up.first, up.last),
        good,
    )


def _placed(zones: Sequence[Zone], days: tuple[date, date]) -> Iterator[tuple[Zone, float, float]]:
    """Each zone from where it begins to where the next one does."""
    starts = [share(*days, zone.first) for zone in zones] if len(zones) > 1 else [0.0]
    yield from zip(zones, [0.0, *starts[1:]], [*starts[1:], 1.0], strict=False)


def _targets(
    series: KpiSeries, days: tuple[date, date], source: KpiSource, catalogue: Catalogue
) -> Iterator[Line]:
    """The limits of each period; only those of the last one are named."""
    for zone, left, right in _placed(series.zones, days):
        for limit in zone.good:
            if limit is not None:
                words = catalogue("Target {value}", value=source.number(limit))
                label = words if zone is series.zones[-1] else ""
                yield Line(label, ((left, limit), (right, limit)))


def _shade(axes: "Axes", area: Area, palette: Palette) -> None:
    ground = palette.grounds["on_track" if area.good else "behind"]
    axes.fill_between(
        [area.left, area.right],
        area.low,
        area.high,
        facecolor=ground,
        edgecolor=palette.border_strong if palette.distinct and area.good else "none",
        hatch="////" if palette.distinct and area.good else None,
        linewidth=0,
        zorder=0,
    )


def _end_labels(axes: "Axes", data: KpiBandData, palette: Palette) -> None:
    lines = [line for line in (data.values, *data.targets) if line.label and line.points]
    for line, drop in apart(axes, lines, palette):
        end_label(axes, line, palette, strong=line is data.values, drop=drop)
