"""How often confidence came true."""

from okrdesk.charts import palette, render
from okrdesk.charts.calibration import CalibrationChart, CalibrationSource
from okrdesk.text import Catalogue

CHART = CalibrationChart()


def test_until_there_are_twenty_it_says_how_many_are_wanted() -> None:
    data = CHART.data(CalibrationSource(None, 13), Catalogue())
    assert str(CHART.describe(data)) == "This takes 7 more graded key results."
    picture = render.to_svg(CHART, data, palette.screen(dark=False), (300, 150)).decode()
    assert "Brier" not in picture
    assert "As foretold" in picture


def test_the_sentence_reads_the_score_and_the_surest_level() -> None:
    assert str(CHART.describe(CHART.example())) == (
        "Brier score 0.19 (0 is perfect, 0.25 is guessing). "
        "Of confidence 9, 75% of 8 were achieved."
    )


def test_a_row_for_each_level() -> None:
    assert CHART.table(CHART.example()).rows[0] == ("3", "0%", "3")
