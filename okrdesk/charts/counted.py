"""How many of each, as ten columns: what the grades and the confidence share."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from okrdesk.charts.axes import FAMILY, plain_axes
from okrdesk.charts.chart import Scale, Table, Tick
from okrdesk.charts.palette import Palette
from okrdesk.text import Catalogue

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_MOST_LINES = 4
_COLUMN = 0.78
"""Width of a column, as a share of its place."""


@dataclass(frozen=True, slots=True)
class Column:
    """A label below and how many stand on it."""

    label: str
    count: int
    number: str


@dataclass(frozen=True, slots=True)
class Band:
    """Neighbouring columns that mean something together: from place to place, both included."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class CountedData:
    """Columns from zero; ``head`` names the two parts of a row of the table."""

    columns: tuple[Column, ...]
    band: Band | None
    up: Scale
    head: tuple[str, ...]
    total: int


def counted(
    counts: Sequence[int],
    labels: Sequence[str],
    head: tuple[str, str],
    band: Band | None,
    catalogue: Catalogue,
) -> CountedData:
    """The data of a chart of columns; ``head``: what the labels are, and what is counted."""
    columns = tuple(
        Column(label, count, catalogue.number(count))
        for label, count in zip(labels, counts, strict=True)
    )
    return CountedData(columns, band, _whole(max(counts), catalogue), head, sum(counts))


def draw_columns(figure: "Figure", data: CountedData, palette: Palette) -> None:
    """Columns with their number at the head, and a tint behind the band."""
    size = palette.text_size
    width, height = (inches * 72 for inches in figure.get_size_inches())
    left = (len(data.up.ticks[-1].text) * 0.62 + 1.2) * size
    box = (left / width, 1.9 * size / height, 1 - left / width, 1 - 5.0 * size / height)
    places = range(len(data.columns))
    ticks = tuple(Tick(float(at), data.columns[at].label) for at in places)
    across = Scale(-0.5, len(data.columns) - 0.5, ticks)
    axes = plain_axes(figure, palette, (across, data.up), box)
    if data.band is not None:
        _tint(axes, data.band, palette)
    for place, column in enumerate(data.columns):
        if column.count:
            _column(axes, place, column, palette)


def column_table(data: CountedData) -> Table:
    """A row for each column."""
    return Table(data.head, tuple((c.label, c.number) for c in data.columns))


def _column(axes: "Axes", place: int, column: Column, palette: Palette) -> None:
    axes.bar(place, column.count, width=_COLUMN, color=palette.series[0], linewidth=0)
    axes.annotate(
        column.number,
        (place, column.count),
        xytext=(0, 2),
        textcoords="offset points",
        ha="center",
        va="bottom",
        annotation_clip=False,
        color=palette.text,
        fontsize=palette.text_size,
        fontweight="bold",
        fontfamily=FAMILY,
    )


def _tint(axes: "Axes", band: Band, palette: Palette) -> None:
    """The ground behind the columns of the band, and its name above."""
    axes.axvspan(
        band.first - 0.5,
        band.last + 0.5,
        facecolor=palette.grounds["on_track"],
        edgecolor=palette.border_strong if palette.distinct else "none",
        hatch="////" if palette.distinct else None,
        linewidth=0.6 if palette.distinct else 0,
        zorder=0,
    )
    axes.annotate(
        band.label,
        ((band.first + band.last) / 2, axes.get_ylim()[1]),
        xytext=(0, 1.5 * palette.text_size),
        textcoords="offset points",
        ha="center",
        va="bottom",
        annotation_clip=False,
        color=palette.text_2,
        fontsize=palette.text_size,
        fontfamily=FAMILY,
    )


def _whole(most: int, catalogue: Catalogue) -> Scale:
    """From zero in whole steps, at most five lines."""
    step = -(-max(most, 1) // _MOST_LINES)
    top = -(-max(most, 1) // step) * step
    return Scale(
        0.0,
        float(top),
        tuple(Tick(float(at), catalogue.number(at)) for at in range(0, top + 1, step)),
    )
