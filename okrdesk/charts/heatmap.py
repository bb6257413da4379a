"""Which team is unsure? Confidence or pace of each team in each week, in six steps."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from okrdesk.charts.chart import Table
from okrdesk.charts.lettering import width_of
from okrdesk.charts.palette import Palette
from okrdesk.charts.plate import Plate
from okrdesk.domain.groups import Groups
from okrdesk.domain.rounding import one_decimal, whole_percent
from okrdesk.domain.series.heat import Cell, CellState, Heat, HeatRow, Measure, step_of
from okrdesk.text import Catalogue, Message

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_ROW = 2.6
_HEAD = 1.8
_LEGEND = 2.2
"""Heights in sizes of text."""
_NAMES = 0.28
"""The names take this share of the width at most."""
_GAP = 2.0
_SWATCH = 1.7
"""Width of a step in the legend, in sizes of text."""


@dataclass(frozen=True, slots=True)
class HeatCell:
    """``step`` 0–5, the lowest first; None: no value, and ``text`` says why if anything."""

    text: str
    step: int | None
    due: bool = False


@dataclass(frozen=True, slots=True)
class HeatmapData:
    """Names, weeks and cells in words."""

    names: tuple[str, ...]
    weeks: tuple[str, ...]
    current: int | None
    cells: tuple[tuple[HeatCell, ...], ...]
    """Rows of cells."""
    corner: str
    low: str
    high: str
    summary: str
    """The lowest cell in words; empty without one."""


class HeatSource(NamedTuple):
    """What the chart is made of; a name for each row of the heat."""

    heat: Heat
    names: Sequence[str]
    measure: Measure


class Heatmap:
    """A number in every cell, so that colour never stands alone."""

    id = "heatmap"
    question = Message("Which team is unsure?")

    def data(self, source: HeatSource, catalogue: Catalogue) -> HeatmapData:
        """``source`` in the words of ``catalogue``."""
        confident = source.measure is Measure.CONFIDENCE
        cells = tuple(
            tuple(_cell(cell, source.measure, catalogue) for cell in row.cells)
            for row in source.heat.rows
        )
        weeks = tuple(catalogue("W{week}", week=week) for week in source.heat.weeks)
        return HeatmapData(
            names=tuple(source.names),
            weeks=weeks,
            current=source.heat.current,
            cells=cells,
            corner=catalogue("Team"),
            low=catalogue("Low"),
            high=catalogue("High confidence (1–10)" if confident else "Ahead of what is expected"),
            summary=_lowest(source, cells, weeks, catalogue),
        )

    def example(self) -> HeatmapData:
        """Three teams in the seventh week of a quarter."""
        given = ((7.0, 6.9, 6.8, 6.5, 6.4, 6.3), (6.2, 6.5, None, 7.3, 7.8, 8.0, 8.0))
        teams = [*given, (6.0, 6.1, 5.8, 5.4, 4.2, 5.2, 5.6)]
        rows = [HeatRow(Groups.TEAM, n, (), _example_cells(v)) for n, v in enumerate(teams)]
        heat = Heat(tuple(range(1, 10)), 6, tuple(rows))
        names = ("Customer Care", "Digital", "Franchise")
        return self.data(HeatSource(heat, names, Measure.CONFIDENCE), Catalogue())

    def draw(self, figure: "Figure", data: HeatmapData, palette: Palette) -> None:
        """Draws into an empty figure; rows share the height there is, up to a comfortable one."""
        plate, size = Plate(figure, palette), palette.text_size
        widest = max((width_of(name, size) for name in data.names), default=0.0)
        left = min(widest + size, plate.width * _NAMES)
        across = (plate.width - left) / max(len(data.weeks), 1)
        room = plate.height - (_HEAD + _LEGEND) * size
        down = min(_ROW * size, room / max(len(data.names), 1))
        for place, week in enumerate(data.weeks):
            now = place == data.current
            colour = palette.series[0] if now else palette.text_2
            middle = left + (place + 0.5) * across
            plate.write(week, middle, 0.8 * size, colour, side="center", bold=now, room=across)
        for row, (name, cells) in enumerate(zip(data.names, data.cells, strict=True)):
            top = _HEAD * size + row * down
            plate.write(name, 0, top + down / 2, palette.text, room=left - 0.6 * size)
            for place, cell in enumerate(cells):
                _draw(plate, cell, (left + place * across, top), (across - _GAP, down - _GAP))
        _legend(plate, data, left, _HEAD * size + len(data.names) * down + 1.3 * size)

    def table(self, data: HeatmapData) -> Table:
        """A row for each team."""
        rows = zip(data.names, data.cells, strict=True)
        return Table(
            (data.corner, *data.weeks),
            tuple((name, *(cell.text for cell in cells)) for name, cells in rows),
        )

    def describe(self, data: HeatmapData) -> Message:
        """Where it is lowest now."""
        if not data.summary:
            return Message("No check-ins yet.")
        return Message("{lowest}.", {"lowest": data.summary})


def _example_cells(values: Sequence[float | None]) -> tuple[Cell, ...]:
    shown = [
        Cell(value, CellState.MISSING if value is None else CellState.SHOWN) for value in values
    ]
    due = [Cell(None, CellState.DUE)] * (7 - len(values))
    return (*shown, *due, *[Cell(None, CellState.AHEAD)] * 2)


def _cell(cell: Cell, measure: Measure, catalogue: Catalogue) -> HeatCell:
    if cell.value is not None:
        return HeatCell(_number(cell.value, measure, catalogue), step_of(cell.value, measure))
    if cell.state is CellState.DUE:
        return HeatCell(catalogue("due"), None, due=True)
    return HeatCell("–" if cell.state is CellState.MISSING else "", None)


def _number(value: float, measure: Measure, catalogue: Catalogue) -> str:
    if measure is Measure.CONFIDENCE:
        return catalogue.number(one_decimal(value), 1)
    return catalogue.percent(whole_percent(value))


def _lowest(
    source: HeatSource,
    cells: Sequence[Sequence[HeatCell]],
    weeks: Sequence[str],
    catalogue: Catalogue,
) -> str:
    """The team whose newest value is the lowest."""
    found = [last for place, row in enumerate(source.heat.rows) if (last := _newest(row, place))]
    if not found:
        return ""
    _, row, place = min(found)
    return catalogue(
        "Lowest: {team}, {value} in {week}",
        team=source.names[row],
        value=cells[row][place].text,
        week=weeks[place],
    )


def _newest(row: HeatRow, place: int) -> tuple[float, int, int] | None:
    """The last value of a row, with the row's place and its own."""
    for week in range(len(row.cells) - 1, -1, -1):
        value = row.cells[week].value
        if value is not None:
            return value, place, week
    return None


