"""A number in every cell; what has none says why."""

from dataclasses import replace

import pytest

from okrdesk.charts import palette, render
from okrdesk.charts.heatmap import HeatCell, Heatmap, HeatmapData, HeatSource
from okrdesk.charts.lettering import fitted, width_of
from okrdesk.domain.groups import Groups
from okrdesk.domain.series.heat import Cell, CellState, Heat, HeatRow, Measure, step_of
from okrdesk.text import Catalogue

CHART = Heatmap()


def data(*rows: tuple[Cell, ...], measure: Measure = Measure.CONFIDENCE) -> HeatmapData:
    of_heat = [HeatRow(Groups.TEAM, n, (), cells) for n, cells in enumerate(rows)]
    weeks = tuple(range(1, 1 + max(map(len, rows), default=0)))
    names = [f"Team {n}" for n in range(len(rows))]
    return CHART.data(HeatSource(Heat(weeks, None, tuple(of_heat)), names, measure), Catalogue())


def shown(value: float) -> Cell:
    return Cell(value, CellState.SHOWN)


def test_due_missing_and_ahead_differ_from_low() -> None:
    empty = [Cell(None, state) for state in (CellState.DUE, CellState.MISSING, CellState.AHEAD)]
    cells = data((shown(1.0), *empty)).cells[0]
    assert cells == (
        HeatCell("1.0", 0),
        HeatCell("due", None, due=True),
        HeatCell("–", None),
        HeatCell("", None),
    )


@pytest.mark.parametrize(
    ("value", "step"),
    [(4.44, 0), (4.45, 1), (5.4, 1), (5.5, 2), (6.2, 2), (6.3, 3), (7.0, 4), (7.7, 4), (7.8, 5)],
)
def test_a_step_goes_by_what_is_printed(value: float, step: int) -> None:
    assert step_of(value, Measure.CONFIDENCE) == step


def test_pace_is_in_percent_of_what_is_expected() -> None:
    row = data((shown(0.699), shown(0.9), shown(1.3)), measure=Measure.PACE)
    assert [(cell.text, cell.step) for cell in row.cells[0]] == [
        ("70%", 1),
        ("90%", 2),
        ("130%", 5),
    ]
    assert row.high == "Ahead of what is expected"


def test_the_sentence_names_the_lowest_newest_value() -> None:
    late = Cell(None, CellState.MISSING)
    found = data((shown(3.0), shown(7.0)), (shown(6.0), late), (late, late))
    assert str(CHART.describe(found)) == "Lowest: Team 1, 6.0 in W1."
    assert str(CHART.describe(data((late,)))) == "No check-ins yet."
    assert str(CHART.describe(data())) == "No check-ins yet."
    assert render.to_svg(CHART, data(), palette.screen(dark=False), (300, 100))


def test_a_long_name_is_shortened_and_many_rows_share_the_height() -> None:
    many = data(*[(shown(6.5),)] * 20)
    long = replace(many, names=("A team whose name goes on and on for ever",) * 20)
    picture = render.to_svg(CHART, long, palette.screen(dark=False), (300, 100)).decode()
    assert "A team whos" in picture
    assert "for ever" not in picture
    assert "…</text>" in picture


def test_text_that_has_no_room_at_all_is_left_out() -> None:
    assert fitted("Customer Care", 1000, 8) == "Customer Care"
    assert fitted("Customer Care", 2, 8) == ""
    assert width_of("Customer Care", 8, bold=True) > width_of("Customer Care", 8) > 40