def _draw(
    plate: Plate, cell: HeatCell, corner: tuple[float, float], size: tuple[float, float]
) -> None:
    palette = plate.palette
    colour, bold = palette.text_3, False
    if cell.step is not None:
        ground, colour = palette.heat[cell.step]
        unsure = palette.distinct and cell.step < 2  # the two steps of amber
        plate.box(corner, size, ground, edge=palette.text if unsure else None)
        bold = True
    elif cell.due:
        plate.box(corner, size, None, edge=palette.border_strong, dashed=True)
    middle = (corner[0] + size[0] / 2, corner[1] + size[1] / 2)
    plate.write(cell.text, *middle, colour, side="center", bold=bold, room=size[0])


def _legend(plate: Plate, data: HeatmapData, left: float, y: float) -> None:
    palette, size = plate.palette, plate.palette.text_size
    steps = 0.8 * size + len(palette.heat) * _SWATCH * size + 0.4 * size
    words = width_of(data.low, size) + width_of(data.high, size)
    left = max(min(left, plate.width - steps - words), 0.0)
    plate.write(data.low, left, y, palette.text_2)
    x = left + width_of(data.low, size) + 0.8 * size
    for ground, _ in palette.heat:
        plate.box((x, y - 0.35 * size), ((_SWATCH - 0.3) * size, 0.7 * size), ground)
        x += _SWATCH * size
    x += 0.4 * size
    plate.write(data.high, x, y, palette.text_2, room=plate.width - x + 1)
